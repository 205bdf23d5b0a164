// Spanish texts of what is wrong with a .tflite file, by the English text; `{name}` is a gap.
export default {
  'The model file is damaged: {problem}.': 'El archivo del modelo está dañado: {problem}.',
  'Use another copy of the file; no saved run was changed.':
    'Usa otra copia del archivo; no se cambió ninguna ejecución guardada.',
  'The weight {weight} has {broken} of {count} values that are no finite numbers, the first ({first}) at place {place}.':
    'El peso {weight} tiene {broken} de {count} valores que no son números finitos, el primero ({first}) en la posición {place}.',
  'The model diverged while it was trained, or the file is damaged; use a copy from before.':
    'El modelo divergió durante el entrenamiento, o el archivo está dañado; usa una copia anterior.',
  'Choose a smaller model; no saved run was changed.':
    'Elige un modelo más pequeño; no se cambió ninguna ejecución guardada.',
  'The layer {layer} cannot be opened: {problem}.': 'La capa {layer} no se puede abrir: {problem}.',
  'it adds values of other shapes': 'suma valores de otras formas',
  'it joins values along the axis {axis}; the last one is known':
    'une valores a lo largo del eje {axis}; se conoce el último',
  'the pool {pool} has no window': 'el pooling {pool} no tiene ventana',
  'it resizes otherwise than by half-pixel centres': 'cambia el tamaño sin usar centros de medio píxel',
  'it makes {output} of {input}; sides may be doubled':
    'hace {output} de {input}; los lados se pueden duplicar',
  'it aligns corners': 'alinea las esquinas',
  'the file leaves its size free': 'el archivo deja libre su tamaño',
  'the cut {cut} reaches beyond the image': 'el recorte {cut} sale de la imagen',
  'it takes every [{strides}]': 'toma uno de cada [{strides}]',
  'it pads by [{sides}]': 'rellena con [{sides}]',
  'it repeats the edge': 'repite el borde',
  'it has {count} slopes; one for each channel is known': 'tiene {count} pendientes; se conoce una por canal',
  'it joins two branches': 'une dos ramas',
  'it has [{values}] values for {channels} channels': 'tiene [{values}] valores para {channels} canales',
  'it has stride {stride} and no padding': 'tiene paso {stride} y ningún relleno',
  'it has options that are not known': 'tiene opciones desconocidas',
  'The .tflite file has {count} graphs; one is supported.':
    'El archivo .tflite tiene {count} grafos; se admite uno.',
  'Convert the generator alone.': 'Convierte solo el generador.',
  'it refers to tensor {tensor} of {count}': 'se refiere al tensor {tensor} de {count}',
  'an operator has the code number {number} of {count}': 'un operador tiene el código {number} de {count}',
  'The .tflite file has {inputs} inputs and {outputs} outputs; one of each is supported.':
    'El archivo .tflite tiene {inputs} entradas y {outputs} salidas; se admite una de cada.',
  'Convert the generator without its class input.': 'Convierte el generador sin su entrada de clase.',
  'it ends too early or points outside of itself': 'termina demasiado pronto o apunta fuera de sí',
  'it has {count} bytes': 'tiene {count} bytes',
  'The file begins with {found}, not {expected}.': 'El archivo empieza por {found}, no por {expected}.',
  'a list ends at byte {end} of {bytes}': 'una lista termina en el byte {end} de {bytes}',
  'a list claims {count} items; {most} are the most':
    'una lista dice tener {count} elementos; el máximo es {most}',
  'a list claims {count} items and the file ends before them':
    'una lista dice tener {count} elementos y el archivo termina antes',
  '{layer} has the stride {height} x {width}': '{layer} tiene el paso {height} x {width}',
  '{layer} has the kernel {height} x {width}': '{layer} tiene el núcleo {height} x {width}',
  'its weights are [{shape}]': 'sus pesos son [{shape}]',
  'it takes [{shape}], which is no image': 'toma [{shape}], que no es una imagen',
  '{layer} holds {found} weights and needs {needed}': '{layer} contiene {found} pesos y necesita {needed}',
  'the tensor {tensor} has the scale {scale}, and none is below 0':
    'el tensor {tensor} tiene la escala {scale}, y ninguna es menor que 0',
  'its weights are whole numbers without a scale': 'sus pesos son números enteros sin escala',
  'it is dilated': 'está dilatada',
  'it has no padding': 'no tiene relleno',
  'Choose a generator made of dense, convolution, resize and activation layers.':
    'Elige un generador hecho de capas densas, de convolución, de cambio de tamaño y de activación.',
  'The input {name} of the .tflite file is {type}; float32 and int8 are supported.':
    'La entrada {name} del archivo .tflite es {type}; se admiten float32 e int8.',
  'The output {name} of the .tflite file is {type}; float32 and int8 are supported.':
    'La salida {name} del archivo .tflite es {type}; se admiten float32 e int8.',
  'Convert the model with float input and output.':
    'Convierte el modelo con entrada y salida de coma flotante.',
  'it has no operators that compute anything': 'no tiene operadores que calculen algo',
  'a kind of operator that is not known, {code}': 'un tipo de operador desconocido, {code}',
  'Operators that can be opened: FULLY_CONNECTED, CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, RESIZE_NEAREST_NEIGHBOR, RESIZE_BILINEAR, RESHAPE, PAD, MIRROR_PAD, SLICE, pools, ADD, CONCATENATION, SOFTMAX, PRELU, RELU, LEAKY_RELU, RELU6, ELU, GELU, TANH, LOGISTIC; MUL, ADD and SUB by channel.':
    'Operadores que se pueden abrir: FULLY_CONNECTED, CONV_2D, DEPTHWISE_CONV_2D, TRANSPOSE_CONV, RESIZE_NEAREST_NEIGHBOR, RESIZE_BILINEAR, RESHAPE, PAD, MIRROR_PAD, SLICE, poolings, ADD, CONCATENATION, SOFTMAX, PRELU, RELU, LEAKY_RELU, RELU6, ELU, GELU, TANH, LOGISTIC; MUL, ADD y SUB por canal.',
  'type {number}': 'tipo {number}',
  'full int8': 'int8 completo',
  'int8 weights': 'pesos en int8',
  '4-bit weights': 'pesos de 4 bits',
  'it repeats values otherwise than by doubling': 'repite valores sin duplicarlos',
  'its activation is number {number}': 'su activación es la número {number}',
  'the tensor {tensor} has {scales} scales for {channels} channels':
    'el tensor {tensor} tiene {scales} escalas para {channels} canales',
  'The tensor {tensor} is {type}.': 'El tensor {tensor} es {type}.',
  'Convert the model with float weights.': 'Convierte el modelo con pesos de coma flotante.',
  'the tensor {tensor} [{shape}]': 'el tensor {tensor} [{shape}]',
  '{tensor} has {bytes} bytes of {needed}': '{tensor} tiene {bytes} bytes de {needed}',
  '{tensor} holds {count} numbers': '{tensor} contiene {count} números',
  'the tensor {tensor} is [{shape}]; one example at a time is needed':
    'el tensor {tensor} es [{shape}]; se necesita un ejemplo cada vez',
  'there is no such operator here': 'aquí no existe ese operador',
  'it makes {count} values': 'hace {count} valores',
  'it works on {type}': 'trabaja con {type}',
  'its last operator does not make the output': 'su último operador no produce la salida',
  'its output is [{found}] and it says [{said}]': 'su salida es [{found}] y dice [{said}]',
  'without a name': 'sin nombre',
  'The model has more than {most} weights.': 'El modelo tiene más de {most} pesos.',
  'it does not follow an operator before it': 'no sigue a ningún operador anterior',
  '{layer} has no weights': '{layer} no tiene pesos',
  'its weights are computed': 'sus pesos se calculan',
  '{layer} has {found} of {count} biases': '{layer} tiene {found} de {count} sesgos',
};
