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
  made: 'Hecho con Ganvas',
  broken: 'Esta página no puede dibujar',
};
export default texts;
