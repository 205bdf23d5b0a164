// Spanish texts of tasks, by the English text.
export default {
  'Generator against discriminator': 'Generador contra discriminador',
  'A generator learns to draw images that a discriminator cannot tell from real ones.':
    'Un generador aprende a dibujar imágenes que un discriminador no sabe distinguir de las reales.',
  Generator: 'Generador',
  'the forger': 'el falsificador',
  'fools the police': 'engaña a la policía',
  Discriminator: 'Discriminador',
  'the police': 'la policía',
  'right on real': 'acierta con reales',
  'right on fakes': 'acierta con falsas',
  'Scores of real and generated images': 'Puntuaciones de imágenes reales y generadas',
  'Surprise at the classes, for models that guess them':
    'Sorpresa ante las clases, en modelos que las adivinan',
  'Penalty on the slope, for losses that have one': 'Penalización de la pendiente, en pérdidas que la tienen',
  'Scores of generated images': 'Puntuaciones de imágenes generadas',
  'Surprise at the classes, for models that show them':
    'Sorpresa ante las clases, en modelos que las muestran',
  Loss: 'Pérdida',
  'Lower is better for the network that the line belongs to; the two pull against each other.':
    'Más bajo es mejor para la red a la que pertenece la línea; las dos tiran en sentidos contrarios.',
  Accuracy: 'Acierto',
  'Share of images that the discriminator judges rightly; near one half it can no longer tell.':
    'Parte de las imágenes que el discriminador juzga bien; cerca de la mitad ya no las distingue.',
  'on real': 'con reales',
  'on fakes': 'con falsas',
  'Samples of the same noise': 'Muestras del mismo ruido',
  Student: 'Alumno',
  Teacher: 'Maestro',
  'Distance from the teacher': 'Distancia al maestro',
  Distance: 'Distancia',
  'How far the student’s images are from the teacher’s, as pixel values in -1..1.':
    'Lo lejos que están las imágenes del alumno de las del maestro, en valores de píxel en -1..1.',
  'A student of a generator': 'Un alumno de un generador',
  'A smaller generator learns to draw what a trained one draws.':
    'Un generador más pequeño aprende a dibujar lo que dibuja uno entrenado.',
  'A pruned generator': 'Un generador podado',
  'The least important weights or channels go, while the generator learns to draw without them what it drew.':
    'Los pesos o canales menos importantes se quitan, mientras el generador aprende a dibujar sin ellos lo que dibujaba.',
  'A generator trained for integers': 'Un generador entrenado para enteros',
  'The generator learns to draw through rounded numbers what it drew in float.':
    'El generador aprende a dibujar con números redondeados lo que dibujaba en float.',
  'Translate between two kinds of pictures (CycleGAN)': 'Traducir entre dos tipos de imágenes (CycleGAN)',
  'Two generators learn to turn pictures of one kind into pictures of another and back, without pairs that belong together.':
    'Dos generadores aprenden a convertir imágenes de un tipo en imágenes de otro y de vuelta, sin parejas que vayan juntas.',
  'Generator A to B': 'Generador de A a B',
  'Generator B to A': 'Generador de B a A',
  'Discriminator of A': 'Discriminador de A',
  'Discriminator of B': 'Discriminador de B',
  'Scores of pictures made B': 'Puntuaciones de imágenes convertidas en B',
  'Scores of pictures made A': 'Puntuaciones de imágenes convertidas en A',
  'L1 distance of A to B to A': 'Distancia L1 de A a B a A',
  'L1 distance of B to A to B': 'Distancia L1 de B a A a B',
  'L1 distance where nothing is to be changed': 'Distancia L1 donde no hay que cambiar nada',
  'Scores of A and of pictures made A': 'Puntuaciones de A y de imágenes convertidas en A',
  'Scores of B and of pictures made B': 'Puntuaciones de B y de imágenes convertidas en B',
  'Adversarial losses': 'Pérdidas adversarias',
  'Lower is better for the network that the line belongs to; with least squares all settle near one quarter.':
    'Más bajo es mejor para la red a la que pertenece la línea; con mínimos cuadrados todas se estabilizan cerca de un cuarto.',
  'G A to B': 'G de A a B',
  'G B to A': 'G de B a A',
  'D of A': 'D de A',
  'D of B': 'D de B',
  'There and back': 'Ida y vuelta',
  'Mean distance of brightness (from -1 to 1) from the picture that was given: there and back, and where nothing is to change.':
    'Distancia media en brillo (de -1 a 1) a la imagen dada: de ida y vuelta, y donde no hay que cambiar nada.',
  'A to B to A': 'De A a B a A',
  'B to A to B': 'De B a A a B',
  Identity: 'Identidad',
  'A to B and back': 'De A a B y vuelta',
  'B to A and back': 'De B a A y vuelta',
  'Translate from pairs (pix2pix)': 'Traducir a partir de parejas (pix2pix)',
  'A generator learns from pairs what shall become of a picture: coarse ones fine, grey ones coloured, or your own.':
    'Un generador aprende de parejas lo que debe salir de una imagen: las toscas se vuelven finas, las grises reciben color, o tus propias parejas.',
  Scores: 'Puntuaciones',
  Score: 'Puntuación',
  'L1 distance': 'Distancia L1',
  'Lower is better for the network that the line belongs to; L1 is the distance from the right pictures.':
    'Más bajo es mejor para la red a la que pertenece la línea; L1 es la distancia a las imágenes correctas.',
  'Given, made and right': 'Dada, hecha y correcta',
  'Paint a picture in the style of another': 'Pintar una imagen en el estilo de otra',
  'The pixels of one picture are moved until a network sees in it the things of your content picture and the brushwork of your style picture.':
    'Los píxeles de una imagen se mueven hasta que una red ve en ella las cosas de tu imagen de contenido y las pinceladas de tu imagen de estilo.',
  'Squared distance of maps from the content': 'Distancia al cuadrado entre los mapas y los del contenido',
  'Squared distance of Gram matrices from the style':
    'Distancia al cuadrado entre las matrices de Gram y las del estilo',
  'Squared differences of neighbouring pixels': 'Diferencias al cuadrado entre píxeles vecinos',
  'The weighted sum that the picture is moved down; it falls fast at first, then slowly.':
    'La suma ponderada que la imagen va bajando; cae deprisa al principio y luego despacio.',
  Total: 'Total',
  'What it is made of': 'De qué se compone',
  'Each term before its weight: content rises a little where the picture begins as the content, style falls.':
    'Cada término antes de su peso: el contenido sube un poco si la imagen empieza siendo el contenido; el estilo baja.',
  Content: 'Contenido',
  Style: 'Estilo',
  Smoothness: 'Suavidad',
  'Content, style and picture': 'Contenido, estilo e imagen',
  'Name pictures (transfer learning)': 'Nombrar imágenes (aprendizaje por transferencia)',
  'A network that knows pictures already learns to tell kinds of yours apart: each folder is a kind, and its last layers are learnt in seconds.':
    'Una red que ya sabe de imágenes aprende a distinguir tus clases: cada carpeta es una clase, y sus últimas capas se aprenden en segundos.',
  CycleGAN: 'CycleGAN',
  Translation: 'Traducción',
  'Style student': 'Alumno de estilo',
  Classifier: 'Clasificador',
  'Surprise at the labels': 'Sorpresa ante las etiquetas',
  'Loss of each step': 'Pérdida de cada paso',
  'How surprised it is by the labels of the pictures that it learns from (cross-entropy): 0 is certain and right.':
    'Cuánto le sorprenden las etiquetas de las imágenes de las que aprende (entropía cruzada): 0 es seguro y acertado.',
  'Cross-entropy': 'Entropía cruzada',
  'Learn to paint in a style (fast)': 'Aprender a pintar en un estilo (rápido)',
  'A small network learns to paint any picture in the style of yours in one pass, fast enough for a camera.':
    'Una red pequeña aprende a pintar cualquier imagen en el estilo de la tuya de una pasada, lo bastante rápido para una cámara.',
  'Squared distance of maps from those of the picture':
    'Distancia al cuadrado entre los mapas y los de la imagen',
  'The weighted sum that the student goes down, of other pictures in every step; it falls fast at first, then slowly.':
    'La suma ponderada que el alumno va bajando, con otras imágenes en cada paso; cae deprisa al principio y luego despacio.',
  'Each term before its weight: style falls first, content after it.':
    'Cada término antes de su peso: primero baja el estilo y después el contenido.',
  'Pictures and how the student paints them': 'Imágenes y cómo las pinta el alumno',
  'A classifier of labelled images': 'Un clasificador de imágenes etiquetadas',
  'A small network learns to name images; the features inside it are what distances between images are taken in.':
    'Una red pequeña aprende a nombrar imágenes; con las características de su interior se miden las distancias entre imágenes.',
  'How surprised it is by the labels of the images that it learns from (cross-entropy): 0 is certain and right.':
    'Cuánto le sorprenden las etiquetas de las imágenes de las que aprende (entropía cruzada): 0 es seguro y acertado.',
  'Difference of where they look': 'Diferencia entre adónde miran',
  'Scores by the discriminators of the run': 'Puntuaciones de los discriminadores de la ejecución',
  'A student of a translator': 'Un alumno de un traductor',
  'Smaller translators learn to make of pictures what trained ones make of them.':
    'Traductores más pequeños aprenden a hacer con las imágenes lo que hacen los ya entrenados.',
  'Growing networks (progressive GAN)': 'Redes que crecen (GAN progresiva)',
  'Both networks begin with images of a few pixels and grow with them: the large comes first, and details are faded in.':
    'Ambas redes empiezan con imágenes de pocos píxeles y crecen con ellas: primero lo grande, y los detalles entran poco a poco.',
  'Progressive GAN': 'GAN progresiva',
  Growth: 'Crecimiento',
  'Side of the images that are learnt, in pixels; while the line rises, twice the side is faded in.':
    'Lado de las imágenes que se aprenden, en píxeles; mientras la línea sube, entra poco a poco el doble de lado.',
  'Pixels a side': 'Píxeles por lado',
};
