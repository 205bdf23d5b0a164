// Spanish texts of where runs are kept, and what the page and its worker say of each other, by the English text; `{name}` is a gap.
export default {
  'The run cannot be saved: {name} is {value}.': 'La ejecución no se puede guardar: {name} es {value}.',
  'Report this; the last checkpoint is kept.': 'Avisa de esto; el último punto guardado se conserva.',
  'file storage': 'almacén de archivos',
  database: 'base de datos',
  'it gave nothing back': 'no devolvió nada',
  'it gave {found} back': 'devolvió {found}',
  "A part of the browser's storage cannot be used now; runs that were saved there are not shown.":
    'Una parte del almacenamiento del navegador no se puede usar ahora; las ejecuciones guardadas allí no se muestran.',
  "A part of the browser's storage cannot be used now{why}; runs that were saved there are not shown.":
    'Una parte del almacenamiento del navegador no se puede usar ahora{why}; las ejecuciones guardadas allí no se muestran.',
  'Runs of an earlier visit could not be moved and are not shown ({reason}); they are kept.':
    'Las ejecuciones de una visita anterior no se pudieron trasladar y no se muestran ({reason}); se conservan.',
  'No room after {count} bytes': 'No queda espacio tras {count} bytes',
  'The name {name} has {count} characters.': 'El nombre {name} tiene {count} caracteres.',
  'Give the run a name of 1 to {most} characters.': 'Da a la ejecución un nombre de 1 a {most} caracteres.',
  'Run without a name': 'Ejecución sin nombre',
  'The tensor {name} [{shape}] with {count} values cannot be saved.':
    'El tensor {name} [{shape}] con {count} valores no se puede guardar.',
  'Report this: each tensor needs its own name and as many values as its shape holds.':
    'Avisa de esto: cada tensor necesita un nombre propio y tantos valores como admite su forma.',
  'The samples of step {step} have {found} bytes, expected {expected}.':
    'Las muestras del paso {step} tienen {found} bytes; se esperaban {expected}.',
  'Report this: pixels must fill count * height * width * channels.':
    'Avisa de esto: los píxeles deben llenar count * height * width * channels.',
  'a web page came instead of the file': 'en lugar del archivo llegó una página web',
  'an empty answer came': 'llegó una respuesta vacía',
  'more than the expected {count} bytes came': 'llegaron más de los {count} bytes esperados',
  'only {count} bytes came': 'solo llegaron {count} bytes',
  'nothing came for {count} seconds': 'no llegó nada durante {count} segundos',
  'No id of a run.': 'No es el identificador de una ejecución.',
  'the CPU engine with relaxed SIMD': 'el motor de CPU con SIMD relajado',
  'the CPU engine with plain SIMD': 'el motor de CPU con SIMD simple',
  'It was trained on {before} and repeats here on {now}, which round differently: its losses will differ, in the last digits at first.':
    'Se entrenó con {before} y aquí se repite con {now}, que redondean de otro modo: sus pérdidas diferirán, al principio en las últimas cifras.',
  'the browser ended what keeps the page. What came is kept; press the button again to go on.':
    'el navegador cerró lo que guarda la página. Lo que llegó se conserva; pulsa otra vez el botón para seguir.',
  'Not all of the page could be fetched.': 'No se pudo obtener toda la página.',
  '{fastest}: {times}x {second} here': '{fastest}: aquí {times} veces {second}',
  '{fastest}: as fast as {second} here': '{fastest}: aquí igual de rápido que {second}',
  'This run was trained on {before} and goes on with {now}, so its losses differ in the last digits from those of a run that stayed.':
    'Esta ejecución se entrenó con {before} y sigue con {now}, así que sus pérdidas difieren en las últimas cifras de las de una que no hubiera cambiado.',
  'To go on to the bit, choose {before} as backend, under Engine in the settings.':
    'Para seguir bit a bit, elige {before} como backend, en «Motor» dentro de los ajustes.',
  'It takes effect at the next step.': 'Tiene efecto en el paso siguiente.',
  'Another engine': 'Otro motor',
  'The page that embeds this one does not isolate it from other origins (headers of its own, and allow="cross-origin-isolated" on the frame), so there is one thread only. Opened on its own it may have more.':
    'La página que incrusta esta no la aísla de otros orígenes (cabeceras propias, y allow="cross-origin-isolated" en el marco), así que solo hay un hilo. Abierta por separado puede tener más.',
  'A message of the worker was unreadable.': 'Un mensaje del worker era ilegible.',
  'This browser is too old to train: it cannot read the script that does{detail}.':
    'Este navegador es demasiado antiguo para entrenar: no puede leer el script que lo hace{detail}.',
  'A request that did not end': 'Una petición que no terminaba',
  'The page closed the worker.': 'La página cerró el worker.',
  'The training worker waited for a thread of its own for {seconds} s.':
    'El worker de entrenamiento esperó {seconds} s a un hilo propio.',
  'The training worker did not bring its engine for {seconds} s.':
    'El worker de entrenamiento no trajo su motor en {seconds} s.',
  'The page starts it again. If that happens again and again, the network is slow or cut, or this device has too little memory: close other tabs, then reload the page.':
    'La página lo inicia de nuevo. Si ocurre una y otra vez, la red es lenta o está cortada, o este dispositivo tiene poca memoria: cierra otras pestañas y recarga la página.',
} as const;
