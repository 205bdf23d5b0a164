// Spanish texts of file formats, by the English text.
export default {
  'TensorFlow Lite': 'TensorFlow Lite',
  'One .tflite file for phones, boards and microcontrollers; every kind is run by LiteRT before you get it.':
    'Un archivo .tflite para móviles, placas y microcontroladores; cada variante se ejecuta con LiteRT antes de que la recibas.',
  'int8, float in and out': 'int8, entrada y salida en float',
  'Integer arithmetic throughout, float32 at the border: small and quick, and as easy to call as float.':
    'Aritmética entera en todo el interior, float32 en los bordes: pequeño y rápido, y tan fácil de llamar como float.',
  'int8, int8 in and out': 'int8, entrada y salida en int8',
  'Integer arithmetic throughout, as microcontrollers (TensorFlow Lite Micro) want it.':
    'Aritmética entera en todo, como la quieren los microcontroladores (TensorFlow Lite Micro).',
  'int8 weights, float activations': 'Pesos int8, activaciones float',
  'A quarter of the size; activations are rounded on the fly. Not for microcontrollers.':
    'Una cuarta parte del tamaño; las activaciones se redondean sobre la marcha. No para microcontroladores.',
  '4-bit weights': 'Pesos de 4 bits',
  'Dense and convolution weights in 4 bits, the rest in 8: smallest, and visibly rougher.':
    'Pesos densos y de convolución en 4 bits, el resto en 8: lo más pequeño, y visiblemente más tosco.',
  'LiteRT and TensorFlow Lite have no quick kernels for 4-bit convolutions: an image takes many times as long as with 8 bits, 80 times for the application note’s network. Choose it for its size alone.':
    'LiteRT y TensorFlow Lite no tienen kernels rápidos para convoluciones de 4 bits: una imagen tarda muchas veces más que con 8 bits, 80 veces más con la red de la nota de aplicación. Elígelo solo por su tamaño.',
  'float16 weights': 'Pesos float16',
  'Half the size, hardly any difference.': 'La mitad del tamaño, casi ninguna diferencia.',
  float32: 'float32',
  'As trained; the one to compare with.': 'Tal como se entrenó; el que sirve para comparar.',
  Runtimes: 'Entornos de ejecución',
  'TensorFlow Lite 2.3 or later': 'TensorFlow Lite 2.3 o posterior',
  'Older ones too, and Arm NN of 2020': 'También más antiguos, y Arm NN de 2020',
  'Older ones want the bias of a transposed convolution as an addition behind it: one more operator, and in integers one more rounding.':
    'Los más antiguos quieren el sesgo de una convolución transpuesta como una suma detrás de ella: un operador más y, en enteros, un redondeo más.',
  'Images at a time': 'Imágenes a la vez',
  'One, which interpreters may resize': 'Una, que los intérpretes pueden cambiar',
  'Left free': 'Libre',
  'Every operator follows an input that is resized, but a transposed convolution, which is told its output: left free, that shape is computed, which is slower. LiteRT.js 2.5 and Arm NN run no file whose size is left free.':
    'Todos los operadores se adaptan a una entrada redimensionada, salvo la convolución transpuesta, a la que se le dice su salida: si el tamaño queda libre, esa forma se calcula, y es más lento. LiteRT.js 2.5 y Arm NN no ejecutan archivos cuyo tamaño queda libre.',
  'Web page': 'Página web',
  'One .html file that draws by itself: opened with a double click, in any browser, without a network. To send to anybody.':
    'Un archivo .html que dibuja por sí mismo: se abre con un doble clic, en cualquier navegador, sin red. Para enviar a quien quieras.',
  'The smallest file; weights are rounded once, the arithmetic is float.':
    'El archivo más pequeño; los pesos se redondean una vez, la aritmética es float.',
  'Twice the size, hardly any difference.': 'El doble de tamaño, casi ninguna diferencia.',
  'As trained; four times the size.': 'Tal como se entrenó; cuatro veces el tamaño.',
  'TensorFlow Lite as a C array': 'TensorFlow Lite como array de C',
  'The int8 .tflite as .h and .c, as TensorFlow Lite Micro examples include a model.':
    'El .tflite int8 como .h y .c, tal como los ejemplos de TensorFlow Lite Micro incluyen un modelo.',
  'What TensorFlow Lite Micro runs: integers throughout.':
    'Lo que ejecuta TensorFlow Lite Micro: enteros en todo.',
  'C source': 'Código C',
  'Plain C99 for this model alone, with a main, a Makefile and figures for flash and RAM; no library needed.':
    'C99 puro solo para este modelo, con un main, un Makefile y cifras de flash y RAM; no necesita ninguna biblioteca.',
  int8: 'int8',
  'Integer arithmetic throughout; no heap, no mathematics library, one static block of memory.':
    'Aritmética entera en todo; sin heap, sin biblioteca matemática, un solo bloque estático de memoria.',
  'model.bin': 'model.bin',
  'For ganvas-infer, the small C program of a board bundle: it draws PNGs without a browser or a library.':
    'Para ganvas-infer, el pequeño programa en C de un paquete para placas: dibuja PNG sin navegador ni biblioteca.',
  'Integer arithmetic throughout, bit for bit the same on every machine.':
    'Aritmética entera en todo, idéntica bit a bit en cualquier máquina.',
  ONNX: 'ONNX',
  'One .onnx file for onnxruntime, OpenVINO, TensorRT and the converters of chip makers; any batch size.':
    'Un archivo .onnx para onnxruntime, OpenVINO, TensorRT y los conversores de los fabricantes de chips; con cualquier tamaño de lote.',
  'As trained.': 'Tal como se entrenó.',
  'Half the size; widened when the model is loaded.': 'La mitad del tamaño; se amplía al cargar el modelo.',
  'int8 (QDQ)': 'int8 (QDQ)',
  'int8 weights, with marks where activations are rounded, which runtimes turn into integer arithmetic.':
    'Pesos int8, con marcas donde se redondean las activaciones, que los entornos de ejecución convierten en aritmética entera.',
  'TensorFlow.js': 'TensorFlow.js',
  'model.json and its weights for tf.loadLayersModel: a generator for web pages.':
    'model.json y sus pesos para tf.loadLayersModel: un generador para páginas web.',
  'Half the download, hardly any difference.': 'La mitad de descarga, casi ninguna diferencia.',
  '16-bit weights': 'Pesos de 16 bits',
  'Half the download, finer steps than float16.': 'La mitad de descarga, con pasos más finos que float16.',
  '8-bit weights': 'Pesos de 8 bits',
  'A quarter of the download; rounded once, at loading.':
    'Una cuarta parte de la descarga; se redondea una vez, al cargar.',
  Keras: 'Keras',
  'Generator, discriminator and both combined, to go on training or to convert in Python.':
    'El generador, el discriminador y ambos combinados, para seguir entrenando o convertir en Python.',
  '.h5 and .json': '.h5 y .json',
  'The older format, which Keras 2 and 3 read, and the architecture alone as JSON.':
    'El formato antiguo, que leen Keras 2 y 3, y la arquitectura sola como JSON.',
  '.keras': '.keras',
  'The format of Keras 3.': 'El formato de Keras 3.',
  'Discriminator ends in': 'El discriminador acaba en',
  'Logits, as it was trained': 'Logits, tal como se entrenó',
  'A sigmoid: probabilities': 'Una sigmoide: probabilidades',
  'Logits are any number, above 0 for real, and what losses here are made of; a sigmoid makes 0 to 1 of them, as the application note has it. Of the combined model too.':
    'Los logits son cualquier número, por encima de 0 si es real, y de ellos se hacen aquí las pérdidas; una sigmoide los lleva de 0 a 1, como en la nota de aplicación. También en el modelo combinado.',
  PyTorch: 'PyTorch',
  'A Python script with the same network, layer by layer, and its weights as .npz.':
    'Un script de Python con la misma red, capa por capa, y sus pesos como .npz.',
  'script and .npz': 'script y .npz',
  'Needs PyTorch and NumPy.': 'Necesita PyTorch y NumPy.',
};
