// German sentences on files, images and what is saved, by the English text.
export default {
  'belongs to the system, no picture of yours': 'gehört zum System, kein Bild von dir',
  'TIFF, which browsers do not decode: save it as PNG': 'TIFF, das Browser nicht lesen: Speichere es als PNG',
  'HEIC, which browsers do not decode: save it as JPEG':
    'HEIC, das Browser nicht lesen: Speichere es als JPEG',
  'SVG, a drawing without pixels: save it as PNG': 'SVG, eine Zeichnung ohne Pixel: Speichere sie als PNG',
  'a raw photograph: save it as JPEG': 'ein Rohfoto: Speichere es als JPEG',
  'a document of a paint program: save it as PNG': 'ein Dokument eines Malprogramms: Speichere es als PNG',
  'a zip inside a zip: unpack it first': 'ein Zip im Zip: Pack es zuerst aus',
  'another archive: pack the pictures as zip': 'ein anderes Archiv: Packe die Bilder als Zip',
  '{ending} is no kind of picture that is read': '{ending} ist keine Art von Bild, die gelesen wird',
  'its name has no ending, such as .png': 'sein Name hat keine Endung wie .png',
  'cannot be decoded ({reason})': 'lässt sich nicht lesen ({reason})',
  'is {width} x {height} pixels; from 1 to {most} pixels are read':
    'hat {width} x {height} Pixel; gelesen werden 1 bis {most} Pixel',
  'does not fit in memory at this size': 'passt in dieser Größe nicht in den Speicher',
  'one of {count}; {most} are the most, spread over all of them':
    'eines von {count}; höchstens {most} werden genommen, über alle verteilt',
  'Looking for images': 'Bilder werden gesucht',
  'Looking into {file}': '{file} wird durchsucht',
  'Reading the images': 'Die Bilder werden gelesen',
  'Reading images: {done} of {count}': 'Bilder werden gelesen: {done} von {count}',
  'Keeping the images on this device': 'Die Bilder werden auf diesem Gerät behalten',
  'Loading the images': 'Die Bilder werden geladen',
  'The file is no picture: {files}.': 'Die Datei ist kein Bild: {files}.',
  'The image could not be read: {files}.': 'Das Bild war nicht zu lesen: {files}.',
  'None of the {count} files is a picture: {files}.': 'Keine der {count} Dateien ist ein Bild: {files}.',
  'None of the {count} images could be read: {files}.': 'Keines der {count} Bilder war zu lesen: {files}.',
  'Give a folder or a zip of PNG, JPEG, WebP, GIF, BMP or AVIF images.':
    'Gib einen Ordner oder ein Zip mit PNG-, JPEG-, WebP-, GIF-, BMP- oder AVIF-Bildern.',
  '{taken} of them take part unless Images used says more.':
    '{taken} davon machen mit, wenn „Benutzte Bilder“ nicht mehr sagt.',
  '{count} could not be read: {files}.': '{count} waren nicht zu lesen: {files}.',
  'One other file was left out: {files}.': 'Eine andere Datei wurde weggelassen: {files}.',
  '{count} other files were left out: {files}.': '{count} andere Dateien wurden weggelassen: {files}.',
  'One file was left out: {files}.': 'Eine Datei wurde weggelassen: {files}.',
  '{count} files were left out: {files}.': '{count} Dateien wurden weggelassen: {files}.',
  'They are kept until the page is closed only: {reason}.':
    'Sie bleiben nur, bis die Seite geschlossen wird: {reason}.',
  'There are no images of yours on this device yet.': 'Auf diesem Gerät sind noch keine Bilder von dir.',
  'Choose a folder or a zip of images, or drop them on the page; or choose the synthetic digits.':
    'Wähle einen Ordner oder ein Zip mit Bildern oder zieh sie auf die Seite; oder wähle die synthetischen Ziffern.',
  'There are no pictures of yours for this on this device yet.':
    'Auf diesem Gerät sind dafür noch keine Bilder von dir.',
  'Choose two folders, two zips or one zip, or drop them on the page; or choose a ready pair.':
    'Wähle zwei Ordner, zwei Zips oder ein Zip oder zieh sie auf die Seite; oder wähle ein fertiges Paar.',
  'Choose or drop two pictures, one for the content and one for the style; or choose the ready pair.':
    'Wähle zwei Bilder oder zieh sie her, eines für den Inhalt und eines für den Stil; oder wähle das fertige Paar.',
  'None of the files is a picture that can be read: {files}.':
    'Keine der Dateien ist ein lesbares Bild: {files}.',
  'Give PNG, JPEG, WebP, GIF, BMP or AVIF pictures.': 'Gib PNG-, JPEG-, WebP-, GIF-, BMP- oder AVIF-Bilder.',
  '{data} could not be loaded: no source gave {file}.':
    '{data} ließ sich nicht laden: Keine Quelle gab {file}.',
  'Choose the synthetic digits, which need no download, or give the files {images} and {labels} by the picker or drag and drop.':
    'Wähle die synthetischen Ziffern, die keinen Download brauchen, oder gib die Dateien {images} und {labels} durch Auswählen oder Ziehen.',
  'Check the connection, or give the files yourself.': 'Prüfe die Verbindung oder gib die Dateien selbst.',
  'This device has no room after {size} MB of pictures.':
    'Dieses Gerät hat nach {size} MB Bildern keinen Platz mehr.',
  'Take fewer images or a smaller side, or free some space.':
    'Nimm weniger Bilder oder eine kleinere Seite, oder schaffe Platz.',
  'There is no room to save the run: {needed} are needed, {left}. What was saved before is kept.':
    'Es ist kein Platz, um den Lauf zu speichern: Nötig sind {needed}, {left}. Was vorher gespeichert war, bleibt.',
  'about {left} of {all} are left': 'übrig sind etwa {left} von {all}',
  'the browser does not say how much is left': 'der Browser sagt nicht, wie viel übrig ist',
  'Delete saved runs that you no longer need, for example {runs}, or export them first.':
    'Lösche gespeicherte Läufe, die du nicht mehr brauchst, zum Beispiel {runs}, oder exportiere sie vorher.',
  'Free space on the device, or export the run as a file.':
    'Schaffe Platz auf dem Gerät oder exportiere den Lauf als Datei.',
  'The saved run is damaged: {problem}.': 'Der gespeicherte Lauf ist beschädigt: {problem}.',
  'Use another copy of the file, or the run that it was exported from; nothing was changed.':
    'Nimm eine andere Kopie der Datei oder den Lauf, aus dem sie exportiert wurde; nichts wurde verändert.',
  'Use a run file that this page exported; nothing was changed.':
    'Nimm eine Laufdatei, die diese Seite exportiert hat; nichts wurde verändert.',
  'Choose a run file that this page exported.': 'Wähle eine Laufdatei, die diese Seite exportiert hat.',
  'The run file has format version {received}; this page reads up to version {known}.':
    'Die Laufdatei hat die Formatversion {received}; diese Seite liest bis Version {known}.',
  'Reload the page to get its newest version, then open the run again.':
    'Lade die Seite neu, um ihre neueste Fassung zu bekommen, und öffne den Lauf dann noch einmal.',
  'No run with the id {id} is saved on this device.':
    'Auf diesem Gerät ist kein Lauf mit der Kennung {id} gespeichert.',
  'Choose a run of the gallery.': 'Wähle einen der gespeicherten Läufe.',
  'The run {id} was deleted on this device.': 'Der Lauf {id} wurde auf diesem Gerät gelöscht.',
  'It can still be put back: Runs, Recently deleted.':
    'Er lässt sich noch zurückholen: Läufe, Kürzlich gelöscht.',
  'The run {id} is open in another tab.': 'Der Lauf {id} ist in einem anderen Tab offen.',
  'Close it there, or duplicate the run and go on with the copy.':
    'Schließe ihn dort oder dupliziere den Lauf und mach mit der Kopie weiter.',
  'This browser keeps no files for this page, so runs end with the page: export those that you want to keep.':
    'Dieser Browser behält keine Dateien für diese Seite, darum enden Läufe mit der Seite: Exportiere die, die du behalten willst.',
  'This browser keeps no files for this page{why}, so runs end with the page: export those that you want to keep.':
    'Dieser Browser behält keine Dateien für diese Seite{why}, darum enden Läufe mit der Seite: Exportiere die, die du behalten willst.',
  'What this browser kept of {name} was removed while it trained, and other saved runs may be gone with it.':
    'Was dieser Browser von {name} behalten hatte, wurde während des Trainings entfernt; andere gespeicherte Läufe können mit verschwunden sein.',
  'The run goes on and is saved anew; export it to keep it elsewhere too.':
    'Der Lauf geht weiter und wird neu gespeichert; exportiere ihn, um ihn auch anderswo zu haben.',
  'No weight of {name} has a place in the networks of these settings.':
    'Kein Gewicht von {name} hat in den Netzen dieser Einstellungen einen Platz.',
  'Choose the model and the sizes that it was trained with, or begin without its weights.':
    'Wähle das Modell und die Größen, mit denen er trainiert wurde, oder beginne ohne seine Gewichte.',
  '{count} images are ready at {width} x {height} pixels.':
    '{count} Bilder sind bereit, mit {width} x {height} Pixeln.',
  '{count} images in {folders} folders are ready at {width} x {height} pixels.':
    '{count} Bilder in {folders} Ordnern sind bereit, mit {width} x {height} Pixeln.',
  '{count} pairs are ready, the left and right halves of {pictures} pictures.':
    '{count} Paare sind bereit, die linken und rechten Hälften von {pictures} Bildern.',
  '{count} pictures of {name} and {other} of {second} are ready.':
    '{count} Bilder von {name} und {other} von {second} sind bereit.',
} as const;
