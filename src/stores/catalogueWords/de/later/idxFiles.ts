// German texts of published data sets, their files and those that a person gives for them, by the English text; `{name}` is a gap.
export default {
  '{name} holds IDX values of type 0x{type}; expected unsigned bytes, type 0x08.':
    '{name} enthält IDX-Werte vom Typ 0x{type}; erwartet werden vorzeichenlose Bytes, Typ 0x08.',
  '{name} is not an IDX file: expected it to start with 00 00 08 and the number of dimensions, came {start}.':
    '{name} ist keine IDX-Datei: Erwartet wird am Anfang 00 00 08 und die Zahl der Dimensionen, da steht {start}.',
  '{name} ends in its header: expected at least {needed} bytes, came {bytes}.':
    '{name} endet im Kopf: Erwartet werden mindestens {needed} Bytes, es sind {bytes}.',
  '{name} is truncated: {sides} values need {needed} bytes, came {bytes}.':
    '{name} ist abgeschnitten: {sides} Werte brauchen {needed} Bytes, es sind {bytes}.',
  '{name} is too long: {sides} values need {needed} bytes, came {bytes}.':
    '{name} ist zu lang: {sides} Werte brauchen {needed} Bytes, es sind {bytes}.',
  'Give the file as it was published, complete and unchanged (IDX, or IDX packed with gzip).':
    'Gib die Datei, wie sie veröffentlicht wurde, ganz und unverändert (IDX, oder IDX mit gzip gepackt).',
  '{name} is truncated or damaged gzip data: after {packed} packed bytes ({bytes} unpacked) the unpacker says {reason}.':
    '{name} ist abgeschnitten oder als gzip beschädigt: Nach {packed} gepackten Bytes ({bytes} entpackt) sagt der Entpacker {reason}.',
  'Fetch or copy the file again.': 'Hole oder kopiere die Datei noch einmal.',
  '{name} unpacks to more than the {bytes} bytes that were expected.':
    'Entpackt hat {name} mehr als die erwarteten {bytes} Bytes.',
  'Give the file as it was published.': 'Gib die Datei, wie sie veröffentlicht wurde.',
  '{file} holds {bytes} bytes unpacked, expected {needed}':
    '{file} enthält entpackt {bytes} Bytes, erwartet werden {needed}',
  '{file} has SHA-256 {sum}, expected {needed}': '{file} hat SHA-256 {sum}, erwartet wird {needed}',
  '{what}: {done} of {all} MB': '{what}: {done} von {all} MB',
  '{data}, {file} from {place}': '{data}, {file} von {place}',
  'this server': 'diesem Server',
  'The copy on this device is damaged ({problem}); getting it again':
    'Die Kopie auf diesem Gerät ist beschädigt ({problem}); sie wird neu geholt',
  'expected gzip (1F 8B) or IDX (00 00 08), came {start}':
    'erwartet wird gzip (1F 8B) oder IDX (00 00 08), da steht {start}',
  'Try another source.': 'Versuche eine andere Quelle.',
  '{file} is kept until the page is closed only: {reason}':
    '{file} bleibt nur, bis die Seite geschlossen wird: {reason}',
  '{data} could not be loaded: no source gave {file}. Tried {places}.':
    '{data} ließ sich nicht laden: Keine Quelle gab {file}. Versucht: {places}.',
  'The download': 'der Download',
  '{name} has {bytes} bytes; at most {most} are read.':
    '{name} hat {bytes} Bytes; höchstens {most} werden gelesen.',
  'Give a smaller file.': 'Gib eine kleinere Datei.',
  '{name} holds {sides} values; expected images of n x {height} x {width} or n labels.':
    '{name} enthält {sides} Werte; erwartet werden Bilder, n x {height} x {width}, oder n Labels.',
  'Give IDX files of the right size, or use your own images as a folder or zip.':
    'Gib IDX-Dateien der richtigen Größe, oder nimm deine eigenen Bilder als Ordner oder Zip.',
  '{name} holds the label {label}; expected labels from 0 to {most}.':
    '{name} enthält das Label {label}; erwartet werden Labels von 0 bis {most}.',
  'Give the images alone: they train without labels too.':
    'Gib nur die Bilder: Sie trainieren auch ohne Labels.',
  '{name}: the published {count} train images, checked.':
    '{name}: die veröffentlichten {count} Trainingsbilder, geprüft.',
  '{name}: the published {count} train labels, checked.':
    '{name}: die veröffentlichten {count} Labels der Trainingsbilder, geprüft.',
  '{name}: the published {count} test images, checked.':
    '{name}: die veröffentlichten {count} Testbilder, geprüft.',
  '{name}: the published {count} test labels, checked.':
    '{name}: die veröffentlichten {count} Labels der Testbilder, geprüft.',
  '{name}: {count} train images of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}: {count} eigene Trainingsbilder (nicht die veröffentlichte Datei, {data}); sie stehen an ihrer Stelle, solange „Dateien“ auf „Automatisch“ steht.',
  '{name}: {count} train labels of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}: {count} eigene Labels für Trainingsbilder (nicht die veröffentlichte Datei, {data}); sie stehen an ihrer Stelle, solange „Dateien“ auf „Automatisch“ steht.',
  '{name}: {count} test images of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}: {count} eigene Testbilder (nicht die veröffentlichte Datei, {data}); sie stehen an ihrer Stelle, solange „Dateien“ auf „Automatisch“ steht.',
  '{name}: {count} test labels of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}: {count} eigene Labels für Testbilder (nicht die veröffentlichte Datei, {data}); sie stehen an ihrer Stelle, solange „Dateien“ auf „Automatisch“ steht.',
  'Choose {name} or a file like it.': 'Wähle {name} oder eine Datei dieser Art.',
  'Checking {name}': '{name} wird geprüft',
  'Files checked': 'Dateien geprüft',
  'Your file of train images': 'Deine Datei der Trainingsbilder',
  'Your file of train labels': 'Deine Datei der Labels der Trainingsbilder',
  'Your file of test images': 'Deine Datei der Testbilder',
  'Your file of test labels': 'Deine Datei der Labels der Testbilder',
  'Class {class} was chosen, but these images carry no labels.':
    'Gewählt ist Klasse {class}, aber diese Bilder tragen keine Labels.',
  'Choose all classes, or give the file of labels too.':
    'Wähle alle Klassen oder gib auch die Datei der Labels.',
  'None of the {count} images is of class {class}.': 'Keines der {count} Bilder ist von Klasse {class}.',
  'Choose all classes or another class.': 'Wähle alle Klassen oder eine andere Klasse.',
  'There are {images} images and {labels} labels; expected as many labels as images.':
    'Es gibt {images} Bilder und {labels} Labels; erwartet werden so viele Labels wie Bilder.',
  'Give the images and the labels that belong together, or set "Files" to published.':
    'Gib Bilder und Labels, die zusammengehören, oder stelle „Dateien“ auf „Veröffentlicht“.',
  'no IDX file by its name': 'dem Namen nach keine IDX-Datei',
  'Image {index} was asked for; the data set has {count} images.':
    'Verlangt wurde Bild {index}; der Datensatz hat {count} Bilder.',
  'A file on this device ends early: {read} of {bytes} bytes from {at}.':
    'Eine Datei auf diesem Gerät endet zu früh: {read} von {bytes} Bytes ab {at}.',
  'Give the folder or zip again.': 'Gib den Ordner oder das Zip noch einmal.',
  'The images that this run learns from were replaced by others.':
    'Die Bilder, aus denen dieser Lauf lernt, wurden durch andere ersetzt.',
  'Open it again from Runs: it goes on from its last save with the new ones.':
    'Öffne ihn noch einmal unter „Läufe“: Er geht von seiner letzten Speicherung mit den neuen weiter.',
  'Files cannot be written in place.': 'Dateien lassen sich nicht an Ort und Stelle schreiben.',
  'this browser did not take {bytes} bytes ({reason})':
    'dieser Browser hat {bytes} Bytes nicht angenommen ({reason})',
  'this page is not served over https, so the browser offers no storage for files':
    'diese Seite kommt nicht über https, darum bietet der Browser keinen Speicher für Dateien',
} as const;
