// German texts of data sets, by the English text.
import { CLASS_NAMES } from '../../../core/classNames';

export default {
  ...CLASS_NAMES.de,
  'Synthetic digits': 'Synthetische Ziffern',
  'Handwritten digits drawn on this device from pen strokes; they need no network and no files.':
    'Handgeschriebene Ziffern, auf diesem Gerät aus Federstrichen gezeichnet; sie brauchen weder Netz noch Dateien.',
  'Images used': 'Genutzte Bilder',
  images: 'Bilder',
  'How many different digits there are; each is drawn when it is first needed.':
    'Wie viele verschiedene Ziffern es gibt; jede wird gezeichnet, wenn sie zum ersten Mal gebraucht wird.',
  'Style seed': 'Startwert des Stils',
  'The number that the digits grow from; another number gives other digits of the same kind.':
    'Die Zahl, aus der die Ziffern entstehen; eine andere Zahl gibt andere Ziffern derselben Art.',
  MNIST: 'MNIST',
  'Sixty thousand real handwritten digits of 28 by 28 pixels, the classic first data set.':
    'Sechzigtausend echte handgeschriebene Ziffern von 28 mal 28 Pixeln, der klassische erste Datensatz.',
  'How many of the training images take part; fewer shows what a small data set does to training.':
    'Wie viele der Trainingsbilder mitmachen; weniger zeigen, was ein kleiner Datensatz mit dem Training macht.',
  Classes: 'Klassen',
  All: 'Alle',
  'Train on every class, or on the images of one class alone, which is easier.':
    'Trainiere mit allen Klassen oder nur mit den Bildern einer einzigen, was leichter ist.',
  Files: 'Dateien',
  'Automatic: my own where I gave some': 'Automatisch: meine eigenen, wo ich welche gab',
  'Published: MNIST itself': 'Veröffentlicht: MNIST selbst',
  'Whether your own IDX files, once given, stand in for the published ones.':
    'Ob deine eigenen IDX-Dateien, sobald du sie gegeben hast, an die Stelle der veröffentlichten treten.',
  'Fashion-MNIST': 'Fashion-MNIST',
  'Sixty thousand pictures of clothing in the form of MNIST; harder to draw than digits.':
    'Sechzigtausend Bilder von Kleidung in der Form von MNIST; schwerer zu zeichnen als Ziffern.',
  'Published: Fashion-MNIST itself': 'Veröffentlicht: Fashion-MNIST selbst',
  'My images': 'Meine Bilder',
  'Your own pictures from a folder or a zip; sub-folders become classes, and nothing leaves this device.':
    'Deine eigenen Bilder aus einem Ordner oder einer Zip-Datei; Unterordner werden zu Klassen, und nichts verlässt dieses Gerät.',
  'Image side': 'Seitenlänge',
  '16 x 16 pixels': '16 x 16 Pixel',
  '28 x 28 pixels': '28 x 28 Pixel',
  '32 x 32 pixels': '32 x 32 Pixel',
  '48 x 48 pixels': '48 x 48 Pixel',
  '64 x 64 pixels': '64 x 64 Pixel',
  '96 x 96 pixels': '96 x 96 Pixel',
  '128 x 128 pixels': '128 x 128 Pixel',
  'Your images are cropped to their middle square and resized to this; twice the side takes four times as long.':
    'Deine Bilder werden auf ihr mittleres Quadrat zugeschnitten und auf diese Größe gebracht; die doppelte Seite dauert viermal so lang.',
  Colour: 'Farbe',
  Grey: 'Grau',
  'Train in colour or in shades of grey; grey is simpler to learn. Transparent parts become white.':
    'Trainiere in Farbe oder in Graustufen; Grau ist leichter zu lernen. Durchsichtige Teile werden weiß.',
  'At most this many of your images take part, spread evenly over all of them.':
    'Höchstens so viele deiner Bilder machen mit, gleichmäßig über alle verteilt.',
  'Drawn scenes': 'Gezeichnete Szenen',
  'Landscapes and shaded shapes in colour, drawn on this device: pictures for a network that learns to paint in a style.':
    'Farbige Landschaften und schattierte Formen, auf diesem Gerät gezeichnet: Bilder für ein Netz, das in einem Stil malen lernt.',
  'Size of the pictures that are learned from; twice the side takes four times as long.':
    'Größe der Bilder, von denen gelernt wird; die doppelte Seite dauert viermal so lang.',
  'How many different scenes there are; each is drawn when it is first needed.':
    'Wie viele verschiedene Szenen es gibt; jede wird gezeichnet, wenn sie zum ersten Mal gebraucht wird.',
  'Digits and inverted outlines': 'Ziffern und umgekehrte Umrisse',
  'Digits as they are, and dark outlines of other digits on white: a translation that a small network learns in minutes.':
    'Ziffern, wie sie sind, und dunkle Umrisse anderer Ziffern auf Weiß: eine Übersetzung, die ein kleines Netz in Minuten lernt.',
  Digits: 'Ziffern',
  'Synthetic: drawn on this device': 'Synthetisch: auf diesem Gerät gezeichnet',
  'MNIST: real ones, from this device or the network': 'MNIST: echte, von diesem Gerät oder aus dem Internet',
  'Which digits both domains are made of.': 'Aus welchen Ziffern beide Domänen bestehen.',
  'Digits used': 'Genutzte Ziffern',
  digits: 'Ziffern',
  'The first half of them is domain A, the second half domain B.':
    'Ihre erste Hälfte ist Domäne A, die zweite Hälfte Domäne B.',
  'Thin digits and thick slanted ones': 'Dünne Ziffern und dicke schräge',
  'Digits of a fine pen on black, and leaning digits of a broad pen on waves: shape and ground both change.':
    'Ziffern einer feinen Feder auf Schwarz und schräge Ziffern einer breiten Feder auf Wellen: Form und Untergrund ändern sich beide.',
  'Digits and digits on their side': 'Ziffern und liegende Ziffern',
  'Digits, and digits turned by a quarter: CycleGAN’s known limit, for it changes the look of things and not their place.':
    'Ziffern und um ein Viertel gedrehte Ziffern: die bekannte Grenze von CycleGAN, denn es ändert das Aussehen der Dinge und nicht ihren Ort.',
  'My two kinds of pictures': 'Meine zwei Arten von Bildern',
  'Your own pictures of two kinds, such as apples and oranges: two folders, two zips, or a zip with trainA and trainB.':
    'Deine eigenen Bilder von zwei Arten, etwa Äpfel und Orangen: zwei Ordner, zwei Zip-Dateien oder eine Zip-Datei mit trainA und trainB.',
  '192 x 192 pixels': '192 x 192 Pixel',
  '256 x 256 pixels': '256 x 256 Pixel',
  'Your pictures are cropped to their middle square and resized to this; twice the side takes four times as long.':
    'Deine Bilder werden auf ihr mittleres Quadrat zugeschnitten und auf diese Größe gebracht; die doppelte Seite dauert viermal so lang.',
  'images of each kind': 'Bilder je Art',
  'At most this many of each kind take part, spread evenly over all of them.':
    'Höchstens so viele von jeder Art machen mit, gleichmäßig über alle verteilt.',
  'My pairs of pictures': 'Meine Bildpaare',
  'Your own pairs, a picture and what shall become of it: halves of one picture, or equal names in two folders.':
    'Deine eigenen Paare, ein Bild und was daraus werden soll: Hälften eines Bildes oder gleiche Namen in zwei Ordnern.',
  'A pair is': 'Ein Paar ist',
  'Told from the files': 'An den Dateien erkannt',
  'One picture: its left and its right half': 'Ein Bild: seine linke und seine rechte Hälfte',
  'Two pictures with the same name in two folders': 'Zwei Bilder mit gleichem Namen in zwei Ordnern',
  'How your files say which two pictures belong together.':
    'Wie deine Dateien sagen, welche zwei Bilder zusammengehören.',
  'A house and whirls': 'Ein Haus und Wirbel',
  'A drawn landscape with a house as content, and whirls of coloured strokes as style: a pair that needs no files.':
    'Eine gezeichnete Landschaft mit Haus als Inhalt und Wirbel aus farbigen Strichen als Stil: ein Paar, das keine Dateien braucht.',
  '384 x 384 pixels': '384 x 384 Pixel',
  '512 x 512 pixels': '512 x 512 Pixel',
  'Both pictures are cropped to their middle square and resized to this; twice the side takes four times as long.':
    'Beide Bilder werden auf ihr mittleres Quadrat zugeschnitten und auf diese Größe gebracht; die doppelte Seite dauert viermal so lang.',
  'My content and style': 'Mein Inhalt und Stil',
  'Two pictures of yours: one whose things are kept, and one whose colours and strokes they get; nothing leaves this device.':
    'Zwei Bilder von dir: eines, dessen Dinge bleiben, und eines, dessen Farben und Striche sie bekommen; nichts verlässt dieses Gerät.',
  'Choose the content picture': 'Wähle das Inhaltsbild',
  'Choose the style picture': 'Wähle das Stilbild',
  'My style pictures': 'Meine Stilbilder',
  'Pictures whose colours and strokes others get; nothing leaves this device.':
    'Bilder, deren Farben und Striche andere bekommen; nichts verlässt dieses Gerät.',
  'Ring of 8': 'Ring aus 8',
  'Eight small clusters of points on a circle: the classic test of whether a GAN finds them all.':
    'Acht kleine Haufen von Punkten auf einem Kreis: die klassische Probe, ob ein GAN sie alle findet.',
  'Points used': 'Genutzte Punkte',
  points: 'Punkte',
  'How many different points there are.': 'Wie viele verschiedene Punkte es gibt.',
  'Points seed': 'Startwert der Punkte',
  'The number that the points grow from; another number gives other points of the same shape.':
    'Die Zahl, aus der die Punkte entstehen; eine andere Zahl gibt andere Punkte derselben Form.',
  'Width of the clusters': 'Breite der Haufen',
  'Standard deviation of the points around their cluster or line; the square is 2 wide. Wide clusters are easier to hit.':
    'Standardabweichung der Punkte um ihren Haufen oder ihre Linie; das Quadrat ist 2 breit. Breite Haufen sind leichter zu treffen.',
  'Grid of 25': 'Gitter aus 25',
  'Twenty-five small clusters of points in rows and columns: harder than the ring.':
    'Fünfundzwanzig kleine Haufen von Punkten in Zeilen und Spalten: schwerer als der Ring.',
  'Two moons': 'Zwei Monde',
  'Two crescents that reach into each other.': 'Zwei Sicheln, die ineinandergreifen.',
  Spiral: 'Spirale',
  'One thin line that winds around itself: there are no clusters to find, only a shape to follow.':
    'Eine dünne Linie, die sich um sich selbst windet: Es gibt keine Haufen zu finden, nur eine Form, der zu folgen ist.',
  'Points that you draw': 'Punkte, die du zeichnest',
  'Draw where points are likely; the generator learns to put its points there.':
    'Zeichne, wo Punkte wahrscheinlich sind; der Generator lernt, seine Punkte dorthin zu setzen.',
  'Your drawing': 'Deine Zeichnung',
  'Draw with the pointer; the darker, the more points.':
    'Zeichne mit Maus, Stift oder Finger; je dunkler, desto mehr Punkte.',
  'unknown images': 'unbekannte Bilder',
  'What an imported generator was trained on is not in its file.':
    'Womit ein geöffneter Generator trainiert wurde, steht nicht in seiner Datei.',
  'That the imported generator can be asked for.': 'Die du vom geöffneten Generator verlangen kannst.',
  Height: 'Höhe',
  'As the imported generator draws it.': 'Wie der geöffnete Generator zeichnet.',
  Width: 'Breite',
  Channels: 'Kanäle',
};
