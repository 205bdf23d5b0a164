// Spanish sentences on the notes on the health of a run, by the English text.
export default {
  'The losses are no numbers any more': 'Las pérdidas ya no son números',
  'The weights grow without bound': 'Los pesos crecen sin límite',
  '{what} Learning rates that are too high do that; the run stands at its last save.':
    '{what} Lo causan las tasas de aprendizaje demasiado altas; la ejecución está en su último guardado.',
  'The weights of a network have the size {size}; soon the losses will be no numbers any more.':
    'Los pesos de una red tienen el tamaño {size}; pronto las pérdidas dejarán de ser números.',
  'At step {step} the run reports {values}.': 'En el paso {step} la ejecución informa de {values}.',
  'Lower the learning rates and go on from the last save, or reset the run.':
    'Baja las tasas de aprendizaje y continúa desde el último guardado, o reinicia la ejecución.',
  'Divide both learning rates by ten': 'Dividir ambas tasas de aprendizaje entre diez',
  'The generator does not learn': 'El generador no aprende',
  'After {step} steps its Fréchet distance is {distance}, less than halved since the start; real images score {floor}.':
    'Tras {step} pasos su distancia de Fréchet es {distance}, ni siquiera la mitad que al principio; las imágenes reales alcanzan {floor}.',
  'Set both learning rates to {rate}': 'Poner ambas tasas de aprendizaje en {rate}',
  "Set the {network}'s learning rate to {rate}": 'Poner la tasa de aprendizaje en {rate} ({network})',
  'Start a new run with the {loss} loss': 'Empezar una ejecución nueva con otra pérdida: {loss}',
  'Start a new run that judges images in pairs':
    'Empezar una ejecución nueva que juzgue las imágenes por pares',
  'Update the discriminator once per step': 'Actualizar el discriminador una vez por paso',
  'Halve both learning rates': 'Reducir a la mitad ambas tasas de aprendizaje',
  'The samples are all alike': 'Las muestras son todas iguales',
  'They vary only {share} as much as real images do, as seen by {evaluator}.':
    'Solo varían un {share} de lo que varían las imágenes reales, según: {evaluator}.',
  'Mode collapse': 'Colapso de modos',
  'The generator neglects some classes': 'El generador descuida algunas clases',
  'The generator draws only {classes}: {covered} of {wanted} modes, KL {kl}.':
    'El generador solo dibuja {classes}: {covered} de {wanted} modos, KL {kl}.',
  'The generator draws mostly {classes}: {covered} of {wanted} modes, KL {kl}.':
    'El generador dibuja sobre todo {classes}: {covered} de {wanted} modos, KL {kl}.',
  'The discriminator has won': 'El discriminador ha ganado',
  'Its accuracy has been {share} % for {steps} steps.': 'Su acierto lleva {steps} pasos en {share} %.',
  "Its accuracy has been {share} % for {steps} steps and the size of the generator's gradient is {size}.":
    'Su acierto lleva {steps} pasos en {share} %, y el gradiente del generador tiene el tamaño {size}.',
  'The losses oscillate': 'Las pérdidas oscilan',
  "The generator's loss went up and down {times} times in {steps} steps, between {low} and {high}.":
    'La pérdida del generador subió y bajó {times} veces en {steps} pasos, entre {low} y {high}.',
  'least squares': 'mínimos cuadrados',
  'relativistic R1 + R2': 'relativista, R1 + R2',
} as const;
