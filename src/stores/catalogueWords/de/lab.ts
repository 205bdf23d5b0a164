// German texts of the lab: pairs of recipes, and recipes that work, by the English text.
export default {
  'Digits: police that sleep, or keep up': 'Ziffern: eine Polizei, die schläft, oder eine, die mithält',
  'A discriminator that learns 200 times too slowly takes blots for digits, and nothing drives the generator on.':
    'Ein Diskriminator, der 200-mal zu langsam lernt, hält Flecken für Ziffern, und nichts treibt den Generator weiter.',
  'On the left the forger draws blots, which a classifier reads as one digit or a few: the police hardly tell them from real ones (accuracy near 50 %), so nothing drives it on. On the right each answer of the police drives it on, to all ten.':
    'Links zeichnet der Fälscher Flecken, die ein Klassifikator als eine Ziffer oder wenige liest: Die Polizei unterscheidet sie kaum von echten (Trefferquote bei 50 %), darum treibt ihn nichts weiter. Rechts treibt ihn jede Antwort der Polizei weiter, zu allen zehn.',
  lost: 'verirrt',
  'Discriminator’s learning rate 0.00002': 'Lernrate des Diskriminators 0,00002',
  'What fooled the police a hundred steps ago still does, so there is nothing to learn from it.':
    'Was die Polizei vor hundert Schritten getäuscht hat, täuscht sie noch immer; daraus ist nichts zu lernen.',
  'Discriminator’s learning rate 0.004': 'Lernrate des Diskriminators 0,004',
  'Whatever the forger repeats is soon known, so it has to move on to what it has not drawn yet.':
    'Was der Fälscher wiederholt, ist bald bekannt; darum muss er zu dem weiter, was er noch nicht gezeichnet hat.',
  'Digits: steps too large, or right': 'Ziffern: zu große Schritte, oder richtige',
  'Learning rates of 0.1 begin with several digits and end with a single one that never changes.':
    'Lernraten von 0,1 beginnen mit mehreren Ziffern und enden mit einer einzigen, die sich nie mehr ändert.',
  'On the left digits come quickly, and are lost again: within a hundred steps every picture is the same, accuracy goes to 100 %, and it stays so. On the right all ten are drawn.':
    'Links kommen Ziffern schnell und gehen wieder verloren: Nach hundert Schritten sind alle Bilder gleich, die Trefferquote geht auf 100 % und bleibt dort. Rechts werden alle zehn gezeichnet.',
  'Learning rates 0.1': 'Lernraten 0,1',
  'A few long steps drive the units to where they answer all noise alike, and no gradient leads back.':
    'Ein paar lange Schritte treiben die Einheiten dorthin, wo sie auf alles Rauschen gleich antworten, und kein Gradient führt zurück.',
  'Learning rates 0.004': 'Lernraten 0,004',
  'Small steps let the two networks answer each other.':
    'Kleine Schritte lassen die beiden Netze aufeinander antworten.',
  collapsed: 'kollabiert',
  'Digits: one, or all ten': 'Ziffern: eine, oder alle zehn',
  'Tiny first weights and no normalization draw one digit or two; the usual ones draw ten.':
    'Winzige Anfangsgewichte ohne Normalisierung zeichnen eine oder zwei Ziffern; die üblichen zeichnen zehn.',
  'On the left every picture is the same, and so is the next one that they all turn into: one digit or two, however different the noise. On the right all ten stand side by side within a minute.':
    'Links sind alle Bilder gleich, und auch das nächste, zu dem sie alle werden: eine Ziffer oder zwei, so verschieden das Rauschen auch ist. Rechts stehen nach einer Minute alle zehn nebeneinander.',
  'Tiny weights, no normalization': 'Winzige Gewichte, keine Normalisierung',
  'Almost all noise is drawn as one picture at first, and nothing asks for a second one.':
    'Fast alles Rauschen wird zuerst zu einem einzigen Bild, und nichts verlangt ein zweites.',
  'Usual weights, batch normalization': 'Übliche Gewichte, Batch-Normalisierung',
  'Within a batch every layer’s outputs are spread to one size, so different noise stays different.':
    'Innerhalb eines Stapels werden die Ausgaben jeder Schicht auf eine Größe gespreizt; so bleibt verschiedenes Rauschen verschieden.',
  'One generator, or eight': 'Ein Generator, oder acht',
  'One generator finds one cluster; eight that must stay apart find all of them.':
    'Ein Generator findet einen Haufen; acht, die sich unterscheiden müssen, finden alle.',
  'On the left one cluster of points runs around the ring. On the right the points part into eight small groups within seconds, and each settles on a cluster of its own.':
    'Links läuft ein Haufen von Punkten um den Ring. Rechts teilen sich die Punkte in Sekunden in acht kleine Gruppen, und jede lässt sich auf einem eigenen Haufen nieder.',
  'One generator': 'Ein Generator',
  'Nothing rewards it for drawing more than one kind of point.':
    'Nichts belohnt ihn dafür, mehr als eine Art von Punkten zu zeichnen.',
  'Eight generators and a classifier': 'Acht Generatoren und ein Klassifikator',
  'A classifier must be able to tell which generator drew a point, so they keep apart.':
    'Ein Klassifikator muss sagen können, welcher Generator einen Punkt gezeichnet hat; darum bleiben sie auseinander.',
  'A discriminator too strong': 'Ein zu starker Diskriminator',
  'A discriminator that learns 25 times as fast as the generator leaves it no way to the other clusters.':
    'Ein Diskriminator, der 25-mal so schnell lernt wie der Generator, lässt ihm keinen Weg zu den anderen Haufen.',
  'On the left the accuracy stays near 90 % and the points sit well inside a few clusters: good forgeries, few kinds. On the right the accuracy falls to one half and all eight clusters are held.':
    'Links bleibt die Trefferquote bei 90 %, und die Punkte sitzen gut in wenigen Haufen: gute Fälschungen, wenige Arten. Rechts fällt die Trefferquote auf die Hälfte, und alle acht Haufen sind besetzt.',
  'The discriminator learns 25 times as fast': 'Der Diskriminator lernt 25-mal so schnell',
  'Between two clusters every point is caught at once, so whoever sits in one cluster stays there.':
    'Zwischen zwei Haufen wird jeder Punkt sofort erwischt; wer in einem sitzt, bleibt also dort.',
  'The generator learns 4 times as fast': 'Der Generator lernt 4-mal so schnell',
  'A discriminator that is sometimes fooled shows the way from each point to the nearest gap.':
    'Ein Diskriminator, der sich manchmal täuschen lässt, zeigt von jedem Punkt den Weg zur nächsten Lücke.',
  'One step each, or five to one': 'Je ein Schritt, oder fünf zu eins',
  'A discriminator that cannot keep up is fooled by whatever it has just forgotten.':
    'Ein Diskriminator, der nicht mitkommt, fällt auf das herein, was er gerade vergessen hat.',
  'On the left the cluster of points runs around the ring and the discriminator runs after it: accuracy near 50 %, yet nothing is learnt. On the right every cluster is held.':
    'Links läuft der Haufen von Punkten um den Ring und der Diskriminator hinterher: Trefferquote bei 50 %, und doch wird nichts gelernt. Rechts ist jeder Haufen besetzt.',
  '1 step of D for 1 of G': '1 Schritt von D je 1 von G',
  'The generator moves faster than the discriminator learns and chases its last mistake.':
    'Der Generator bewegt sich schneller, als der Diskriminator lernt, und jagt dessen letztem Fehler nach.',
  '5 steps of D for 1 of G': '5 Schritte von D je 1 von G',
  'The discriminator knows the whole ring before the generator moves again.':
    'Der Diskriminator kennt den ganzen Ring, bevor der Generator sich wieder bewegt.',
  'Steps too large, or right': 'Zu große Schritte, oder richtige',
  'Learning rates of 0.1 throw both networks past every good place.':
    'Lernraten von 0,1 werfen beide Netze an jeder guten Stelle vorbei.',
  'On the left the points are thrown into a corner within seconds and never move again: accuracy 100 %, and nothing is left to learn from. On the right they settle on all eight clusters.':
    'Links werden die Punkte in Sekunden in eine Ecke geworfen und bewegen sich nie wieder: Trefferquote 100 %, und es bleibt nichts, woraus zu lernen wäre. Rechts lassen sie sich auf allen acht Haufen nieder.',
  dead: 'tot',
  'The first steps are so long that units saturate; a saturated network has no gradient and cannot come back.':
    'Die ersten Schritte sind so lang, dass Einheiten sättigen; ein gesättigtes Netz hat keinen Gradienten und kann nicht zurück.',
  'Learning rates 0.002 and 0.0005': 'Lernraten 0,002 und 0,0005',
  'One point at a time, or two': 'Ein Punkt auf einmal, oder zwei',
  'A discriminator that sees single points cannot notice that they are all alike.':
    'Ein Diskriminator, der einzelne Punkte sieht, kann nicht merken, dass alle gleich sind.',
  'On the left all points sit in one cluster, which the discriminator forgets a moment later, so they jump on together. On the right they spread around the ring.':
    'Links sitzen alle Punkte in einem Haufen, den der Diskriminator gleich wieder vergisst; so springen sie zusammen weiter. Rechts verteilen sie sich um den Ring.',
  'Judged one by one': 'Einzeln beurteilt',
  'Each point alone may be real, so one good cluster is all that the generator needs.':
    'Jeder Punkt für sich kann echt sein; ein guter Haufen genügt dem Generator also.',
  'Judged two at a time': 'Zu zweit beurteilt',
  'Two points in one cluster are seldom real, so sameness betrays the forger.':
    'Zwei Punkte in einem Haufen sind selten echt; die Gleichheit verrät also den Fälscher.',
  'The classic collapse, and its modern cure': 'Der klassische Kollaps und seine moderne Kur',
  'No normalization, tiny first weights and the standard loss, against relativistic pairing with R1 + R2.':
    'Keine Normalisierung, winzige Anfangsgewichte und der übliche Verlust, gegen relativistische Paarung mit R1 + R2.',
  'On the left a clump wanders from cluster to cluster and never parts. On the right the points fan out over the whole ring and thicken at all eight clusters; with so few steps some two in five lie within a cluster, and the rest are on bridges between them.':
    'Links wandert ein Klumpen von Haufen zu Haufen und teilt sich nie. Rechts fächern sich die Punkte über den ganzen Ring auf und verdichten sich an allen acht Haufen; nach so wenigen Schritten liegen etwa zwei von fünf in einem Haufen, die übrigen auf Brücken dazwischen.',
  'Tiny weights, standard loss': 'Winzige Gewichte, üblicher Verlust',
  'Almost all noise is drawn as one point at first, and nothing in the loss asks for a second one.':
    'Fast alles Rauschen wird zuerst zu einem einzigen Punkt, und nichts im Verlust verlangt einen zweiten.',
  'Usual weights, pairing with R1 + R2': 'Übliche Gewichte, Paarung mit R1 + R2',
  'Every fake is compared with a real point beside it, and the penalties keep the discriminator smooth.':
    'Jede Fälschung wird mit einem echten Punkt daneben verglichen, und die Strafen halten den Diskriminator glatt.',
  'Best digits on a plain processor': 'Die besten Ziffern auf einem einfachen Prozessor',
  'Small networks with batch normalization, high learning rates and an averaged generator: all ten digits, evenly drawn.':
    'Kleine Netze mit Batch-Normalisierung, hohe Lernraten und ein gemittelter Generator: alle zehn Ziffern, gleichmäßig gezeichnet.',
} as const;
