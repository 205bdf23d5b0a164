// Spanish texts of the page that Export writes.
import type { Texts } from './en';

const texts: Texts = {
  picture: 'La imagen',
  newPicture: 'Otra imagen',
  walk: 'Dar un paseo',
  stop: 'Parar',
  save: 'Guardar como PNG',
  whatItDraws: 'Qué dibuja',
  whichDraws: 'Qué generador dibuja',
  generator: 'Generador {number}',
  gallery: 'Más imágenes',
  galleryHelp: 'Elige una, y la imagen se convierte en ella.',
  others: 'Otras',
  thumbnail: 'Imagen {number}',
  sliders: 'Mueve los números',
  slidersHelp:
    'Cada imagen nace de {count} números al azar. Mueve uno y observa; primero van los que más cambian.',
  number: 'Número {number}',
  all: 'Los {count} números',
  fewer: 'Menos números',
  about:
    'Una red neuronal dibuja estas imágenes en este dispositivo. Aprendió de ejemplos y se lo inventa todo. No se envía nada.',
  figures: '{width} × {height} píxeles en {time} ms, con {runtime}',
  givenPicture: 'Tu imagen',
  madePicture: 'Lo que la red hace con ella',
  namedPicture: 'Lo que ve la red',
  choosePicture: 'Elegir una imagen',
  pictureHelp: 'O suelta una sobre la página, o pégala. Se queda en este dispositivo.',
  unreadPicture: '{name} no es una imagen que este navegador pueda leer. Usa un archivo PNG, JPEG o WebP.',
  startCamera: 'Iniciar la cámara',
  stopCamera: 'Parar la cámara',
  otherCamera: 'Otra cámara',
  cameraNone:
    'Este navegador no da ninguna cámara a la página: los navegadores la dan por HTTPS, y algunos nunca a una página abierta como archivo. Siempre se pueden elegir imágenes.',
  cameraRefused: 'Se denegó la cámara. Permítela en el navegador o en el sistema e iníciala de nuevo.',
  cameraAsFile: 'Algunos navegadores la deniegan a toda página abierta como archivo y la dan por HTTPS.',
  cameraMissing: 'Este dispositivo no tiene cámara. Elige una imagen.',
  cameraBusy: 'La cámara no da imagen: la usa otro programa o se ha desconectado. Iníciala de nuevo.',
  cameraFails: 'La cámara no se inicia ({reason}).',
  liveFigures: '{width} × {height} píxeles en {time} ms, {rate} imágenes por segundo, con {runtime}',
  aboutPictures:
    'Una red neuronal trabaja con tu imagen en este dispositivo. Aprendió de ejemplos. No se envía nada.',
  nameShare: '{name}: {share}',
  made: 'Hecho con Ganvas',
  broken: 'Esta página no puede dibujar',
  damaged: 'El contenido está dañado o incompleto. Pide el archivo otra vez.',
};
export default texts;
