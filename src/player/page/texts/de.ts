// German texts of the page that Export writes.
import type { Texts } from './en';

const texts: Texts = {
  picture: 'Das Bild',
  newPicture: 'Neues Bild',
  walk: 'Spaziergang',
  stop: 'Anhalten',
  save: 'Als PNG speichern',
  whatItDraws: 'Was gezeichnet wird',
  whichDraws: 'Welcher Generator zeichnet',
  generator: 'Generator {number}',
  gallery: 'Weitere Bilder',
  galleryHelp: 'Wähle eines, und das Bild verwandelt sich in dieses.',
  others: 'Andere',
  thumbnail: 'Bild {number}',
  sliders: 'Dreh an den Zahlen',
  slidersHelp:
    'Jedes Bild entsteht aus {count} Zufallszahlen. Verschiebe eine und schau zu; die wirksamsten stehen vorn.',
  number: 'Zahl {number}',
  all: 'Alle {count} Zahlen',
  fewer: 'Weniger Zahlen',
  about:
    'Ein neuronales Netz zeichnet diese Bilder auf diesem Gerät. Es hat von Beispielen gelernt und denkt sich alles selbst aus. Nichts wird verschickt.',
  figures: '{width} × {height} Pixel in {time} ms, mit {runtime}',
  givenPicture: 'Dein Bild',
  madePicture: 'Was das Netz daraus macht',
  namedPicture: 'Was das Netz sieht',
  choosePicture: 'Bild wählen',
  pictureHelp: 'Oder zieh eines auf die Seite oder füge es ein. Es bleibt auf diesem Gerät.',
  unreadPicture:
    '{name} ist kein Bild, das dieser Browser lesen kann. Nimm eine PNG-, JPEG- oder WebP-Datei.',
  startCamera: 'Kamera starten',
  stopCamera: 'Kamera anhalten',
  otherCamera: 'Andere Kamera',
  cameraNone:
    'Dieser Browser gibt der Seite keine Kamera: Browser tun das über HTTPS, und manche nie für eine Seite, die als Datei geöffnet wurde. Bilder lassen sich überall wählen.',
  cameraRefused:
    'Die Kamera wurde verweigert. Erlaube sie im Browser oder im System und starte sie noch einmal.',
  cameraAsFile:
    'Manche Browser verweigern sie jeder Seite, die als Datei geöffnet wurde, und geben sie über HTTPS.',
  cameraMissing: 'Dieses Gerät hat keine Kamera. Wähle ein Bild.',
  cameraBusy:
    'Die Kamera gibt kein Bild: Ein anderes Programm hat sie, oder sie wurde entfernt. Starte sie noch einmal.',
  cameraFails: 'Die Kamera startet nicht ({reason}).',
  liveFigures: '{width} × {height} Pixel in {time} ms, {rate} Bilder pro Sekunde, mit {runtime}',
  aboutPictures:
    'Ein neuronales Netz bearbeitet dein Bild auf diesem Gerät. Es hat von Beispielen gelernt. Nichts wird verschickt.',
  nameShare: '{name}: {share}',
  made: 'Mit Ganvas gemacht',
  broken: 'Diese Seite kann nicht zeichnen',
  damaged: 'Der Inhalt ist beschädigt oder abgeschnitten. Bitte um die Datei noch einmal.',
};
export default texts;
