// German texts of what a person’s pictures are, and of two kinds or pairs, by the English text; `{name}` is a gap.
export default {
  'There is no picture among the files: {files}.': 'Unter den Dateien ist kein Bild: {files}.',
  'Give two pictures as PNG, JPEG, WebP, GIF, BMP or AVIF: one for the content, one for the style.':
    'Gib zwei Bilder als PNG, JPEG, WebP, GIF, BMP oder AVIF: eines für den Inhalt, eines für den Stil.',
  '{name} is the content.': '{name} ist der Inhalt.',
  '{name} is the style.': '{name} ist der Stil.',
  'The content picture is still to be given.': 'Das Bild für den Inhalt fehlt noch.',
  'The style picture is still to be given.': 'Das Bild für den Stil fehlt noch.',
  'There is no content picture of yours on this device yet.':
    'Auf diesem Gerät ist noch kein Inhaltsbild von dir.',
  'There is no style picture of yours on this device yet.':
    'Auf diesem Gerät ist noch kein Stilbild von dir.',
  'There is no content and no style picture of yours on this device yet.':
    'Auf diesem Gerät ist noch kein Inhaltsbild und kein Stilbild von dir.',
  'Give two pictures, or one in a folder named content or style.':
    'Gib zwei Bilder, oder eines in einem Ordner namens content oder style.',
  'there is another content picture': 'es gibt ein anderes Inhaltsbild',
  'there is another style picture': 'es gibt ein anderes Stilbild',
  'It cannot be told whether {path} is to be the content or the style.':
    'Ob {path} der Inhalt oder der Stil sein soll, ist nicht zu erkennen.',
  'one content and one style picture are used': 'genommen werden ein Inhaltsbild und ein Stilbild',
  '1 image is ready at {width} x {height} pixels.': '1 Bild ist bereit, mit {width} x {height} Pixeln.',
  '{count} lie in folders of held-back images, with which a classifier is tested.':
    '{count} liegen in Ordnern für zurückgelegte Bilder, mit denen ein Klassifikator geprüft wird.',
  'It has no colour: as a grey image it takes a third of the memory.':
    'Es hat keine Farbe: Als graues Bild braucht es ein Drittel des Speichers.',
  'None of them has a colour: as grey images they take a third of the memory.':
    'Keines hat Farbe: Als graue Bilder brauchen sie ein Drittel des Speichers.',
  'One of them is grey and stays so among the coloured ones: {files}.':
    'Eines ist grau und bleibt es unter den farbigen: {files}.',
  '{count} of them are grey and stay so among the coloured ones: {files}.':
    '{count} sind grau und bleiben es unter den farbigen: {files}.',
  'One is an animation, of which the first picture is used: {files}.':
    'Eines ist eine Animation, deren erstes Bild genommen wird: {files}.',
  '{count} are animations, of which the first pictures are used: {files}.':
    '{count} sind Animationen, deren erste Bilder genommen werden: {files}.',
  'This browser cannot decode pictures in the background (no OffscreenCanvas with a 2D context).':
    'Dieser Browser kann Bilder nicht im Hintergrund lesen (kein OffscreenCanvas mit 2D-Kontext).',
  'Use a recent Chrome, Edge, Firefox or Safari.': 'Nimm einen aktuellen Chrome, Edge, Firefox oder Safari.',
  '{count} images of {side} x {height} pixels take {size} MB of memory.':
    '{count} Bilder mit {side} x {height} Pixeln brauchen {size} MB Speicher.',
  'Choose a smaller side or grey, or use a browser that gives pages room for files (Chrome, Edge, Firefox, Safari).':
    'Wähle eine kleinere Seite oder Grau, oder nimm einen Browser, der Seiten Platz für Dateien gibt (Chrome, Edge, Firefox, Safari).',
  'The decoded images are gone from this device.': 'Die gelesenen Bilder sind nicht mehr auf diesem Gerät.',
  'Give them again.': 'Gib sie noch einmal.',
  'Pack the pictures into a zip again, or choose the folder itself.':
    'Packe die Bilder noch einmal in ein Zip, oder wähle den Ordner selbst.',
  'one of {count} files, of which only some were handed over':
    'eine von {count} Dateien, von denen nur einige übergeben wurden',
  'does not start like a PNG, JPEG, WebP, GIF, BMP or AVIF image':
    'beginnt nicht wie ein Bild in PNG, JPEG, WebP, GIF, BMP oder AVIF',
  'Save it as PNG, JPEG or WebP.': 'Speichere es als PNG, JPEG oder WebP.',
  'Make the picture smaller.': 'Mach das Bild kleiner.',
  'Your {count} images are damaged on this device: expected {expected} bytes, came {found}.':
    'Deine {count} Bilder sind auf diesem Gerät beschädigt: Erwartet waren {expected} Bytes, da sind {found}.',
  'Your {count} images are damaged on this device: expected {expected} bytes, came none.':
    'Deine {count} Bilder sind auf diesem Gerät beschädigt: Erwartet waren {expected} Bytes, da ist keines.',
  '{count} of your images are damaged on this device: {files}.':
    '{count} deiner Bilder sind auf diesem Gerät beschädigt: {files}.',
  'The resized images are not kept: {reason}': 'Die verkleinerten Bilder werden nicht behalten: {reason}',
  'Image {index} was asked for; the domain has {count} images.':
    'Verlangt wurde Bild {index}; die Domäne hat {count} Bilder.',
  'These images are of one kind, and two are needed.':
    'Diese Bilder sind von einer Art, und zwei werden gebraucht.',
  'Choose a data set of two domains or one with classes; of a folder of images, its folders are the classes.':
    'Wähle einen Datensatz mit zwei Domänen oder einen mit Klassen; in einem Bilderordner sind seine Ordner die Klassen.',
  'Both domains are the class {class} ({name}).': 'Beide Domänen sind die Klasse {class} ({name}).',
  'Choose two of {classes}.': 'Wähle zwei von {classes}.',
  'There is no class {class}.': 'Es gibt keine Klasse {class}.',
  'The classes are {classes}.': 'Die Klassen sind {classes}.',
  'None of the {count} images is of class {class} ({name}).':
    'Keines der {count} Bilder ist von der Klasse {class} ({name}).',
  'Choose two of {classes}, or use more of the images.':
    'Wähle zwei von {classes}, oder nimm mehr von den Bildern.',
  'There are no pictures of {name}.': 'Es gibt keine Bilder von {name}.',
  'There are no test pictures of {name}.': 'Es gibt keine Testbilder von {name}.',
  'Give more pictures.': 'Gib mehr Bilder.',
  'Give two folders or two zips, one of each kind, or one with the folders trainA, trainB, testA and testB.':
    'Gib zwei Ordner oder zwei Zips, je eines von jeder Art, oder eines mit den Ordnern trainA, trainB, testA und testB.',
  'Give two folders or two zips, one of each kind, or one with the folders trainA, trainB, testA and testB. Of more kinds give the folder as “My images” and choose two of its classes.':
    'Gib zwei Ordner oder zwei Zips, je eines von jeder Art, oder eines mit den Ordnern trainA, trainB, testA und testB. Bei mehr Arten gib den Ordner unter „Meine Bilder“ und wähle zwei seiner Klassen.',
  'lies in none of trainA, trainB, testA and testB': 'liegt in keinem von trainA, trainB, testA und testB',
  'Domain {name} has no picture to learn from; the other one has {count}.':
    'Domäne {name} hat kein Bild zum Lernen; die andere hat {count}.',
  'All {count} pictures are of one kind; two are needed.':
    'Alle {count} Bilder sind von einer Art; zwei werden gebraucht.',
  'The pictures lie in {count} folders ({names}); two kinds are needed.':
    'Die Bilder liegen in {count} Ordnern ({names}); zwei Arten werden gebraucht.',
  'The pictures lie in {count} folders ({names} and more); two kinds are needed.':
    'Die Bilder liegen in {count} Ordnern ({names} und weiteren); zwei Arten werden gebraucht.',
  'No picture of {first} ({firstCount}) has the name of one of {second} ({secondCount}).':
    'Kein Bild von {first} ({firstCount}) heißt wie eines von {second} ({secondCount}).',
  'Name the two pictures of a pair alike, or give pictures whose left and right halves are the pair.':
    'Nenne die zwei Bilder eines Paars gleich, oder gib Bilder, deren linke und rechte Hälfte das Paar sind.',
  'there is no other picture of this name in {name}': 'in {name} gibt es kein Bild dieses Namens',
  'Give folders or zips of PNG, JPEG, WebP, GIF, BMP or AVIF images.':
    'Gib Ordner oder Zips mit Bildern in PNG, JPEG, WebP, GIF, BMP oder AVIF.',
  'Inverted outlines': 'Umgekehrte Umrisse',
  'Thin digits': 'Dünne Ziffern',
  'Thick on waves': 'Dick auf Wellen',
  'Turned digits': 'Gedrehte Ziffern',
  'The drawing cannot be read.': 'Die Zeichnung lässt sich nicht lesen.',
} as const;
