// Spanish sentences on what is being done, and of boards, formats and sources, by the English text.
export default {
  'Drawing images': 'Dibujando imágenes',
  'Drawing points': 'Dibujando puntos',
  'Reading the pictures': 'Leyendo las imágenes',
  'Drawing the first images': 'Dibujando las primeras imágenes',
  'Reading the weights': 'Leyendo los pesos',
  'Writing {format}': 'Escribiendo {format}',
  'Loading the runtime that checks the file': 'Cargando el entorno que comprueba el archivo',
  'Running the file': 'Ejecutando el archivo',
  Packing: 'Empaquetando',
  'Packing the images': 'Empaquetando las imágenes',
  'Weighing the file': 'Pesando el archivo',
  'Weighing the files': 'Pesando los archivos',
  'Reading the page': 'Leyendo la página',
  'Asking the board': 'Preguntando a la placa',
  'Sending {name}': 'Enviando {name}',
  'Telling the kiosk': 'Avisando al quiosco',
  'Reading it back': 'Leyéndolo de vuelta',
  'C source, int8': 'Código C, int8',
  'any C99 compiler': 'cualquier compilador de C99',
  'LiteRT 1 and 2, LiteRT.js 2.5': 'LiteRT 1 y 2, LiteRT.js 2.5',
  'TensorFlow Lite {version} or later': 'TensorFlow Lite {version} o posterior',
  'TensorFlow Lite Micro of 2021 or later': 'TensorFlow Lite Micro de 2021 o posterior',
  'ONNX Runtime 1.8 or later (opset 13)': 'ONNX Runtime 1.8 o posterior (opset 13)',
  'OpenVINO, TensorRT and other readers of opset 13': 'OpenVINO, TensorRT y otros lectores de opset 13',
  'Arm NN 20.11 or later': 'Arm NN 20.11 o posterior',
  'Keras 2 and 3 (TensorFlow 2)': 'Keras 2 y 3 (TensorFlow 2)',
  'PyTorch 1.13 or later with NumPy': 'PyTorch 1.13 o posterior con NumPy',
  'ganvas-infer of a board bundle that was made with this version':
    'ganvas-infer de un paquete para placas hecho con esta versión',
  'the integer reference of Ganvas, which the files’ arithmetic follows':
    'la referencia entera de Ganvas, cuya aritmética siguen los archivos',
  'the float reference of Ganvas, from the weights that the files hold':
    'la referencia en coma flotante de Ganvas, con los pesos de los archivos',
  'Four Cortex-A53 at 1.8 GHz; eMMC and DDR4 of the evaluation kit.':
    'Cuatro Cortex-A53 a 1,8 GHz; eMMC y DDR4 del kit de evaluación.',
  'Cortex-M7 at 600 MHz; QSPI flash of the evaluation kit, on-chip RAM.':
    'Cortex-M7 a 600 MHz; flash QSPI del kit de evaluación, RAM en el chip.',
  'A common microcontroller: 1 MB of flash, 256 kB of RAM.':
    'Un microcontrolador corriente: 1 MB de flash, 256 kB de RAM.',
  'Four Cortex-A72; SD card, the 2 GB model.': 'Cuatro Cortex-A72; tarjeta SD, el modelo de 2 GB.',
  'Your files': 'Tus archivos',
  Yours: 'Tuya',
  'Drawn by you': 'Dibujado por ti',
  'Drawn by this program': 'Dibujado por este programa',
  'Drawn by this program from stroke models': 'Dibujado por este programa a partir de modelos de trazos',
  'Drawn on this device': 'Dibujado en este dispositivo',
  'Made on this device of synthetic digits or MNIST':
    'Hecho en este dispositivo con dígitos sintéticos o MNIST',
  'not known': 'no se sabe',
  'not known; ask whoever made the file': 'no se sabe; pregunta a quien hizo el archivo',
  'fixed random features': 'características aleatorias fijas',
  'A generator that came from a file has no discriminator to train against.':
    'Un generador que viene de un archivo no tiene discriminador contra el que entrenar.',
  'Export it as a model instead (Export, PyTorch).': 'Expórtalo como modelo (Exportar, PyTorch).',
} as const;
