// Spanish texts of shared components.
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  cancel: 'Cancelar',
  close: 'Cerrar',
  on: 'sí',
  off: 'no',
  samples: { label: 'Muestras, una por una', one: 'Muestra {index}' },
  noValue: 'sin valor',
  report: {
    copy: 'Copiar informe',
    copied: 'Copiado',
    hint: 'Copia el error y dónde ocurrió; no se envía nada',
  },
  chart: {
    log: 'Eje logarítmico',
    logShort: 'log',
    time: 'Por tiempo',
    timeHint: 'Por tiempo de entrenamiento en lugar de por pasos',
    table: 'Como tabla',
    tableOf: '{title} como tabla',
    byStep: '{title} por pasos. {help}',
    byTime: '{title} por tiempo. {help}',
    at: 'paso {step}',
    step: 'Paso',
    clock: 'Tiempo',
    of: '{part} de {all}',
    save: 'Guardar este gráfico',
    saveAs: { png: 'Imagen (PNG)', svg: 'Dibujo (SVG)', csv: 'Números (CSV)' },
    saveHelp: {
      png: 'Para diapositivas y mensajes, sobre blanco.',
      svg: 'Para informes: nítido a cualquier tamaño y editable.',
      csv: 'Cada valor de cada línea, para hojas de cálculo y programas: con punto decimal y nombres en inglés en todos los idiomas.',
    },
    seconds: 'segundos',
  },
  files: {
    looking: 'Mirando la carpeta: {count} archivos',
    closed: 'Los archivos no se pueden abrir: {why}',
    folder: 'Elegir una carpeta',
    drop: 'o suéltalos aquí: {kinds}',
    dropFolder: 'o suéltalos, o una carpeta, aquí: {kinds}',
  },
  param: {
    range: 'de {least} a {most}',
    default: 'por defecto {value}',
    firstDrawing: 'el primer dibujo',
    backTo: 'Volver a {value}',
    back: '{name}: volver al valor por defecto',
    changed: 'cambiado',
    slider: '{name}, deslizador',
    fixed: 'fijado por el enlace de clase',
    whole: 'Un número entero de {least} a {most}.',
  },
  drawing: {
    label: '{name}, {side} x {side} casillas. Las flechas mueven, el espacio dibuja.',
    fine: 'fino',
    broad: 'ancho',
    rub: 'borrar',
    clear: 'Vaciar',
  },
  camera: {
    label: 'Lo que ve la cámara',
    choice: 'Cámara',
    mirrored: 'Reflejada',
    stop: 'Apagar la cámara',
    start: 'Encender la cámara',
    again: 'Encender la cámara de nuevo',
    opening: 'Esperando la cámara; puede que el navegador te pregunte.',
    stays: 'Las imágenes de la cámara se quedan en este dispositivo.',
    keptNowhere: 'Las imágenes de la cámara se quedan en este dispositivo y no se guardan en ningún sitio.',
  },
  naming: {
    confusion: 'Qué se confunde con qué',
    rows: 'Filas: lo que es. Columnas: como qué se leyó.',
    right: '{name}, leída como {read}: bien, {sure} de seguridad',
    wrong: '{name}, leída como {read}: mal, {sure} de seguridad',
    taken: 'Por qué se toma',
  },
  glossary: {
    loss: {
      word: 'Pérdida',
      forms: 'pérdida, pérdidas',
      meaning:
        'El número que una red intenta hacer pequeño al entrenar. En una GAN cada red tiene el suyo, y uno baja a costa del otro, así que ninguno dice lo buenas que son las imágenes.',
    },
    frechet: {
      word: 'Distancia de Fréchet',
      forms: 'distancia de Fréchet',
      meaning:
        'Lo lejos que están las muestras en conjunto de las imágenes reales, según la media y la dispersión de lo que una red juez ve en ellas. 0 es ninguna diferencia; cuanto menor, mejor.',
    },
    floor: {
      word: 'Suelo',
      forms: 'suelo',
      meaning:
        'Lo que obtienen en la misma medida imágenes reales apartadas: el valor que alcanzaría un generador perfecto.',
    },
    kl: {
      word: 'KL',
      forms: 'divergencia KL',
      meaning:
        'Divergencia de Kullback-Leibler: lo desigual que es el reparto de las clases dibujadas. 0 cuando todas salen igual de a menudo; el logaritmo natural de su número cuando solo sale una.',
    },
    nats: {
      word: 'Nats',
      forms: 'nat',
      meaning: 'La unidad de información en logaritmos naturales; un nat son 1,44 bits.',
    },
    modes: {
      word: 'Modos',
      forms: 'modos',
      meaning:
        'Las clases de cosas de que constan los datos, como diez dígitos u ocho grupos. Un generador que dibuja pocas ha colapsado.',
    },
    accuracy: {
      word: 'Acierto',
      forms: 'acierto',
      meaning:
        'Con qué frecuencia acierta una red. El discriminador: con qué frecuencia distingue lo real de lo falso; 100 % significa que las falsificaciones se notan enseguida, 50 % que solo puede adivinar. Una red que nombra imágenes: con qué frecuencia da el nombre correcto.',
    },
    latent: {
      word: 'Vector latente',
      forms: 'vector latente, vectores latentes',
      meaning: 'Los números aleatorios a partir de los que se dibuja una muestra, también llamados ruido.',
    },
  },
  sketch: {
    label: '{name}. Las flechas mueven el lápiz; la barra espaciadora lo baja o lo levanta.',
    how: 'Dibuja con ratón, dedo o lápiz. Con teclas: las flechas mueven, la barra espaciadora baja o levanta el lápiz.',
    down: 'El lápiz está abajo: las flechas dibujan.',
    up: 'El lápiz está arriba: las flechas lo mueven, la barra espaciadora lo baja.',
    fine: 'fino',
    broad: 'grueso',
    rub: 'borrar',
    undo: 'Deshacer',
    clear: 'Vaciar',
  },
  own: {
    from: 'De dónde viene la imagen',
    draw: 'La dibujo',
    file: 'Un archivo',
    kept: 'Una imagen real',
    paper: 'Papel',
    centred: 'Encajar y centrar como MNIST',
    choose: 'Elegir una imagen',
    reading: 'Cargando…',
    invert: 'Intercambiar oscuro y claro',
    number: 'Número de la imagen',
    unseen: 'El entrenamiento no ve estas imágenes.',
    seen: 'Son imágenes de entrenamiento: de estos datos no se reserva nada.',
  },
  knobs: {
    title: 'Qué giran los controles',
    axes: 'Direcciones principales',
    numbers: 'Los {count} números mismos',
    first: 'Primer número mostrado',
    looking: 'Buscando las direcciones en las que más cambian las imágenes…',
    axis: 'Dirección {index}',
    number: 'Número {index}',
  },
} satisfies SameWords<typeof english>;
