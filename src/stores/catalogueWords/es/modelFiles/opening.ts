// Spanish texts of model files that do not open, by the English text; `{name}` is a gap.
export default {
  'There is no model in {files}.': 'No hay ningún modelo en {files}.',
  '{file} ({count} bytes that begin with {bytes})': '{file} ({count} bytes que empiezan por {bytes})',
  '{file} holds {count} files; {most} are the most.': '{file} contiene {count} archivos; como máximo {most}.',
  '{file} unpacks to more than {most} bytes.': '{file} ocupa descomprimido más de {most} bytes.',
  'The files have {count} bytes; {most} are the most.':
    'Los archivos tienen {count} bytes; como máximo {most}.',
  'The model asks for more than this page can hold.': 'El modelo pide más de lo que cabe en esta página.',
  'its parts do not fit each other': 'sus partes no encajan entre sí',
  '{what} of the card': '{what} de la ficha',
  '{count} models were given together: {names}.': 'Se dieron {count} modelos juntos: {names}.',
  'Choose which one to open.': 'Elige cuál abrir.',
  'Give the files of one model alone, or a zip in which each model has a folder of its own.':
    'Da los archivos de un solo modelo, o un zip en el que cada modelo tenga su carpeta.',
  '{file} has {count} bytes; {most} are the most.': '{file} tiene {count} bytes; como máximo {most}.',
  'Choose the generator: it takes one list of random numbers, or a picture, and makes one image, grey or RGB.':
    'Elige el generador: toma una lista de números aleatorios, o una imagen, y hace una imagen, gris o RGB.',
  'The model takes {input} and makes {output}.': 'El modelo toma {input} y hace {output}.',
  'The model takes {input} and makes {output}, as discriminators and classifiers do.':
    'El modelo toma {input} y hace {output}, como hacen los discriminadores y clasificadores.',
  'The model makes images of {height} x {width} from {count} numbers; {side} x {sides} from {most} are the most.':
    'El modelo hace imágenes de {height} x {width} con {count} números; como máximo {side} x {sides} con {most}.',
  'The model needs {count} multiply-adds for one image; {most} are the most.':
    'El modelo necesita {count} multiplicaciones-sumas por imagen; como máximo {most}.',
  'Choose model.json and its .bin files together, or a zip of them.':
    'Elige model.json y sus archivos .bin juntos, o un zip con ellos.',
  '{file} keeps its weights in {path}, which was not given with it.':
    '{file} guarda sus pesos en {path}, que no se dio con él.',
  '{file} keeps its weights in {path}, and {count} files are called so: {names}.':
    '{file} guarda sus pesos en {path}, y {count} archivos se llaman así: {names}.',
  'Choose the files of one model alone, or a zip in which each model has a folder of its own.':
    'Elige los archivos de un solo modelo, o un zip en el que cada modelo tenga su carpeta.',
  '{file} names the file {path} more than once': '{file} nombra el archivo {path} más de una vez',
  'Open the run file, or export the run as TensorFlow Lite, ONNX, TensorFlow.js, Keras or PyTorch: these open again. Models of PyTorch leave it as ONNX, by torch.onnx.export.':
    'Abre el archivo de la ejecución, o expórtala como TensorFlow Lite, ONNX, TensorFlow.js, Keras o PyTorch: esos se vuelven a abrir. Los modelos de PyTorch salen como ONNX, con torch.onnx.export.',
  '{file} is PyTorch’s own file: objects that only its program can put together.':
    '{file} es un archivo propio de PyTorch: objetos que solo su programa puede montar.',
  '{file} is a PyTorch program, and programs are not run here; its .npz opens.':
    '{file} es un programa de PyTorch, y aquí no se ejecutan programas; su .npz sí se abre.',
  '{file} is C source, which only a compiler reads.': '{file} es código C, que solo lee un compilador.',
  '{file} holds numbers alone: weights whose model.json is missing.':
    '{file} contiene solo números: pesos a los que les falta model.json.',
  'The model draws nothing: {broken} of the {count} values of its first images are no finite numbers.':
    'El modelo no dibuja nada: {broken} de los {count} valores de sus primeras imágenes no son números finitos.',
  'Its weights are so large that sums of them overflow; use a copy from before it diverged.':
    'Sus pesos son tan grandes que sus sumas se desbordan; usa una copia de antes de que divergiera.',
  'No file was given.': 'No se dio ningún archivo.',
  'Choose a run or a model.': 'Elige una ejecución o un modelo.',
  '{network} takes no file.': '{network} no toma ningún archivo.',
  'Choose VGG16 or VGG19.': 'Elige VGG16 o VGG19.',
  'The files have {count} bytes; {most} are the most. The file without the dense layers (notop) is enough.':
    'Los archivos tienen {count} bytes; como máximo {most}. Basta el archivo sin las capas densas (notop).',
  'Keeping the weights on this device': 'Guardando los pesos en este dispositivo',
  'The weights of {count} layers are ready.': 'Los pesos de {count} capas están listos.',
  'The weights of {count} layers are ready. They are kept until the page is closed only.':
    'Los pesos de {count} capas están listos. Solo se conservan hasta que se cierre la página.',
} as const;
