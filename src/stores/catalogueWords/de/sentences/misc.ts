// German sentences on what is being done, and of boards, formats and sources, by the English text.
export default {
  'Drawing images': 'Bilder werden gezeichnet',
  'Drawing points': 'Punkte werden gezeichnet',
  'Reading the pictures': 'Die Bilder werden gelesen',
  'Drawing the first images': 'Die ersten Bilder werden gezeichnet',
  'Reading the weights': 'Die Gewichte werden gelesen',
  'Writing {format}': '{format} wird geschrieben',
  'Loading the runtime that checks the file': 'Die Laufzeit wird geladen, die die Datei prüft',
  'Running the file': 'Die Datei wird ausgeführt',
  Packing: 'Wird gepackt',
  'Packing the images': 'Die Bilder werden gepackt',
  'Weighing the file': 'Die Datei wird gewogen',
  'Weighing the files': 'Die Dateien werden gewogen',
  'Reading the page': 'Die Seite wird gelesen',
  'Asking the board': 'Das Board wird gefragt',
  'Sending {name}': '{name} wird gesendet',
  'Telling the kiosk': 'Dem Kiosk wird Bescheid gegeben',
  'Reading it back': 'Wird zurückgelesen',
  'C source, int8': 'C-Quelltext, int8',
  'any C99 compiler': 'jeder C99-Compiler',
  'LiteRT 1 and 2, LiteRT.js 2.5': 'LiteRT 1 und 2, LiteRT.js 2.5',
  'TensorFlow Lite {version} or later': 'TensorFlow Lite {version} oder neuer',
  'TensorFlow Lite Micro of 2021 or later': 'TensorFlow Lite Micro von 2021 oder neuer',
  'ONNX Runtime 1.8 or later (opset 13)': 'ONNX Runtime 1.8 oder neuer (Opset 13)',
  'OpenVINO, TensorRT and other readers of opset 13': 'OpenVINO, TensorRT und andere Leser von Opset 13',
  'Arm NN 20.11 or later': 'Arm NN 20.11 oder neuer',
  'Keras 2 and 3 (TensorFlow 2)': 'Keras 2 und 3 (TensorFlow 2)',
  'PyTorch 1.13 or later with NumPy': 'PyTorch 1.13 oder neuer mit NumPy',
  'ganvas-infer of a board bundle that was made with this version':
    'ganvas-infer eines Board-Pakets, das mit dieser Fassung gemacht wurde',
  'the integer reference of Ganvas, which the files’ arithmetic follows':
    'die Ganzzahl-Referenz von Ganvas, deren Rechnung die Dateien folgen',
  'the float reference of Ganvas, from the weights that the files hold':
    'die Gleitkomma-Referenz von Ganvas, mit den Gewichten der Dateien',
  'Four Cortex-A53 at 1.8 GHz; eMMC and DDR4 of the evaluation kit.':
    'Vier Cortex-A53 mit 1,8 GHz; eMMC und DDR4 des Evaluierungs-Kits.',
  'Cortex-M7 at 600 MHz; QSPI flash of the evaluation kit, on-chip RAM.':
    'Cortex-M7 mit 600 MHz; QSPI-Flash des Evaluierungs-Kits, RAM auf dem Chip.',
  'A common microcontroller: 1 MB of flash, 256 kB of RAM.':
    'Ein üblicher Mikrocontroller: 1 MB Flash, 256 kB RAM.',
  'Four Cortex-A72; SD card, the 2 GB model.': 'Vier Cortex-A72; SD-Karte, das Modell mit 2 GB.',
  'Your files': 'Deine Dateien',
  Yours: 'Deine',
  'Drawn by you': 'Von dir gezeichnet',
  'Drawn by this program': 'Von diesem Programm gezeichnet',
  'Drawn by this program from stroke models': 'Von diesem Programm aus Strichmodellen gezeichnet',
  'Drawn on this device': 'Auf diesem Gerät gezeichnet',
  'Made on this device of synthetic digits or MNIST':
    'Auf diesem Gerät aus synthetischen Ziffern oder MNIST gemacht',
  'not known': 'nicht bekannt',
  'not known; ask whoever made the file': 'nicht bekannt; frag, wer die Datei gemacht hat',
  'fixed random features': 'feste Zufallsmerkmale',
  'A generator that came from a file has no discriminator to train against.':
    'Ein Generator aus einer Datei hat keinen Diskriminator, gegen den er trainieren könnte.',
  'Export it as a model instead (Export, PyTorch).':
    'Exportiere ihn stattdessen als Modell (Export, PyTorch).',
} as const;
