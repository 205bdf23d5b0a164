// Spanish texts of what is wrong with ONNX files, by the English text; `{name}` is a gap.
export default {
  'The model has more than {most} constants.': 'El modelo tiene más de {most} constantes.',
  'a constant': 'una constante',
  'an operator': 'un operador',
  'an attribute': 'un atributo',
  'an input or output': 'una entrada o salida',
  'the graph': 'el grafo',
  'the file': 'el archivo',
  'the set of operators': 'el conjunto de operadores',
  'the shape of a constant': 'la forma de una constante',
  'a place of constants': 'un lugar de constantes',
  'The model has more than {most} operators.': 'El modelo tiene más de {most} operadores.',
  'The ONNX model uses the operator set {set}; {first} to {last} are known.':
    'El modelo ONNX usa el conjunto de operadores {set}; se conocen del {first} al {last}.',
  'Convert it with the ONNX version converter, for example to operator set 13.':
    'Conviértelo con el conversor de versiones de ONNX, por ejemplo al conjunto de operadores 13.',
  'the .onnx file ends before its graph': 'el archivo .onnx termina antes de su grafo',
  'the .onnx file does not say which set of operators it uses':
    'el archivo .onnx no dice qué conjunto de operadores usa',
  'it multiplies each pixel by a matrix': 'multiplica cada píxel por una matriz',
  '{layer} has a matrix [{shape}] for {count} numbers':
    '{layer} tiene una matriz [{shape}] para {count} números',
  'it turns its input round': 'transpone su entrada',
  '{layer} has {found} addends for {count} numbers': '{layer} tiene {found} sumandos para {count} números',
  'its {setting} are [{values}]; two sides are known': 'su {setting} es [{values}]; se conocen dos lados',
  'its auto_pad is {value}': 'su auto_pad es {value}',
  'its pads are [{pads}]': 'sus pads son [{pads}]',
  'its dilations are {dilations}; 1 is known': 'sus dilations son {dilations}; se conoce 1',
  '{layer} has a window or stride of no size': '{layer} tiene una ventana o un paso sin tamaño',
  '{layer} leaves nothing of the image': '{layer} no deja nada de la imagen',
  'its kernel is [{shape}]; those of images are known': 'su núcleo es [{shape}]; se conocen los de imágenes',
  '{layer} has a kernel [{shape}] in {groups} groups for {channels} channels':
    '{layer} tiene un núcleo [{shape}] en {groups} grupos para {channels} canales',
  'it convolves {groups} groups of channels by themselves':
    'convoluciona por separado {groups} grupos de canales',
  '{layer} has a window larger than the image': '{layer} tiene una ventana mayor que la imagen',
  '{layer} has a kernel [{shape}] for {channels} channels':
    '{layer} tiene un núcleo [{shape}] para {channels} canales',
  'it names its output_shape': 'indica su output_shape',
  'it names its padding by a word': 'indica su relleno con una palabra',
  '{layer} has the output_padding {value}': '{layer} tiene el output_padding {value}',
  'it normalizes as in training': 'normaliza como en el entrenamiento',
  'it normalizes something else than channels': 'normaliza algo que no son canales',
  'it normalizes numbers that were an image': 'normaliza números que eran una imagen',
  '{layer} has weights of [{shape}] for {channels} channels':
    '{layer} tiene pesos de [{shape}] para {channels} canales',
  'The model works out more than {most} constants.': 'El modelo calcula más de {most} constantes.',
  '{count} values of it are used; one is known': 'se usan {count} de sus valores; se conoce uno',
  'The input {name} of the .onnx file is [{shape}]; a row of numbers or an image for each example is known.':
    'La entrada {name} del archivo .onnx es [{shape}]; se conoce una fila de números o una imagen por ejemplo.',
  'Export the generator alone, with its sizes.': 'Exporta solo el generador, con sus tamaños.',
  'The .onnx file leaves sizes of its input {name} free.':
    'El archivo .onnx deja libres tamaños de su entrada {name}.',
  'Export it with sizes; only the number of examples may be free.':
    'Expórtalo con tamaños; solo puede quedar libre el número de ejemplos.',
  'The .onnx file has {count} inputs: {names}.': 'El archivo .onnx tiene {count} entradas: {names}.',
  'The .onnx file has {count} outputs: {names}.': 'El archivo .onnx tiene {count} salidas: {names}.',
  'The .onnx file has {count} inputs.': 'El archivo .onnx tiene {count} entradas.',
  'The .onnx file has {count} outputs.': 'El archivo .onnx tiene {count} salidas.',
  'Export a generator that takes one row of numbers, or one picture, and makes one image.':
    'Exporta un generador que tome una fila de números, o una imagen, y haga una imagen.',
  'no operator makes its output {name} from its input':
    'ningún operador hace su salida {name} a partir de su entrada',
  'its epsilon is {epsilon}; one above 0 is known': 'su epsilon es {epsilon}; se conoce uno mayor que 0',
  '{layer} has {found} factors for {count} numbers': '{layer} tiene {found} factores para {count} números',
  'it normalizes from the axis {axis} on; all of one example, or the channels where they are last, are known':
    'normaliza desde el eje {axis}; se conoce un ejemplo entero, o los canales cuando van al final',
  'its alpha is {alpha} and its gamma {gamma}; those of SELU are known':
    'su alpha es {alpha} y su gamma {gamma}; se conocen los de SELU',
  'it cuts off below {low} and above {high}': 'recorta por debajo de {low} y por encima de {high}',
  'it sums along the axis {axis}; that of the channels is known':
    'suma a lo largo del eje {axis}; se conoce el de los canales',
  'it subtracts two values': 'resta dos valores',
  'it adds {count} values; two are known': 'suma {count} valores; se conocen dos',
  'it multiplies two values': 'multiplica dos valores',
  'it divides by a value': 'divide por un valor',
  'it rounds sizes up': 'redondea los tamaños hacia arriba',
  'it has borders that no pool here has': 'tiene bordes que aquí no tiene ningún pooling',
  'it enlarges something else than rows and columns': 'amplía algo que no son filas ni columnas',
  'it enlarges {channels} channels {times} times': 'amplía {channels} canales {times} veces',
  'it enlarges {down} x {across} times by the nearest pixel; one whole number for both sides is known':
    'amplía {down} x {across} veces por el píxel más cercano; se conoce un mismo número entero para ambos lados',
  'it takes the nearest pixel by {place} and {rounding}':
    'toma el píxel más cercano según {place} y {rounding}',
  'it interpolates by {mode} and {place}; linear with half_pixel is known':
    'interpola según {mode} y {place}; se conoce linear con half_pixel',
  'it picks something else than the vector of one class': 'elige algo que no es el vector de una clase',
  'there is no such operator here; it {what}': 'aquí no existe ese operador; este {what}',
  'multiplies a value with a curve of itself': 'multiplica un valor por una curva de sí mismo',
  'decides while it runs': 'decide mientras se ejecuta',
  'draws random numbers of its own': 'saca sus propios números aleatorios',
  'computes a step of something that is not known as a whole':
    'calcula un paso de algo que no se reconoce en su conjunto',
  'compares values': 'compara valores',
  'is no operator of ONNX itself': 'no es un operador propio de ONNX',
  'it makes another image of what was one': 'hace otra imagen de lo que ya era una',
  'it makes an image of numbers that no dense layer has made':
    'hace una imagen con números que no hizo ninguna capa densa',
  '{layer} makes [{shape}] of {count} numbers': '{layer} hace [{shape}] de {count} números',
  'it makes [{shape}] of an example; rows and images are known':
    'hace [{shape}] de un ejemplo; se conocen filas e imágenes',
  'it makes the shape [{shape}]': 'hace la forma [{shape}]',
  'it leaves several sizes free': 'deja libres varios tamaños',
  'it flattens from the axis {axis} on': 'aplana desde el eje {axis}',
  'it puts an axis before the examples': 'pone un eje delante de los ejemplos',
  'it turns axes round as [{axes}]': 'permuta los ejes como [{axes}]',
  'it works along the axis {axis}; rows and columns are known':
    'trabaja a lo largo del eje {axis}; se conocen filas y columnas',
  '{layer} has no start or end for an axis': '{layer} no tiene principio o fin para un eje',
  '{layer} has {count} borders': '{layer} tiene {count} bordes',
  'it pads with {value}; 0 is known': 'rellena con {value}; se conoce 0',
  'it pads by {mode}; zeros and the mirrored image are known':
    'rellena según {mode}; se conocen ceros y la imagen reflejada',
  '{layer} joins nothing': '{layer} no une nada',
  'it joins values along the axis {axis}; that of the channels is known':
    'une valores a lo largo del eje {axis}; se conoce el de los canales',
  '{layer} makes blocks of {block} of {channels} channels':
    '{layer} hace bloques de {block} con {channels} canales',
  'it makes pixels of {channels} channels': 'hace píxeles de {channels} canales',
  'Choose a generator made of dense, convolution, normalization, resize and activation layers.':
    'Elige un generador hecho de capas densas, de convolución, de normalización, de escalado y de activación.',
  '{layer} lacks its operand {number}': 'a {layer} le falta el operando {number}',
  '{layer} reads what no operator before it makes': '{layer} lee lo que no hace ningún operador anterior',
  'it works on a constant where a value flows elsewhere':
    'trabaja con una constante donde en otros casos fluye un valor',
  'it works on an image whose channels are not first': 'trabaja con una imagen cuyos canales no van primero',
  'it works on {shape} numbers, no image': 'trabaja con {shape} números, no con una imagen',
  'its weights are whole numbers': 'sus pesos son números enteros',
  '{layer} has {count} numbers in place of one': '{layer} tiene {count} números en lugar de uno',
  '{layer} has {count} sizes': '{layer} tiene {count} tamaños',
  'it reads a row of numbers that becomes an image elsewhere':
    'lee una fila de números que en otro sitio se convierte en imagen',
  'it has an operand [{shape}]; one number for each channel is known':
    'tiene un operando [{shape}]; se conoce un número por canal',
  'it normalizes along the axes [{axes}]': 'normaliza a lo largo de los ejes [{axes}]',
  'the constant {name}': 'la constante {name}',
  'the constant {name} lies in a file that it does not name':
    'la constante {name} está en un archivo que no nombra',
  'the constant {name} should be {bytes} bytes at {at} of {file}, which has {all}':
    'la constante {name} debería ser {bytes} bytes en {at} de {file}, que tiene {all}',
  'the constant {name} has {bytes} bytes for the {count} numbers of its shape':
    'la constante {name} tiene {bytes} bytes para los {count} números de su forma',
  'the constant {name} has {bytes} bytes of doubles':
    'la constante {name} tiene {bytes} bytes de números dobles',
  'the constant {name} has more than the {count} numbers of its shape':
    'la constante {name} tiene más números que los {count} de su forma',
  'the constant {name} has {found} of the {count} numbers of its shape':
    'la constante {name} tiene {found} de los {count} números de su forma',
  'the constant {name} has the shape [{shape}]': 'la constante {name} tiene la forma [{shape}]',
  'The constant {name} is stored as the kind {kind} of ONNX.':
    'La constante {name} está guardada en el tipo {kind} de ONNX.',
  'float32, float16, bfloat16, float64 and whole numbers of 8 to 64 bits can be opened.':
    'Se pueden abrir float32, float16, bfloat16, float64 y enteros de 8 a 64 bits.',
  'The constant {name} has {count} numbers; {most} are the most.':
    'La constante {name} tiene {count} números; como máximo {most}.',
  'the constant {name} has {bytes} bytes; [{shape}] of {kind} take {needed}':
    'la constante {name} tiene {bytes} bytes; [{shape}] de {kind} ocupan {needed}',
  '{what} ends inside a number': '{what} termina en medio de un número',
  '{what} has a number of more than ten bytes': '{what} tiene un número de más de diez bytes',
  '{what} has a field of {bytes} bytes where {left} are left':
    '{what} tiene un campo de {bytes} bytes donde quedan {left}',
  'The model has more than {most} fields of its format.':
    'El modelo tiene más de {most} campos de su formato.',
  '{what} has a field with the number {number}': '{what} tiene un campo con el número {number}',
  '{what} has a field of the kind {kind}': '{what} tiene un campo del tipo {kind}',
  '{what} has {bytes} bytes of floats': '{what} tiene {bytes} bytes de números de coma flotante',
  'Choose the .onnx file and the files of its weights together, or a zip of them.':
    'Elige el archivo .onnx y los archivos de sus pesos juntos, o un zip con ellos.',
} as const;
