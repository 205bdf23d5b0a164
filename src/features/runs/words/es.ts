// Spanish texts of the saved runs.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Ejecuciones',
  lead: 'Guardadas en este dispositivo y en ningún otro sitio. Una ejecución es un archivo que puedes llevarte.',
  cancel: 'Cancelar',
  list: {
    starredOnly: 'Solo ejecuciones con estrella: {starred} de {runs}',
    failed: 'No se puede mostrar la lista de ejecuciones guardadas',
    again: 'Intentar de nuevo',
    reading: 'Leyendo lo guardado…',
    readingLabel: 'Leyendo las ejecuciones guardadas',
    none: 'Aún no hay nada guardado',
    noneWhy: 'Una ejecución se guarda sola mientras entrena y se queda aquí hasta que la borres.',
    first: 'Entrenar la primera',
  },
  card: {
    samples: 'Últimas muestras de {name}',
    none: 'aún sin muestras',
    isOpen: 'abierta',
    imported: '{model} · dibuja y se exporta, no se sigue entrenando',
    what: '{model} con {dataset}, semilla {seed}',
    unfinished: 'Sin terminar: paso **{step}** de {steps}; al abrirla continúa',
    step: 'Paso **{step}** de {steps} · {time} de entrenamiento',
    saved: 'Guardada: {when} · {size}',
    open: 'Abrir',
    branch: 'Partir de aquí',
    branchHint: 'Continuar desde aquí en una copia; esta ejecución queda como está',
    reuse: 'Enseñarle otros datos',
    reuseHint:
      'Una ejecución nueva que empieza con sus pesos, con otros datos o capas congeladas; esta queda como está',
    duplicate: 'Duplicar',
    export: 'Exportar',
  },
  sweep: {
    offer: 'Barrido de ajustes',
    hint: 'Entrenar una tras otra ejecuciones que difieren en uno o dos ajustes y ver qué hacen',
  },
  compare: {
    choose: 'Comparar',
    chooseLabel: 'Comparar {name}',
    go: 'Comparar {runs} ejecuciones',
    one: 'Elige otra ejecución con la que compararla.',
    full: 'No se pueden comparar más de {most}.',
    none: 'No elegir ninguna',
    bar: 'Ejecuciones que comparar',
  },
  remove: {
    title: '¿Borrar esta ejecución?',
    what: '**{name}** sale de la lista. Se puede recuperar durante {days} días, salvo que antes haga falta su espacio.',
    keep: 'Conservarla',
    do: 'Borrar',
  },
  which: {
    title: '¿Qué modelo?',
    what: 'Se dieron {models} modelos juntos. Elige el generador que quieres abrir.',
  },
  rename: {
    title: 'Cambiar el nombre de la ejecución',
    name: 'Nombre',
    do: 'Cambiar nombre',
  },
  copied: {
    title: 'Copiada',
    text: '{name} está en la lista.',
  },
  deleted: {
    title: 'Borradas hace poco',
    when: 'borrada {when} · {size}',
    back: 'Recuperar',
    backLabel: 'Recuperar {name}',
    erase: 'Borrar para siempre',
    eraseLabel: 'Borrar {name} para siempre',
    saidTitle: 'Borrada',
    said: '{name} se puede recuperar durante {days} días.',
    undo: 'Deshacer',
  },
  unreadable: {
    title: 'Guardadas, pero no se pueden abrir',
    lead: 'Nada de esto se borra si no lo dices tú; quizá otra versión de esta página pueda leerlo.',
    size: ', {size}.',
  },
  import: {
    title: 'Importar',
    label: 'Importar una ejecución o un modelo',
    what: 'Una ejecución de esta página, o un generador de TensorFlow.js (model.json con sus archivos .bin), Keras, TensorFlow Lite u ONNX, o el .npz o .bin que Exportar escribe para PyTorch y placas. Un modelo dibuja y se puede exportar; para seguir entrenándolo hace falta un discriminador, que no está en su archivo.',
    reading: 'Leyendo {file}',
    done: 'Importado',
    run: '{name}, paso {step}.',
    runs: '{runs} ejecuciones: {name} y las que la acompañan.',
    sweep:
      '{runs} de las {of} ejecuciones de un barrido; su gráfico y su tabla están en «Barrido de ajustes».',
    makes: '{name} hace imágenes de {height} x {width}. Ábrelo para dibujar con él o exportarlo.',
    makesGrey: '{name} hace imágenes grises de {height} x {width}. Ábrelo para dibujar con él o exportarlo.',
    makesRgb: '{name} hace imágenes RGB de {height} x {width}. Ábrelo para dibujar con él o exportarlo.',
    cancelled: 'Importación cancelada',
    nothing: 'No se guarda nada de ella.',
    cancelling: 'Cancelando',
  },
  elsewhere: {
    offer: 'Continuar en otro lugar',
    offerHint:
      'Seguir entrenando esta ejecución con PyTorch, en una máquina más grande o en varias, y traerla de vuelta',
    what: 'Esta ejecución como carpeta para PyTorch: las mismas redes, pérdidas y números aleatorios, en un archivo legible. Lo que escribe se abre de nuevo aquí.',
    back: 'Cuando termine, trae out/run.zip de vuelta: Ejecuciones, Importar.',
  },
} satisfies SameWords<typeof english>;
