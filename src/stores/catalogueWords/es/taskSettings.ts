// Spanish texts of settings of tasks, by the English text.
export default {
  'Of the student, which is a light DCGAN or of the teacher’s own kind: 1 is that model as it is.':
    'Del alumno, que es una DCGAN ligera o del mismo tipo que el maestro: 1 es ese modelo tal cual.',
  Steps: 'Pasos',
  'How long the student learns.': 'Cuánto tiempo aprende el alumno.',
  'What goes': 'Qué se quita',
  'Whole channels': 'Canales enteros',
  'Single weights': 'Pesos sueltos',
  'Channels make tensors and multiply-adds fewer; single weights only compress better.':
    'Con menos canales hay tensores más pequeños y menos multiplicaciones con suma; quitar pesos sueltos solo hace que se compriman mejor.',
  Share: 'Parte',
  'Of each layer; above 0.': 'De cada capa; por encima de 0.',
  Weights: 'Pesos',
  '8 bits': '8 bits',
  '4 bits': '4 bits',
  'Bits of a weight, as the file will hold it.': 'Bits de un peso, tal como los guardará el archivo.',
  Networks: 'Redes',
  'U-Net: details pass beside the narrow middle': 'U-Net: los detalles pasan junto al centro estrecho',
  'ResNet: blocks that add what they change': 'ResNet: bloques que suman lo que cambian',
  'A U-Net keeps every line in its place; a ResNet changes shapes more freely and takes longer.':
    'Una U-Net mantiene cada línea en su sitio; una ResNet cambia las formas con más libertad y tarda más.',
  'Width of generators': 'Anchura de los generadores',
  channels: 'canales',
  'Channels of the largest map; twice as many take about four times as long.':
    'Canales del mapa más grande; con el doble se tarda unas cuatro veces más.',
  Depth: 'Profundidad',
  halvings: 'reducciones',
  'How often the generator halves the sides of a picture; 0 lets the picture’s size decide.':
    'Cuántas veces reduce el generador a la mitad los lados de una imagen; con 0 decide el tamaño de la imagen.',
  'Residual blocks': 'Bloques residuales',
  'Blocks in the middle of a ResNet; a U-Net has none.':
    'Bloques en el centro de una ResNet; una U-Net no tiene ninguno.',
  Normalization: 'Normalización',
  'Each picture by itself (instance)': 'Cada imagen por separado (instancia)',
  'Over the batch': 'Sobre el lote',
  None: 'Ninguna',
  'What keeps the numbers inside all networks in range; instance normalization suits pictures of many looks.':
    'Lo que mantiene en rango los números dentro de todas las redes; la normalización por instancia conviene a imágenes de aspecto variado.',
  'Patches judged': 'Parches juzgados',
  'The largest that fit the picture': 'Los mayores que caben en la imagen',
  '7 x 7 pixels': '7 x 7 píxeles',
  '34 x 34 pixels': '34 x 34 píxeles',
  '70 x 70 pixels': '70 x 70 píxeles',
  'Side of the squares that the discriminator scores one by one: small ones judge texture, large ones shape.':
    'Lado de los cuadrados que el discriminador puntúa uno a uno: los pequeños juzgan la textura; los grandes, la forma.',
  'Width of discriminators': 'Anchura de los discriminadores',
  'Channels of the discriminator’s first map.': 'Canales del primer mapa del discriminador.',
  'Weight of the cycle': 'Peso del ciclo',
  Losses: 'Pérdidas',
  'How much it counts that a picture translated there and back is the same again.':
    'Cuánto cuenta que una imagen traducida de ida y vuelta vuelva a ser la misma.',
  'Weight of identity': 'Peso de la identidad',
  'How much it counts that a generator leaves alone what is of its own kind already; 0 saves the time that it takes.':
    'Cuánto cuenta que un generador no toque lo que ya es de su tipo; 0 ahorra el tiempo que cuesta.',
  'Pool of past pictures': 'Reserva de imágenes pasadas',
  'The discriminators are shown made pictures of the past too, so that they do not forget; 0 shows the latest only.':
    'A los discriminadores se les muestran también imágenes hechas en el pasado, para que no olviden; 0 muestra solo las últimas.',
  'Let the learning rates fall': 'Bajar las tasas de aprendizaje',
  'Over the second half of the steps both learning rates fall to zero, so that the pictures come to rest.':
    'En la segunda mitad de los pasos ambas tasas de aprendizaje bajan a cero, para que las imágenes se asienten.',
  'Class of A': 'Clase de A',
  Data: 'Datos',
  'Of a data set with classes: the number of the class that is this domain, from 0. Data of two domains need none.':
    'De un conjunto de datos con clases: el número de la clase que es este dominio, desde 0. Los datos de dos dominios no lo necesitan.',
  'Class of B': 'Clase de B',
  'What is learned': 'Qué se aprende',
  'What suits the data': 'Lo que convenga a los datos',
  'Coarse pictures made fine': 'Imágenes toscas, hechas finas',
  'Grey pictures coloured': 'Imágenes grises, coloreadas',
  'My own pairs': 'Mis propias parejas',
  'Of any pictures coarse or grey ones can be made, and the way back learned; pairs of your own say themselves what to learn.':
    'De cualquier imagen se puede hacer una tosca o gris y aprender el camino de vuelta; tus propias parejas dicen ellas mismas qué aprender.',
  Direction: 'Dirección',
  'From the left half, or the first folder': 'Desde la mitad izquierda o la primera carpeta',
  'From the right half, or the second folder': 'Desde la mitad derecha o la segunda carpeta',
  'Of your own pairs: which picture is given, and which is to be made.':
    'De tus propias parejas: qué imagen se da y cuál hay que hacer.',
  Block: 'Bloque',
  pixels: 'píxeles',
  'Side of the blocks that a coarse picture is made of.':
    'Lado de los bloques de los que consta una imagen tosca.',
  'Weight of L1': 'Peso de L1',
  'How much nearness to the right picture counts beside fooling the discriminator.':
    'Cuánto cuenta la cercanía a la imagen correcta, además de engañar al discriminador.',
  'Three convolutions, for comparison': 'Tres convoluciones, para comparar',
  'Feature network': 'Red de características',
  Features: 'Características',
  'Ganvas encoder': 'Codificador de Ganvas',
  'Random filters': 'Filtros aleatorios',
  'VGG19, from your file': 'VGG19, de tu archivo',
  'VGG16, from your file': 'VGG16, de tu archivo',
  'Ganvas encoder: Small and quick, trained on a few thousand flowers: good for colours, texture and strokes, weak on faces, buildings and large forms. Random filters: Untrained filters, the same for everybody: they carry colours and fine texture, and know nothing of things or large forms. VGG19, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. VGG16, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js.':
    'Codificador de Ganvas: Pequeño y rápido, entrenado con unos miles de flores: bueno para colores, textura y trazos, flojo con caras, edificios y formas grandes. Filtros aleatorios: Filtros sin entrenar, iguales para todos: transmiten colores y textura fina, y no saben nada de cosas ni de formas grandes. VGG19, de tu archivo: La red del artículo, entrenada con ImageNet: los estilos más finos, y lenta en dispositivos pequeños; da sus pesos como .h5 o .keras de Keras, o como TensorFlow.js. VGG16, de tu archivo: La red del artículo, entrenada con ImageNet: los estilos más finos, y lenta en dispositivos pequeños; da sus pesos como .h5 o .keras de Keras, o como TensorFlow.js.',
  Pooling: 'Pooling',
  'Mean of each window: smoother pictures, as the paper advises':
    'Media de cada ventana: imágenes más suaves, como aconseja el artículo',
  'Largest of each window: as the networks were trained':
    'Máximo de cada ventana: tal como se entrenaron las redes',
  'How the feature network halves its maps.': 'Cómo reduce a la mitad sus mapas la red de características.',
  'Begin with': 'Empezar con',
  Picture: 'Imagen',
  'The content picture': 'La imagen de contenido',
  'Noise, from the seed': 'Ruido, a partir de la semilla',
  'From the content the picture stays near it and is done sooner; from noise the style is freer.':
    'Desde el contenido la imagen se queda cerca de él y se termina antes; desde el ruido el estilo es más libre.',
  Optimizer: 'Optimizador',
  'L-BFGS: fewer steps, more memory': 'L-BFGS: menos pasos, más memoria',
  'Adam: steady steps of a size that you set': 'Adam: pasos constantes del tamaño que fijes',
  'How the picture is moved down the loss; the paper uses L-BFGS.':
    'Cómo se mueve la imagen para bajar la pérdida; el artículo usa L-BFGS.',
  'Learning rate of Adam': 'Tasa de aprendizaje de Adam',
  'How far a pixel moves in a step of Adam at most, where black is -1 and white 1; L-BFGS has no such setting.':
    'Cuánto se mueve como mucho un píxel en un paso de Adam, donde negro es -1 y blanco 1; L-BFGS no tiene este ajuste.',
  'Weight of content': 'Peso del contenido',
  'How much it counts that the same things stand in the same places; 0 makes a picture of the style alone.':
    'Cuánto cuenta que las mismas cosas estén en los mismos sitios; 0 hace una imagen solo del estilo.',
  'Weight of style': 'Peso del estilo',
  'How much it counts that colours, texture and strokes are those of the style picture.':
    'Cuánto cuenta que colores, textura y trazos sean los de la imagen de estilo.',
  'Weight of smoothness': 'Peso de la suavidad',
  'How much it counts that neighbouring pixels are alike (total variation); it takes away grain, and blurs where it is high.':
    'Cuánto cuenta que los píxeles vecinos se parezcan (variación total); quita el grano, y desenfoca si es alto.',
  'Content, conv1_2': 'Contenido, conv1_2',
  Layers: 'Capas',
  'How much the maps of this layer count for the content; deep layers keep forms, shallow ones every line. 0 leaves it out.':
    'Cuánto cuentan los mapas de esta capa para el contenido; las capas profundas conservan las formas, las superficiales cada línea. 0 la deja fuera.',
  'Content, conv2_2': 'Contenido, conv2_2',
  'Content, conv3_2': 'Contenido, conv3_2',
  'Content, conv4_2': 'Contenido, conv4_2',
  'Style, conv1_1': 'Estilo, conv1_1',
  'How much this layer counts for the style; shallow layers hold colours and fine texture, deep ones large strokes. 0 leaves it out.':
    'Cuánto cuenta esta capa para el estilo; las capas superficiales contienen colores y textura fina, las profundas trazos grandes. 0 la deja fuera.',
  'Style, conv2_1': 'Estilo, conv2_1',
  'Style, conv3_1': 'Estilo, conv3_1',
  'Style, conv4_1': 'Estilo, conv4_1',
  'Style, conv5_1': 'Estilo, conv5_1',
  Network: 'Red',
  'A small MobileNet, from nothing': 'Una MobileNet pequeña, desde cero',
  'Ganvas encoder: Small and quick, trained on a few thousand flowers: good for colours, texture and strokes, weak on faces, buildings and large forms. Random filters: Untrained filters, the same for everybody: they carry colours and fine texture, and know nothing of things or large forms. VGG19, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. VGG16, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. A small MobileNet knows nothing and learns everything: it needs more pictures and more time.':
    'Codificador de Ganvas: Pequeño y rápido, entrenado con unos miles de flores: bueno para colores, textura y trazos, flojo con caras, edificios y formas grandes. Filtros aleatorios: Filtros sin entrenar, iguales para todos: transmiten colores y textura fina, y no saben nada de cosas ni de formas grandes. VGG19, de tu archivo: La red del artículo, entrenada con ImageNet: los estilos más finos, y lenta en dispositivos pequeños; da sus pesos como .h5 o .keras de Keras, o como TensorFlow.js. VGG16, de tu archivo: La red del artículo, entrenada con ImageNet: los estilos más finos, y lenta en dispositivos pequeños; da sus pesos como .h5 o .keras de Keras, o como TensorFlow.js. Una MobileNet pequeña no sabe nada y lo aprende todo: necesita más imágenes y más tiempo.',
  'Encoder layers that learn': 'Capas del codificador que aprenden',
  'Counted from the last; with none only the new last layer learns, which takes seconds. More fit your pictures better, and take longer.':
    'Contadas desde la última; con ninguna solo aprende la nueva última capa, lo que lleva segundos. Más se ajustan mejor a tus imágenes y tardan más.',
  'Of the MobileNet: its filters are this share of 32 to 512. Half the width takes about a quarter of the time.':
    'De la MobileNet: sus filtros son esta parte de 32 a 512. Con la mitad de anchura se tarda más o menos un cuarto del tiempo.',
  'Share of the numbers before the last layer that is left out at random in training, so that none is relied on alone.':
    'Parte de los números antes de la última capa que se omite al azar al entrenar, para no depender de ninguno en particular.',
  'Variants of each picture': 'Variantes de cada imagen',
  Training: 'Entrenamiento',
  'Mirrored left to right': 'Reflejada de izquierda a derecha',
  'Mirrored, shifted, turned, larger and smaller': 'Reflejada, desplazada, girada, más grande y más pequeña',
  'Few pictures teach more when each is seen a little different; do not mirror writing.':
    'Pocas imágenes enseñan más si cada una se ve un poco distinta; no reflejes la escritura.',
  'Learning rate': 'Tasa de aprendizaje',
  'Of the first step; it falls to nothing along half a cosine.':
    'Del primer paso; baja hasta cero siguiendo medio coseno.',
  Whirls: 'Remolinos',
  Mosaic: 'Mosaico',
  Hatching: 'Rayado',
  Dots: 'Motas',
  'The style picture; of data of two kinds, such as “My content and style”, the second kind is the style.':
    'La imagen de estilo; en datos de dos tipos, como «Mi contenido y mi estilo», el segundo tipo es el estilo.',
  Styles: 'Estilos',
  'How many styles one network learns, the chosen one and those after it; all share the convolutions, and you choose one when you paint.':
    'Cuántos estilos aprende una red, el elegido y los que le siguen; todos comparten las convoluciones, y al pintar eliges uno.',
  'How often the sides are halved; deeper networks are faster and paint broader strokes.':
    'Cuántas veces se reducen los lados a la mitad; las redes más profundas son más rápidas y pintan trazos más anchos.',
  'Blocks on the smallest maps; more of them see farther and paint more freely.':
    'Bloques sobre los mapas más pequeños; con más, ve más lejos y pinta con más libertad.',
  'How much it counts that the same things stand in the same places.':
    'Cuánto cuenta que las mismas cosas estén en los mismos sitios.',
  'Of the student’s layers, as a share of the teacher’s: half as many channels are about a quarter of the weights.':
    'De las capas del alumno, como parte de las del maestro: la mitad de canales son más o menos un cuarto de los pesos.',
  'Weight of features': 'Peso de las características',
  'How much it counts to look where the teacher looks.': 'Cuánto cuenta mirar adonde mira el maestro.',
  'Weight of fooling': 'Peso del engaño',
  'How much it counts to fool the discriminators of the run beside being near to the teacher.':
    'Cuánto cuenta engañar a los discriminadores de la ejecución, además de estar cerca del maestro.',
  Growing: 'Crecimiento',
  'Steps at each size': 'Pasos en cada tamaño',
  'How long images of one size are learnt before the next begins; the largest are learnt to the end of the run.':
    'Cuánto tiempo se aprenden imágenes de un tamaño antes de que empiece el siguiente; las más grandes se aprenden hasta el final.',
  'Steps of fading in': 'Pasos de transición',
  'In how many steps the layers of a new size come to count in full; 0 has them there at once.':
    'En cuántos pasos las capas de un tamaño nuevo llegan a contar del todo; con 0 están ahí de inmediato.',
};
