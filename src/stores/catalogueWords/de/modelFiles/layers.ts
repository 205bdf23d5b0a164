// German texts of what is wrong with networks that are put together out of a file, by the English text; `{name}` is a gap.
export default {
  '{layer} has the shape {shape}': '{layer} hat die Form {shape}',
  'The layer {layer} makes {shape}, {count} values for one image; {most} are the most.':
    'Die Schicht {layer} macht {shape}, {count} Werte für ein Bild; höchstens {most} sind möglich.',
  'The weight movingVariance of {layer} has {broken} of {count} values of which there is no root (the least is {least}); no variance is negative.':
    'Das Gewicht movingVariance von {layer} hat {broken} von {count} Werten, aus denen sich keine Wurzel ziehen lässt (der kleinste ist {least}); keine Varianz ist negativ.',
  'there is no value {name}': 'es gibt keinen Wert {name}',
  'The model has more than {most} layers.': 'Das Modell hat mehr als {most} Schichten.',
  'the weight {weight} of {layer} has {count} values, its layer needs {shape}':
    'das Gewicht {weight} von {layer} hat {count} Werte, seine Schicht braucht {shape}',
  'the weight {weight} of {layer} has no values, its layer needs {shape}':
    'das Gewicht {weight} von {layer} hat keine Werte, seine Schicht braucht {shape}',
  'its input is {shape}': 'ihr Eingang ist {shape}',
  'its input is {first} and {second}': 'ihr Eingang ist {first} und {second}',
  '{name} makes {shape} and says {said}': '{name} macht {shape} und nennt {said}',
  '{what} should have {count} bytes at {at}, it has {all} altogether':
    '{what} sollte {count} Bytes bei {at} haben, hat aber insgesamt {all}',
  '{what} has a text at {at} that does not end': '{what} hat bei {at} einen Text, der nicht endet',
  '{what} is {value}, expected an object': '{what}: {value}, erwartet wird ein Objekt',
  '{what} is {value}, expected a list': '{what}: {value}, erwartet wird eine Liste',
  '{what} is {value}, expected a text': '{what}: {value}, erwartet wird ein Text',
  '{what} is {value}, expected a number': '{what}: {value}, erwartet wird eine Zahl',
  '{what} is {value}, expected a whole number from {least}':
    '{what}: {value}, erwartet wird eine ganze Zahl ab {least}',
  missing: 'fehlt',
  '{what} is no whole JSON (it begins {start})':
    '{what} ist kein vollständiges JSON (es beginnt mit {start})',
  '{name} is missing': '{name} fehlt',
  'a weight': 'ein Gewicht',
  'Choose a run of this page (.zip), a TensorFlow.js model (model.json with its .bin files, or a zip of them), Keras (.h5, .keras), TensorFlow Lite (.tflite), ONNX (.onnx), or the .npz and .bin that Export writes for PyTorch and boards.':
    'Wähle einen Lauf dieser Seite (.zip), ein TensorFlow.js-Modell (model.json mit seinen .bin-Dateien, oder ein Zip davon), Keras (.h5, .keras), TensorFlow Lite (.tflite), ONNX (.onnx) oder die .npz und .bin, die der Export für PyTorch und Boards schreibt.',
  'the HDF5 file': 'die HDF5-Datei',
  'The weight {weight} of {layer} has {broken} of {count} values that are no finite numbers, the first ({first}) at place {place}.':
    'Das Gewicht {weight} von {layer} hat {broken} von {count} Werten, die keine endlichen Zahlen sind, den ersten ({first}) an der Stelle {place}.',
} as const;
