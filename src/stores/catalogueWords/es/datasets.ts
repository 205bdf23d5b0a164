// Spanish texts of data sets, by the English text.
import { CLASS_NAMES } from '../../../core/classNames';

export default {
  ...CLASS_NAMES.es,
  'Synthetic digits': 'Dígitos sintéticos',
  'Handwritten digits drawn on this device from pen strokes; they need no network and no files.':
    'Dígitos manuscritos dibujados en este dispositivo a partir de trazos de pluma; no necesitan ni red ni archivos.',
  'Images used': 'Imágenes usadas',
  images: 'imágenes',
  'How many different digits there are; each is drawn when it is first needed.':
    'Cuántos dígitos distintos hay; cada uno se dibuja cuando se necesita por primera vez.',
  'Style seed': 'Semilla del estilo',
  'The number that the digits grow from; another number gives other digits of the same kind.':
    'El número del que nacen los dígitos; otro número da otros dígitos del mismo tipo.',
  MNIST: 'MNIST',
  'Sixty thousand real handwritten digits of 28 by 28 pixels, the classic first data set.':
    'Sesenta mil dígitos manuscritos reales de 28 por 28 píxeles, el clásico primer conjunto de datos.',
  'How many of the training images take part; fewer shows what a small data set does to training.':
    'Cuántas de las imágenes de entrenamiento participan; con menos se ve qué le hace al entrenamiento un conjunto de datos pequeño.',
  Classes: 'Clases',
  All: 'Todas',
  'Train on every class, or on the images of one class alone, which is easier.':
    'Entrena con todas las clases o solo con las imágenes de una, que es más fácil.',
  Files: 'Archivos',
  'Automatic: my own where I gave some': 'Automático: los míos donde los haya dado',
  'Published: MNIST itself': 'Publicados: el propio MNIST',
  'Whether your own IDX files, once given, stand in for the published ones.':
    'Si tus propios archivos IDX, una vez dados, ocupan el lugar de los publicados.',
  'Fashion-MNIST': 'Fashion-MNIST',
  'Sixty thousand pictures of clothing in the form of MNIST; harder to draw than digits.':
    'Sesenta mil imágenes de ropa en el formato de MNIST; más difíciles de dibujar que los dígitos.',
  'Published: Fashion-MNIST itself': 'Publicados: el propio Fashion-MNIST',
  'My images': 'Mis imágenes',
  'Your own pictures from a folder or a zip; sub-folders become classes, and nothing leaves this device.':
    'Tus propias imágenes, de una carpeta o un zip; las subcarpetas se convierten en clases y nada sale de este dispositivo.',
  'Image side': 'Lado de la imagen',
  '16 x 16 pixels': '16 x 16 píxeles',
  '28 x 28 pixels': '28 x 28 píxeles',
  '32 x 32 pixels': '32 x 32 píxeles',
  '48 x 48 pixels': '48 x 48 píxeles',
  '64 x 64 pixels': '64 x 64 píxeles',
  '96 x 96 pixels': '96 x 96 píxeles',
  '128 x 128 pixels': '128 x 128 píxeles',
  'Your images are cropped to their middle square and resized to this; twice the side takes four times as long.':
    'Tus imágenes se recortan a su cuadrado central y se llevan a este tamaño; con el doble de lado se tarda cuatro veces más.',
  Colour: 'Color',
  Grey: 'Gris',
  'Train in colour or in shades of grey; grey is simpler to learn. Transparent parts become white.':
    'Entrena en color o en tonos de gris; el gris es más fácil de aprender. Las partes transparentes pasan a ser blancas.',
  'At most this many of your images take part, spread evenly over all of them.':
    'Participan como mucho este número de tus imágenes, repartidas por igual entre todas.',
  'Drawn scenes': 'Escenas dibujadas',
  'Landscapes and shaded shapes in colour, drawn on this device: pictures for a network that learns to paint in a style.':
    'Paisajes y formas sombreadas en color, dibujados en este dispositivo: imágenes para una red que aprende a pintar en un estilo.',
  'Size of the pictures that are learned from; twice the side takes four times as long.':
    'Tamaño de las imágenes de las que se aprende; con el doble de lado se tarda cuatro veces más.',
  'How many different scenes there are; each is drawn when it is first needed.':
    'Cuántas escenas distintas hay; cada una se dibuja cuando se necesita por primera vez.',
  'Digits and inverted outlines': 'Dígitos y contornos invertidos',
  'Digits as they are, and dark outlines of other digits on white: a translation that a small network learns in minutes.':
    'Dígitos tal como son, y contornos oscuros de otros dígitos sobre blanco: una traducción que una red pequeña aprende en minutos.',
  Digits: 'Dígitos',
  'Synthetic: drawn on this device': 'Sintéticas: dibujadas en este dispositivo',
  'MNIST: real ones, from this device or the network': 'MNIST: reales, de este dispositivo o de la red',
  'Which digits both domains are made of.': 'De qué dígitos constan ambos dominios.',
  'Digits used': 'Dígitos usados',
  digits: 'dígitos',
  'The first half of them is domain A, the second half domain B.':
    'La primera mitad es el dominio A; la segunda, el dominio B.',
  'Thin digits and thick slanted ones': 'Dígitos finos y dígitos gruesos inclinados',
  'Digits of a fine pen on black, and leaning digits of a broad pen on waves: shape and ground both change.':
    'Dígitos de pluma fina sobre negro, y dígitos inclinados de pluma ancha sobre ondas: cambian tanto la forma como el fondo.',
  'Digits and digits on their side': 'Dígitos y dígitos tumbados',
  'Digits, and digits turned by a quarter: CycleGAN’s known limit, for it changes the look of things and not their place.':
    'Dígitos, y dígitos girados un cuarto de vuelta: el límite conocido de CycleGAN, pues cambia el aspecto de las cosas y no su lugar.',
  'My two kinds of pictures': 'Mis dos tipos de imágenes',
  'Your own pictures of two kinds, such as apples and oranges: two folders, two zips, or a zip with trainA and trainB.':
    'Tus propias imágenes de dos tipos, como manzanas y naranjas: dos carpetas, dos zips, o un zip con trainA y trainB.',
  '192 x 192 pixels': '192 x 192 píxeles',
  '256 x 256 pixels': '256 x 256 píxeles',
  'Your pictures are cropped to their middle square and resized to this; twice the side takes four times as long.':
    'Tus imágenes se recortan a su cuadrado central y se llevan a este tamaño; con el doble de lado se tarda cuatro veces más.',
  'images of each kind': 'imágenes de cada tipo',
  'At most this many of each kind take part, spread evenly over all of them.':
    'Participan como mucho este número de cada tipo, repartidas por igual entre todas.',
  'My pairs of pictures': 'Mis parejas de imágenes',
  'Your own pairs, a picture and what shall become of it: halves of one picture, or equal names in two folders.':
    'Tus propias parejas, una imagen y lo que debe salir de ella: mitades de una misma imagen, o nombres iguales en dos carpetas.',
  'A pair is': 'Una pareja es',
  'Told from the files': 'Según los archivos',
  'One picture: its left and its right half': 'Una imagen: su mitad izquierda y su mitad derecha',
  'Two pictures with the same name in two folders': 'Dos imágenes con el mismo nombre en dos carpetas',
  'How your files say which two pictures belong together.':
    'Cómo dicen tus archivos qué dos imágenes van juntas.',
  'A house and whirls': 'Una casa y remolinos',
  'A drawn landscape with a house as content, and whirls of coloured strokes as style: a pair that needs no files.':
    'Un paisaje dibujado con una casa como contenido, y remolinos de trazos de color como estilo: una pareja que no necesita archivos.',
  '384 x 384 pixels': '384 x 384 píxeles',
  '512 x 512 pixels': '512 x 512 píxeles',
  'Both pictures are cropped to their middle square and resized to this; twice the side takes four times as long.':
    'Ambas imágenes se recortan a su cuadrado central y se llevan a este tamaño; con el doble de lado se tarda cuatro veces más.',
  'My content and style': 'Mi contenido y mi estilo',
  'Two pictures of yours: one whose things are kept, and one whose colours and strokes they get; nothing leaves this device.':
    'Dos imágenes tuyas: una cuyas cosas se conservan y otra cuyos colores y trazos reciben; nada sale de este dispositivo.',
  'Choose the content picture': 'Elige la imagen de contenido',
  'Choose the style picture': 'Elige la imagen de estilo',
  'My style pictures': 'Mis imágenes de estilo',
  'Pictures whose colours and strokes others get; nothing leaves this device.':
    'Imágenes cuyos colores y trazos reciben otras; nada sale de este dispositivo.',
  'Ring of 8': 'Anillo de 8',
  'Eight small clusters of points on a circle: the classic test of whether a GAN finds them all.':
    'Ocho pequeños grupos de puntos sobre un círculo: la prueba clásica de si una GAN los encuentra todos.',
  'Points used': 'Puntos usados',
  points: 'puntos',
  'How many different points there are.': 'Cuántos puntos distintos hay.',
  'Points seed': 'Semilla de los puntos',
  'The number that the points grow from; another number gives other points of the same shape.':
    'El número del que nacen los puntos; otro número da otros puntos de la misma forma.',
  'Width of the clusters': 'Anchura de los grupos',
  'Standard deviation of the points around their cluster or line; the square is 2 wide. Wide clusters are easier to hit.':
    'Desviación típica de los puntos en torno a su grupo o línea; el cuadrado mide 2 de ancho. Los grupos anchos son más fáciles de acertar.',
  'Grid of 25': 'Cuadrícula de 25',
  'Twenty-five small clusters of points in rows and columns: harder than the ring.':
    'Veinticinco pequeños grupos de puntos en filas y columnas: más difícil que el anillo.',
  'Two moons': 'Dos lunas',
  'Two crescents that reach into each other.': 'Dos medias lunas que se adentran la una en la otra.',
  Spiral: 'Espiral',
  'One thin line that winds around itself: there are no clusters to find, only a shape to follow.':
    'Una línea fina que se enrolla sobre sí misma: no hay grupos que encontrar, solo una forma que seguir.',
  'Points that you draw': 'Puntos que dibujas tú',
  'Draw where points are likely; the generator learns to put its points there.':
    'Dibuja dónde son probables los puntos; el generador aprende a poner allí los suyos.',
  'Your drawing': 'Tu dibujo',
  'Draw with the pointer; the darker, the more points.':
    'Dibuja con el puntero; cuanto más oscuro, más puntos.',
  'unknown images': 'imágenes desconocidas',
  'What an imported generator was trained on is not in its file.':
    'El archivo de un generador importado no dice con qué se entrenó.',
  'That the imported generator can be asked for.': 'Las que se le pueden pedir al generador importado.',
  Height: 'Altura',
  'As the imported generator draws it.': 'Tal como la dibuja el generador importado.',
  Width: 'Anchura',
  Channels: 'Canales',
};
