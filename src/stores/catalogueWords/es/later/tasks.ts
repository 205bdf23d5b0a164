// Spanish texts of what tasks refuse, and what they call what they made, by the English text; `{name}` is a gap.
export default {
  'made {name}': 'hecho: {name}',
  'and back': 'y de vuelta',
  'right answer': 'respuesta correcta',
  'From the same noise': 'Del mismo ruido',
  'as trained': 'como se entrenó',
  smaller: 'más pequeño',
  'made fine': 'hecha fina',
  coarse: 'gruesa',
  original: 'original',
  grey: 'gris',
  coloured: 'coloreada',
  'The task {task} starts from a trained run, and there is none.':
    'La tarea {task} parte de una ejecución entrenada, y no hay ninguna.',
  'Open a trained run and start it from there.': 'Abre una ejecución entrenada y empieza desde ahí.',
  'The student takes {found} numbers, the teacher {wanted}.':
    'El alumno toma {found} números; el maestro, {wanted}.',
  'Give the student the latent size of the teacher.': 'Da al alumno el tamaño latente del maestro.',
  'a student of {share} times the width': 'un alumno de {share} veces la anchura',
  '{share} % of the weights pruned': '{share} % de los pesos podados',
  '{share} % of the channels pruned': '{share} % de los canales podados',
  'trained through {bits}-bit weights': 'entrenada a través de pesos de {bits} bits',
  'The saved run has {count} numbers for the ranges of {nodes} nodes.':
    'La ejecución guardada tiene {count} números para los rangos de {nodes} nodos.',
  'It was saved by another version of the page; begin again from the run that it came from.':
    'La guardó otra versión de la página; empieza de nuevo desde la ejecución de la que salió.',
  'It was saved by another version of the page or changed since; begin again from the run that it came from.':
    'La guardó otra versión de la página o se cambió después; empieza de nuevo desde la ejecución de la que salió.',
  'There are {count} images to learn from and {test} to test with.':
    'Hay {count} imágenes para aprender y {test} para poner a prueba.',
  'Give more images of each kind.': 'Da más imágenes de cada tipo.',
  'The saved run does not hold the numbers {name}.': 'A la ejecución guardada le faltan los números {name}.',
  'The saved mask of {name} is {shape}; the weight is {wanted}.':
    'La máscara guardada de {name} es {shape}; el peso es {wanted}.',
  'The student learned from other weights of its feature network than those on this device.':
    'El alumno aprendió de otros pesos de su red de características, no de los de este dispositivo.',
  'The run was painted with other weights of its feature network than those on this device.':
    'La ejecución se pintó con otros pesos de su red de características, no con los de este dispositivo.',
  'Give the file of weights that it began with, or start a new run from its settings.':
    'Da el archivo de pesos con el que empezó, o inicia una ejecución nueva con sus ajustes.',
  'The data have {height} x {width} numbers in 1 channel.':
    'Los datos tienen {height} x {width} números en 1 canal.',
  'The data have {height} x {width} numbers in {channels} channels.':
    'Los datos tienen {height} x {width} números en {channels} canales.',
  'Choose pictures of at least {least} pixels a side.': 'Elige imágenes de al menos {least} píxeles de lado.',
  'held-back images': 'imágenes apartadas',
  'These images carry no labels, so there is nothing to learn to name.':
    'Estas imágenes no llevan etiquetas, así que no hay nada que aprender a nombrar.',
  'Choose a labelled data set; of a folder of images, the names of its folders are the labels.':
    'Elige un conjunto de datos etiquetado; en una carpeta de imágenes, los nombres de sus carpetas son las etiquetas.',
  '{network} takes pictures of at least {least} pixels a side; these are {height} x {width}.':
    '{network} toma imágenes de al menos {least} píxeles de lado; estas son de {height} x {width}.',
  'Choose larger pictures, or a network that begins from nothing.':
    'Elige imágenes más grandes, o una red que empiece de cero.',
  'Every layer of the classifier is frozen, so it could learn nothing.':
    'Todas las capas del clasificador están congeladas, así que no podría aprender nada.',
  'Leave one of them out, or let layers of the encoder learn.':
    'Deja fuera una de ellas, o deja que aprendan capas del codificador.',
  'The saved run does not say how often the picture was updated.':
    'La ejecución guardada no dice cuántas veces se actualizó la imagen.',
  'It was changed, or saved with other settings; start a new run.':
    'Se cambió, o se guardó con otros ajustes; inicia una ejecución nueva.',
  'The run was changed, or saved with other settings; start a new one.':
    'La ejecución se cambió, o se guardó con otros ajustes; inicia una nueva.',
  'The saved run remembers {count} moves; from 0 to {most} are possible.':
    'La ejecución guardada recuerda {count} movimientos; son posibles de 0 a {most}.',
  'These pictures are of one kind; a content and a style picture are needed.':
    'Estas imágenes son de un solo tipo; hacen falta una de contenido y una de estilo.',
  'The pictures are {height} x {width} with 1 channel.':
    'Las imágenes son de {height} x {width} con 1 canal.',
  'The pictures are {height} x {width} with {channels} channels.':
    'Las imágenes son de {height} x {width} con {channels} canales.',
  'Choose pictures in colour of at least {least} pixels a side.':
    'Elige imágenes en color de al menos {least} píxeles de lado.',
  'The saved tensor {name} has {found} values; this picture needs {wanted}.':
    'El tensor guardado {name} tiene {found} valores; esta imagen necesita {wanted}.',
  'The saved tensor {name} has no values; this picture needs {wanted}.':
    'El tensor guardado {name} no tiene valores; esta imagen necesita {wanted}.',
  '{count} styles are asked for, and there is 1 picture of style.':
    'Se piden {count} estilos, y hay 1 imagen de estilo.',
  '{count} styles are asked for, and there are {known} pictures of style.':
    'Se piden {count} estilos, y hay {known} imágenes de estilo.',
  'Set Styles to {known} or less, or give more style pictures.':
    'Pon Estilos en {known} o menos, o da más imágenes de estilo.',
  'The run learns the task {task}, whose generators draw from no noise.':
    'La ejecución aprende la tarea {task}, cuyos generadores no dibujan a partir de ruido.',
  'Start the task from a run of a generator that does.':
    'Empieza la tarea desde una ejecución de un generador que sí lo haga.',
  'The run learns the task {task} and has no network that takes a picture alone.':
    'La ejecución aprende la tarea {task} y no tiene ninguna red que tome solo una imagen.',
  'Start from a run of a translator, or of a student of one style.':
    'Empieza desde una ejecución de un traductor, o de un alumno de un solo estilo.',
  'These pictures are grey: there is no colour to learn.':
    'Estas imágenes son grises: no hay color que aprender.',
  'Choose pictures in colour.': 'Elige imágenes en color.',
  'The pictures of this data set are not in pairs.':
    'Las imágenes de este conjunto de datos no van en parejas.',
  'Pictures of {height} x {width} cannot be translated.':
    'Las imágenes de {height} x {width} no se pueden traducir.',
  'Choose images of at least {least} pixels a side.': 'Elige imágenes de al menos {least} píxeles de lado.',
  'Channels cannot be cut out before layer {layer}: it mixes them in a way that cutting does not follow.':
    'No se pueden quitar canales antes de la capa {layer}: los mezcla de una forma que el recorte no sigue.',
  'Prune single weights instead, or choose another model.': 'Poda pesos sueltos, o elige otro modelo.',
  'The channels of layer {layer} cannot be cut out by themselves: others are added to them, or they are drawn.':
    'Los canales de la capa {layer} no se pueden quitar por sí solos: se les suman otros, o son lo que se dibuja.',
  'Keep the same channels of all layers that are added to each other.':
    'Conserva los mismos canales en todas las capas que se suman entre sí.',
  'The weight {name} is missing.': 'Falta el peso {name}.',
  'The run was saved by another version of the model; train it again.':
    'La ejecución la guardó otra versión del modelo; entrénala de nuevo.',
  'The share to prune is {share}.': 'La parte que se poda es {share}.',
  'Give a number above 0 and up to {most}.': 'Da un número mayor que 0 y hasta {most}.',
  'The images are {height} x {width}; this model doubles its maps twice.':
    'Las imágenes son de {height} x {width}; este modelo duplica sus mapas dos veces.',
  'Choose a side that is a multiple of 4, for example 28, 32 or 64.':
    'Elige un lado que sea múltiplo de 4, por ejemplo 28, 32 o 64.',
  'An imported generator comes from a file; it cannot be built from settings.':
    'Un generador importado viene de un archivo; no se puede construir con ajustes.',
  'Import the file under Runs, or choose another model.':
    'Importa el archivo en Ejecuciones, o elige otro modelo.',
  'network and weights as the file has them': 'red y pesos tal como están en el archivo',
} as const;
