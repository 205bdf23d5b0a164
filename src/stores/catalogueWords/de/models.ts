// German texts of models, losses and metrics, by the English text.
export default {
  'DCGAN, light': 'DCGAN, leicht',
  'Small and quick: legible digits in well under a minute on a plain processor.':
    'Klein und schnell: lesbare Ziffern in deutlich unter einer Minute auf einem gewöhnlichen Prozessor.',
  'DCGAN, light, for colour': 'DCGAN, leicht, für Farbe',
  'Small and quick for pictures in colour, chosen at 64 x 64 pixels: what lies where, and its colours, come soonest on a plain processor.':
    'Klein und schnell für farbige Bilder, gewählt bei 64 x 64 Pixeln: Was wo liegt und in welchen Farben, kommt auf einem gewöhnlichen Prozessor am frühesten.',
  'Latent size': 'Latente Größe',
  'How many random numbers the generator draws one image from.':
    'Aus wie vielen Zufallszahlen der Generator ein Bild zeichnet.',
  'Multiplies the channels of every layer: wider draws finer and trains slower.':
    'Vervielfacht die Kanäle jeder Schicht: breiter zeichnet feiner und trainiert langsamer.',
  'DCGAN of AN12954 (reference)': 'DCGAN aus AN12954 (Referenz)',
  'The network of the published application note, exactly; slower than the light one, good to compare with.':
    'Genau das Netz der veröffentlichten Application Note; langsamer als das leichte, gut zum Vergleichen.',
  Dropout: 'Dropout',
  'Share of the discriminator’s features hidden at random, which keeps it from memorizing.':
    'Anteil der Merkmale des Diskriminators, die zufällig verdeckt werden, damit er nicht auswendig lernt.',
  'DCGAN of Radford et al.': 'DCGAN von Radford et al.',
  'The network that made GANs draw well, with transposed convolutions; for pictures of 28 to 64 pixels, grey or colour.':
    'Das Netz, mit dem GANs gut zeichnen lernten, mit transponierten Faltungen; für Bilder von 28 bis 64 Pixeln, grau oder farbig.',
  'Channels of the layer next to the image; each layer further in has twice as many. The paper takes 128.':
    'Kanäle der Schicht neben dem Bild; jede Schicht weiter innen hat doppelt so viele. Der Artikel nimmt 128.',
  'Conditional GAN': 'Bedingtes GAN',
  'Draws the digit that you ask for: both networks are told the class of every picture.':
    'Zeichnet die Ziffer, die du verlangst: Beiden Netzen wird die Klasse jedes Bildes gesagt.',
  'Auxiliary classifier GAN': 'GAN mit Hilfsklassifikator',
  'Draws the digit that you ask for: the police also guess the class, and the forger helps them to.':
    'Zeichnet die Ziffer, die du verlangst: Die Polizei rät auch die Klasse, und der Fälscher hilft ihr dabei.',
  'Lightweight GAN for boards': 'Leichtes GAN für Boards',
  'Depthwise-separable convolutions: the fewest multiplications for a picture, meant for a microcontroller.':
    'Tiefenweise separierbare Faltungen: die wenigsten Multiplikationen für ein Bild, gedacht für einen Mikrocontroller.',
  'Channels of the generator’s first map; the second has half as many.':
    'Kanäle der ersten Karte des Generators; die zweite hat halb so viele.',
  'GAN of dense layers': 'GAN aus dichten Schichten',
  'The first kind of GAN: no convolutions, every pixel tied to every other. Simple, coarse, and right for points.':
    'Die erste Art von GAN: keine Faltungen, jedes Pixel mit jedem anderen verbunden. Einfach, grob und richtig für Punkte.',
  units: 'Neuronen',
  'Units of each hidden layer.': 'Neuronen jeder verborgenen Schicht.',
  'Several generators (MAD-GAN)': 'Mehrere Generatoren (MAD-GAN)',
  'Several forgers; the police must also say which of them drew a picture, which drives them apart.':
    'Mehrere Fälscher; die Polizei muss auch sagen, welcher ein Bild gezeichnet hat, und das treibt sie auseinander.',
  Generators: 'Generatoren',
  'How many generators there are; each has a first layer of its own and draws its share of the pictures.':
    'Wie viele Generatoren es gibt; jeder hat eine eigene erste Schicht und zeichnet seinen Anteil der Bilder.',
  'Several generators (MGAN)': 'Mehrere Generatoren (MGAN)',
  'Several forgers, each with a style of its own that a classifier can name: together they cover more kinds of picture.':
    'Mehrere Fälscher, jeder mit einem eigenen Stil, den ein Klassifikator benennen kann: Zusammen decken sie mehr Arten von Bildern ab.',
  'Several generators of dense layers (MGAN)': 'Mehrere Generatoren aus dichten Schichten (MGAN)',
  'Several forgers for points in the plane, each with a place of its own that a classifier can name.':
    'Mehrere Fälscher für Punkte in der Ebene, jeder mit einem eigenen Ort, den ein Klassifikator benennen kann.',
  'Imported generator': 'Geöffneter Generator',
  'A generator that was opened from a file; it draws and can be exported, but not trained on.':
    'Ein Generator, der aus einer Datei geöffnet wurde; er zeichnet und lässt sich exportieren, aber nicht weitertrainieren.',
  'Non-saturating (standard)': 'Nicht sättigend (Standard)',
  'The classic: the police learn to tell real from fake, the forger to be taken for real.':
    'Der Klassiker: Die Polizei lernt, Echtes von Gefälschtem zu unterscheiden, der Fälscher, für echt gehalten zu werden.',
  'Label smoothing': 'Label-Glättung',
  'Real images count as 1 minus this for the discriminator, which keeps it from growing too sure.':
    'Echte Bilder zählen für den Diskriminator als 1 minus dies, damit er nicht zu sicher wird.',
  'Least squares': 'Kleinste Quadrate',
  'Measures how far the score is from its target instead of a probability; gradients do not vanish when one side wins.':
    'Misst, wie weit die Punktzahl von ihrem Ziel entfernt ist, statt einer Wahrscheinlichkeit; Gradienten verschwinden nicht, wenn eine Seite gewinnt.',
  Hinge: 'Hinge',
  'The police stop arguing about pictures that they already judge rightly by a margin; goes well with spectral normalization.':
    'Die Polizei streitet nicht mehr über Bilder, die sie schon mit Abstand richtig beurteilt; passt gut zu Spektralnormalisierung.',
  'Wasserstein, gradient penalty': 'Wasserstein, Gradientenstrafe',
  'Measures how far the two sets of pictures lie apart; give the discriminator about five steps per generator step.':
    'Misst, wie weit die beiden Mengen von Bildern auseinanderliegen; gib dem Diskriminator etwa fünf Schritte je Generatorschritt.',
  'Gradient penalty': 'Gradientenstrafe',
  'How strongly the critic is held to a slope of one between real and fake; the paper takes 10.':
    'Wie streng der Kritiker zwischen Echtem und Gefälschtem auf einer Steigung von eins gehalten wird; der Artikel nimmt 10.',
  'Wasserstein, weight clipping': 'Wasserstein, Gewichte gekappt',
  'The first Wasserstein GAN: the critic is kept from growing steep by cutting its weights off.':
    'Das erste Wasserstein-GAN: Der Kritiker bleibt flach, weil seine Gewichte gekappt werden.',
  'Weight bound': 'Gewichtsgrenze',
  'The critic’s weights are cut to this after each of its steps; the paper takes 0.01.':
    'Nach jedem Schritt des Kritikers werden seine Gewichte hierauf gekappt; der Artikel nimmt 0,01.',
  'Relativistic pairing, R1 + R2': 'Relativistische Paare, R1 + R2',
  'Compares each fake with a real picture and keeps the police’s scores smooth: hard to collapse, and costs more per step.':
    'Vergleicht jede Fälschung mit einem echten Bild und hält die Punktzahlen der Polizei glatt: fällt kaum zusammen und kostet mehr je Schritt.',
  'How strongly the discriminator is kept flat around real and fake pictures; more is steadier and slower.':
    'Wie streng der Diskriminator um echte und gefälschte Bilder herum flach gehalten wird; mehr ist ruhiger und langsamer.',
  'Minimax (saturating)': 'Minimax (sättigend)',
  'The textbook game in its first form: a forger who is always caught learns nothing from it. Good for a lesson.':
    'Das Spiel aus dem Lehrbuch in seiner ersten Form: Ein Fälscher, der immer erwischt wird, lernt daraus nichts. Gut für den Unterricht.',
  'Fréchet distance': 'Fréchet-Abstand',
  'How far the samples as a whole lie from real images, in what the evaluator sees; small only when they are both as good and as varied.':
    'Wie weit die erzeugten Bilder als Ganzes von echten entfernt sind, in dem, was das Prüfnetz sieht; klein nur, wenn sie ebenso gut und ebenso vielfältig sind.',
  'Modes covered': 'Abgedeckte Moden',
  'Classes (of points: clusters) that the generator draws at all, each at least a tenth as often as if all were drawn equally often.':
    'Klassen (bei Punkten: Haufen), die der Generator überhaupt zeichnet, jede mindestens ein Zehntel so oft, wie wenn alle gleich oft kämen.',
  classes: 'Klassen',
  'Good samples': 'Gute Punkte',
  'Share of the points within 3 standard deviations of a mode; the rest were drawn where no real point lies.':
    'Anteil der Punkte innerhalb von 3 Standardabweichungen um eine Mode; die übrigen liegen, wo kein echter Punkt liegt.',
  'KL from uniform': 'KL zur Gleichverteilung',
  'How unevenly the classes are drawn: 0 when all equally often, 2.3 when only one of ten.':
    'Wie ungleich die Klassen gezeichnet werden: 0, wenn alle gleich oft, 2,3, wenn nur eine von zehn.',
  nats: 'Nat',
  'KL on a grid': 'KL auf einem Gitter',
  'How surprised one would be by the real points after seeing only drawn ones, on 20 x 20 cells; large when modes are missed.':
    'Wie sehr die echten Punkte überraschen, wenn man nur gezeichnete gesehen hat, auf 20 x 20 Feldern; groß, wenn Moden fehlen.',
  'JS on a grid': 'JS auf einem Gitter',
  'How easily real and drawn points can be told apart, on 20 x 20 cells: 0 not at all, 0.69 always.':
    'Wie leicht sich echte und gezeichnete Punkte unterscheiden lassen, auf 20 x 20 Feldern: 0 gar nicht, 0,69 immer.',
  'Classifier score': 'Klassifikator-Score',
  'High when the classifier is sure of every sample and all classes are drawn equally often; at most the number of classes. It never looks at real images.':
    'Hoch, wenn der Klassifikator bei jedem erzeugten Bild sicher ist und alle Klassen gleich oft gezeichnet werden; höchstens die Zahl der Klassen. Echte Bilder sieht er nie an.',
  Variety: 'Vielfalt',
  'How much the samples differ from each other in what the evaluator sees, as a share of how much real images do; near 0 they are all alike.':
    'Wie sehr sich die erzeugten Bilder voneinander unterscheiden, in dem, was das Prüfnetz sieht, als Anteil dessen, wie sehr echte es tun; nahe 0 gleichen sich alle.',
  Precision: 'Precision',
  'Share of samples that lie where real images lie: quality, blind to what is missing.':
    'Anteil der erzeugten Bilder, die liegen, wo echte liegen: Güte, blind für das, was fehlt.',
  Recall: 'Recall',
  'Share of real images that lie where samples lie: variety, blind to how good the samples are.':
    'Anteil der echten Bilder, die liegen, wo erzeugte liegen: Vielfalt, blind dafür, wie gut die erzeugten Bilder sind.',
  Density: 'Dichte',
  'How thickly samples lie where real images are thick; about 1 for real ones, more when samples keep to the middle.':
    'Wie dicht erzeugte Bilder liegen, wo echte dicht liegen; etwa 1 bei echten, mehr, wenn die erzeugten sich in der Mitte halten.',
  Coverage: 'Abdeckung',
  'Share of real images with a sample in their neighbourhood: how much of the real variety is drawn.':
    'Anteil der echten Bilder mit einem erzeugten in ihrer Nachbarschaft: wie viel der echten Vielfalt gezeichnet wird.',
  'Fréchet distance within classes': 'Fréchet-Abstand innerhalb der Klassen',
  'The Fréchet distance of each class (the one asked for, else the one recognized) to real images of that class, averaged over the classes drawn at least 20 times: quality and variety inside a class, whatever the mix.':
    'Der Fréchet-Abstand jeder Klasse (der verlangten, sonst der erkannten) zu echten Bildern dieser Klasse, gemittelt über die Klassen, die mindestens 20-mal gezeichnet wurden: Güte und Vielfalt innerhalb einer Klasse, egal in welcher Mischung.',
  'Way to the nearest real image': 'Weg zum nächsten echten Bild',
  'Median distance of a sample to the nearest training image: far below that of real images it copies, far above it draws something else.':
    'Median des Abstands eines erzeugten Bildes zum nächsten Trainingsbild: Weit unter dem von echten Bildern kopiert es, weit darüber zeichnet es etwas anderes.',
  'Digits that came through': 'Noch lesbare Ziffern',
  'Share of held-back pictures of B whose digit is read rightly after they were made A; the classifier never saw them made.':
    'Anteil der zurückgelegten Bilder von B, deren Ziffer richtig gelesen wird, nachdem sie zu A gemacht wurden; der Klassifikator hat beim Lernen keine gemachten gesehen.',
  'Progressive GAN of Karras et al.': 'Progressives GAN von Karras et al.',
  'Two convolutions for every size of the pictures, from 4 or 7 pixels up; made to grow, which is a task of its own.':
    'Zwei Faltungen für jede Größe der Bilder, von 4 oder 7 Pixeln an; zum Wachsen gemacht, das eine eigene Aufgabe ist.',
  'Channels of the layers next to the largest images; each smaller size has twice as many. The paper takes 16.':
    'Kanäle der Schichten neben den größten Bildern; jede kleinere Größe hat doppelt so viele. Der Artikel nimmt 16.',
  'Most channels': 'Höchstens so viele Kanäle',
  'No layer has more channels than this. The paper takes 512.':
    'Keine Schicht hat mehr Kanäle als diese Zahl. Der Artikel nimmt 512.',
  'After Radford et al. 2015,': 'Nach Radford et al. 2015,',
  'After Howard et al. 2017,': 'Nach Howard et al. 2017,',
  'NXP AN12954 (2020), after Radford et al. 2015,': 'NXP AN12954 (2020), nach Radford et al. 2015,',
};
