// Spanish texts of settings of runs, by the English text.
export default {
  Run: 'Ejecución',
  'How many training steps to run before the run is done; raise it during a run to go on longer.':
    'Cuántos pasos de entrenamiento se dan hasta terminar la ejecución; súbelo durante una ejecución para que siga más tiempo.',
  Seed: 'Semilla',
  'The number that all randomness grows from; the same seed and settings repeat the same run.':
    'El número del que nace todo el azar; la misma semilla y los mismos ajustes repiten la misma ejecución.',
  'Batch size': 'Tamaño de lote',
  'Images that each network sees at a time; larger is steadier and slower per step.':
    'Imágenes que ve cada red a la vez; más es más estable y más lento por paso.',
  'Learning rate, generator': 'Tasa de aprendizaje, generador',
  'How far the generator moves at each step; too high makes the losses swing.':
    'Cuánto se mueve el generador en cada paso; si es demasiado alta, las pérdidas oscilan.',
  'Learning rate, discriminator': 'Tasa de aprendizaje, discriminador',
  'How far the discriminator moves at each step; too high and it wins at once.':
    'Cuánto se mueve el discriminador en cada paso; si es demasiado alta, gana enseguida.',
  'D steps per G step': 'Pasos de D por paso de G',
  'How often the discriminator learns before the generator learns once.':
    'Cuántas veces aprende el discriminador antes de que el generador aprenda una.',
  'Adam beta 1': 'Beta 1 de Adam',
  'Memory of past gradients in the Adam optimizer; GANs like about one half.':
    'Memoria de los gradientes pasados en el optimizador Adam; a las GAN les va bien más o menos un medio.',
  'Adam beta 2': 'Beta 2 de Adam',
  'Memory of past squared gradients in the Adam optimizer.':
    'Memoria de los gradientes pasados al cuadrado en el optimizador Adam.',
  'Generator averaging': 'Promedio del generador',
  'Samples are drawn from a running average of the generator with this decay; 0 uses the latest weights.':
    'Las muestras se dibujan con una media móvil del generador con este decaimiento; 0 usa los últimos pesos.',
  'Normalization, generator': 'Normalización, generador',
  'As the model has it': 'La del modelo',
  Batch: 'Lote',
  Layer: 'Capa',
  Instance: 'Instancia',
  Stabilizers: 'Estabilizadores',
  'What takes the place of the generator’s batch normalization; none makes training easy to break.':
    'Lo que ocupa el lugar de la normalización por lotes del generador; sin ninguna, el entrenamiento se rompe con facilidad.',
  'Normalization, discriminator': 'Normalización, discriminador',
  'What takes the place of the discriminator’s batch normalization; gradient penalties want layer or none.':
    'Lo que ocupa el lugar de la normalización por lotes del discriminador; las penalizaciones de gradiente piden capa o ninguna.',
  'Spectral normalization': 'Normalización espectral',
  'Bounds how fast the discriminator’s score can change from picture to picture (Miyato et al. 2018).':
    'Limita lo rápido que puede cambiar la puntuación del discriminador de una imagen a otra (Miyato et al. 2018).',
  'Minibatch deviation': 'Desviación del minilote',
  'Tells the discriminator how much the pictures of a batch differ, so that sameness betrays the forger.':
    'Le dice al discriminador cuánto se diferencian las imágenes de un lote, de modo que la monotonía delata al falsificador.',
  Packing: 'Empaquetado',
  'The discriminator judges so many pictures as one and sees at once when they are all alike (PacGAN).':
    'El discriminador juzga este número de imágenes como una sola y ve enseguida si todas son iguales (PacGAN).',
  'Unrolled steps': 'Pasos desenrollados',
  steps: 'pasos',
  'The forger looks so many lessons of the police ahead before it learns, so that hiding in one place does not pay (Metz et al. 2017); for dense layers, and slow.':
    'El falsificador mira este número de lecciones de la policía por adelantado antes de aprender, de modo que esconderse en un solo sitio no compensa (Metz et al. 2017); para capas densas, y lento.',
  Augmentation: 'Aumentación de datos',
  Shift: 'Desplazamiento',
  'Shift, cut out': 'Desplazamiento, recorte',
  'Colour, shift, cut out': 'Color, desplazamiento, recorte',
  'Changes real and drawn pictures alike before they are judged; for small data sets (DiffAugment).':
    'Cambia por igual las imágenes reales y las dibujadas antes de juzgarlas; para conjuntos de datos pequeños (DiffAugment).',
  'Instance noise': 'Ruido de instancia',
  'Noise on every picture that the discriminator sees, so that real and drawn ones overlap at first.':
    'Ruido sobre cada imagen que ve el discriminador, para que al principio se solapen las reales y las dibujadas.',
  'Noise fades over': 'El ruido se apaga en',
  'After so many steps the instance noise is gone.':
    'Tras este número de pasos, el ruido de instancia ha desaparecido.',
  'Initial weights': 'Pesos iniciales',
  'Multiplies the networks’ first weights; tiny ones break a network without normalization.':
    'Multiplica los primeros pesos de las redes; si son diminutos, rompen una red sin normalización.',
  'Samples every': 'Muestras cada',
  Watching: 'Seguimiento',
  'How often the grid of samples is drawn from the same noise and kept on the timeline.':
    'Cada cuánto se dibuja la cuadrícula de muestras con el mismo ruido y se guarda en la línea de tiempo.',
  'Log every': 'Registrar cada',
  'How often losses and accuracies are read back; rarer is a little faster on a graphics card.':
    'Cada cuánto se leen las pérdidas y los aciertos; con menos frecuencia es algo más rápido en una tarjeta gráfica.',
  'Measure every': 'Medir cada',
  'How often quality and variety of the samples are measured, 0 for never; never more than a tenth of the training time, so rarer where it is slow.':
    'Cada cuánto se miden la calidad y la variedad de las muestras, 0 para nunca; jamás más de una décima parte del tiempo de entrenamiento, así que menos a menudo donde sea lento.',
  'Samples measured': 'Muestras medidas',
  'How many images are drawn for each measurement; more give steadier figures and take longer.':
    'Cuántas imágenes se dibujan para cada medida; más dan valores más estables y tardan más.',
  'Save every': 'Guardar cada',
  seconds: 'segundos',
  'How often the run is saved on this device; a crash loses at most this much.':
    'Cada cuánto se guarda la ejecución en este dispositivo; un fallo pierde esto como mucho.',
};
