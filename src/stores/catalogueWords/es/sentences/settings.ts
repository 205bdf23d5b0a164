// Spanish sentences on what does not go together, is too large or stood in a link wrongly, by the English text.
export default {
  '{model} draws by class, and the images of {dataset} carry no labels.':
    '{model} dibuja por clases, y las imágenes de {dataset} no llevan etiquetas.',
  'Choose a labelled data set or a model without classes.':
    'Elige un conjunto de datos etiquetado o un modelo sin clases.',
  '{model} draws images whose sides are multiples of {multiple}; those of {dataset} are {height} x {width}.':
    '{model} dibuja imágenes cuyos lados son múltiplos de {multiple}; las de {dataset} son de {height} x {width}.',
  'Choose the GAN of dense layers, which draws any size.':
    'Elige la GAN de capas densas, que dibuja cualquier tamaño.',
  'Packing shows the discriminator {packing} images as one, and {model} tells it the class of one.':
    'El empaquetado muestra al discriminador {packing} imágenes como una, y {model} le dice la clase de una.',
  'Set packing to 1 or choose a model without classes.':
    'Pon el empaquetado a 1 o elige un modelo sin clases.',
  'A batch of {batch} cannot be packed by {packing}.':
    'Un lote de {batch} no se puede empaquetar de {packing} en {packing}.',
  'Choose a batch size that is a multiple of {packing}.':
    'Elige un tamaño de lote que sea múltiplo de {packing}.',
  'Minibatch deviation compares the images of a batch, and a batch of {batch} packed by {packing} leaves one.':
    'La desviación del minilote compara las imágenes de un lote, y un lote de {batch} empaquetado de {packing} en {packing} deja una.',
  'Choose a larger batch or less packing.': 'Elige un lote mayor o menos empaquetado.',
  '{loss} needs second gradients, and the choice among generators of {model} has none.':
    '{loss} necesita segundos gradientes, y la elección entre generadores de {model} no los tiene.',
  'Choose a loss without a gradient penalty, or MGAN.':
    'Elige una pérdida sin penalización de gradiente, o MGAN.',
  'Unrolled steps differentiate through the discriminator’s own learning, and the convolutions of {model} have no such gradients here.':
    'Los pasos desenrollados derivan a través del aprendizaje del discriminador, y las convoluciones de {model} no tienen aquí esos gradientes.',
  'Choose the GAN of dense layers, or set unrolled steps to 0.':
    'Elige la GAN de capas densas, o pon los pasos desenrollados a 0.',
  '{loss} bounds the discriminator’s slope in a way that cannot be unrolled.':
    '{loss} limita la pendiente del discriminador de un modo que no se puede desenrollar.',
  'Choose a loss without a penalty or clipping, for example the non-saturating one, or set unrolled steps to 0.':
    'Elige una pérdida sin penalización ni recorte, por ejemplo la no saturante, o pon los pasos desenrollados a 0.',
  'Augmentation shifts and cuts images, and {dataset} has points.':
    'El aumento desplaza y recorta imágenes, y {dataset} tiene puntos.',
  'Set augmentation to none.': 'Pon el aumento en ninguno.',
  '{loss} penalizes the slope at each image, and batch normalization ties the images of a batch together.':
    '{loss} penaliza la pendiente en cada imagen, y la normalización por lotes ata entre sí las imágenes de un lote.',
  'Set the discriminator’s normalization to layer or none.':
    'Pon la normalización del discriminador en capa o ninguna.',
  '{loss} cuts weights off that spectral normalization scales back up.':
    '{loss} recorta pesos que la normalización espectral vuelve a escalar.',
  'Use one of the two.': 'Usa una de las dos.',
  '“{task}” takes a content and a style picture in colour, and {dataset} are not that.':
    '«{task}» toma una imagen de contenido y otra de estilo en color, y {dataset} no lo son.',
  'Choose “My content and style”, or the ready pair.':
    'Elige «Mi contenido y estilo», o el par ya preparado.',
  '“{task}” takes pictures of at least {side} pixels a side; those of {dataset} are {height} x {width}.':
    '«{task}» toma imágenes de al menos {side} píxeles por lado; las de {dataset} son de {height} x {width}.',
  'Choose a data set of pictures.': 'Elige un conjunto de datos de imágenes.',
  '{loss} bounds the discriminator’s slope, which “{task}” does not.':
    '{loss} limita la pendiente del discriminador, cosa que «{task}» no hace.',
  'Choose a loss without a penalty or clipping, for example least squares.':
    'Elige una pérdida sin penalización ni recorte, por ejemplo mínimos cuadrados.',
  '“{task}” needs images of two kinds, and those of {dataset} are of one.':
    '«{task}» necesita imágenes de dos clases, y las de {dataset} son de una.',
  'Choose a data set of two domains, or one with classes, of which two are then translated into each other.':
    'Elige un conjunto de datos de dos dominios, o uno con clases, de las que se traducen dos una en otra.',
  'The pictures of {dataset} are grey: there is no colour to learn.':
    'Las imágenes de {dataset} son grises: no hay color que aprender.',
  'Choose pictures in colour, or learn to make coarse pictures fine.':
    'Elige imágenes en color, o aprende a afinar imágenes toscas.',
  'The pictures of {dataset} are not in pairs.': 'Las imágenes de {dataset} no van en pares.',
  'Choose “My pairs of pictures”, or learn to make coarse pictures fine or grey ones coloured.':
    'Elige «Mis pares de imágenes», o aprende a afinar imágenes toscas o a colorear grises.',
  '“{task}” learns names, and the pictures of {dataset} carry none.':
    '«{task}» aprende nombres, y las imágenes de {dataset} no llevan ninguno.',
  'Choose a labelled data set; of your own pictures, the names of the folders are the labels.':
    'Elige un conjunto etiquetado; en tus propias imágenes, los nombres de las carpetas son las etiquetas.',
  'Beside the open run, which has {ofRun}, this takes {asked} of memory in all, and {backend} holds {had}.':
    'Junto a la ejecución abierta, que ocupa {ofRun}, esto necesita {asked} de memoria en total, y {backend} dispone de {had}.',
  'Begin or open a smaller run first: a smaller batch or smaller networks.':
    'Empieza o abre antes una ejecución más pequeña: lotes más pequeños o redes más pequeñas.',
  'These settings take about {what}.': 'Estos ajustes necesitan unos {what}.',
  '{setting} takes about {what}.': '{setting} necesita unos {what}.',
  '{asked} of memory, and {backend} holds {had} for a run':
    '{asked} de memoria, y {backend} tiene {had} para una ejecución',
  'No single setting makes it fit: lower {settings} together.':
    'Ningún ajuste por sí solo basta: baja a la vez {settings}.',
  'Not even the smallest settings fit: choose another model, other data or another backend.':
    'Ni siquiera los ajustes más pequeños caben: elige otro modelo, otros datos u otro motor.',
  'Smallest settings': 'Ajustes más pequeños',
  'Set {setting} to {value}, the largest that fits.': 'Pon {setting} en {value}, lo máximo que cabe.',
  '{name} ({id}) is {value}; it must be {allowed}.': '{name} ({id}) es {value}; debe ser {allowed}.',
  'a whole number from {least} to {most}': 'un número entero de {least} a {most}',
  'a number from {least} to {most}': 'un número de {least} a {most}',
  'true or false': 'true o false',
  'one of {choices}': 'uno de {choices}',
  'There is no {kind} named {name}.': 'No hay nada con el nombre {name} ({kind}).',
  'Choose one of {choices}.': 'Elige uno de: {choices}.',
  'Correct the value in the link or the form.': 'Corrige el valor en el enlace o en el formulario.',
  'There is no setting named {name}.': 'No hay ningún ajuste llamado {name}.',
  'There is no setting named {name}; did you mean {nearest}?':
    'No hay ningún ajuste llamado {name}; ¿querías decir {nearest}?',
  '{name} stands there more than once; {taken} was taken, not {other}.':
    '{name} aparece más de una vez; se tomó {taken}, no {other}.',
  '{name} is {given}; {taken} of it was taken.': '{name} es {given}; de ello se tomó {taken}.',
  'There is no pair of recipes named {name}; the pairs are {pairs}.':
    'No hay ninguna pareja de recetas llamada {name}; las parejas son {pairs}.',
  'Seed is {value}; it must be a whole number from 0 to {most}.':
    'La semilla es {value}; debe ser un número entero de 0 a {most}.',
  'The lab has no setting named {name}.': 'El laboratorio no tiene ningún ajuste llamado {name}.',
  'The lab has no setting named {name}; did you mean {nearest}?':
    'El laboratorio no tiene ningún ajuste llamado {name}; ¿querías decir {nearest}?',
  'Some of the link was left out': 'Parte del enlace se dejó fuera',
  'Everything else of it was taken.': 'Todo lo demás se tomó.',
  '{count} more were left out, too: {names}.': 'También se dejaron fuera {count} más: {names}.',
  '{setting} of “{task}” cannot change while it runs.':
    '{setting} de «{task}» no puede cambiar mientras se ejecuta.',
  'Start a new run with it.': 'Empieza con ello una ejecución nueva.',
  'Correct the value.': 'Corrige el valor.',
  'Every layer of the {network} is frozen, so it could learn nothing.':
    'Todas las capas están congeladas ({network}), así que no podría aprender nada.',
  'Leave at least one of its layers out.': 'Deja fuera al menos una de sus capas.',
  'The drawing is empty: there is nothing to learn from it.':
    'El dibujo está vacío: no hay nada que aprender de él.',
  'Draw something in the settings, under “Your drawing”.': 'Dibuja algo en los ajustes, en «Tu dibujo».',
  '“{task}” adds layers while it learns, and {model} is made in one piece.':
    '«{task}» añade capas mientras aprende, y {model} es de una sola pieza.',
  'Choose the progressive GAN as the model.': 'Elige la GAN progresiva como modelo.',
  'Spectral normalization scales every kernel, and “{task}” fades layers in by some of them.':
    'La normalización espectral escala todos los filtros, y «{task}» hace entrar capas por medio de algunos de ellos.',
  'Switch spectral normalization off.': 'Desactiva la normalización espectral.',
  '“{task}” adds layers while it learns, so none can be named beforehand to stay as it is.':
    '«{task}» añade capas mientras aprende, así que no se puede nombrar de antemano ninguna que quede como está.',
  'Leave the frozen layers out.': 'Omite las capas congeladas.',
  'Images of {side} pixels are reached after {needed} steps, and the run ends after {steps}.':
    'A las imágenes de {side} píxeles se llega tras {needed} pasos, y la ejecución termina tras {steps}.',
  'Take more steps, or fewer at each size.': 'Da más pasos, o menos en cada tamaño.',
} as const;
