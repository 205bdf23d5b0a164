// Spanish texts of training that cannot go on, and of looks into a run, by the English text; `{name}` is a gap.
export default {
  'The search': 'la búsqueda',
  'The comparison': 'la comparación',
  '{name} draws by class; the images of this data set carry no labels.':
    '{name} dibuja por clases; las imágenes de este conjunto de datos no llevan etiquetas.',
  'Choose a labelled data set, for example MNIST, or a model without classes.':
    'Elige un conjunto de datos etiquetado, por ejemplo MNIST, o un modelo sin clases.',
  '{name} does not grow.': '{name} no crece.',
  'Choose the progressive GAN.': 'Elige la GAN progresiva.',
  'The run file says that its networks are part {part} of growing; there are {count}, from 0.':
    'El archivo de la ejecución dice que sus redes son la parte {part} del crecimiento; hay {count}, desde 0.',
  'It was changed, or saved by another version of the page; use another copy, or start a new run from its settings.':
    'Se cambió, o lo guardó otra versión de la página; usa otra copia, o empieza una ejecución nueva con sus ajustes.',
  'The run failed after step {step}.': 'La ejecución falló después del paso {step}.',
  'Its last save is kept: go on from there.': 'Su último guardado se conserva: continúa desde ahí.',
  'The saved tensor {name} is {shape}; this model needs {needed}.':
    'El tensor guardado {name} es {shape}; este modelo necesita {needed}.',
  'The saved tensor {name} is missing; this model needs {needed}.':
    'Falta el tensor guardado {name}; este modelo necesita {needed}.',
  'The run was saved by another version of the model; start a new one from its settings.':
    'La ejecución la guardó otra versión del modelo; empieza una nueva con sus ajustes.',
  'The saved run does not say how often the {network} was updated.':
    'La ejecución guardada no dice cuántas veces se actualizó la red ({network}).',
  'It was saved by another version of the page or changed since; start a new run.':
    'La guardó otra versión de la página o se cambió después; empieza una ejecución nueva.',
  'The {network} of the open run has no layer {layer}.':
    'En la ejecución abierta no hay ninguna capa {layer} ({network}).',
  'A picture of {height} x {width} x {channels} with {bytes} bytes was given.':
    'Se dio una imagen de {height} x {width} x {channels} con {bytes} bytes.',
  'The noise has {count} numbers; this generator takes {size}.':
    'El ruido tiene {count} números; este generador toma {size}.',
  'Draw new noise for this run.': 'Sortea ruido nuevo para esta ejecución.',
  'A picture was put into the generator.': 'Se metió una imagen en el generador.',
  'Put noise into it.': 'Mete ruido en él.',
  'Input channel {channel} of a kernel with {count} was asked for.':
    'Se pidió el canal de entrada {channel} de un núcleo que tiene {count}.',
  'The run has taken all of its {steps} steps.': 'La ejecución ha dado todos sus {steps} pasos.',
  'Raise Steps, and it goes on.': 'Sube «Pasos», y continuará.',
  'Opening what judges pictures': 'Abriendo lo que juzga imágenes',
  'The picture has {count} values; images of this data set have {size}.':
    'La imagen tiene {count} valores; las de este conjunto de datos tienen {size}.',
  'Choose a sample of the open run.': 'Elige una muestra de la ejecución abierta.',
} as const;
