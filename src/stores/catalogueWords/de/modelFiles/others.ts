// German texts of what is wrong with PyTorch and TensorFlow.js models, by the English text; `{name}` is a gap.
export default {
  'The .npz holds {count} arrays alone ({names}); which layers they belong to stands in a program, and programs are not run here.':
    'Die .npz enthält nur {count} Felder ({names}); zu welchen Schichten sie gehören, steht in einem Programm, und Programme laufen hier nicht.',
  'Export the run as PyTorch again, whose .npz describes its network, or convert the model to ONNX with torch.onnx.export.':
    'Exportiere den Lauf noch einmal als PyTorch, dessen .npz ihr Netz beschreibt, oder wandle das Modell mit torch.onnx.export in ONNX um.',
  'The network in the .npz is described as {format}, version {version}; version 1 of {known} is known here.':
    'Das Netz in der .npz ist als {format}, Version {version}, beschrieben; bekannt ist hier Version 1 von {known}.',
  'Reload the page to get its newest version, then open the file again.':
    'Lade die Seite neu, um ihre neueste Fassung zu bekommen, und öffne die Datei dann noch einmal.',
  '{name} has a spectral normalization, which no export has':
    '{name} hat eine spektrale Normalisierung, die kein Export hat',
  'the array {name} is missing': 'das Feld {name} fehlt',
  'the array {name} has {bytes} bytes, and its layer needs [{shape}]':
    'das Feld {name} hat {bytes} Bytes, und seine Schicht braucht [{shape}]',
  'The network in the .npz has {inputs} inputs and {outputs} outputs; one of each is supported.':
    'Das Netz in der .npz hat {inputs} Eingänge und {outputs} Ausgänge; je einer wird unterstützt.',
  'Choose the generator.': 'Wähle den Generator.',
  '{file} is no array of NumPy': '{file} ist kein Feld von NumPy',
  'the header of {file} has {bytes} bytes of {all}': 'der Kopf von {file} hat {bytes} Bytes von {all}',
  'the header of {file} is {header}': 'der Kopf von {file} ist {header}',
  '{file} is [{shape}], and its layer needs [{needed}]':
    '{file} ist [{shape}], und seine Schicht braucht [{needed}]',
  'its numbers lie column by column': 'ihre Zahlen liegen spaltenweise',
  'its numbers are of the type {type}': 'ihre Zahlen sind vom Typ {type}',
  'Save the arrays with numpy.ascontiguousarray(array, dtype=numpy.float32).':
    'Speichere die Felder mit numpy.ascontiguousarray(array, dtype=numpy.float32).',
  '{file} has {bytes} bytes of numbers, and needs {needed}':
    '{file} hat {bytes} Bytes an Zahlen und braucht {needed}',
  'dtype of {name}': 'dtype von {name}',
  'min of {name}': 'min von {name}',
  'shape of {name}': 'shape von {name}',
  'The weight {weight} is stored as {kind}.': 'Das Gewicht {weight} ist als {kind} gespeichert.',
  'Weights as float32, float16, uint16 or uint8 can be opened.':
    'Öffnen lassen sich Gewichte in float32, float16, uint16 oder uint8.',
  'a path in weightsManifest': 'ein Pfad in weightsManifest',
  'Its weights have {bytes} bytes; {most} are the most.':
    'Seine Gewichte haben {bytes} Bytes; höchstens {most} sind möglich.',
  'name of a weight': 'Name eines Gewichts',
  'the weight {weight} [{shape}] should end at byte {end}, its files have {bytes}':
    'das Gewicht {weight} [{shape}] sollte bei Byte {end} enden, seine Dateien haben {bytes}',
  'its weights take {bytes} bytes, its files have {found}':
    'ihre Gewichte brauchen {bytes} Bytes, ihre Dateien haben {found}',
  'TensorFlow.js interpolates it otherwise than other programs':
    'TensorFlow.js interpoliert sie anders als andere Programme',
  'Open the model as Keras saved it.': 'Öffne das Modell, wie Keras es gespeichert hat.',
  '{file} is a TensorFlow.js graph model, which has operations instead of layers.':
    '{file} ist ein Graphmodell von TensorFlow.js, das Operationen statt Schichten hat.',
  'Convert it again with --output_format=tfjs_layers_model.':
    'Wandle es noch einmal mit --output_format=tfjs_layers_model um.',
  '{file} is JSON, but no TensorFlow.js model: it lacks modelTopology or weightsManifest.':
    '{file} ist JSON, aber kein TensorFlow.js-Modell: Es fehlt modelTopology oder weightsManifest.',
  'There is no Keras or TensorFlow.js model in {files}.':
    'In {files} ist kein Keras- oder TensorFlow.js-Modell.',
  'Give a .h5 or .keras file, or a model.json together with its files of weights.':
    'Gib eine .h5- oder .keras-Datei, oder eine model.json zusammen mit ihren Gewichtsdateien.',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}.':
    '{network} hat {count} Faltungen, {first} bis {last}; die Datei hat {found}.',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}, and {names} is missing.':
    '{network} hat {count} Faltungen, {first} bis {last}; die Datei hat {found}, und {names} fehlt.',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}: {names}.':
    '{network} hat {count} Faltungen, {first} bis {last}; die Datei hat {found}: {names}.',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}: {names} and more.':
    '{network} hat {count} Faltungen, {first} bis {last}; die Datei hat {found}: {names} und mehr.',
  'Give the file of this network as Keras has it, or choose the network that the file is of.':
    'Gib die Datei dieses Netzes, wie Keras sie hat, oder wähle das Netz, zu dem die Datei gehört.',
} as const;
