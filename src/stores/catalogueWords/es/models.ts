// Spanish texts of models, losses and metrics, by the English text.
export default {
  'DCGAN, light': 'DCGAN, ligera',
  'Small and quick: legible digits in well under a minute on a plain processor.':
    'Pequeña y rápida: dígitos legibles en bastante menos de un minuto en un procesador normal.',
  'DCGAN, light, for colour': 'DCGAN, ligera, para color',
  'Small and quick for pictures in colour, chosen at 64 x 64 pixels: what lies where, and its colours, come soonest on a plain processor.':
    'Pequeña y rápida para imágenes en color, elegida a 64 x 64 píxeles: qué hay dónde, y con qué colores, llega antes en un procesador corriente.',
  'Latent size': 'Tamaño latente',
  'How many random numbers the generator draws one image from.':
    'A partir de cuántos números aleatorios dibuja el generador una imagen.',
  'Multiplies the channels of every layer: wider draws finer and trains slower.':
    'Multiplica los canales de cada capa: más ancha dibuja más fino y entrena más despacio.',
  'DCGAN of AN12954 (reference)': 'DCGAN de AN12954 (referencia)',
  'The network of the published application note, exactly; slower than the light one, good to compare with.':
    'Exactamente la red de la nota de aplicación publicada; más lenta que la ligera, buena para comparar.',
  Dropout: 'Dropout',
  'Share of the discriminator’s features hidden at random, which keeps it from memorizing.':
    'Parte de las características del discriminador que se ocultan al azar, lo que le impide aprender de memoria.',
  'DCGAN of Radford et al.': 'DCGAN de Radford et al.',
  'The network that made GANs draw well, with transposed convolutions; for pictures of 28 to 64 pixels, grey or colour.':
    'La red con la que las GAN aprendieron a dibujar bien, con convoluciones transpuestas; para imágenes de 28 a 64 píxeles, en gris o color.',
  'Channels of the layer next to the image; each layer further in has twice as many. The paper takes 128.':
    'Canales de la capa contigua a la imagen; cada capa más adentro tiene el doble. El artículo usa 128.',
  'Conditional GAN': 'GAN condicional',
  'Draws the digit that you ask for: both networks are told the class of every picture.':
    'Dibuja el dígito que pidas: a ambas redes se les dice la clase de cada imagen.',
  'Auxiliary classifier GAN': 'GAN con clasificador auxiliar',
  'Draws the digit that you ask for: the police also guess the class, and the forger helps them to.':
    'Dibuja el dígito que pidas: la policía adivina también la clase, y el falsificador la ayuda a acertar.',
  'Lightweight GAN for boards': 'GAN ligera para placas',
  'Depthwise-separable convolutions: the fewest multiplications for a picture, meant for a microcontroller.':
    'Convoluciones separables en profundidad: las mínimas multiplicaciones por imagen, pensada para un microcontrolador.',
  'Channels of the generator’s first map; the second has half as many.':
    'Canales del primer mapa del generador; el segundo tiene la mitad.',
  'GAN of dense layers': 'GAN de capas densas',
  'The first kind of GAN: no convolutions, every pixel tied to every other. Simple, coarse, and right for points.':
    'El primer tipo de GAN: sin convoluciones, cada píxel unido a todos los demás. Simple, tosca y adecuada para puntos.',
  units: 'unidades',
  'Units of each hidden layer.': 'Unidades de cada capa oculta.',
  'Several generators (MAD-GAN)': 'Varios generadores (MAD-GAN)',
  'Several forgers; the police must also say which of them drew a picture, which drives them apart.':
    'Varios falsificadores; la policía debe decir además cuál de ellos dibujó una imagen, y eso los separa.',
  Generators: 'Generadores',
  'How many generators there are; each has a first layer of its own and draws its share of the pictures.':
    'Cuántos generadores hay; cada uno tiene una primera capa propia y dibuja su parte de las imágenes.',
  'Several generators (MGAN)': 'Varios generadores (MGAN)',
  'Several forgers, each with a style of its own that a classifier can name: together they cover more kinds of picture.':
    'Varios falsificadores, cada uno con un estilo propio que un clasificador sabe nombrar: juntos cubren más tipos de imágenes.',
  'Several generators of dense layers (MGAN)': 'Varios generadores de capas densas (MGAN)',
  'Several forgers for points in the plane, each with a place of its own that a classifier can name.':
    'Varios falsificadores para puntos del plano, cada uno con un lugar propio que un clasificador sabe nombrar.',
  'Imported generator': 'Generador importado',
  'A generator that was opened from a file; it draws and can be exported, but not trained on.':
    'Un generador que se abrió desde un archivo; dibuja y se puede exportar, pero no seguir entrenando.',
  'Non-saturating (standard)': 'No saturante (estándar)',
  'The classic: the police learn to tell real from fake, the forger to be taken for real.':
    'La clásica: la policía aprende a distinguir lo real de lo falso; el falsificador, a que lo suyo pase por real.',
  'Label smoothing': 'Suavizado de etiquetas',
  'Real images count as 1 minus this for the discriminator, which keeps it from growing too sure.':
    'Para el discriminador las imágenes reales cuentan como 1 menos esto, lo que evita que se vuelva demasiado seguro.',
  'Least squares': 'Mínimos cuadrados',
  'Measures how far the score is from its target instead of a probability; gradients do not vanish when one side wins.':
    'Mide lo lejos que está la puntuación de su objetivo en vez de una probabilidad; los gradientes no se desvanecen cuando gana un bando.',
  Hinge: 'Hinge',
  'The police stop arguing about pictures that they already judge rightly by a margin; goes well with spectral normalization.':
    'La policía deja de discutir sobre las imágenes que ya juzga bien con cierto margen; va bien con la normalización espectral.',
  'Wasserstein, gradient penalty': 'Wasserstein, penalización de gradiente',
  'Measures how far the two sets of pictures lie apart; give the discriminator about five steps per generator step.':
    'Mide lo lejos que están entre sí los dos conjuntos de imágenes; dale al discriminador unos cinco pasos por cada paso del generador.',
  'Gradient penalty': 'Penalización de gradiente',
  'How strongly the critic is held to a slope of one between real and fake; the paper takes 10.':
    'Con cuánta fuerza se obliga al crítico a una pendiente de uno entre lo real y lo falso; el artículo usa 10.',
  'Wasserstein, weight clipping': 'Wasserstein, recorte de pesos',
  'The first Wasserstein GAN: the critic is kept from growing steep by cutting its weights off.':
    'La primera GAN de Wasserstein: se recortan los pesos del crítico para que no se vuelva demasiado empinado.',
  'Weight bound': 'Límite de los pesos',
  'The critic’s weights are cut to this after each of its steps; the paper takes 0.01.':
    'Los pesos del crítico se recortan a este valor tras cada uno de sus pasos; el artículo usa 0,01.',
  'Relativistic pairing, R1 + R2': 'Relativista por parejas, R1 + R2',
  'Compares each fake with a real picture and keeps the police’s scores smooth: hard to collapse, and costs more per step.':
    'Compara cada falsa con una imagen real y mantiene suave la puntuación de la policía: difícil que colapse, y cada paso cuesta más.',
  'How strongly the discriminator is kept flat around real and fake pictures; more is steadier and slower.':
    'Con cuánta fuerza se mantiene plano el discriminador en torno a las imágenes reales y falsas; más es más estable y más lento.',
  'Minimax (saturating)': 'Minimax (saturante)',
  'The textbook game in its first form: a forger who is always caught learns nothing from it. Good for a lesson.':
    'El juego de los libros de texto en su primera forma: un falsificador al que siempre pillan no aprende nada de ello. Buena para una clase.',
  'Fréchet distance': 'Distancia de Fréchet',
  'How far the samples as a whole lie from real images, in what the evaluator sees; small only when they are both as good and as varied.':
    'Lo lejos que están las muestras en conjunto de las imágenes reales, según lo que ve el evaluador; solo es pequeña cuando son igual de buenas y de variadas.',
  'Modes covered': 'Modos cubiertos',
  'Classes (of points: clusters) that the generator draws at all, each at least a tenth as often as if all were drawn equally often.':
    'Clases (en puntos: grupos) que el generador llega a dibujar, cada una al menos una décima parte de lo que saldría si todas se dibujaran por igual.',
  classes: 'clases',
  'Good samples': 'Muestras buenas',
  'Share of the points within 3 standard deviations of a mode; the rest were drawn where no real point lies.':
    'Parte de los puntos a menos de 3 desviaciones típicas de un modo; los demás se dibujaron donde no hay ningún punto real.',
  'KL from uniform': 'KL respecto a uniforme',
  'How unevenly the classes are drawn: 0 when all equally often, 2.3 when only one of ten.':
    'Lo desigual que es el reparto de las clases dibujadas: 0 cuando todas salen igual de a menudo, 2,3 cuando solo sale una de diez.',
  nats: 'nats',
  'KL on a grid': 'KL en una cuadrícula',
  'How surprised one would be by the real points after seeing only drawn ones, on 20 x 20 cells; large when modes are missed.':
    'Cuánto sorprenderían los puntos reales tras ver solo los dibujados, en 20 x 20 casillas; grande cuando faltan modos.',
  'JS on a grid': 'JS en una cuadrícula',
  'How easily real and drawn points can be told apart, on 20 x 20 cells: 0 not at all, 0.69 always.':
    'Lo fácil que es distinguir los puntos reales de los dibujados, en 20 x 20 casillas: 0 nunca, 0,69 siempre.',
  'Classifier score': 'Puntuación del clasificador',
  'High when the classifier is sure of every sample and all classes are drawn equally often; at most the number of classes. It never looks at real images.':
    'Alta cuando el clasificador está seguro de cada muestra y todas las clases se dibujan igual de a menudo; como mucho, el número de clases. Nunca mira imágenes reales.',
  Variety: 'Variedad',
  'How much the samples differ from each other in what the evaluator sees, as a share of how much real images do; near 0 they are all alike.':
    'Cuánto se diferencian las muestras entre sí según lo que ve el evaluador, como parte de lo que se diferencian las imágenes reales; cerca de 0 son todas iguales.',
  Precision: 'Precisión',
  'Share of samples that lie where real images lie: quality, blind to what is missing.':
    'Parte de las muestras que están donde hay imágenes reales: calidad, sin ver lo que falta.',
  Recall: 'Exhaustividad',
  'Share of real images that lie where samples lie: variety, blind to how good the samples are.':
    'Parte de las imágenes reales que están donde hay muestras: variedad, sin ver lo buenas que son las muestras.',
  Density: 'Densidad',
  'How thickly samples lie where real images are thick; about 1 for real ones, more when samples keep to the middle.':
    'Cuánto se agolpan las muestras donde abundan las imágenes reales; cerca de 1 para las reales, más cuando las muestras se quedan en el centro.',
  Coverage: 'Cobertura',
  'Share of real images with a sample in their neighbourhood: how much of the real variety is drawn.':
    'Parte de las imágenes reales con una muestra en su vecindad: cuánta de la variedad real se dibuja.',
  'Fréchet distance within classes': 'Distancia de Fréchet dentro de cada clase',
  'The Fréchet distance of each class (the one asked for, else the one recognized) to real images of that class, averaged over the classes drawn at least 20 times: quality and variety inside a class, whatever the mix.':
    'La distancia de Fréchet de cada clase (la pedida o, si no, la reconocida) a las imágenes reales de esa clase, promediada sobre las clases dibujadas al menos 20 veces: calidad y variedad dentro de una clase, sea cual sea la mezcla.',
  'Way to the nearest real image': 'Distancia a la imagen real más cercana',
  'Median distance of a sample to the nearest training image: far below that of real images it copies, far above it draws something else.':
    'Distancia mediana de una muestra a la imagen de entrenamiento más cercana: muy por debajo de la de las imágenes reales, copia; muy por encima, dibuja otra cosa.',
  'Digits that came through': 'Dígitos conservados',
  'Share of held-back pictures of B whose digit is read rightly after they were made A; the classifier never saw them made.':
    'Parte de las imágenes apartadas de B cuyo dígito se lee bien después de convertirlas en A; el clasificador nunca aprendió de imágenes convertidas.',
  'Progressive GAN of Karras et al.': 'GAN progresiva de Karras et al.',
  'Two convolutions for every size of the pictures, from 4 or 7 pixels up; made to grow, which is a task of its own.':
    'Dos convoluciones por cada tamaño de las imágenes, desde 4 o 7 píxeles; hecha para crecer, que es una tarea propia.',
  'Channels of the layers next to the largest images; each smaller size has twice as many. The paper takes 16.':
    'Canales de las capas junto a las imágenes más grandes; cada tamaño menor tiene el doble. El artículo usa 16.',
  'Most channels': 'Canales como máximo',
  'No layer has more channels than this. The paper takes 512.':
    'Ninguna capa tiene más canales que estos. El artículo usa 512.',
  'After Radford et al. 2015,': 'Según Radford et al. 2015,',
  'After Howard et al. 2017,': 'Según Howard et al. 2017,',
  'NXP AN12954 (2020), after Radford et al. 2015,': 'NXP AN12954 (2020), según Radford et al. 2015,',
};
