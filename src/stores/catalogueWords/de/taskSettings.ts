// German texts of settings of tasks, by the English text.
export default {
  'Of the student, which is a light DCGAN or of the teacher’s own kind: 1 is that model as it is.':
    'Des Schülers, der ein leichtes DCGAN oder von der Art des Lehrers ist: 1 ist dieses Modell, wie es ist.',
  Steps: 'Schritte',
  'How long the student learns.': 'Wie lange der Schüler lernt.',
  'What goes': 'Was wegfällt',
  'Whole channels': 'Ganze Kanäle',
  'Single weights': 'Einzelne Gewichte',
  'Channels make tensors and multiply-adds fewer; single weights only compress better.':
    'Kanäle verkleinern Tensoren und sparen Multiplikationen; einzelne Gewichte lassen sich nur besser komprimieren.',
  Share: 'Anteil',
  'Of each layer; above 0.': 'Von jeder Schicht; über 0.',
  Weights: 'Gewichte',
  '8 bits': '8 Bit',
  '4 bits': '4 Bit',
  'Bits of a weight, as the file will hold it.': 'Bits eines Gewichts, wie es in der Datei stehen wird.',
  Networks: 'Netze',
  'U-Net: details pass beside the narrow middle': 'U-Net: Einzelheiten gehen an der engen Mitte vorbei',
  'ResNet: blocks that add what they change': 'ResNet: Blöcke, die addieren, was sie ändern',
  'A U-Net keeps every line in its place; a ResNet changes shapes more freely and takes longer.':
    'Ein U-Net lässt jede Linie an ihrem Platz; ein ResNet ändert Formen freier und dauert länger.',
  'Width of generators': 'Breite der Generatoren',
  channels: 'Kanäle',
  'Channels of the largest map; twice as many take about four times as long.':
    'Kanäle der größten Karte; doppelt so viele dauern etwa viermal so lang.',
  Depth: 'Tiefe',
  halvings: 'Halbierungen',
  'How often the generator halves the sides of a picture; 0 lets the picture’s size decide.':
    'Wie oft der Generator die Seiten eines Bildes halbiert; bei 0 entscheidet die Größe des Bildes.',
  'Residual blocks': 'Residualblöcke',
  'Blocks in the middle of a ResNet; a U-Net has none.':
    'Blöcke in der Mitte eines ResNet; ein U-Net hat keine.',
  Normalization: 'Normalisierung',
  'Each picture by itself (instance)': 'Jedes Bild für sich (Instanz)',
  'Over the batch': 'Über den Batch',
  None: 'Keine',
  'What keeps the numbers inside all networks in range; instance normalization suits pictures of many looks.':
    'Was die Zahlen in allen Netzen im Rahmen hält; Instanznormalisierung passt zu Bildern mit vielerlei Aussehen.',
  'Patches judged': 'Beurteilte Ausschnitte',
  'The largest that fit the picture': 'Die größten, die ins Bild passen',
  '7 x 7 pixels': '7 x 7 Pixel',
  '34 x 34 pixels': '34 x 34 Pixel',
  '70 x 70 pixels': '70 x 70 Pixel',
  'Side of the squares that the discriminator scores one by one: small ones judge texture, large ones shape.':
    'Seite der Quadrate, die der Diskriminator einzeln bewertet: Kleine beurteilen die Textur, große die Form.',
  'Width of discriminators': 'Breite der Diskriminatoren',
  'Channels of the discriminator’s first map.': 'Kanäle der ersten Karte des Diskriminators.',
  'Weight of the cycle': 'Gewicht des Zyklus',
  Losses: 'Verluste',
  'How much it counts that a picture translated there and back is the same again.':
    'Wie viel es zählt, dass ein hin und zurück übersetztes Bild wieder dasselbe ist.',
  'Weight of identity': 'Gewicht der Identität',
  'How much it counts that a generator leaves alone what is of its own kind already; 0 saves the time that it takes.':
    'Wie viel es zählt, dass ein Generator in Ruhe lässt, was schon von seiner Art ist; 0 spart die Zeit dafür.',
  'Pool of past pictures': 'Vorrat früherer Bilder',
  'The discriminators are shown made pictures of the past too, so that they do not forget; 0 shows the latest only.':
    'Die Diskriminatoren sehen auch früher gemachte Bilder, damit sie nicht vergessen; bei 0 nur die neuesten.',
  'Let the learning rates fall': 'Lernraten fallen lassen',
  'Over the second half of the steps both learning rates fall to zero, so that the pictures come to rest.':
    'In der zweiten Hälfte der Schritte fallen beide Lernraten auf null, damit die Bilder zur Ruhe kommen.',
  'Class of A': 'Klasse von A',
  Data: 'Daten',
  'Of a data set with classes: the number of the class that is this domain, from 0. Data of two domains need none.':
    'Bei einem Datensatz mit Klassen: die Nummer der Klasse, die diese Domäne ist, ab 0. Daten aus zwei Domänen brauchen keine.',
  'Class of B': 'Klasse von B',
  'What is learned': 'Was gelernt wird',
  'What suits the data': 'Was zu den Daten passt',
  'Coarse pictures made fine': 'Grobe Bilder fein machen',
  'Grey pictures coloured': 'Graue Bilder färben',
  'My own pairs': 'Meine eigenen Paare',
  'Of any pictures coarse or grey ones can be made, and the way back learned; pairs of your own say themselves what to learn.':
    'Aus beliebigen Bildern lassen sich grobe oder graue machen, und der Rückweg wird gelernt; eigene Paare sagen selbst, was zu lernen ist.',
  Direction: 'Richtung',
  'From the left half, or the first folder': 'Von der linken Hälfte oder dem ersten Ordner',
  'From the right half, or the second folder': 'Von der rechten Hälfte oder dem zweiten Ordner',
  'Of your own pairs: which picture is given, and which is to be made.':
    'Bei deinen eigenen Paaren: welches Bild gegeben ist und welches gemacht werden soll.',
  Block: 'Block',
  pixels: 'Pixel',
  'Side of the blocks that a coarse picture is made of.':
    'Seite der Blöcke, aus denen ein grobes Bild besteht.',
  'Weight of L1': 'Gewicht von L1',
  'How much nearness to the right picture counts beside fooling the discriminator.':
    'Wie viel die Nähe zum richtigen Bild neben dem Täuschen des Diskriminators zählt.',
  'Three convolutions, for comparison': 'Drei Faltungen, zum Vergleich',
  'Feature network': 'Merkmalsnetz',
  Features: 'Merkmale',
  'Ganvas encoder': 'Ganvas-Encoder',
  'Random filters': 'Zufallsfilter',
  'VGG19, from your file': 'VGG19, aus deiner Datei',
  'VGG16, from your file': 'VGG16, aus deiner Datei',
  'Ganvas encoder: Small and quick, trained on a few thousand flowers: good for colours, texture and strokes, weak on faces, buildings and large forms. Random filters: Untrained filters, the same for everybody: they carry colours and fine texture, and know nothing of things or large forms. VGG19, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. VGG16, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js.':
    'Ganvas-Encoder: Klein und schnell, mit einigen tausend Blumen trainiert: gut für Farben, Textur und Striche, schwach bei Gesichtern, Gebäuden und großen Formen. Zufallsfilter: Untrainierte Filter, für alle dieselben: Sie tragen Farben und feine Textur und wissen nichts von Dingen oder großen Formen. VGG19, aus deiner Datei: Das Netz des Artikels, auf ImageNet trainiert: die feinsten Stile, und langsam auf kleinen Geräten; gib seine Gewichte als Keras .h5, .keras oder TensorFlow.js. VGG16, aus deiner Datei: Das Netz des Artikels, auf ImageNet trainiert: die feinsten Stile, und langsam auf kleinen Geräten; gib seine Gewichte als Keras .h5, .keras oder TensorFlow.js.',
  Pooling: 'Pooling',
  'Mean of each window: smoother pictures, as the paper advises':
    'Mittel jedes Fensters: glattere Bilder, wie der Artikel rät',
  'Largest of each window: as the networks were trained':
    'Größtes jedes Fensters: wie die Netze trainiert wurden',
  'How the feature network halves its maps.': 'Wie das Merkmalsnetz seine Karten halbiert.',
  'Begin with': 'Beginnen mit',
  Picture: 'Bild',
  'The content picture': 'Dem Inhaltsbild',
  'Noise, from the seed': 'Rauschen, aus dem Startwert',
  'From the content the picture stays near it and is done sooner; from noise the style is freer.':
    'Vom Inhalt aus bleibt das Bild nahe bei ihm und ist eher fertig; aus Rauschen ist der Stil freier.',
  Optimizer: 'Optimierer',
  'L-BFGS: fewer steps, more memory': 'L-BFGS: weniger Schritte, mehr Speicher',
  'Adam: steady steps of a size that you set': 'Adam: stetige Schritte einer Größe, die du einstellst',
  'How the picture is moved down the loss; the paper uses L-BFGS.':
    'Wie das Bild den Verlust hinab bewegt wird; der Artikel nutzt L-BFGS.',
  'Learning rate of Adam': 'Lernrate von Adam',
  'How far a pixel moves in a step of Adam at most, where black is -1 and white 1; L-BFGS has no such setting.':
    'Wie weit sich ein Pixel in einem Schritt von Adam höchstens bewegt, wobei Schwarz -1 und Weiß 1 ist; L-BFGS hat keine solche Einstellung.',
  'Weight of content': 'Gewicht des Inhalts',
  'How much it counts that the same things stand in the same places; 0 makes a picture of the style alone.':
    'Wie viel es zählt, dass dieselben Dinge an denselben Stellen stehen; 0 macht ein Bild nur aus dem Stil.',
  'Weight of style': 'Gewicht des Stils',
  'How much it counts that colours, texture and strokes are those of the style picture.':
    'Wie viel es zählt, dass Farben, Textur und Striche die des Stilbildes sind.',
  'Weight of smoothness': 'Gewicht der Glätte',
  'How much it counts that neighbouring pixels are alike (total variation); it takes away grain, and blurs where it is high.':
    'Wie viel es zählt, dass benachbarte Pixel sich gleichen (totale Variation); es nimmt Körnung weg und macht unscharf, wo es hoch ist.',
  'Content, conv1_2': 'Inhalt, conv1_2',
  Layers: 'Schichten',
  'How much the maps of this layer count for the content; deep layers keep forms, shallow ones every line. 0 leaves it out.':
    'Wie viel die Karten dieser Schicht für den Inhalt zählen; tiefe Schichten halten Formen fest, flache jede Linie. 0 lässt sie weg.',
  'Content, conv2_2': 'Inhalt, conv2_2',
  'Content, conv3_2': 'Inhalt, conv3_2',
  'Content, conv4_2': 'Inhalt, conv4_2',
  'Style, conv1_1': 'Stil, conv1_1',
  'How much this layer counts for the style; shallow layers hold colours and fine texture, deep ones large strokes. 0 leaves it out.':
    'Wie viel diese Schicht für den Stil zählt; flache Schichten enthalten Farben und feine Textur, tiefe große Striche. 0 lässt sie weg.',
  'Style, conv2_1': 'Stil, conv2_1',
  'Style, conv3_1': 'Stil, conv3_1',
  'Style, conv4_1': 'Stil, conv4_1',
  'Style, conv5_1': 'Stil, conv5_1',
  Network: 'Netz',
  'A small MobileNet, from nothing': 'Ein kleines MobileNet, von null an',
  'Ganvas encoder: Small and quick, trained on a few thousand flowers: good for colours, texture and strokes, weak on faces, buildings and large forms. Random filters: Untrained filters, the same for everybody: they carry colours and fine texture, and know nothing of things or large forms. VGG19, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. VGG16, from your file: The network of the paper, trained on ImageNet: the finest styles, and slow on small devices; give its weights as Keras .h5, .keras or TensorFlow.js. A small MobileNet knows nothing and learns everything: it needs more pictures and more time.':
    'Ganvas-Encoder: Klein und schnell, mit einigen tausend Blumen trainiert: gut für Farben, Textur und Striche, schwach bei Gesichtern, Gebäuden und großen Formen. Zufallsfilter: Untrainierte Filter, für alle dieselben: Sie tragen Farben und feine Textur und wissen nichts von Dingen oder großen Formen. VGG19, aus deiner Datei: Das Netz des Artikels, auf ImageNet trainiert: die feinsten Stile, und langsam auf kleinen Geräten; gib seine Gewichte als Keras .h5, .keras oder TensorFlow.js. VGG16, aus deiner Datei: Das Netz des Artikels, auf ImageNet trainiert: die feinsten Stile, und langsam auf kleinen Geräten; gib seine Gewichte als Keras .h5, .keras oder TensorFlow.js. Ein kleines MobileNet weiß nichts und lernt alles: Es braucht mehr Bilder und mehr Zeit.',
  'Encoder layers that learn': 'Lernende Encoder-Schichten',
  'Counted from the last; with none only the new last layer learns, which takes seconds. More fit your pictures better, and take longer.':
    'Von der letzten an gezählt; bei keiner lernt nur die neue letzte Schicht, was Sekunden dauert. Mehr passen besser zu deinen Bildern und dauern länger.',
  'Of the MobileNet: its filters are this share of 32 to 512. Half the width takes about a quarter of the time.':
    'Des MobileNet: Seine Filter sind dieser Anteil von 32 bis 512. Die halbe Breite braucht etwa ein Viertel der Zeit.',
  'Share of the numbers before the last layer that is left out at random in training, so that none is relied on alone.':
    'Anteil der Zahlen vor der letzten Schicht, der beim Training zufällig weggelassen wird, damit auf keine allein gebaut wird.',
  'Variants of each picture': 'Varianten jedes Bildes',
  Training: 'Training',
  'Mirrored left to right': 'Links-rechts gespiegelt',
  'Mirrored, shifted, turned, larger and smaller': 'Gespiegelt, verschoben, gedreht, größer und kleiner',
  'Few pictures teach more when each is seen a little different; do not mirror writing.':
    'Wenige Bilder lehren mehr, wenn jedes ein wenig anders gesehen wird; spiegle keine Schrift.',
  'Learning rate': 'Lernrate',
  'Of the first step; it falls to nothing along half a cosine.':
    'Des ersten Schritts; sie fällt entlang eines halben Kosinus auf null.',
  Whirls: 'Wirbel',
  Mosaic: 'Mosaik',
  Hatching: 'Schraffur',
  Dots: 'Tupfen',
  'The style picture; of data of two kinds, such as “My content and style”, the second kind is the style.':
    'Das Stilbild; bei Daten von zwei Arten, etwa „Mein Inhalt und Stil“, ist die zweite Art der Stil.',
  Styles: 'Stile',
  'How many styles one network learns, the chosen one and those after it; all share the convolutions, and you choose one when you paint.':
    'Wie viele Stile ein Netz lernt, den gewählten und die danach; alle teilen die Faltungen, und du wählst einen, wenn du malst.',
  'How often the sides are halved; deeper networks are faster and paint broader strokes.':
    'Wie oft die Seiten halbiert werden; tiefere Netze sind schneller und malen breitere Striche.',
  'Blocks on the smallest maps; more of them see farther and paint more freely.':
    'Blöcke auf den kleinsten Karten; mehr davon sehen weiter und malen freier.',
  'How much it counts that the same things stand in the same places.':
    'Wie viel es zählt, dass dieselben Dinge an denselben Stellen stehen.',
  'Of the student’s layers, as a share of the teacher’s: half as many channels are about a quarter of the weights.':
    'Der Schichten des Schülers, als Anteil von denen des Lehrers: Halb so viele Kanäle sind etwa ein Viertel der Gewichte.',
  'Weight of features': 'Gewicht der Merkmale',
  'How much it counts to look where the teacher looks.':
    'Wie viel es zählt, dorthin zu schauen, wohin der Lehrer schaut.',
  'Weight of fooling': 'Gewicht des Täuschens',
  'How much it counts to fool the discriminators of the run beside being near to the teacher.':
    'Wie viel es zählt, die Diskriminatoren des Laufs zu täuschen, neben der Nähe zum Lehrer.',
  Growing: 'Wachsen',
  'Steps at each size': 'Schritte je Größe',
  'How long images of one size are learnt before the next begins; the largest are learnt to the end of the run.':
    'Wie lange Bilder einer Größe gelernt werden, bevor die nächste beginnt; die größten werden bis zum Ende des Laufs gelernt.',
  'Steps of fading in': 'Schritte zum Einblenden',
  'In how many steps the layers of a new size come to count in full; 0 has them there at once.':
    'In wie vielen Schritten die Schichten einer neuen Größe voll zu zählen beginnen; bei 0 sind sie sofort da.',
};
