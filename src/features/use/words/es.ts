// Spanish texts of the place where a trained generator is used.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Usar',
  at: '{name}, paso {step}',
  seed: 'Semilla',
  class: 'Clase',
  allInTurn: 'Todas por turno',
  pictures: 'Imágenes',
  cancel: 'Cancelar',
  drawing: 'Dibujando',
  downloaded: '{file} ({size}) está en tus descargas.',
  imported: {
    from: 'Este generador se leyó de {file} ({format}).',
    draws:
      'Dibuja aquí y puede volver a salir por [Exportar](/export); no se puede seguir entrenando, porque su discriminador y sus datos no están en el archivo.',
  },
  untrained:
    'Esta ejecución aún no ha entrenado, así que su generador todavía dibuja ruido. [Entrénala primero]({place}) o mira qué aspecto tiene el ruido.',
  painted:
    'Esta ejecución ha pintado una imagen y no tiene ninguna red que pueda usarse con otras: [ver la imagen](/translate).',
  none: {
    title: 'No hay ninguna ejecución abierta',
    lead: 'Entrena una o abre una que hayas guardado; entonces su generador dibujará aquí para ti.',
    train: 'Entrenar',
    runs: 'Ejecuciones guardadas',
  },
  animation: {
    title: 'Crear una animación',
    lead: 'Un GIF para una página o una charla, que se reproduce en cualquier sitio.',
    shows: 'Muestra',
    walk: 'Un paseo por el ruido',
    timeline: 'El entrenamiento, desde el primer paso',
    frames: 'Fotogramas, como máximo',
    enlarged: 'Ampliación',
    make: 'Crear el GIF',
    sized:
      '{frames} fotogramas por segundo, {size} píxeles de ancho; el gris es exacto, los colores van tramados.',
    unsized: '{frames} fotogramas por segundo; el gris es exacto, los colores van tramados.',
  },
  dataset: {
    title: 'Generar un conjunto de datos',
    lead: 'Tantas imágenes como quieras en un archivo, para entrenar con ellas otra cosa.',
    format: 'Formato',
    make: 'Generar {amount}',
    generating: 'Generando',
    again: 'Genera de nuevo.',
    formats: {
      idx: 'El formato del propio MNIST; lo lee cualquier cargador de MNIST.',
      npy: 'Una matriz de NumPy, que se lee con numpy.load.',
      pngZip: 'Un PNG por imagen, en un zip.',
    },
  },
  bySeed: {
    title: 'Dibujar por semilla',
    lead: 'La misma semilla siempre dibuja las mismas imágenes de esta ejecución.',
    next: 'Semilla siguiente',
    again: 'Dibujar de nuevo',
    png: 'PNG de la cuadrícula',
    samples: 'Muestras de la semilla {seed}',
    judged: 'Muestra {index}: el discriminador la ve **real al {share}**.',
    noDiscriminator: 'Un generador importado no tiene discriminador que pueda juzgar sus imágenes.',
    point: 'Señala una imagen para ver qué opina de ella el discriminador.',
  },
  between: {
    title: 'De una a otra',
    lead: 'Entre dos puntos de ruido, el generador dibuja lo que hay entre dos imágenes.',
    from: 'Desde la semilla',
    to: 'Hasta la semilla',
    on: 'Seguir andando',
    label: 'Imágenes entre la semilla {from} y la semilla {to}',
  },
  turn: {
    title: 'Girar los números',
    lead: 'Cada imagen se hace a partir de {numbers} números. Cámbialos uno a uno.',
    leadMany: 'Cada imagen se hace a partir de muchos números. Cámbialos uno a uno.',
    from: 'Partir de la semilla',
    first: 'Primer número mostrado',
    back: 'Volver a la semilla',
    picture: 'La imagen de estos números',
    judged: 'El discriminador: **real al {share}**',
    number: 'número {index}',
    sweep: 'Número {index} de −{reach} a {reach}:',
    sweepLabel: 'Barrido del número {index}',
  },
  camera: {
    time: '{time} por fotograma',
    rate: '{rate} fotogramas/s, {time} por fotograma',
  },
  pair: {
    given: '{name}, tal como se dio',
    made: '{name}, tal como la hace la red',
    save: 'Guardar {name} como PNG',
  },
  own: {
    title: 'Dale una imagen',
    grey: 'El centro de cada imagen pasa por la red, a {width} x {height} en gris. Nada sale de este dispositivo y nada se guarda.',
    colour:
      'El centro de cada imagen pasa por la red, a {width} x {height} en color. Nada sale de este dispositivo y nada se guarda.',
    ways: 'De dónde vienen las imágenes',
    files: 'Archivos',
    camera: 'Cámara',
    makes: 'Qué hace',
    size: 'Tamaño',
    learnedSize: '{width} x {height}, como aprendió',
    otherSize: '{width} x {height}',
    larger:
      'Aprendió de imágenes de {width} x {height}: en las más grandes ve tantos píxeles a la vez como antes y, por tanto, una parte menor del conjunto.',
    choose: 'Elegir imágenes',
    paste: 'O pega una.',
    dataset: 'Tomar imágenes del conjunto de datos',
    took: 'En el paso {step}, {time} por imagen.',
    again: 'Dibujarlas de nuevo en el paso {step}',
    reading: 'Leyendo las imágenes',
    name: 'Imagen {index}',
  },
} satisfies SameWords<typeof english>;
