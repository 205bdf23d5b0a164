// German texts of what tasks refuse, and what they call what they made, by the English text; `{name}` is a gap.
export default {
  'made {name}': '{name} gemacht',
  'and back': 'und zurück',
  'right answer': 'richtige Antwort',
  'From the same noise': 'Aus demselben Rauschen',
  'as trained': 'wie trainiert',
  smaller: 'kleiner',
  'made fine': 'fein gemacht',
  coarse: 'grob',
  original: 'Original',
  grey: 'grau',
  coloured: 'gefärbt',
  'The task {task} starts from a trained run, and there is none.':
    'Die Aufgabe {task} beginnt mit einem trainierten Lauf, und es gibt keinen.',
  'Open a trained run and start it from there.': 'Öffne einen trainierten Lauf und beginne von dort.',
  'The student takes {found} numbers, the teacher {wanted}.':
    'Der Schüler nimmt {found} Zahlen, der Lehrer {wanted}.',
  'Give the student the latent size of the teacher.':
    'Gib dem Schüler dieselbe Größe des latenten Vektors wie dem Lehrer.',
  'a student of {share} times the width': 'ein Schüler von {share}-facher Breite',
  '{share} % of the weights pruned': '{share} % der Gewichte gestutzt',
  '{share} % of the channels pruned': '{share} % der Kanäle gestutzt',
  'trained through {bits}-bit weights': 'durch {bits}-Bit-Gewichte hindurch trainiert',
  'The saved run has {count} numbers for the ranges of {nodes} nodes.':
    'Der gespeicherte Lauf hat {count} Zahlen für die Bereiche von {nodes} Knoten.',
  'It was saved by another version of the page; begin again from the run that it came from.':
    'Er wurde von einer anderen Fassung der Seite gespeichert; beginne neu mit dem Lauf, aus dem er kam.',
  'It was saved by another version of the page or changed since; begin again from the run that it came from.':
    'Er wurde von einer anderen Fassung der Seite gespeichert oder seither geändert; beginne neu mit dem Lauf, aus dem er kam.',
  'There are {count} images to learn from and {test} to test with.':
    'Es gibt {count} Bilder zum Lernen und {test} zum Prüfen.',
  'Give more images of each kind.': 'Gib von jeder Art mehr Bilder.',
  'The saved run does not hold the numbers {name}.': 'Dem gespeicherten Lauf fehlen die Zahlen {name}.',
  'The saved mask of {name} is {shape}; the weight is {wanted}.':
    'Die gespeicherte Maske von {name} ist {shape}; das Gewicht ist {wanted}.',
  'The student learned from other weights of its feature network than those on this device.':
    'Der Schüler lernte von anderen Gewichten seines Merkmalsnetzes als denen auf diesem Gerät.',
  'The run was painted with other weights of its feature network than those on this device.':
    'Der Lauf wurde mit anderen Gewichten seines Merkmalsnetzes gemalt als denen auf diesem Gerät.',
  'Give the file of weights that it began with, or start a new run from its settings.':
    'Gib die Gewichtsdatei, mit der er begann, oder beginne mit seinen Einstellungen einen neuen Lauf.',
  'The data have {height} x {width} numbers in 1 channel.':
    'Die Daten haben {height} x {width} Zahlen in 1 Kanal.',
  'The data have {height} x {width} numbers in {channels} channels.':
    'Die Daten haben {height} x {width} Zahlen in {channels} Kanälen.',
  'Choose pictures of at least {least} pixels a side.':
    'Wähle Bilder mit mindestens {least} Pixeln je Seite.',
  'held-back images': 'zurückgelegte Bilder',
  'These images carry no labels, so there is nothing to learn to name.':
    'Diese Bilder tragen keine Labels, also gibt es nichts, was sich benennen lernen ließe.',
  'Choose a labelled data set; of a folder of images, the names of its folders are the labels.':
    'Wähle einen Datensatz mit Labels; in einem Bilderordner sind die Namen seiner Ordner die Labels.',
  '{network} takes pictures of at least {least} pixels a side; these are {height} x {width}.':
    '{network} nimmt Bilder mit mindestens {least} Pixeln je Seite; diese sind {height} x {width}.',
  'Choose larger pictures, or a network that begins from nothing.':
    'Wähle größere Bilder, oder ein Netz, das bei null beginnt.',
  'Every layer of the classifier is frozen, so it could learn nothing.':
    'Jede Schicht des Klassifikators ist eingefroren, also könnte er nichts lernen.',
  'Leave one of them out, or let layers of the encoder learn.':
    'Nimm eine davon aus, oder lass Schichten des Encoders lernen.',
  'The saved run does not say how often the picture was updated.':
    'Der gespeicherte Lauf sagt nicht, wie oft das Bild geändert wurde.',
  'It was changed, or saved with other settings; start a new run.':
    'Er wurde geändert oder mit anderen Einstellungen gespeichert; beginne einen neuen Lauf.',
  'The run was changed, or saved with other settings; start a new one.':
    'Der Lauf wurde geändert oder mit anderen Einstellungen gespeichert; beginne einen neuen.',
  'The saved run remembers {count} moves; from 0 to {most} are possible.':
    'Der gespeicherte Lauf merkt sich {count} Züge; möglich sind 0 bis {most}.',
  'These pictures are of one kind; a content and a style picture are needed.':
    'Diese Bilder sind von einer Art; gebraucht werden ein Inhaltsbild und ein Stilbild.',
  'The pictures are {height} x {width} with 1 channel.': 'Die Bilder sind {height} x {width} mit 1 Kanal.',
  'The pictures are {height} x {width} with {channels} channels.':
    'Die Bilder sind {height} x {width} mit {channels} Kanälen.',
  'Choose pictures in colour of at least {least} pixels a side.':
    'Wähle farbige Bilder mit mindestens {least} Pixeln je Seite.',
  'The saved tensor {name} has {found} values; this picture needs {wanted}.':
    'Der gespeicherte Tensor {name} hat {found} Werte; dieses Bild braucht {wanted}.',
  'The saved tensor {name} has no values; this picture needs {wanted}.':
    'Der gespeicherte Tensor {name} hat keine Werte; dieses Bild braucht {wanted}.',
  '{count} styles are asked for, and there is 1 picture of style.':
    'Verlangt sind {count} Stile, und es gibt 1 Stilbild.',
  '{count} styles are asked for, and there are {known} pictures of style.':
    'Verlangt sind {count} Stile, und es gibt {known} Stilbilder.',
  'Set Styles to {known} or less, or give more style pictures.':
    'Stelle Stile auf höchstens {known}, oder gib mehr Stilbilder.',
  'The run learns the task {task}, whose generators draw from no noise.':
    'Der Lauf lernt die Aufgabe {task}, deren Generatoren aus keinem Rauschen zeichnen.',
  'Start the task from a run of a generator that does.':
    'Beginne die Aufgabe mit dem Lauf eines Generators, der das tut.',
  'The run learns the task {task} and has no network that takes a picture alone.':
    'Der Lauf lernt die Aufgabe {task} und hat kein Netz, das ein Bild allein nimmt.',
  'Start from a run of a translator, or of a student of one style.':
    'Beginne mit dem Lauf eines Übersetzers oder eines Schülers mit einem Stil.',
  'These pictures are grey: there is no colour to learn.':
    'Diese Bilder sind grau: Es gibt keine Farbe zu lernen.',
  'Choose pictures in colour.': 'Wähle farbige Bilder.',
  'The pictures of this data set are not in pairs.': 'Die Bilder dieses Datensatzes sind nicht in Paaren.',
  'Pictures of {height} x {width} cannot be translated.':
    'Bilder von {height} x {width} lassen sich nicht übersetzen.',
  'Choose images of at least {least} pixels a side.': 'Wähle Bilder mit mindestens {least} Pixeln je Seite.',
  'Channels cannot be cut out before layer {layer}: it mixes them in a way that cutting does not follow.':
    'Vor Schicht {layer} lassen sich keine Kanäle herausschneiden: Sie mischt sie auf eine Art, der das Schneiden nicht folgt.',
  'Prune single weights instead, or choose another model.':
    'Stutze stattdessen einzelne Gewichte, oder wähle ein anderes Modell.',
  'The channels of layer {layer} cannot be cut out by themselves: others are added to them, or they are drawn.':
    'Die Kanäle der Schicht {layer} lassen sich nicht für sich herausschneiden: Andere werden zu ihnen addiert, oder sie werden gezeichnet.',
  'Keep the same channels of all layers that are added to each other.':
    'Behalte von allen Schichten, die addiert werden, dieselben Kanäle.',
  'The weight {name} is missing.': 'Das Gewicht {name} fehlt.',
  'The run was saved by another version of the model; train it again.':
    'Der Lauf wurde von einer anderen Fassung des Modells gespeichert; trainiere ihn neu.',
  'The share to prune is {share}.': 'Der Anteil zum Stutzen ist {share}.',
  'Give a number above 0 and up to {most}.': 'Gib eine Zahl über 0 und bis {most}.',
  'The images are {height} x {width}; this model doubles its maps twice.':
    'Die Bilder sind {height} x {width}; dieses Modell verdoppelt seine Karten zweimal.',
  'Choose a side that is a multiple of 4, for example 28, 32 or 64.':
    'Wähle eine Seite, die ein Vielfaches von 4 ist, zum Beispiel 28, 32 oder 64.',
  'An imported generator comes from a file; it cannot be built from settings.':
    'Ein importierter Generator kommt aus einer Datei; aus Einstellungen lässt er sich nicht bauen.',
  'Import the file under Runs, or choose another model.':
    'Importiere die Datei unter Läufe, oder wähle ein anderes Modell.',
  'network and weights as the file has them': 'Netz und Gewichte, wie die Datei sie hat',
} as const;
