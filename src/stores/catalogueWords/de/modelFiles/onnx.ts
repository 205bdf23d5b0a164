// German texts of what is wrong with ONNX files, by the English text; `{name}` is a gap.
export default {
  'The model has more than {most} constants.': 'Das Modell hat mehr als {most} Konstanten.',
  'a constant': 'eine Konstante',
  'an operator': 'ein Operator',
  'an attribute': 'ein Attribut',
  'an input or output': 'ein Ein- oder Ausgang',
  'the graph': 'der Graph',
  'the file': 'die Datei',
  'the set of operators': 'der Operatorensatz',
  'the shape of a constant': 'die Form einer Konstante',
  'a place of constants': 'eine Stelle von Konstanten',
  'The model has more than {most} operators.': 'Das Modell hat mehr als {most} Operatoren.',
  'The ONNX model uses the operator set {set}; {first} to {last} are known.':
    'Das ONNX-Modell benutzt den Operatorensatz {set}; bekannt sind {first} bis {last}.',
  'Convert it with the ONNX version converter, for example to operator set 13.':
    'Wandle es mit dem Versionswandler von ONNX um, zum Beispiel in den Operatorensatz 13.',
  'the .onnx file ends before its graph': 'die .onnx-Datei endet vor ihrem Graphen',
  'the .onnx file does not say which set of operators it uses':
    'die .onnx-Datei sagt nicht, welchen Operatorensatz sie benutzt',
  'it multiplies each pixel by a matrix': 'sie multipliziert jedes Pixel mit einer Matrix',
  '{layer} has a matrix [{shape}] for {count} numbers':
    '{layer} hat eine Matrix [{shape}] für {count} Zahlen',
  'it turns its input round': 'sie transponiert ihren Eingang',
  '{layer} has {found} addends for {count} numbers': '{layer} hat {found} Summanden für {count} Zahlen',
  'its {setting} are [{values}]; two sides are known': '{setting} sind [{values}]; bekannt sind zwei Seiten',
  'its auto_pad is {value}': 'ihr auto_pad ist {value}',
  'its pads are [{pads}]': 'ihre pads sind [{pads}]',
  'its dilations are {dilations}; 1 is known': 'ihre dilations sind {dilations}; bekannt ist 1',
  '{layer} has a window or stride of no size': '{layer} hat ein Fenster oder eine Schrittweite ohne Größe',
  '{layer} leaves nothing of the image': '{layer} lässt vom Bild nichts übrig',
  'its kernel is [{shape}]; those of images are known':
    'ihr Kern ist [{shape}]; bekannt sind die von Bildern',
  '{layer} has a kernel [{shape}] in {groups} groups for {channels} channels':
    '{layer} hat einen Kern [{shape}] in {groups} Gruppen für {channels} Kanäle',
  'it convolves {groups} groups of channels by themselves':
    'sie faltet {groups} Gruppen von Kanälen je für sich',
  '{layer} has a window larger than the image': '{layer} hat ein Fenster, das größer als das Bild ist',
  '{layer} has a kernel [{shape}] for {channels} channels':
    '{layer} hat einen Kern [{shape}] für {channels} Kanäle',
  'it names its output_shape': 'sie nennt ihre output_shape',
  'it names its padding by a word': 'sie nennt ihr Padding mit einem Wort',
  '{layer} has the output_padding {value}': '{layer} hat das output_padding {value}',
  'it normalizes as in training': 'sie normalisiert wie beim Training',
  'it normalizes something else than channels': 'sie normalisiert etwas anderes als Kanäle',
  'it normalizes numbers that were an image': 'sie normalisiert Zahlen, die ein Bild waren',
  '{layer} has weights of [{shape}] for {channels} channels':
    '{layer} hat Gewichte von [{shape}] für {channels} Kanäle',
  'The model works out more than {most} constants.': 'Das Modell rechnet mehr als {most} Konstanten aus.',
  '{count} values of it are used; one is known': '{count} ihrer Werte werden benutzt; bekannt ist einer',
  'The input {name} of the .onnx file is [{shape}]; a row of numbers or an image for each example is known.':
    'Der Eingang {name} der .onnx-Datei ist [{shape}]; bekannt ist je Beispiel eine Zeile von Zahlen oder ein Bild.',
  'Export the generator alone, with its sizes.': 'Exportiere nur den Generator, mit seinen Größen.',
  'The .onnx file leaves sizes of its input {name} free.':
    'Die .onnx-Datei lässt Größen ihres Eingangs {name} offen.',
  'Export it with sizes; only the number of examples may be free.':
    'Exportiere sie mit Größen; nur die Zahl der Beispiele darf offen sein.',
  'The .onnx file has {count} inputs: {names}.': 'Die .onnx-Datei hat {count} Eingänge: {names}.',
  'The .onnx file has {count} outputs: {names}.': 'Die .onnx-Datei hat {count} Ausgänge: {names}.',
  'The .onnx file has {count} inputs.': 'Die .onnx-Datei hat {count} Eingänge.',
  'The .onnx file has {count} outputs.': 'Die .onnx-Datei hat {count} Ausgänge.',
  'Export a generator that takes one row of numbers, or one picture, and makes one image.':
    'Exportiere einen Generator, der eine Zeile von Zahlen oder ein Bild nimmt und ein Bild macht.',
  'no operator makes its output {name} from its input':
    'kein Operator macht ihren Ausgang {name} aus ihrem Eingang',
  'its epsilon is {epsilon}; one above 0 is known': 'ihr epsilon ist {epsilon}; bekannt ist eines über 0',
  '{layer} has {found} factors for {count} numbers': '{layer} hat {found} Faktoren für {count} Zahlen',
  'it normalizes from the axis {axis} on; all of one example, or the channels where they are last, are known':
    'sie normalisiert von der Achse {axis} an; bekannt ist ein ganzes Beispiel, oder die Kanäle, wo sie hinten stehen',
  'its alpha is {alpha} and its gamma {gamma}; those of SELU are known':
    'ihr alpha ist {alpha} und ihr gamma {gamma}; bekannt sind die von SELU',
  'it cuts off below {low} and above {high}': 'sie schneidet unter {low} und über {high} ab',
  'it sums along the axis {axis}; that of the channels is known':
    'sie summiert entlang der Achse {axis}; bekannt ist die der Kanäle',
  'it subtracts two values': 'sie zieht zwei Werte voneinander ab',
  'it adds {count} values; two are known': 'sie addiert {count} Werte; bekannt sind zwei',
  'it multiplies two values': 'sie multipliziert zwei Werte',
  'it divides by a value': 'sie teilt durch einen Wert',
  'it rounds sizes up': 'sie rundet Größen auf',
  'it has borders that no pool here has': 'sie hat Ränder, die hier kein Pooling hat',
  'it enlarges something else than rows and columns': 'sie vergrößert etwas anderes als Zeilen und Spalten',
  'it enlarges {channels} channels {times} times': 'sie vergrößert {channels} Kanäle {times}-fach',
  'it enlarges {down} x {across} times by the nearest pixel; one whole number for both sides is known':
    'sie vergrößert {down} x {across}-fach nach dem nächsten Pixel; bekannt ist eine ganze Zahl für beide Seiten',
  'it takes the nearest pixel by {place} and {rounding}':
    'sie nimmt das nächste Pixel nach {place} und {rounding}',
  'it interpolates by {mode} and {place}; linear with half_pixel is known':
    'sie interpoliert nach {mode} und {place}; bekannt ist linear mit half_pixel',
  'it picks something else than the vector of one class':
    'sie wählt etwas anderes als den Vektor einer Klasse',
  'there is no such operator here; it {what}': 'einen solchen Operator gibt es hier nicht; er {what}',
  'multiplies a value with a curve of itself': 'multipliziert einen Wert mit einer Kurve seiner selbst',
  'decides while it runs': 'entscheidet, während er läuft',
  'draws random numbers of its own': 'zieht eigene Zufallszahlen',
  'computes a step of something that is not known as a whole':
    'rechnet einen Schritt von etwas, das als Ganzes unbekannt ist',
  'compares values': 'vergleicht Werte',
  'is no operator of ONNX itself': 'ist kein Operator von ONNX selbst',
  'it makes another image of what was one': 'sie macht aus einem Bild ein anderes',
  'it makes an image of numbers that no dense layer has made':
    'sie macht ein Bild aus Zahlen, die keine dichte Schicht gemacht hat',
  '{layer} makes [{shape}] of {count} numbers': '{layer} macht [{shape}] aus {count} Zahlen',
  'it makes [{shape}] of an example; rows and images are known':
    'sie macht [{shape}] aus einem Beispiel; bekannt sind Zeilen und Bilder',
  'it makes the shape [{shape}]': 'sie macht die Form [{shape}]',
  'it leaves several sizes free': 'sie lässt mehrere Größen offen',
  'it flattens from the axis {axis} on': 'sie glättet von der Achse {axis} an',
  'it puts an axis before the examples': 'sie setzt eine Achse vor die Beispiele',
  'it turns axes round as [{axes}]': 'sie ordnet Achsen um zu [{axes}]',
  'it works along the axis {axis}; rows and columns are known':
    'sie arbeitet entlang der Achse {axis}; bekannt sind Zeilen und Spalten',
  '{layer} has no start or end for an axis': '{layer} hat für eine Achse keinen Anfang oder kein Ende',
  '{layer} has {count} borders': '{layer} hat {count} Ränder',
  'it pads with {value}; 0 is known': 'sie füllt mit {value} auf; bekannt ist 0',
  'it pads by {mode}; zeros and the mirrored image are known':
    'sie füllt nach {mode} auf; bekannt sind Nullen und das gespiegelte Bild',
  '{layer} joins nothing': '{layer} verbindet nichts',
  'it joins values along the axis {axis}; that of the channels is known':
    'sie verbindet Werte entlang der Achse {axis}; bekannt ist die der Kanäle',
  '{layer} makes blocks of {block} of {channels} channels':
    '{layer} macht Blöcke von {block} aus {channels} Kanälen',
  'it makes pixels of {channels} channels': 'sie macht Pixel aus {channels} Kanälen',
  'Choose a generator made of dense, convolution, normalization, resize and activation layers.':
    'Nimm einen Generator aus dichten, Faltungs-, Normalisierungs-, Größen- und Aktivierungsschichten.',
  '{layer} lacks its operand {number}': '{layer} fehlt der Operand {number}',
  '{layer} reads what no operator before it makes': '{layer} liest, was kein Operator vorher macht',
  'it works on a constant where a value flows elsewhere':
    'sie rechnet mit einer Konstante, wo sonst ein Wert fließt',
  'it works on an image whose channels are not first':
    'sie rechnet mit einem Bild, dessen Kanäle nicht vorne stehen',
  'it works on {shape} numbers, no image': 'sie rechnet mit {shape} Zahlen, keinem Bild',
  'its weights are whole numbers': 'ihre Gewichte sind ganze Zahlen',
  '{layer} has {count} numbers in place of one': '{layer} hat {count} Zahlen statt einer',
  '{layer} has {count} sizes': '{layer} hat {count} Größen',
  'it reads a row of numbers that becomes an image elsewhere':
    'sie liest eine Zeile von Zahlen, die anderswo ein Bild wird',
  'it has an operand [{shape}]; one number for each channel is known':
    'sie hat einen Operanden [{shape}]; bekannt ist eine Zahl je Kanal',
  'it normalizes along the axes [{axes}]': 'sie normalisiert entlang der Achsen [{axes}]',
  'the constant {name}': 'die Konstante {name}',
  'the constant {name} lies in a file that it does not name':
    'die Konstante {name} liegt in einer Datei, die sie nicht nennt',
  'the constant {name} should be {bytes} bytes at {at} of {file}, which has {all}':
    'die Konstante {name} sollte {bytes} Bytes bei {at} von {file} sein, das {all} hat',
  'the constant {name} has {bytes} bytes for the {count} numbers of its shape':
    'die Konstante {name} hat {bytes} Bytes für die {count} Zahlen ihrer Form',
  'the constant {name} has {bytes} bytes of doubles': 'die Konstante {name} hat {bytes} Bytes an Doubles',
  'the constant {name} has more than the {count} numbers of its shape':
    'die Konstante {name} hat mehr als die {count} Zahlen ihrer Form',
  'the constant {name} has {found} of the {count} numbers of its shape':
    'die Konstante {name} hat {found} der {count} Zahlen ihrer Form',
  'the constant {name} has the shape [{shape}]': 'die Konstante {name} hat die Form [{shape}]',
  'The constant {name} is stored as the kind {kind} of ONNX.':
    'Die Konstante {name} ist in der Art {kind} von ONNX gespeichert.',
  'float32, float16, bfloat16, float64 and whole numbers of 8 to 64 bits can be opened.':
    'Öffnen lassen sich float32, float16, bfloat16, float64 und ganze Zahlen von 8 bis 64 Bit.',
  'The constant {name} has {count} numbers; {most} are the most.':
    'Die Konstante {name} hat {count} Zahlen; höchstens {most} sind möglich.',
  'the constant {name} has {bytes} bytes; [{shape}] of {kind} take {needed}':
    'die Konstante {name} hat {bytes} Bytes; [{shape}] in {kind} brauchen {needed}',
  '{what} ends inside a number': '{what} endet mitten in einer Zahl',
  '{what} has a number of more than ten bytes': '{what} hat eine Zahl von mehr als zehn Bytes',
  '{what} has a field of {bytes} bytes where {left} are left':
    '{what} hat ein Feld von {bytes} Bytes, wo {left} übrig sind',
  'The model has more than {most} fields of its format.':
    'Das Modell hat mehr als {most} Felder seines Formats.',
  '{what} has a field with the number {number}': '{what} hat ein Feld mit der Nummer {number}',
  '{what} has a field of the kind {kind}': '{what} hat ein Feld der Art {kind}',
  '{what} has {bytes} bytes of floats': '{what} hat {bytes} Bytes an Gleitkommazahlen',
  'Choose the .onnx file and the files of its weights together, or a zip of them.':
    'Wähle die .onnx-Datei und die Dateien ihrer Gewichte zusammen, oder ein Zip davon.',
} as const;
