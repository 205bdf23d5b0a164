// Spanish sentences on files, images and what is saved, by the English text.
export default {
  'belongs to the system, no picture of yours': 'es del sistema, no una imagen tuya',
  'TIFF, which browsers do not decode: save it as PNG':
    'TIFF, que los navegadores no leen: guárdalo como PNG',
  'HEIC, which browsers do not decode: save it as JPEG':
    'HEIC, que los navegadores no leen: guárdalo como JPEG',
  'SVG, a drawing without pixels: save it as PNG': 'SVG, un dibujo sin píxeles: guárdalo como PNG',
  'a raw photograph: save it as JPEG': 'una fotografía en bruto: guárdala como JPEG',
  'a document of a paint program: save it as PNG': 'un documento de un programa de dibujo: guárdalo como PNG',
  'a zip inside a zip: unpack it first': 'un zip dentro de un zip: descomprímelo antes',
  'another archive: pack the pictures as zip':
    'otro tipo de archivo comprimido: empaqueta las imágenes como zip',
  '{ending} is no kind of picture that is read': '{ending} no es un tipo de imagen que se lea',
  'its name has no ending, such as .png': 'su nombre no tiene extensión, como .png',
  'cannot be decoded ({reason})': 'no se puede leer ({reason})',
  'is {width} x {height} pixels; from 1 to {most} pixels are read':
    'tiene {width} x {height} píxeles; se leen de 1 a {most} píxeles',
  'does not fit in memory at this size': 'no cabe en la memoria con este tamaño',
  'one of {count}; {most} are the most, spread over all of them':
    'una de {count}; como máximo se toman {most}, repartidas entre todas',
  'Looking for images': 'Buscando imágenes',
  'Looking into {file}': 'Mirando dentro de {file}',
  'Reading the images': 'Leyendo las imágenes',
  'Reading images: {done} of {count}': 'Leyendo imágenes: {done} de {count}',
  'Keeping the images on this device': 'Guardando las imágenes en este dispositivo',
  'Loading the images': 'Cargando las imágenes',
  'The file is no picture: {files}.': 'El archivo no es una imagen: {files}.',
  'The image could not be read: {files}.': 'No se pudo leer la imagen: {files}.',
  'None of the {count} files is a picture: {files}.':
    'Ninguno de los {count} archivos es una imagen: {files}.',
  'None of the {count} images could be read: {files}.':
    'No se pudo leer ninguna de las {count} imágenes: {files}.',
  'Give a folder or a zip of PNG, JPEG, WebP, GIF, BMP or AVIF images.':
    'Da una carpeta o un zip de imágenes PNG, JPEG, WebP, GIF, BMP o AVIF.',
  '{taken} of them take part unless Images used says more.':
    'De ellas participan {taken}, salvo que «Imágenes usadas» diga más.',
  '{count} could not be read: {files}.': '{count} no se pudieron leer: {files}.',
  'One other file was left out: {files}.': 'Se dejó fuera otro archivo: {files}.',
  '{count} other files were left out: {files}.': 'Se dejaron fuera otros {count} archivos: {files}.',
  'One file was left out: {files}.': 'Se dejó fuera un archivo: {files}.',
  '{count} files were left out: {files}.': 'Se dejaron fuera {count} archivos: {files}.',
  'They are kept until the page is closed only: {reason}.':
    'Solo se conservan hasta que se cierre la página: {reason}.',
  'There are no images of yours on this device yet.': 'Aún no hay imágenes tuyas en este dispositivo.',
  'Choose a folder or a zip of images, or drop them on the page; or choose the synthetic digits.':
    'Elige una carpeta o un zip de imágenes, o suéltalas en la página; o elige los dígitos sintéticos.',
  'There are no pictures of yours for this on this device yet.':
    'Aún no hay imágenes tuyas para esto en este dispositivo.',
  'Choose two folders, two zips or one zip, or drop them on the page; or choose a ready pair.':
    'Elige dos carpetas, dos zips o un zip, o suéltalos en la página; o elige un par ya preparado.',
  'Choose or drop two pictures, one for the content and one for the style; or choose the ready pair.':
    'Elige o suelta dos imágenes, una para el contenido y otra para el estilo; o elige el par ya preparado.',
  'None of the files is a picture that can be read: {files}.':
    'Ninguno de los archivos es una imagen legible: {files}.',
  'Give PNG, JPEG, WebP, GIF, BMP or AVIF pictures.': 'Da imágenes PNG, JPEG, WebP, GIF, BMP o AVIF.',
  '{data} could not be loaded: no source gave {file}.':
    'No se pudo cargar {data}: ninguna fuente dio {file}.',
  'Choose the synthetic digits, which need no download, or give the files {images} and {labels} by the picker or drag and drop.':
    'Elige los dígitos sintéticos, que no necesitan descarga, o da los archivos {images} y {labels} eligiéndolos o arrastrándolos.',
  'Check the connection, or give the files yourself.': 'Comprueba la conexión, o da tú los archivos.',
  'This device has no room after {size} MB of pictures.':
    'Este dispositivo no tiene espacio tras {size} MB de imágenes.',
  'Take fewer images or a smaller side, or free some space.':
    'Toma menos imágenes o un lado menor, o libera espacio.',
  'There is no room to save the run: {needed} are needed, {left}. What was saved before is kept.':
    'No hay espacio para guardar la ejecución: hacen falta {needed}, {left}. Lo guardado antes se conserva.',
  'about {left} of {all} are left': 'quedan unos {left} de {all}',
  'the browser does not say how much is left': 'el navegador no dice cuánto queda',
  'Delete saved runs that you no longer need, for example {runs}, or export them first.':
    'Borra ejecuciones guardadas que ya no necesites, por ejemplo {runs}, o expórtalas antes.',
  'Free space on the device, or export the run as a file.':
    'Libera espacio en el dispositivo, o exporta la ejecución como archivo.',
  'The saved run is damaged: {problem}.': 'La ejecución guardada está dañada: {problem}.',
  'Use another copy of the file, or the run that it was exported from; nothing was changed.':
    'Usa otra copia del archivo, o la ejecución de la que se exportó; no se cambió nada.',
  'Use a run file that this page exported; nothing was changed.':
    'Usa un archivo de ejecución exportado por esta página; no se cambió nada.',
  'Choose a run file that this page exported.': 'Elige un archivo de ejecución exportado por esta página.',
  'The run file has format version {received}; this page reads up to version {known}.':
    'El archivo de ejecución tiene la versión de formato {received}; esta página lee hasta la versión {known}.',
  'Reload the page to get its newest version, then open the run again.':
    'Recarga la página para obtener su versión más reciente y vuelve a abrir la ejecución.',
  'No run with the id {id} is saved on this device.':
    'En este dispositivo no hay guardada ninguna ejecución con el identificador {id}.',
  'Choose a run of the gallery.': 'Elige una de las ejecuciones guardadas.',
  'The run {id} was deleted on this device.': 'La ejecución {id} se borró en este dispositivo.',
  'It can still be put back: Runs, Recently deleted.':
    'Aún se puede recuperar: Ejecuciones, Borradas hace poco.',
  'The run {id} is open in another tab.': 'La ejecución {id} está abierta en otra pestaña.',
  'Close it there, or duplicate the run and go on with the copy.':
    'Ciérrala allí, o duplica la ejecución y continúa con la copia.',
  'This browser keeps no files for this page, so runs end with the page: export those that you want to keep.':
    'Este navegador no guarda archivos para esta página, así que las ejecuciones acaban con ella: exporta las que quieras conservar.',
  'This browser keeps no files for this page{why}, so runs end with the page: export those that you want to keep.':
    'Este navegador no guarda archivos para esta página{why}, así que las ejecuciones acaban con ella: exporta las que quieras conservar.',
  'What this browser kept of {name} was removed while it trained, and other saved runs may be gone with it.':
    'Lo que este navegador guardaba de {name} se eliminó mientras entrenaba, y otras ejecuciones guardadas pueden haber desaparecido también.',
  'The run goes on and is saved anew; export it to keep it elsewhere too.':
    'La ejecución continúa y se guarda de nuevo; expórtala para conservarla también en otro sitio.',
  'No weight of {name} has a place in the networks of these settings.':
    'Ningún peso de {name} tiene sitio en las redes de estos ajustes.',
  'Choose the model and the sizes that it was trained with, or begin without its weights.':
    'Elige el modelo y los tamaños con los que se entrenó, o empieza sin sus pesos.',
  '{count} images are ready at {width} x {height} pixels.':
    '{count} imágenes están listas, de {width} x {height} píxeles.',
  '{count} images in {folders} folders are ready at {width} x {height} pixels.':
    '{count} imágenes en {folders} carpetas están listas, de {width} x {height} píxeles.',
  '{count} pairs are ready, the left and right halves of {pictures} pictures.':
    '{count} pares están listos, las mitades izquierda y derecha de {pictures} imágenes.',
  '{count} pictures of {name} and {other} of {second} are ready.':
    '{count} imágenes de {name} y {other} de {second} están listas.',
} as const;
