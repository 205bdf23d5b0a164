// German sentences on what does not go together, is too large or stood in a link wrongly, by the English text.
export default {
  '{model} draws by class, and the images of {dataset} carry no labels.':
    '{model} zeichnet nach Klassen, und die Bilder von {dataset} haben keine Labels.',
  'Choose a labelled data set or a model without classes.':
    'Wähle einen Datensatz mit Labels oder ein Modell ohne Klassen.',
  '{model} draws images whose sides are multiples of {multiple}; those of {dataset} are {height} x {width}.':
    '{model} zeichnet Bilder, deren Seiten Vielfache von {multiple} sind; die von {dataset} haben {height} x {width}.',
  'Choose the GAN of dense layers, which draws any size.':
    'Wähle das GAN aus dichten Schichten, das jede Größe zeichnet.',
  'Packing shows the discriminator {packing} images as one, and {model} tells it the class of one.':
    'Packen zeigt dem Diskriminator {packing} Bilder als eines, und {model} sagt ihm die Klasse von einem.',
  'Set packing to 1 or choose a model without classes.':
    'Setze Packen auf 1 oder wähle ein Modell ohne Klassen.',
  'A batch of {batch} cannot be packed by {packing}.':
    'Ein Stapel von {batch} lässt sich nicht zu je {packing} packen.',
  'Choose a batch size that is a multiple of {packing}.':
    'Wähle eine Stapelgröße, die ein Vielfaches von {packing} ist.',
  'Minibatch deviation compares the images of a batch, and a batch of {batch} packed by {packing} leaves one.':
    'Die Minibatch-Abweichung vergleicht die Bilder eines Stapels, und ein Stapel von {batch}, zu je {packing} gepackt, lässt eines übrig.',
  'Choose a larger batch or less packing.': 'Wähle einen größeren Stapel oder packe weniger.',
  '{loss} needs second gradients, and the choice among generators of {model} has none.':
    '{loss} braucht zweite Gradienten, und die Wahl unter den Generatoren von {model} hat keine.',
  'Choose a loss without a gradient penalty, or MGAN.':
    'Wähle einen Verlust ohne Gradientenstrafe, oder MGAN.',
  'Unrolled steps differentiate through the discriminator’s own learning, and the convolutions of {model} have no such gradients here.':
    'Entrollte Schritte leiten durch das Lernen des Diskriminators hindurch ab, und die Faltungen von {model} haben hier keine solchen Gradienten.',
  'Choose the GAN of dense layers, or set unrolled steps to 0.':
    'Wähle das GAN aus dichten Schichten oder setze die entrollten Schritte auf 0.',
  '{loss} bounds the discriminator’s slope in a way that cannot be unrolled.':
    '{loss} begrenzt die Steigung des Diskriminators auf eine Weise, die sich nicht entrollen lässt.',
  'Choose a loss without a penalty or clipping, for example the non-saturating one, or set unrolled steps to 0.':
    'Wähle einen Verlust ohne Strafe oder Beschneiden, etwa den nicht sättigenden, oder setze die entrollten Schritte auf 0.',
  'Augmentation shifts and cuts images, and {dataset} has points.':
    'Augmentierung verschiebt und beschneidet Bilder, und {dataset} besteht aus Punkten.',
  'Set augmentation to none.': 'Stelle die Augmentierung auf keine.',
  '{loss} penalizes the slope at each image, and batch normalization ties the images of a batch together.':
    '{loss} bestraft die Steigung bei jedem Bild, und Batch-Normalisierung bindet die Bilder eines Stapels aneinander.',
  'Set the discriminator’s normalization to layer or none.':
    'Stelle die Normalisierung des Diskriminators auf Schicht oder keine.',
  '{loss} cuts weights off that spectral normalization scales back up.':
    '{loss} beschneidet Gewichte, die die Spektralnormalisierung wieder hochskaliert.',
  'Use one of the two.': 'Nimm eines von beiden.',
  '“{task}” takes a content and a style picture in colour, and {dataset} are not that.':
    '„{task}“ nimmt ein Inhalts- und ein Stilbild in Farbe, und {dataset} ist das nicht.',
  'Choose “My content and style”, or the ready pair.': 'Wähle „Mein Inhalt und Stil“ oder das fertige Paar.',
  '“{task}” takes pictures of at least {side} pixels a side; those of {dataset} are {height} x {width}.':
    '„{task}“ nimmt Bilder von mindestens {side} Pixeln je Seite; die von {dataset} haben {height} x {width}.',
  'Choose a data set of pictures.': 'Wähle einen Datensatz aus Bildern.',
  '{loss} bounds the discriminator’s slope, which “{task}” does not.':
    '{loss} begrenzt die Steigung des Diskriminators, was „{task}“ nicht tut.',
  'Choose a loss without a penalty or clipping, for example least squares.':
    'Wähle einen Verlust ohne Strafe oder Beschneiden, etwa kleinste Quadrate.',
  '“{task}” needs images of two kinds, and those of {dataset} are of one.':
    '„{task}“ braucht Bilder von zwei Arten, und die von {dataset} sind von einer.',
  'Choose a data set of two domains, or one with classes, of which two are then translated into each other.':
    'Wähle einen Datensatz aus zwei Domänen oder einen mit Klassen, von denen dann zwei ineinander übersetzt werden.',
  'The pictures of {dataset} are grey: there is no colour to learn.':
    'Die Bilder von {dataset} sind grau: Es gibt keine Farbe zu lernen.',
  'Choose pictures in colour, or learn to make coarse pictures fine.':
    'Wähle farbige Bilder oder lerne, aus groben Bildern feine zu machen.',
  'The pictures of {dataset} are not in pairs.': 'Die Bilder von {dataset} liegen nicht in Paaren vor.',
  'Choose “My pairs of pictures”, or learn to make coarse pictures fine or grey ones coloured.':
    'Wähle „Meine Bildpaare“ oder lerne, grobe Bilder fein oder graue farbig zu machen.',
  '“{task}” learns names, and the pictures of {dataset} carry none.':
    '„{task}“ lernt Namen, und die Bilder von {dataset} haben keine.',
  'Choose a labelled data set; of your own pictures, the names of the folders are the labels.':
    'Wähle einen Datensatz mit Labels; bei eigenen Bildern sind die Namen der Ordner die Labels.',
  'Beside the open run, which has {ofRun}, this takes {asked} of memory in all, and {backend} holds {had}.':
    'Neben dem offenen Lauf, der {ofRun} belegt, braucht das zusammen {asked} Speicher, und {backend} hat {had}.',
  'Begin or open a smaller run first: a smaller batch or smaller networks.':
    'Beginne oder öffne erst einen kleineren Lauf: kleinere Batches oder kleinere Netze.',
  'These settings take about {what}.': 'Diese Einstellungen brauchen etwa {what}.',
  '{setting} takes about {what}.': '{setting} braucht etwa {what}.',
  '{asked} of memory, and {backend} holds {had} for a run':
    '{asked} Speicher, und {backend} hat {had} für einen Lauf',
  'No single setting makes it fit: lower {settings} together.':
    'Keine Einstellung allein reicht: Verkleinere {settings} zusammen.',
  'Not even the smallest settings fit: choose another model, other data or another backend.':
    'Nicht einmal die kleinsten Einstellungen passen: Wähle ein anderes Modell, andere Daten oder eine andere Rechenmaschine.',
  'Smallest settings': 'Kleinste Einstellungen',
  'Set {setting} to {value}, the largest that fits.':
    'Setze {setting} auf {value}, den größten Wert, der passt.',
  '{name} ({id}) is {value}; it must be {allowed}.': '{name} ({id}) ist {value}; erlaubt ist: {allowed}.',
  'a whole number from {least} to {most}': 'eine ganze Zahl von {least} bis {most}',
  'a number from {least} to {most}': 'eine Zahl von {least} bis {most}',
  'true or false': 'true oder false',
  'one of {choices}': 'eines von {choices}',
  'There is no {kind} named {name}.': 'Es gibt nichts mit dem Namen {name} ({kind}).',
  'Choose one of {choices}.': 'Wähle eines von: {choices}.',
  'Correct the value in the link or the form.': 'Berichtige den Wert im Link oder im Formular.',
  'There is no setting named {name}.': 'Es gibt keine Einstellung namens {name}.',
  'There is no setting named {name}; did you mean {nearest}?':
    'Es gibt keine Einstellung namens {name}; meintest du {nearest}?',
  '{name} stands there more than once; {taken} was taken, not {other}.':
    '{name} steht mehr als einmal da; genommen wurde {taken}, nicht {other}.',
  '{name} is {given}; {taken} of it was taken.': '{name} ist {given}; davon wurde {taken} genommen.',
  'There is no pair of recipes named {name}; the pairs are {pairs}.':
    'Es gibt kein Paar von Rezepten namens {name}; die Paare sind {pairs}.',
  'Seed is {value}; it must be a whole number from 0 to {most}.':
    'Der Startwert ist {value}; er muss eine ganze Zahl von 0 bis {most} sein.',
  'The lab has no setting named {name}.': 'Das Labor hat keine Einstellung namens {name}.',
  'The lab has no setting named {name}; did you mean {nearest}?':
    'Das Labor hat keine Einstellung namens {name}; meintest du {nearest}?',
  'Some of the link was left out': 'Ein Teil des Links wurde weggelassen',
  'Everything else of it was taken.': 'Alles andere davon wurde genommen.',
  '{count} more were left out, too: {names}.': '{count} weitere wurden auch weggelassen: {names}.',
  '{setting} of “{task}” cannot change while it runs.':
    '{setting} lässt sich bei „{task}“ nicht ändern, während der Lauf trainiert.',
  'Start a new run with it.': 'Beginne damit einen neuen Lauf.',
  'Correct the value.': 'Berichtige den Wert.',
  'Every layer of the {network} is frozen, so it could learn nothing.':
    'Jede Schicht ist eingefroren ({network}), so könnte das Netz nichts lernen.',
  'Leave at least one of its layers out.': 'Nimm mindestens eine seiner Schichten aus.',
  'The drawing is empty: there is nothing to learn from it.':
    'Die Zeichnung ist leer: Aus ihr lässt sich nichts lernen.',
  'Draw something in the settings, under “Your drawing”.':
    'Zeichne etwas in den Einstellungen, unter „Deine Zeichnung“.',
  '“{task}” adds layers while it learns, and {model} is made in one piece.':
    '„{task}“ fügt beim Lernen Schichten hinzu, und {model} ist aus einem Stück.',
  'Choose the progressive GAN as the model.': 'Wähle das progressive GAN als Modell.',
  'Spectral normalization scales every kernel, and “{task}” fades layers in by some of them.':
    'Spektrale Normalisierung skaliert jeden Filter, und „{task}“ blendet mit einigen davon Schichten ein.',
  'Switch spectral normalization off.': 'Schalte die spektrale Normalisierung aus.',
  '“{task}” adds layers while it learns, so none can be named beforehand to stay as it is.':
    '„{task}“ fügt beim Lernen Schichten hinzu; keine lässt sich im Voraus nennen, die bleiben soll, wie sie ist.',
  'Leave the frozen layers out.': 'Lass die eingefrorenen Schichten weg.',
  'Images of {side} pixels are reached after {needed} steps, and the run ends after {steps}.':
    'Bilder von {side} Pixeln sind nach {needed} Schritten erreicht, und der Lauf endet nach {steps}.',
  'Take more steps, or fewer at each size.': 'Nimm mehr Schritte, oder weniger je Größe.',
} as const;
