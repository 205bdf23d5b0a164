// Spanish sentences on the engine, its workers and what stops a run, by the English text.
export default {
  'WebAssembly relaxed SIMD on 1 thread': 'WebAssembly, relaxed SIMD, 1 hilo',
  'WebAssembly relaxed SIMD on {threads} threads': 'WebAssembly, relaxed SIMD, {threads} hilos',
  'WebAssembly {kind} on 1 thread': 'WebAssembly {kind}, 1 hilo',
  'WebAssembly {kind} on {threads} threads': 'WebAssembly {kind}, {threads} hilos',
  'WebGL on {device}': 'WebGL en {device}',
  'WebGPU on {device}': 'WebGPU en {device}',
  'Plain JavaScript on 1 thread': 'JavaScript puro, 1 hilo',
  'You chose it.': 'Lo elegiste tú.',
  'The fastest kind of backend, and it passed its self-test.':
    'La clase de motor más rápida, y superó su autoprueba.',
  'The fastest that works here and passed its self-test; {count} passed over.':
    'El más rápido que funciona aquí y superó su autoprueba; {count} descartados.',
  'The fastest here of those that passed their self-test. One training step: {times}':
    'El más rápido aquí de los que superaron su autoprueba. Un paso de entrenamiento: {times}',
  'This browser has no OffscreenCanvas, so WebGL cannot run in a worker.':
    'Este navegador no tiene OffscreenCanvas, así que WebGL no puede funcionar en un worker.',
  'This browser offers no WebGL 2 context.': 'Este navegador no ofrece contexto WebGL 2.',
  'WebGL is drawn by software here ({device}), slower than the CPU engine.':
    'Aquí WebGL lo dibuja el software ({device}), más lento que el motor de CPU.',
  'The WebGL context was lost ({device}).': 'Se perdió el contexto WebGL ({device}).',
  'This WebGL device computes with 16 bits only, too coarse to train.':
    'Este dispositivo WebGL calcula solo con 16 bits, demasiado tosco para entrenar.',
  'This browser offers no WebGPU here.': 'Este navegador no ofrece WebGPU aquí.',
  'WebGPU found no graphics adapter.': 'WebGPU no encontró ningún adaptador gráfico.',
  'WebGPU is computed by software here ({device}), slower than the CPU engine.':
    'Aquí WebGPU lo calcula el software ({device}), más lento que el motor de CPU.',
  'The graphics device was lost ({reason}).': 'Se perdió el dispositivo gráfico ({reason}).',
  'The graphics device refused a computation ({reason}).':
    'El dispositivo gráfico rechazó un cálculo ({reason}).',
  'Sums go through subgroups, {lanes} lanes at a time, and come out as without them to the bit.':
    'Las sumas pasan por subgrupos, de {lanes} en {lanes}, y dan lo mismo que sin ellos hasta el último bit.',
  'Sums go without subgroups, which this device offers and gets wrong. {reason}':
    'Las sumas van sin subgrupos, que este dispositivo ofrece y calcula mal. {reason}',
  'The device refused them ({reason}).': 'El dispositivo los rechazó ({reason}).',
  'Self-test of {what} failed: value {place} is {value}, expected {expected}.':
    'La autocomprobación de {what} falló: el valor {place} es {value}, se esperaba {expected}.',
  'Pictures are translated in 32-bit floats: this device offers 16-bit ones and gets them wrong. {reason}':
    'Las imágenes se traducen con números de 32 bits: este dispositivo ofrece los de 16 bits y los calcula mal. {reason}',
  'Your pictures are translated with factors of 16-bit floats, {times} times as fast here; training keeps 32 bits.':
    'Tus imágenes se traducen con factores de 16 bits, a {times} veces la velocidad de antes; el entrenamiento sigue con 32 bits.',
  '16-bit floats stay unused: products of them are {times} times as fast as those of 32 bits here.':
    'Los números de 16 bits no se usan: aquí sus productos van a {times} veces la velocidad de los de 32 bits.',
  'This browser has no WebAssembly.': 'Este navegador no tiene WebAssembly.',
  'The CPU engine did not start.': 'El motor de CPU no arrancó.',
  'Choose another backend, or leave the choice to the page.':
    'Elige otro motor, o deja la elección a la página.',
  'The run goes on from its last save; choose another backend if it happens again.':
    'La ejecución continúa desde su último guardado; elige otro motor si vuelve a ocurrir.',
  'A helper thread of the CPU engine was lost while running {kernel}.':
    'Se perdió un hilo auxiliar del motor de CPU al ejecutar {kernel}.',
  'Continue from the last checkpoint; choose one thread if it happens again.':
    'Continúa desde el último punto guardado; elige un hilo si vuelve a ocurrir.',
  'The CPU engine stopped in {kernel}: {cause}.': 'El motor de CPU se detuvo en {kernel}: {cause}.',
  'Continue from the last checkpoint on another backend, and report this message.':
    'Continúa desde el último punto guardado con otro motor e informa de este mensaje.',
  'The CPU engine cannot get {asked} more bytes; {used} bytes are in use.':
    'El motor de CPU no consigue {asked} bytes más; hay {used} bytes en uso.',
  'Use a smaller batch, smaller images or a narrower network.':
    'Usa un lote menor, imágenes más pequeñas o una red más estrecha.',
  'Reload the page; if it stays, the installed build is incomplete.':
    'Recarga la página; si persiste, la versión instalada está incompleta.',
  'The training worker said nothing for {seconds} s.':
    'El worker de entrenamiento no dijo nada durante {seconds} s.',
  'A helper thread did not start within {seconds} s.': 'Un hilo auxiliar no se inició en {seconds} s.',
  'The training worker crashed.': 'El worker de entrenamiento falló.',
  'The training worker crashed{detail}.': 'El worker de entrenamiento falló{detail}.',
  'The page starts it again and goes on from the last save.':
    'La página lo reinicia y continúa desde el último guardado.',
  'Update the browser, or open the page in a current Chrome, Edge, Firefox or Safari.':
    'Actualiza el navegador, o abre la página en un Chrome, Edge, Firefox o Safari actual.',
  'The training worker does not run.': 'El worker de entrenamiento no funciona.',
  'Start it again, or reload the page.': 'Reinícialo, o recarga la página.',
  'The run was stopped in the middle of a step.': 'La ejecución se detuvo en medio de un paso.',
  'It stands at its last save; press Train to go on from there.':
    'Está en su último guardado; pulsa «Entrenar» para continuar desde ahí.',
  'The engine was started again': 'El motor se reinició',
  'The engine was started again.': 'El motor se reinició.',
  'The run stands at its last save, step {step}.': 'La ejecución está en su último guardado, paso {step}.',
  'Press Train to go on.': 'Pulsa «Entrenar» para continuar.',
  'Starting the engine again': 'Reiniciando el motor',
  'Starting the engine': 'Arrancando el motor',
  'Starting a worker': 'Arrancando un worker',
  'Preparing the run': 'Preparando la ejecución',
  'Opening the saved run': 'Abriendo la ejecución guardada',
  'Opening the data set': 'Abriendo el conjunto de datos',
  'Building the networks': 'Construyendo las redes',
  'The page is isolated from other origins, so threads can share memory.':
    'La página está aislada de otros orígenes, así que los hilos pueden compartir memoria.',
  'The page is isolated from other origins, but this browser lets no threads share memory: there is one thread only.':
    'La página está aislada de otros orígenes, pero este navegador no deja que los hilos compartan memoria: solo hay un hilo.',
  'The server did not isolate the page from other origins (COOP and COEP headers), so there is one thread only.':
    'El servidor no aisló la página de otros orígenes (cabeceras COOP y COEP), así que solo hay un hilo.',
  'Something went wrong and gave no reason.': 'Algo falló y no dio ningún motivo.',
  'Reload the page; saved runs are kept. If it happens again, report it with this message.':
    'Recarga la página; las ejecuciones guardadas se conservan. Si vuelve a ocurrir, informa de ello con este mensaje.',
  'The browser gave no memory for it ({detail}).': 'El navegador no dio memoria para ello ({detail}).',
  'Close other tabs, choose smaller settings or a smaller file, and try again; saved runs are kept.':
    'Cierra otras pestañas, elige ajustes menores o un archivo más pequeño e inténtalo de nuevo; las ejecuciones guardadas se conservan.',
  'The page was renewed on its server, or the connection is gone. Reload the page; saved runs are kept.':
    'La página se renovó en su servidor, o no hay conexión. Recarga la página; las ejecuciones guardadas se conservan.',
  '{what} was cancelled.': 'Se canceló: {what}.',
  'Start it again when you are ready.': 'Empiézalo de nuevo cuando quieras.',
  'No backend is open yet.': 'Aún no hay ningún motor abierto.',
  'Wait until the status bar names one.': 'Espera hasta que la barra de estado nombre uno.',
  'No run is open.': 'No hay ninguna ejecución abierta.',
  'Press Train, or open a saved run.': 'Pulsa «Entrenar», o abre una ejecución guardada.',
} as const;
