// German texts of what is wrong with a .tflite file, by the English text; `{name}` is a gap.
export default {
  'The model file is damaged: {problem}.': 'Die Modelldatei ist beschädigt: {problem}.',
  'Use another copy of the file; no saved run was changed.':
    'Nimm eine andere Kopie der Datei; kein gespeicherter Lauf wurde verändert.',
  'The weight {weight} has {broken} of {count} values that are no finite numbers, the first ({first}) at place {place}.':
    'Das Gewicht {weight} hat {broken} von {count} Werten, die keine endlichen Zahlen sind, den ersten ({first}) an der Stelle {place}.',
  'The model diverged while it was trained, or the file is damaged; use a copy from before.':
    'Das Modell ist beim Training entgleist, oder die Datei ist beschädigt; nimm eine frühere Kopie.',
  'Choose a smaller model; no saved run was changed.':
    'Nimm ein kleineres Modell; kein gespeicherter Lauf wurde verändert.',
  'The layer {layer} cannot be opened: {problem}.': 'Die Schicht {layer} lässt sich nicht öffnen: {problem}.',
  'it adds values of other shapes': 'sie addiert Werte anderer Formen',
  'it joins values along the axis {axis}; the last one is known':
    'sie verbindet Werte entlang der Achse {axis}; bekannt ist die letzte',
  'the pool {pool} has no window': 'das Pooling {pool} hat kein Fenster',
  'it resizes otherwise than by half-pixel centres':
    'sie ändert die Größe anders als mit halben Pixeln als Mitten',
  'it makes {output} of {input}; sides may be doubled':
    'sie macht {output} aus {input}; Seiten dürfen verdoppelt werden',
  'it aligns corners': 'sie richtet Ecken aneinander aus',
  'the file leaves its size free': 'die Datei lässt ihre Größe offen',
  'the cut {cut} reaches beyond the image': 'der Zuschnitt {cut} reicht über das Bild hinaus',
  'it takes every [{strides}]': 'sie nimmt jedes [{strides}]te',
  'it pads by [{sides}]': 'sie füllt um [{sides}] auf',
  'it repeats the edge': 'sie wiederholt den Rand',
  'it has {count} slopes; one for each channel is known':
    'sie hat {count} Steigungen; bekannt ist eine je Kanal',
  'it joins two branches': 'sie verbindet zwei Zweige',
  'it has [{values}] values for {channels} channels': 'sie hat [{values}] Werte für {channels} Kanäle',
  'it has stride {stride} and no padding': 'sie hat Schrittweite {stride} und keinen Rand',
  'it has options that are not known': 'sie hat unbekannte Optionen',
  'The .tflite file has {count} graphs; one is supported.':
    'Die .tflite-Datei hat {count} Graphen; einer wird unterstützt.',
  'Convert the generator alone.': 'Wandle nur den Generator um.',
  'it refers to tensor {tensor} of {count}': 'sie nennt den Tensor {tensor} von {count}',
  'an operator has the code number {number} of {count}': 'ein Operator hat die Kennung {number} von {count}',
  'The .tflite file has {inputs} inputs and {outputs} outputs; one of each is supported.':
    'Die .tflite-Datei hat {inputs} Eingänge und {outputs} Ausgänge; je einer wird unterstützt.',
  'Convert the generator without its class input.': 'Wandle den Generator ohne seinen Klasseneingang um.',
  'it ends too early or points outside of itself': 'sie endet zu früh oder zeigt aus sich hinaus',
  'it has {count} bytes': 'sie hat {count} Bytes',
  'The file begins with {found}, not {expected}.': 'Die Datei beginnt mit {found}, nicht mit {expected}.',
  'a list ends at byte {end} of {bytes}': 'eine Liste endet beim Byte {end} von {bytes}',
  'a list claims {count} items; {most} are the most':
    'eine Liste nennt {count} Einträge; höchstens {most} sind erlaubt',
  'a list claims {count} items and the file ends before them':
    'eine Liste nennt {count} Einträge, und die Datei endet vorher',
  '{layer} has the stride {height} x {width}': '{layer} hat die Schrittweite {height} x {width}',
  '{layer} has the kernel {height} x {width}': '{layer} hat den Kern {height} x {width}',
  'its weights are [{shape}]': 'ihre Gewichte sind [{shape}]',
  'it takes [{shape}], which is no image': 'sie nimmt [{shape}], was kein Bild ist',
  '{layer} holds {found} weights and needs {needed}': '{layer} enthält {found} Gewichte und braucht {needed}',
  'the tensor {tensor} has the scale {scale}, and none is below 0':
    'der Tensor {tensor} hat die Skala {scale}, und keine ist kleiner als 0',
  'its weights are whole numbers without a scale': 'ihre Gewichte sind ganze Zahlen ohne Skala',
  'it is dilated': 'sie ist gedehnt',
  'it has no padding': 'sie hat keinen Rand',
  'Choose a generator made of dense, convolution, resize and activation layers.':
    'Nimm einen Generator aus dichten, Faltungs-, Größen- und Aktivierungsschichten.',
  'The input {name} of the .tflite file is {type}; float32 and int8 are supported.':
    'Der Eingang {name} der .tflite-Datei ist {type}; unterstützt werden float32 und int8.',
  'The output {name} of the .tflite file is {type}; float32 and int8 are supported.':
    'Der Ausgang {name} der .tflite-Datei ist {type}; unterstützt werden float32 und int8.',
  'Convert the model with float input and output.':
    'Wandle das Modell mit Gleitkommazahlen als Ein- und Ausgang um.',
  'it has no operators that compute anything': 'sie hat keine Operatoren, die etwas rechnen',
  'a kind of operator that is not known, {code}': 'eine unbekannte Art von Operator, {code}',
  'Operators that can be opened: FULLY_CONNECTED, CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, RESIZE_NEAREST_NEIGHBOR, RESIZE_BILINEAR, RESHAPE, PAD, MIRROR_PAD, SLICE, pools, ADD, CONCATENATION, SOFTMAX, PRELU, RELU, LEAKY_RELU, RELU6, ELU, GELU, TANH, LOGISTIC; MUL, ADD and SUB by channel.':
    'Operatoren, die sich öffnen lassen: FULLY_CONNECTED, CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, RESIZE_NEAREST_NEIGHBOR, RESIZE_BILINEAR, RESHAPE, PAD, MIRROR_PAD, SLICE, Poolings, ADD, CONCATENATION, SOFTMAX, PRELU, RELU, LEAKY_RELU, RELU6, ELU, GELU, TANH, LOGISTIC; MUL, ADD und SUB je Kanal.',
  'type {number}': 'Typ {number}',
  'full int8': 'ganz in int8',
  'int8 weights': 'Gewichte in int8',
  '4-bit weights': 'Gewichte mit 4 Bit',
  'it repeats values otherwise than by doubling': 'sie wiederholt Werte anders als durch Verdoppeln',
  'its activation is number {number}': 'ihre Aktivierung ist die Nummer {number}',
  'the tensor {tensor} has {scales} scales for {channels} channels':
    'der Tensor {tensor} hat {scales} Skalen für {channels} Kanäle',
  'The tensor {tensor} is {type}.': 'Der Tensor {tensor} ist {type}.',
  'Convert the model with float weights.': 'Wandle das Modell mit Gleitkommazahlen als Gewichten um.',
  'the tensor {tensor} [{shape}]': 'der Tensor {tensor} [{shape}]',
  '{tensor} has {bytes} bytes of {needed}': '{tensor} hat {bytes} Bytes von {needed}',
  '{tensor} holds {count} numbers': '{tensor} enthält {count} Zahlen',
  'the tensor {tensor} is [{shape}]; one example at a time is needed':
    'der Tensor {tensor} ist [{shape}]; nötig ist ein Beispiel auf einmal',
  'there is no such operator here': 'einen solchen Operator gibt es hier nicht',
  'it makes {count} values': 'sie macht {count} Werte',
  'it works on {type}': 'sie rechnet mit {type}',
  'its last operator does not make the output': 'ihr letzter Operator macht nicht den Ausgang',
  'its output is [{found}] and it says [{said}]': 'ihr Ausgang ist [{found}], und sie nennt [{said}]',
  'without a name': 'ohne Namen',
  'The model has more than {most} weights.': 'Das Modell hat mehr als {most} Gewichte.',
  'it does not follow an operator before it': 'sie folgt keinem Operator vor ihr',
  '{layer} has no weights': '{layer} hat keine Gewichte',
  'its weights are computed': 'ihre Gewichte werden berechnet',
  '{layer} has {found} of {count} biases': '{layer} hat {found} von {count} Verschiebungen',
};
