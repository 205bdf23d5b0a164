// German texts of file formats, by the English text.
export default {
  'TensorFlow Lite': 'TensorFlow Lite',
  'One .tflite file for phones, boards and microcontrollers; every kind is run by LiteRT before you get it.':
    'Eine .tflite-Datei für Telefone, Boards und Mikrocontroller; jede Art wird mit LiteRT ausgeführt, bevor du sie bekommst.',
  'int8, float in and out': 'int8, float hinein und heraus',
  'Integer arithmetic throughout, float32 at the border: small and quick, and as easy to call as float.':
    'Durchweg ganzzahlige Rechnung, float32 am Rand: klein und schnell und so leicht aufzurufen wie float.',
  'int8, int8 in and out': 'int8, int8 hinein und heraus',
  'Integer arithmetic throughout, as microcontrollers (TensorFlow Lite Micro) want it.':
    'Durchweg ganzzahlige Rechnung, wie Mikrocontroller (TensorFlow Lite Micro) sie wollen.',
  'int8 weights, float activations': 'int8-Gewichte, float-Aktivierungen',
  'A quarter of the size; activations are rounded on the fly. Not for microcontrollers.':
    'Ein Viertel der Größe; Aktivierungen werden unterwegs gerundet. Nicht für Mikrocontroller.',
  '4-bit weights': '4-Bit-Gewichte',
  'Dense and convolution weights in 4 bits, the rest in 8: smallest, and visibly rougher.':
    'Gewichte dichter Schichten und von Faltungen in 4 Bit, der Rest in 8: am kleinsten und sichtbar gröber.',
  'LiteRT and TensorFlow Lite have no quick kernels for 4-bit convolutions: an image takes many times as long as with 8 bits, 80 times for the application note’s network. Choose it for its size alone.':
    'LiteRT und TensorFlow Lite haben keine schnellen Kernel für 4-Bit-Faltungen: Ein Bild dauert ein Vielfaches der Zeit mit 8 Bit, beim Netz der Application Note das 80-Fache. Wähle es nur wegen der Größe.',
  'float16 weights': 'float16-Gewichte',
  'Half the size, hardly any difference.': 'Die halbe Größe, kaum ein Unterschied.',
  float32: 'float32',
  'As trained; the one to compare with.': 'Wie trainiert; die, mit der du vergleichst.',
  Runtimes: 'Laufzeiten',
  'TensorFlow Lite 2.3 or later': 'TensorFlow Lite 2.3 oder neuer',
  'Older ones too, and Arm NN of 2020': 'Auch ältere, und Arm NN von 2020',
  'Older ones want the bias of a transposed convolution as an addition behind it: one more operator, and in integers one more rounding.':
    'Ältere wollen den Bias einer transponierten Faltung als Addition dahinter: ein Operator mehr, und in ganzen Zahlen eine Rundung mehr.',
  'Images at a time': 'Bilder auf einmal',
  'One, which interpreters may resize': 'Eines, von Interpretern änderbar',
  'Left free': 'Offen gelassen',
  'Every operator follows an input that is resized, but a transposed convolution, which is told its output: left free, that shape is computed, which is slower. LiteRT.js 2.5 and Arm NN run no file whose size is left free.':
    'Jeder Operator folgt einer Eingabe, deren Größe geändert wird, nur die transponierte Faltung nicht, der ihre Ausgabe gesagt wird: Offen gelassen, wird diese Form berechnet, was langsamer ist. LiteRT.js 2.5 und Arm NN führen keine Datei aus, deren Größe offen ist.',
  'Web page': 'Webseite',
  'One .html file that draws by itself: opened with a double click, in any browser, without a network. To send to anybody.':
    'Eine .html-Datei, die von selbst zeichnet: mit einem Doppelklick geöffnet, in jedem Browser, ohne Netz. Zum Verschicken an alle.',
  'The smallest file; weights are rounded once, the arithmetic is float.':
    'Die kleinste Datei; Gewichte werden einmal gerundet, gerechnet wird in float.',
  'Twice the size, hardly any difference.': 'Die doppelte Größe, kaum ein Unterschied.',
  'As trained; four times the size.': 'Wie trainiert; die vierfache Größe.',
  'TensorFlow Lite as a C array': 'TensorFlow Lite als C-Array',
  'The int8 .tflite as .h and .c, as TensorFlow Lite Micro examples include a model.':
    'Die int8-.tflite als .h und .c, wie Beispiele von TensorFlow Lite Micro ein Modell einbinden.',
  'What TensorFlow Lite Micro runs: integers throughout.':
    'Was TensorFlow Lite Micro ausführt: durchweg ganze Zahlen.',
  'C source': 'C-Quelltext',
  'Plain C99 for this model alone, with a main, a Makefile and figures for flash and RAM; no library needed.':
    'Reines C99 nur für dieses Modell, mit main, Makefile und Angaben zu Flash und RAM; keine Bibliothek nötig.',
  int8: 'int8',
  'Integer arithmetic throughout; no heap, no mathematics library, one static block of memory.':
    'Durchweg ganzzahlige Rechnung; kein Heap, keine Mathematikbibliothek, ein statischer Speicherblock.',
  'model.bin': 'model.bin',
  'For ganvas-infer, the small C program of a board bundle: it draws PNGs without a browser or a library.':
    'Für ganvas-infer, das kleine C-Programm eines Board-Pakets: Es zeichnet PNGs ohne Browser und ohne Bibliothek.',
  'Integer arithmetic throughout, bit for bit the same on every machine.':
    'Durchweg ganzzahlige Rechnung, Bit für Bit gleich auf jeder Maschine.',
  ONNX: 'ONNX',
  'One .onnx file for onnxruntime, OpenVINO, TensorRT and the converters of chip makers; any batch size.':
    'Eine .onnx-Datei für onnxruntime, OpenVINO, TensorRT und die Konverter der Chiphersteller; jede Batchgröße.',
  'As trained.': 'Wie trainiert.',
  'Half the size; widened when the model is loaded.': 'Die halbe Größe; beim Laden des Modells erweitert.',
  'int8 (QDQ)': 'int8 (QDQ)',
  'int8 weights, with marks where activations are rounded, which runtimes turn into integer arithmetic.':
    'int8-Gewichte, mit Marken, wo Aktivierungen gerundet werden; Laufzeiten machen daraus ganzzahlige Rechnung.',
  'TensorFlow.js': 'TensorFlow.js',
  'model.json and its weights for tf.loadLayersModel: a generator for web pages.':
    'model.json und seine Gewichte für tf.loadLayersModel: ein Generator für Webseiten.',
  'Half the download, hardly any difference.': 'Der halbe Download, kaum ein Unterschied.',
  '16-bit weights': '16-Bit-Gewichte',
  'Half the download, finer steps than float16.': 'Der halbe Download, feinere Stufen als float16.',
  '8-bit weights': '8-Bit-Gewichte',
  'A quarter of the download; rounded once, at loading.':
    'Ein Viertel des Downloads; einmal gerundet, beim Laden.',
  Keras: 'Keras',
  'Generator, discriminator and both combined, to go on training or to convert in Python.':
    'Generator, Diskriminator und beide verbunden, um in Python weiterzutrainieren oder umzuwandeln.',
  '.h5 and .json': '.h5 und .json',
  'The older format, which Keras 2 and 3 read, and the architecture alone as JSON.':
    'Das ältere Format, das Keras 2 und 3 lesen, und die Architektur allein als JSON.',
  '.keras': '.keras',
  'The format of Keras 3.': 'Das Format von Keras 3.',
  'Discriminator ends in': 'Diskriminator endet mit',
  'Logits, as it was trained': 'Logits, wie trainiert',
  'A sigmoid: probabilities': 'Sigmoid: Wahrscheinlichkeiten',
  'Logits are any number, above 0 for real, and what losses here are made of; a sigmoid makes 0 to 1 of them, as the application note has it. Of the combined model too.':
    'Logits sind beliebige Zahlen, über 0 für echt, und daraus bestehen die Verluste hier; ein Sigmoid macht daraus 0 bis 1, wie in der Application Note. Gilt auch für das verbundene Modell.',
  PyTorch: 'PyTorch',
  'A Python script with the same network, layer by layer, and its weights as .npz.':
    'Ein Python-Skript mit demselben Netz, Schicht für Schicht, und seine Gewichte als .npz.',
  'script and .npz': 'Skript und .npz',
  'Needs PyTorch and NumPy.': 'Braucht PyTorch und NumPy.',
};
