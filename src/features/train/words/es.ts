// Spanish texts of the place that trains GANs.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Entrenar',
  lastRun: {
    open: 'Abrir tu última ejecución: {name}, paso {step}',
    others: 'Hay una más en Ejecuciones | Hay {count} más en Ejecuciones',
  },
  classes: {
    bar: '{name}: {count} muestras',
    caption: 'Clases dibujadas en {samples} muestras; la línea discontinua es un reparto igual.',
  },
  lens: {
    title: 'Muestra {index}',
    judged: 'Juzgada',
    verdict: '{share} real',
    past: 'Una imagen del pasado; ve al último momento para ver el veredicto.',
    noise: 'su ruido',
    nearest: 'imágenes reales más parecidas',
  },
  health: { label: 'Salud de la ejecución', title: '{title}.', close: 'Cerrar: {title}' },
  table: {
    label: 'Todas las medidas',
    caption: '{samples} muestras en el paso {step} frente a {real} imágenes reales apartadas; tardó {took}.',
    measure: 'Medida',
    samples: 'Muestras',
    real: 'Reales',
    says: 'Qué dice',
    byClass: 'Distancia de Fréchet dentro de cada clase',
  },
  directions: {
    lower: 'cuanto menor, mejor',
    higher: 'cuanto mayor, mejor',
    asReal: 'lo mejor es como lo real',
  },
  tooFew:
    'El conjunto de datos tiene muy pocas imágenes: las distancias necesitan al menos dos para aprender y dos para comparar, así que no tienen valor.',
  quality: {
    title: 'Calidad de las muestras',
    take: 'Medir ahora',
    takeHint: 'Dibuja {samples} muestras y toma todas las medidas; mientras tanto el entrenamiento espera',
    taking: 'Midiendo {samples} muestras; el entrenamiento espera.',
    measuring: 'Midiendo',
    shown:
      '{samples} muestras en el paso {step}, juzgadas por: {evaluator}. «Real» es lo que obtienen {real} imágenes reales apartadas.',
    floor: 'real {value}',
    soon: 'Las primeras cifras llegan tras unos segundos de entrenamiento: medir ocupa como mucho una décima parte del tiempo.',
    off: 'En esta ejecución no se mide; ajusta «Medir cada» en Seguimiento o pulsa «Medir ahora».',
  },
  samples: {
    title: 'Muestras',
    label: 'Muestras del generador en el paso {step}',
    at: 'en el paso {step}',
    part: ', {shown} de {all}',
    earlier: 'momento anterior',
    done: 'terminado',
    hint: 'toca una para verla en grande',
  },
  welcome: {
    title: 'Dos redes aprenden jugando una contra la otra',
    text: 'El generador convierte ruido en imágenes. El discriminador las distingue de las reales. Pulsa Entrenar y mira cómo el ruido se convierte en dígitos.',
    other:
      'El generador convierte ruido en imágenes. El discriminador las distingue de las reales. Pulsa Entrenar y mira cómo el ruido toma forma.',
    start: 'Empezar',
  },
  coming: {
    label: 'Lo que vendrá',
    picture: 'Las mismas muestras en el paso {step}',
    first: 'al principio',
    step: 'paso {step}',
    seconds: 'unos {count} s',
    minutes: 'unos {count} min',
    hours: 'unas {count} h',
    whole: '{steps} pasos tardan {time} en este dispositivo.',
  },
  plane: {
    layers: 'Capas',
    surface: 'lo que piensa la policía',
    surfaceHint:
      'Verde donde el discriminador toma un punto por real, naranja donde por falso; la línea azul está en medio.',
    real: 'puntos reales',
    realHint: 'Puntos del conjunto de datos.',
    samples: 'muestras',
    samplesHint: 'Puntos que dibuja el generador.',
    pushes: 'hacia dónde se empujan',
    pushesHint: 'Menos la pendiente de la pérdida del generador en cada punto: hacia ahí aprende a moverlo.',
    sheet: 'el ruido, extendido',
    sheetHint: 'Una hoja de ruido en trozos de igual probabilidad, allí donde la pone el generador.',
  },
  noise: {
    title: 'Ruido',
    label: 'Ruido de una muestra',
    none: 'números aleatorios',
    count: '{count} números aleatorios',
    some: 'algunos números aleatorios',
  },
  real: {
    title: 'Datos reales',
    label: 'Imágenes reales del conjunto de datos',
    unknown: 'no se conocen',
    later: 'se cargan al entrenar',
  },
} satisfies SameWords<typeof english>;
