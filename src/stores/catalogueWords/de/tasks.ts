// German texts of tasks, by the English text.
export default {
  'Generator against discriminator': 'Generator gegen Diskriminator',
  'A generator learns to draw images that a discriminator cannot tell from real ones.':
    'Ein Generator lernt Bilder zu zeichnen, die ein Diskriminator nicht von echten unterscheiden kann.',
  Generator: 'Generator',
  'the forger': 'der Fälscher',
  'fools the police': 'täuscht die Polizei',
  Discriminator: 'Diskriminator',
  'the police': 'die Polizei',
  'right on real': 'richtig bei echten',
  'right on fakes': 'richtig bei Fälschungen',
  'Scores of real and generated images': 'Punkte für echte und erzeugte Bilder',
  'Surprise at the classes, for models that guess them':
    'Überraschung über die Klassen, bei Modellen, die sie raten',
  'Penalty on the slope, for losses that have one': 'Strafe für die Steigung, bei Verlusten, die eine haben',
  'Scores of generated images': 'Punkte für erzeugte Bilder',
  'Surprise at the classes, for models that show them':
    'Überraschung über die Klassen, bei Modellen, die sie zeigen',
  Loss: 'Verlust',
  'Lower is better for the network that the line belongs to; the two pull against each other.':
    'Kleiner ist besser für das Netz, zu dem die Linie gehört; die beiden ziehen gegeneinander.',
  Accuracy: 'Trefferquote',
  'Share of images that the discriminator judges rightly; near one half it can no longer tell.':
    'Anteil der Bilder, die der Diskriminator richtig beurteilt; nahe der Hälfte kann er sie nicht mehr unterscheiden.',
  'on real': 'bei echten',
  'on fakes': 'bei Fälschungen',
  'Samples of the same noise': 'Bilder aus demselben Rauschen',
  Student: 'Schüler',
  Teacher: 'Lehrer',
  'Distance from the teacher': 'Abstand vom Lehrer',
  Distance: 'Abstand',
  'How far the student’s images are from the teacher’s, as pixel values in -1..1.':
    'Wie weit die Bilder des Schülers von denen des Lehrers entfernt sind, als Pixelwerte in -1..1.',
  'A student of a generator': 'Schüler eines Generators',
  'A smaller generator learns to draw what a trained one draws.':
    'Ein kleinerer Generator lernt zu zeichnen, was ein trainierter zeichnet.',
  'A pruned generator': 'Ein gestutzter Generator',
  'The least important weights or channels go, while the generator learns to draw without them what it drew.':
    'Die unwichtigsten Gewichte oder Kanäle fallen weg, während der Generator lernt, ohne sie zu zeichnen, was er zuvor gezeichnet hat.',
  'A generator trained for integers': 'Ein für ganze Zahlen trainierter Generator',
  'The generator learns to draw through rounded numbers what it drew in float.':
    'Der Generator lernt, durch gerundete Zahlen hindurch zu zeichnen, was er in float gezeichnet hat.',
  'Translate between two kinds of pictures (CycleGAN)':
    'Zwischen zwei Arten von Bildern übersetzen (CycleGAN)',
  'Two generators learn to turn pictures of one kind into pictures of another and back, without pairs that belong together.':
    'Zwei Generatoren lernen, Bilder einer Art in Bilder einer anderen zu verwandeln und zurück, ohne Paare, die zusammengehören.',
  'Generator A to B': 'Generator A nach B',
  'Generator B to A': 'Generator B nach A',
  'Discriminator of A': 'Diskriminator von A',
  'Discriminator of B': 'Diskriminator von B',
  'Scores of pictures made B': 'Punkte für zu B gemachte Bilder',
  'Scores of pictures made A': 'Punkte für zu A gemachte Bilder',
  'L1 distance of A to B to A': 'L1-Abstand von A nach B nach A',
  'L1 distance of B to A to B': 'L1-Abstand von B nach A nach B',
  'L1 distance where nothing is to be changed': 'L1-Abstand, wo nichts zu ändern ist',
  'Scores of A and of pictures made A': 'Punkte für A und für zu A gemachte Bilder',
  'Scores of B and of pictures made B': 'Punkte für B und für zu B gemachte Bilder',
  'Adversarial losses': 'Gegnerische Verluste',
  'Lower is better for the network that the line belongs to; with least squares all settle near one quarter.':
    'Kleiner ist besser für das Netz, zu dem die Linie gehört; mit kleinsten Quadraten pendeln sich alle nahe einem Viertel ein.',
  'G A to B': 'G A nach B',
  'G B to A': 'G B nach A',
  'D of A': 'D von A',
  'D of B': 'D von B',
  'There and back': 'Hin und zurück',
  'Mean distance of brightness (from -1 to 1) from the picture that was given: there and back, and where nothing is to change.':
    'Mittlerer Abstand der Helligkeit (von -1 bis 1) vom gegebenen Bild: hin und zurück, und wo nichts zu ändern ist.',
  'A to B to A': 'A nach B nach A',
  'B to A to B': 'B nach A nach B',
  Identity: 'Identität',
  'A to B and back': 'A nach B und zurück',
  'B to A and back': 'B nach A und zurück',
  'Translate from pairs (pix2pix)': 'Aus Paaren übersetzen (pix2pix)',
  'A generator learns from pairs what shall become of a picture: coarse ones fine, grey ones coloured, or your own.':
    'Ein Generator lernt aus Paaren, was aus einem Bild werden soll: aus groben feine, aus grauen farbige, oder deine eigenen.',
  Scores: 'Punkte',
  Score: 'Punkte',
  'L1 distance': 'L1-Abstand',
  'Lower is better for the network that the line belongs to; L1 is the distance from the right pictures.':
    'Kleiner ist besser für das Netz, zu dem die Linie gehört; L1 ist der Abstand von den richtigen Bildern.',
  'Given, made and right': 'Gegeben, gemacht und richtig',
  'Paint a picture in the style of another': 'Ein Bild im Stil eines anderen malen',
  'The pixels of one picture are moved until a network sees in it the things of your content picture and the brushwork of your style picture.':
    'Die Pixel eines Bildes werden bewegt, bis ein Netz darin die Dinge deines Inhaltsbildes und die Pinselführung deines Stilbildes sieht.',
  'Squared distance of maps from the content': 'Quadrierter Abstand der Karten vom Inhalt',
  'Squared distance of Gram matrices from the style': 'Quadrierter Abstand der Gram-Matrizen vom Stil',
  'Squared differences of neighbouring pixels': 'Quadrierte Unterschiede benachbarter Pixel',
  'The weighted sum that the picture is moved down; it falls fast at first, then slowly.':
    'Die gewichtete Summe, die das Bild hinab bewegt wird; sie fällt zuerst schnell, dann langsam.',
  Total: 'Gesamt',
  'What it is made of': 'Woraus er besteht',
  'Each term before its weight: content rises a little where the picture begins as the content, style falls.':
    'Jeder Teil vor seinem Gewicht: Der Inhalt steigt ein wenig, wo das Bild als der Inhalt beginnt, der Stil fällt.',
  Content: 'Inhalt',
  Style: 'Stil',
  Smoothness: 'Glätte',
  'Content, style and picture': 'Inhalt, Stil und Bild',
  'Name pictures (transfer learning)': 'Bilder benennen (Transferlernen)',
  'A network that knows pictures already learns to tell kinds of yours apart: each folder is a kind, and its last layers are learnt in seconds.':
    'Ein Netz, das Bilder schon kennt, lernt, deine Arten zu unterscheiden: Jeder Ordner ist eine Art, und seine letzten Schichten sind in Sekunden gelernt.',
  CycleGAN: 'CycleGAN',
  Translation: 'Übersetzung',
  'Style student': 'Stil-Schüler',
  Classifier: 'Klassifikator',
  'Surprise at the labels': 'Überraschung über die Labels',
  'Loss of each step': 'Verlust jedes Schritts',
  'How surprised it is by the labels of the pictures that it learns from (cross-entropy): 0 is certain and right.':
    'Wie sehr ihn die Labels der Bilder überraschen, von denen er lernt (Kreuzentropie): 0 ist sicher und richtig.',
  'Cross-entropy': 'Kreuzentropie',
  'Learn to paint in a style (fast)': 'In einem Stil malen lernen (schnell)',
  'A small network learns to paint any picture in the style of yours in one pass, fast enough for a camera.':
    'Ein kleines Netz lernt, jedes Bild in einem Durchgang im Stil von deinem zu malen, schnell genug für eine Kamera.',
  'Squared distance of maps from those of the picture': 'Quadrierter Abstand der Karten von denen des Bildes',
  'The weighted sum that the student goes down, of other pictures in every step; it falls fast at first, then slowly.':
    'Die gewichtete Summe, die der Schüler hinabgeht, in jedem Schritt von anderen Bildern; sie fällt zuerst schnell, dann langsam.',
  'Each term before its weight: style falls first, content after it.':
    'Jeder Teil vor seinem Gewicht: Zuerst fällt der Stil, danach der Inhalt.',
  'Pictures and how the student paints them': 'Bilder und wie der Schüler sie malt',
  'A classifier of labelled images': 'Ein Klassifikator von Bildern mit Labels',
  'A small network learns to name images; the features inside it are what distances between images are taken in.':
    'Ein kleines Netz lernt, Bilder zu benennen; mit den Merkmalen in ihm werden die Abstände zwischen Bildern gemessen.',
  'How surprised it is by the labels of the images that it learns from (cross-entropy): 0 is certain and right.':
    'Wie sehr es die Labels der Bilder überraschen, von denen es lernt (Kreuzentropie): 0 ist sicher und richtig.',
  'Difference of where they look': 'Unterschied, wohin sie schauen',
  'Scores by the discriminators of the run': 'Punkte der Diskriminatoren des Laufs',
  'A student of a translator': 'Schüler eines Übersetzers',
  'Smaller translators learn to make of pictures what trained ones make of them.':
    'Kleinere Übersetzer lernen, aus Bildern zu machen, was trainierte aus ihnen machen.',
  'Growing networks (progressive GAN)': 'Wachsende Netze (progressives GAN)',
  'Both networks begin with images of a few pixels and grow with them: the large comes first, and details are faded in.':
    'Beide Netze beginnen mit Bildern aus wenigen Pixeln und wachsen mit ihnen: Erst kommt das Große, Einzelheiten werden eingeblendet.',
  'Progressive GAN': 'Progressives GAN',
  Growth: 'Wachstum',
  'Side of the images that are learnt, in pixels; while the line rises, twice the side is faded in.':
    'Seite der Bilder, die gelernt werden, in Pixeln; während die Linie steigt, wird die doppelte Seite eingeblendet.',
  'Pixels a side': 'Pixel je Seite',
};
