// Spanish texts of the place from which networks leave.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Exportar',
  at: '{name}, paso {step}',
  cancel: 'Cancelar',
  noGenerator:
    '{task}: esta ejecución no tiene generador, así que ninguno sale de aquí. [Abre una ejecución de un generador](/runs), o guarda esta como archivo de ejecución en la misma página.',
  untrained:
    'Esta ejecución aún no ha entrenado, así que su generador dibuja ruido, en cualquier formato. [Entrénala primero](/train), o expórtala como está.',
  untrainedGuesses:
    'Esta ejecución aún no ha entrenado, así que adivina, en cualquier formato. [Entrénala primero](/train), o expórtala como está.',
  none: {
    title: 'No hay ninguna ejecución abierta',
    lead: 'Entrena una o abre una que hayas guardado; entonces su generador sale de aquí hacia un teléfono, una placa u otro programa.',
    train: 'Entrenar',
    runs: 'Ejecuciones guardadas',
  },
  form: {
    title: 'Sacar el generador',
    lead: 'Se escribe aquí, se vuelve a leer y se ejecuta antes de dártelo: un archivo que dibuja otra cosa se rechaza.',
    network: 'Red',
    networkHelp: 'Cada red de la ejecución sale por separado; a una placa se envía la elegida aquí.',
    format: 'Formato',
    precision: 'Precisión',
    bound: 'Diferencia media permitida: {bound}.',
    range: 'Rango de las activaciones',
    minMax: 'Del menor al mayor',
    minMaxHelp: 'Los enteros abarcan todos los valores que aparecieron con 64 entradas.',
    percentile: 'Sin valores extremos',
    percentileHelp: 'El 0,05 % más raro de cada extremo se satura; el resto obtiene pasos más finos.',
    sides: 'Imágenes que aceptan los archivos',
    height: 'Altura, píxeles',
    width: 'Anchura, píxeles',
    takes:
      'De las imágenes que aceptan los archivos. Aprendió de {learned}; sus capas aceptan de {least} a {most}.',
    takesSteps:
      'De las imágenes que aceptan los archivos. Aprendió de {learned}; sus capas aceptan de {least} a {most} en pasos de {step}.',
    readBy: 'Lo leen: {readers}.',
    semicolon: '; ',
    write: 'Escribir y comprobar',
    waits: 'El entrenamiento se detiene mientras se escribe el archivo y continúa solo.',
    starting: 'Empezando',
    refused: 'No se entregó ningún archivo',
  },
  result: {
    byLatents: 'Paso {step}, escrito y comprobado en {seconds} s con {images} latentes fijos por {runtime}.',
    byPictures:
      'Paso {step}, escrito y comprobado en {seconds} s con {images} imágenes reservadas por {runtime}.',
    noRuntime:
      'Ningún entorno de ejecución de este formato funciona en un navegador. Las pruebas del proyecto ejecutan estos archivos con las herramientas reales.',
    download: 'Descargar {size}',
    withCard: 'Con ficha del modelo',
    zip: 'Descargar zip con ficha del modelo, {size}',
    size: 'Tamaño',
    ofFloat: '{share} de los pesos en float32',
    gzipped: 'Con gzip',
    mean: 'Diferencia media',
    ofValues: 'de valores de -1 a 1; se permite {bound}',
    ofShares: 'de proporciones de 0 a 1; se permite {bound}',
    largest: 'Diferencia mayor',
    rightly: 'Bien nombradas',
    asTrained: 'al entrenar {share}',
    alike: 'Nombradas igual',
    ofPictures: 'de {images} imágenes, por el archivo y la red',
    layersAndFiles: 'Capas y archivos',
    files: 'Archivos: {files}',
  },
  pictures: {
    trained: 'Como se entrenó',
    written: 'Como los dibuja el archivo',
    given: 'Dada',
    variant: 'Esta variante',
    difference: 'Diferencia, aumentada {times} veces',
    differenceShort: 'Diferencia, {times} veces',
  },
  layers: {
    label: 'Capas',
    layer: 'Capa',
    kind: 'Tipo',
    output: 'Salida',
    parameters: 'Parámetros',
    weightError: 'Error de los pesos',
    weightErrorHelp: 'Media cuadrática, respecto a la de los pesos',
    outputError: 'Error de la salida',
    outputErrorHelp:
      'Media cuadrática, respecto a la de la salida. Ante una curva que ya no se mueve, como tanh más allá de 4, los valores cuentan en la medida en que los distingue.',
    weights: 'Pesos',
    values: '±{reach}, {values} valores',
    spread: 'pesos de {least} a {most}',
    levels: 'pesos de {least} a {most}, {levels} valores distintos',
  },
  comparison: {
    title: 'Lado a lado',
    label: 'Exportaciones lado a lado',
    note: 'Las diferencias son respecto a la red en coma flotante de la misma ejecución, con los mismos latentes; el archivo de un alumno se compara con el alumno.',
    columns: {
      what: 'Formato',
      sizeBytes: 'Tamaño',
      gzipBytes: 'Con gzip',
      meanDifference: 'Diferencia media',
      maxDifference: 'Mayor',
      millisecondsPerImage: 'ms por imagen',
      step: 'Paso',
      run: 'Ejecución',
    },
  },
  techniques: {
    channels: {
      label: 'Podar canales',
      help: 'Quita canales enteros, primero los que menos importan: los tensores y las multiplicaciones disminuyen de verdad.',
      note: 'Zhu y Gupta 2017: https://arxiv.org/abs/1710.01878',
      button: 'Podar canales',
    },
    weights: {
      label: 'Podar pesos sueltos',
      help: 'Pone a cero los pesos más pequeños: el archivo se comprime mejor, pero nada va más rápido.',
      note: 'Zhu y Gupta 2017: https://arxiv.org/abs/1710.01878',
      button: 'Podar pesos',
    },
    integers: {
      label: 'Entrenar para enteros',
      help: 'Sigue entrenando con números redondeados, para que los enteros de una placa dibujen lo que dibuja la red en coma flotante.',
      note: 'Jacob y otros 2018: https://arxiv.org/abs/1712.05877',
      button: 'Entrenar para enteros',
    },
    student: {
      label: 'Destilar un alumno',
      help: 'Una red más pequeña aprende a dibujar lo que dibuja esta.',
      note: 'Hinton y otros 2015: https://arxiv.org/abs/1503.02531',
      button: 'Destilar un alumno',
    },
  },
  smaller: {
    title: 'Hacerlo más pequeño',
    lead: 'Cada camino acaba en una ejecución propia, para seguir entrenando, hacer aún más pequeña o exportar; esta queda como está. Se suman: destilar, luego podar, luego entrenar para enteros.',
    how: 'Cómo',
    asks: {
      width: 'Anchura del alumno',
      weightBits: 'Pesos',
      share: 'De cada capa',
    },
    ofThis: '{times} x esta',
    ofLight: '{times} x light',
    bits: '{bits} bits',
    steps: 'Pasos',
    pause: 'Pausar',
    pauseHint: 'Conserva lo que haya hasta entonces, para continuar después',
    cancelHint: 'Una nueva no deja nada; una que continuaba queda en su último guardado',
    refused: 'No se hizo nada',
    set: 'Poner {what}',
    made: '**{name}** está guardada: {parameters} parámetros en vez de {parametersBefore}, {multiplyAdds} multiplicaciones en vez de {multiplyAddsBefore}; distancia entre sus imágenes y las de esta ejecución: {distance}.',
    madeZero:
      '**{name}** está guardada: {parameters} parámetros en vez de {parametersBefore}, {multiplyAdds} multiplicaciones en vez de {multiplyAddsBefore}, {zero} de los pesos a cero; distancia entre sus imágenes y las de esta ejecución: {distance}.',
    open: 'Abrirla',
    reading: 'Leyendo los pesos',
    cancelling: 'Cancelando',
  },
  unfinished: {
    label: 'Sin terminar',
    stands: '**{name}** está en el paso {step} de {steps}.',
    goOn: 'Continuar',
    discard: 'Desechar',
  },
  cost: {
    title: '¿Cuánto cuesta?',
    lead: 'La ejecución en cada precisión, y cada ejecución guardada que se hizo de ella, dibujadas con los mismos latentes y juzgadas igual, antes de escribir ningún archivo.',
    leadPictures:
      'La ejecución en cada precisión, y cada ejecución guardada que se hizo de ella, con las mismas imágenes reservadas y juzgadas igual, antes de escribir ningún archivo.',
    pictures: 'Imágenes',
    samples: 'Muestras',
    compare: 'Comparar',
    label: 'Variantes lado a lado',
    look: 'Ver',
    lookAt: 'Ver {run}, {variant}',
    seen: '{run}, {variant}',
    translatorNote:
      'Las pérdidas son medias sobre {pictures} imágenes reservadas, según los discriminadores de la primera ejecución; la pérdida de los generadores es su suma ponderada. Los tamaños son los de los archivos .tflite de todos los generadores juntos; los milisegundos son los de LiteRT para una imagen, con un hilo, aquí.',
    published:
      'Publicado: tamaño y pérdida del generador frente al original de una publicación que redujo la misma clase de red.',
    judged: '{samples} muestras, según: {evaluator}.',
    floor: 'Las imágenes reales reservadas alcanzan una distancia de Fréchet de {distance} con {samples}.',
    note: 'La pérdida es según el discriminador de la primera ejecución; los tamaños son los del archivo .tflite; los milisegundos son los de LiteRT con un hilo, aquí. Los pesos a cero solo reducen el archivo comprimido.',
  },
  variants: {
    float32: 'float32, como se entrenó',
    float16: 'pesos float16',
    'int8-weights': 'pesos de 8 bits',
    int8: 'todo en int8',
    'int4-weights': 'pesos de 4 bits',
    'int8-int4': 'int8, pesos de 4 bits',
  },
  columns: {
    what: {
      label: 'Variante',
      help: 'Precisión y ejecución',
    },
    frechet: {
      label: 'Fréchet',
      help: 'Distancia de Fréchet; cuanto menor, mejor',
    },
    score: {
      label: 'Puntuación',
      help: 'Puntuación del clasificador; cuanto mayor, mejor',
    },
    modes: {
      label: 'Modos',
      help: 'Clases que se dibujan',
    },
    parameters: {
      label: 'Parámetros',
      help: 'De la red tal como se entrena; los archivos tienen menos, porque las normalizaciones por lotes se pliegan en sus vecinas',
    },
    multiplyAdds: {
      label: 'Multiplicaciones',
      help: 'Para una imagen',
    },
    size: {
      label: 'Tamaño',
      help: 'Del archivo .tflite, o de los archivos',
    },
    gzipped: {
      label: 'Con gzip',
      help: 'Del archivo .tflite, comprimido',
    },
    milliseconds: {
      label: 'ms por imagen',
      help: 'LiteRT con un hilo, aquí',
    },
    loss: {
      label: 'Pérdida de G',
      help: 'Pérdida del generador; cuanto menor, más engaña al discriminador',
    },
    translatorLoss: {
      label: 'Pérdida de G',
      help: 'Suma ponderada de las pérdidas de al lado, con imágenes reservadas; cuanto menor, mejor',
    },
    lossChange: {
      label: 'Cambio',
      help: 'De la pérdida, respecto a la primera fila',
    },
    term: {
      label: 'Pérdida',
      help: 'Antes de su peso',
    },
    sizeShare: {
      label: 'Del tamaño',
      help: 'De la primera fila',
    },
    published: {
      label: 'Publicado',
      help: 'Tamaño y cambio de la pérdida que una publicación da para este camino',
    },
    publishedOriginal: '{size} MB, pérdida {loss}',
    publishedChange: '{share}, {change}',
  },
} satisfies SameWords<typeof english>;
