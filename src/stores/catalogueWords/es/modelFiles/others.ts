// Spanish texts of what is wrong with PyTorch and TensorFlow.js models, by the English text; `{name}` is a gap.
export default {
  'The .npz holds {count} arrays alone ({names}); which layers they belong to stands in a program, and programs are not run here.':
    'El .npz contiene solo {count} matrices ({names}); a qué capas pertenecen está en un programa, y aquí no se ejecutan programas.',
  'Export the run as PyTorch again, whose .npz describes its network, or convert the model to ONNX with torch.onnx.export.':
    'Exporta de nuevo la ejecución como PyTorch, cuyo .npz describe su red, o convierte el modelo a ONNX con torch.onnx.export.',
  'The network in the .npz is described as {format}, version {version}; version 1 of {known} is known here.':
    'La red del .npz está descrita como {format}, versión {version}; aquí se conoce la versión 1 de {known}.',
  'Reload the page to get its newest version, then open the file again.':
    'Recarga la página para obtener su versión más reciente y vuelve a abrir el archivo.',
  '{name} has a spectral normalization, which no export has':
    '{name} tiene una normalización espectral, que no tiene ninguna exportación',
  'the array {name} is missing': 'falta la matriz {name}',
  'the array {name} has {bytes} bytes, and its layer needs [{shape}]':
    'la matriz {name} tiene {bytes} bytes, y su capa necesita [{shape}]',
  'The network in the .npz has {inputs} inputs and {outputs} outputs; one of each is supported.':
    'La red del .npz tiene {inputs} entradas y {outputs} salidas; se admite una de cada.',
  'Choose the generator.': 'Elige el generador.',
  '{file} is no array of NumPy': '{file} no es una matriz de NumPy',
  'the header of {file} has {bytes} bytes of {all}': 'la cabecera de {file} tiene {bytes} bytes de {all}',
  'the header of {file} is {header}': 'la cabecera de {file} es {header}',
  '{file} is [{shape}], and its layer needs [{needed}]': '{file} es [{shape}], y su capa necesita [{needed}]',
  'its numbers lie column by column': 'sus números están columna por columna',
  'its numbers are of the type {type}': 'sus números son del tipo {type}',
  'Save the arrays with numpy.ascontiguousarray(array, dtype=numpy.float32).':
    'Guarda las matrices con numpy.ascontiguousarray(array, dtype=numpy.float32).',
  '{file} has {bytes} bytes of numbers, and needs {needed}':
    '{file} tiene {bytes} bytes de números, y necesita {needed}',
  'dtype of {name}': 'dtype de {name}',
  'min of {name}': 'min de {name}',
  'shape of {name}': 'shape de {name}',
  'The weight {weight} is stored as {kind}.': 'El peso {weight} está guardado como {kind}.',
  'Weights as float32, float16, uint16 or uint8 can be opened.':
    'Se pueden abrir pesos en float32, float16, uint16 o uint8.',
  'a path in weightsManifest': 'una ruta de weightsManifest',
  'Its weights have {bytes} bytes; {most} are the most.':
    'Sus pesos tienen {bytes} bytes; como máximo {most}.',
  'name of a weight': 'nombre de un peso',
  'the weight {weight} [{shape}] should end at byte {end}, its files have {bytes}':
    'el peso {weight} [{shape}] debería terminar en el byte {end}; sus archivos tienen {bytes}',
  'its weights take {bytes} bytes, its files have {found}':
    'sus pesos ocupan {bytes} bytes; sus archivos tienen {found}',
  'TensorFlow.js interpolates it otherwise than other programs':
    'TensorFlow.js la interpola de otro modo que otros programas',
  'Open the model as Keras saved it.': 'Abre el modelo tal como lo guardó Keras.',
  '{file} is a TensorFlow.js graph model, which has operations instead of layers.':
    '{file} es un modelo de grafo de TensorFlow.js, que tiene operaciones en lugar de capas.',
  'Convert it again with --output_format=tfjs_layers_model.':
    'Conviértelo de nuevo con --output_format=tfjs_layers_model.',
  '{file} is JSON, but no TensorFlow.js model: it lacks modelTopology or weightsManifest.':
    '{file} es JSON, pero no un modelo de TensorFlow.js: le falta modelTopology o weightsManifest.',
  'There is no Keras or TensorFlow.js model in {files}.':
    'No hay ningún modelo de Keras ni de TensorFlow.js en {files}.',
  'Give a .h5 or .keras file, or a model.json together with its files of weights.':
    'Da un archivo .h5 o .keras, o un model.json junto con sus archivos de pesos.',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}.':
    '{network} tiene {count} convoluciones, de {first} a {last}; el archivo tiene {found}.',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}, and {names} is missing.':
    '{network} tiene {count} convoluciones, de {first} a {last}; el archivo tiene {found}, y falta {names}.',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}: {names}.':
    '{network} tiene {count} convoluciones, de {first} a {last}; el archivo tiene {found}: {names}.',
  '{network} has {count} convolutions, {first} to {last}; the file has {found}: {names} and more.':
    '{network} tiene {count} convoluciones, de {first} a {last}; el archivo tiene {found}: {names} y más.',
  'Give the file of this network as Keras has it, or choose the network that the file is of.':
    'Da el archivo de esta red tal como lo tiene Keras, o elige la red a la que pertenece el archivo.',
} as const;
