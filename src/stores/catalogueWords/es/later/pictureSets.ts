// Spanish texts of what a person’s pictures are, and of two kinds or pairs, by the English text; `{name}` is a gap.
export default {
  'There is no picture among the files: {files}.': 'No hay ninguna imagen entre los archivos: {files}.',
  'Give two pictures as PNG, JPEG, WebP, GIF, BMP or AVIF: one for the content, one for the style.':
    'Da dos imágenes en PNG, JPEG, WebP, GIF, BMP o AVIF: una para el contenido y otra para el estilo.',
  '{name} is the content.': '{name} es el contenido.',
  '{name} is the style.': '{name} es el estilo.',
  'The content picture is still to be given.': 'Falta la imagen del contenido.',
  'The style picture is still to be given.': 'Falta la imagen del estilo.',
  'There is no content picture of yours on this device yet.':
    'Aún no hay en este dispositivo una imagen tuya para el contenido.',
  'There is no style picture of yours on this device yet.':
    'Aún no hay en este dispositivo una imagen tuya para el estilo.',
  'There is no content and no style picture of yours on this device yet.':
    'Aún no hay en este dispositivo imágenes tuyas para el contenido ni para el estilo.',
  'Give two pictures, or one in a folder named content or style.':
    'Da dos imágenes, o una en una carpeta llamada content o style.',
  'there is another content picture': 'hay otra imagen de contenido',
  'there is another style picture': 'hay otra imagen de estilo',
  'It cannot be told whether {path} is to be the content or the style.':
    'No se puede saber si {path} debe ser el contenido o el estilo.',
  'one content and one style picture are used': 'se usan una imagen de contenido y una de estilo',
  '1 image is ready at {width} x {height} pixels.': '1 imagen está lista, de {width} x {height} píxeles.',
  '{count} lie in folders of held-back images, with which a classifier is tested.':
    '{count} están en carpetas de imágenes apartadas, con las que se pone a prueba un clasificador.',
  'It has no colour: as a grey image it takes a third of the memory.':
    'No tiene color: como imagen gris ocupa un tercio de la memoria.',
  'None of them has a colour: as grey images they take a third of the memory.':
    'Ninguna tiene color: como imágenes grises ocupan un tercio de la memoria.',
  'One of them is grey and stays so among the coloured ones: {files}.':
    'Una es gris y lo sigue siendo entre las de color: {files}.',
  '{count} of them are grey and stay so among the coloured ones: {files}.':
    '{count} son grises y lo siguen siendo entre las de color: {files}.',
  'One is an animation, of which the first picture is used: {files}.':
    'Una es una animación, de la que se usa la primera imagen: {files}.',
  '{count} are animations, of which the first pictures are used: {files}.':
    '{count} son animaciones, de las que se usan las primeras imágenes: {files}.',
  'This browser cannot decode pictures in the background (no OffscreenCanvas with a 2D context).':
    'Este navegador no puede leer imágenes en segundo plano (no hay OffscreenCanvas con contexto 2D).',
  'Use a recent Chrome, Edge, Firefox or Safari.':
    'Usa una versión reciente de Chrome, Edge, Firefox o Safari.',
  '{count} images of {side} x {height} pixels take {size} MB of memory.':
    '{count} imágenes de {side} x {height} píxeles ocupan {size} MB de memoria.',
  'Choose a smaller side or grey, or use a browser that gives pages room for files (Chrome, Edge, Firefox, Safari).':
    'Elige un lado menor o gris, o usa un navegador que dé a las páginas espacio para archivos (Chrome, Edge, Firefox, Safari).',
  'The decoded images are gone from this device.': 'Las imágenes leídas ya no están en este dispositivo.',
  'Give them again.': 'Dalas otra vez.',
  'Pack the pictures into a zip again, or choose the folder itself.':
    'Empaqueta otra vez las imágenes en un zip, o elige la propia carpeta.',
  'one of {count} files, of which only some were handed over':
    'uno de {count} archivos, de los que solo se entregaron algunos',
  'does not start like a PNG, JPEG, WebP, GIF, BMP or AVIF image':
    'no empieza como una imagen PNG, JPEG, WebP, GIF, BMP o AVIF',
  'Save it as PNG, JPEG or WebP.': 'Guárdala como PNG, JPEG o WebP.',
  'Make the picture smaller.': 'Haz la imagen más pequeña.',
  'Your {count} images are damaged on this device: expected {expected} bytes, came {found}.':
    'Tus {count} imágenes están dañadas en este dispositivo: se esperaban {expected} bytes y hay {found}.',
  'Your {count} images are damaged on this device: expected {expected} bytes, came none.':
    'Tus {count} imágenes están dañadas en este dispositivo: se esperaban {expected} bytes y no hay ninguno.',
  '{count} of your images are damaged on this device: {files}.':
    '{count} de tus imágenes están dañadas en este dispositivo: {files}.',
  'The resized images are not kept: {reason}': 'Las imágenes redimensionadas no se guardan: {reason}',
  'Image {index} was asked for; the domain has {count} images.':
    'Se pidió la imagen {index}; el dominio tiene {count} imágenes.',
  'These images are of one kind, and two are needed.':
    'Estas imágenes son de un solo tipo, y hacen falta dos.',
  'Choose a data set of two domains or one with classes; of a folder of images, its folders are the classes.':
    'Elige un conjunto de datos de dos dominios o uno con clases; en una carpeta de imágenes, sus carpetas son las clases.',
  'Both domains are the class {class} ({name}).': 'Los dos dominios son la clase {class} ({name}).',
  'Choose two of {classes}.': 'Elige dos de {classes}.',
  'There is no class {class}.': 'No hay ninguna clase {class}.',
  'The classes are {classes}.': 'Las clases son {classes}.',
  'None of the {count} images is of class {class} ({name}).':
    'Ninguna de las {count} imágenes es de la clase {class} ({name}).',
  'Choose two of {classes}, or use more of the images.': 'Elige dos de {classes}, o usa más imágenes.',
  'There are no pictures of {name}.': 'No hay imágenes de {name}.',
  'There are no test pictures of {name}.': 'No hay imágenes de prueba de {name}.',
  'Give more pictures.': 'Da más imágenes.',
  'Give two folders or two zips, one of each kind, or one with the folders trainA, trainB, testA and testB.':
    'Da dos carpetas o dos zips, uno de cada tipo, o uno con las carpetas trainA, trainB, testA y testB.',
  'Give two folders or two zips, one of each kind, or one with the folders trainA, trainB, testA and testB. Of more kinds give the folder as “My images” and choose two of its classes.':
    'Da dos carpetas o dos zips, uno de cada tipo, o uno con las carpetas trainA, trainB, testA y testB. Si hay más tipos, da la carpeta como «Mis imágenes» y elige dos de sus clases.',
  'lies in none of trainA, trainB, testA and testB': 'no está en trainA, trainB, testA ni testB',
  'Domain {name} has no picture to learn from; the other one has {count}.':
    'El dominio {name} no tiene ninguna imagen de la que aprender; el otro tiene {count}.',
  'All {count} pictures are of one kind; two are needed.':
    'Las {count} imágenes son todas de un tipo; hacen falta dos.',
  'The pictures lie in {count} folders ({names}); two kinds are needed.':
    'Las imágenes están en {count} carpetas ({names}); hacen falta dos tipos.',
  'The pictures lie in {count} folders ({names} and more); two kinds are needed.':
    'Las imágenes están en {count} carpetas ({names} y más); hacen falta dos tipos.',
  'No picture of {first} ({firstCount}) has the name of one of {second} ({secondCount}).':
    'Ninguna imagen de {first} ({firstCount}) se llama como una de {second} ({secondCount}).',
  'Name the two pictures of a pair alike, or give pictures whose left and right halves are the pair.':
    'Llama igual a las dos imágenes de una pareja, o da imágenes cuyas mitades izquierda y derecha sean la pareja.',
  'there is no other picture of this name in {name}': 'en {name} no hay otra imagen con este nombre',
  'Give folders or zips of PNG, JPEG, WebP, GIF, BMP or AVIF images.':
    'Da carpetas o zips de imágenes PNG, JPEG, WebP, GIF, BMP o AVIF.',
  'Inverted outlines': 'Contornos invertidos',
  'Thin digits': 'Dígitos finos',
  'Thick on waves': 'Gruesos sobre ondas',
  'Turned digits': 'Dígitos girados',
  'The drawing cannot be read.': 'El dibujo no se puede leer.',
} as const;
