// Spanish texts of layers and settings, and of files of the page itself, by the English text; `{name}` is a gap.
export default {
  'Name layers as network/layer, with commas between them, for example generator/dense_1.':
    'Nombra las capas como red/capa, separadas por comas, por ejemplo generator/dense_1.',
  'The frozen layers are {value}.': 'Las capas congeladas son {value}.',
  '{value} names no layer to freeze.': '{value} no nombra ninguna capa que congelar.',
  'No layer with weights is named {name}.': 'Ninguna capa con pesos se llama {name}.',
  'Layers that can be frozen: {layers}.': 'Capas que se pueden congelar: {layers}.',
  'The widths {widths} do not fit layers of {channels} channels.':
    'Las anchuras {widths} no encajan con capas de {channels} canales.',
  'Give one number for each layer, from 1 to its channels, and leave the last one as it is.':
    'Da un número para cada capa, de 1 hasta sus canales, y deja la última como está.',
  'Layer {layer} of {network}': 'Capa {layer} de {network}',
  'Layer {layer} of {network} takes {value}, which is no input and no node before it.':
    'La capa {layer} de {network} toma {value}, que no es ni una entrada ni un nodo anterior.',
  '{what} is {height} x {width}; only squares can be written here.':
    '{what}: {height} x {width}; aquí solo se pueden escribir cuadrados.',
  'Choose a model with square kernels and strides.': 'Elige un modelo con núcleos y pasos cuadrados.',
  'a whole number': 'un número entero',
  'Where the arithmetic runs.': 'Dónde se calcula.',
  'CPU threads; 0 takes as many cores as pay.': 'Hilos del procesador; 0 toma tantos núcleos como compense.',
  "The list of this page's files is not one: {value}.":
    'La lista de los archivos de esta página no es tal: {value}.',
  'Build the page again with `npm run build`.': 'Construye de nuevo la página con `npm run build`.',
  'The recorded outcomes of the lab are wrong at {where}: {value}.':
    'Los resultados grabados del laboratorio son incorrectos en {where}: {value}.',
  'Write the file again with npm run bench:lab.': 'Escribe de nuevo el archivo con npm run bench:lab.',
  '{url} is no file of this page, so it is not started.':
    '{url} no es un archivo de esta página, así que no se inicia.',
} as const;
