// Spanish texts of what is wrong with networks that are put together out of a file, by the English text; `{name}` is a gap.
export default {
  '{layer} has the shape {shape}': '{layer} tiene la forma {shape}',
  'The layer {layer} makes {shape}, {count} values for one image; {most} are the most.':
    'La capa {layer} hace {shape}, {count} valores por imagen; como máximo {most}.',
  'The weight movingVariance of {layer} has {broken} of {count} values of which there is no root (the least is {least}); no variance is negative.':
    'El peso movingVariance de {layer} tiene {broken} de {count} valores sin raíz (el menor es {least}); ninguna varianza es negativa.',
  'there is no value {name}': 'no existe el valor {name}',
  'The model has more than {most} layers.': 'El modelo tiene más de {most} capas.',
  'the weight {weight} of {layer} has {count} values, its layer needs {shape}':
    'el peso {weight} de {layer} tiene {count} valores; su capa necesita {shape}',
  'the weight {weight} of {layer} has no values, its layer needs {shape}':
    'el peso {weight} de {layer} no tiene valores; su capa necesita {shape}',
  'its input is {shape}': 'su entrada es {shape}',
  'its input is {first} and {second}': 'su entrada es {first} y {second}',
  '{name} makes {shape} and says {said}': '{name} hace {shape} y dice {said}',
  '{what} should have {count} bytes at {at}, it has {all} altogether':
    '{what} debería tener {count} bytes en {at}; tiene {all} en total',
  '{what} has a text at {at} that does not end': '{what} tiene en {at} un texto que no termina',
  '{what} is {value}, expected an object': '{what}: {value}; se esperaba un objeto',
  '{what} is {value}, expected a list': '{what}: {value}; se esperaba una lista',
  '{what} is {value}, expected a text': '{what}: {value}; se esperaba un texto',
  '{what} is {value}, expected a number': '{what}: {value}; se esperaba un número',
  '{what} is {value}, expected a whole number from {least}':
    '{what}: {value}; se esperaba un número entero desde {least}',
  missing: 'falta',
  '{what} is no whole JSON (it begins {start})': '{what} no es un JSON completo (empieza por {start})',
  '{name} is missing': 'falta {name}',
  'a weight': 'un peso',
  'Choose a run of this page (.zip), a TensorFlow.js model (model.json with its .bin files, or a zip of them), Keras (.h5, .keras), TensorFlow Lite (.tflite), ONNX (.onnx), or the .npz and .bin that Export writes for PyTorch and boards.':
    'Elige una ejecución de esta página (.zip), un modelo de TensorFlow.js (model.json con sus archivos .bin, o un zip con ellos), Keras (.h5, .keras), TensorFlow Lite (.tflite), ONNX (.onnx), o los .npz y .bin que Exportar escribe para PyTorch y placas.',
  'the HDF5 file': 'el archivo HDF5',
  'The weight {weight} of {layer} has {broken} of {count} values that are no finite numbers, the first ({first}) at place {place}.':
    'El peso {weight} de {layer} tiene {broken} de {count} valores que no son números finitos, el primero ({first}) en la posición {place}.',
} as const;
