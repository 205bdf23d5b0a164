// German texts of the place where a trained generator is used.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Nutzen',
  at: '{name}, Schritt {step}',
  seed: 'Startwert',
  class: 'Klasse',
  allInTurn: 'Alle der Reihe nach',
  pictures: 'Bilder',
  cancel: 'Abbrechen',
  drawing: 'Es wird gezeichnet',
  downloaded: '{file} ({size}) liegt bei deinen Downloads.',
  imported: {
    from: 'Dieser Generator wurde aus {file} gelesen ({format}).',
    draws:
      'Er zeichnet hier und kann über [Export](/export) wieder hinaus; weitertrainieren lässt er sich nicht, denn sein Diskriminator und seine Daten sind nicht in der Datei.',
  },
  untrained:
    'Dieser Lauf hat noch nicht trainiert, darum zeichnet sein Generator noch Rauschen. [Trainiere ihn zuerst]({place}) oder sieh dir an, wie Rauschen aussieht.',
  painted:
    'Dieser Lauf hat ein Bild gemalt und kein Netz, das sich auf andere anwenden ließe: [das Bild ansehen](/translate).',
  none: {
    title: 'Kein Lauf ist offen',
    lead: 'Trainiere einen oder öffne einen gespeicherten; dann zeichnet sein Generator hier für dich.',
    train: 'Training',
    runs: 'Gespeicherte Läufe',
  },
  animation: {
    title: 'Eine Animation erstellen',
    lead: 'Ein GIF für eine Seite oder einen Vortrag, das überall läuft.',
    shows: 'Zeigt',
    walk: 'Einen Gang durch das Rauschen',
    timeline: 'Das Training, vom ersten Schritt an',
    frames: 'Bilder der Animation, höchstens',
    enlarged: 'Vergrößerung',
    make: 'GIF erstellen',
    sized: '{frames} Bilder je Sekunde, {size} Pixel breit; Grau ist genau, Farben sind gerastert.',
    unsized: '{frames} Bilder je Sekunde; Grau ist genau, Farben sind gerastert.',
  },
  dataset: {
    title: 'Einen Datensatz erzeugen',
    lead: 'So viele Bilder, wie du willst, in einer Datei, um etwas anderes damit zu trainieren.',
    format: 'Format',
    make: '{amount} erzeugen',
    generating: 'Es wird erzeugt',
    again: 'Erzeuge noch einmal.',
    formats: {
      idx: 'Das Format von MNIST selbst; jedes Programm, das MNIST lädt, liest es.',
      npy: 'Ein NumPy-Array, gelesen mit numpy.load.',
      pngZip: 'Ein PNG je Bild, in einem Zip.',
    },
  },
  bySeed: {
    title: 'Zeichnen nach Startwert',
    lead: 'Derselbe Startwert zeichnet aus diesem Lauf immer dieselben Bilder.',
    next: 'Nächster Startwert',
    again: 'Noch einmal zeichnen',
    png: 'PNG des Rasters',
    samples: 'Bilder zum Startwert {seed}',
    judged: 'Bild {index}: der Diskriminator findet es **zu {share} echt**.',
    noDiscriminator:
      'Ein importierter Generator hat keinen Diskriminator, der seine Bilder beurteilen könnte.',
    point: 'Zeige auf ein Bild, um zu sehen, was der Diskriminator davon hält.',
  },
  between: {
    title: 'Von einem zum anderen',
    lead: 'Zwischen zwei Punkten im Rauschen zeichnet der Generator, was zwischen zwei Bildern liegt.',
    from: 'Von Startwert',
    to: 'Bis Startwert',
    on: 'Weitergehen',
    label: 'Bilder zwischen Startwert {from} und Startwert {to}',
  },
  turn: {
    title: 'An den Zahlen drehen',
    lead: 'Jedes Bild entsteht aus {numbers} Zahlen. Ändere sie eine nach der anderen.',
    leadMany: 'Jedes Bild entsteht aus vielen Zahlen. Ändere sie eine nach der anderen.',
    from: 'Ab Startwert',
    first: 'Erste gezeigte Zahl',
    back: 'Zurück zum Startwert',
    picture: 'Das Bild dieser Zahlen',
    judged: 'Der Diskriminator: **{share} echt**',
    number: 'Zahl {index}',
    sweep: 'Zahl {index} von −{reach} bis {reach}:',
    sweepLabel: 'Verlauf der Zahl {index}',
  },
  camera: {
    time: '{time} je Bild',
    rate: '{rate} Bilder/s, {time} je Bild',
  },
  pair: {
    given: '{name}, wie es gegeben wurde',
    made: '{name}, wie das Netz es macht',
    save: '{name} als PNG speichern',
  },
  own: {
    title: 'Gib ihm ein Bild',
    grey: 'Die Mitte jedes Bildes geht durch das Netz, mit {width} x {height} in Grau. Nichts verlässt dieses Gerät, und nichts wird behalten.',
    colour:
      'Die Mitte jedes Bildes geht durch das Netz, mit {width} x {height} in Farbe. Nichts verlässt dieses Gerät, und nichts wird behalten.',
    ways: 'Woher die Bilder kommen',
    files: 'Dateien',
    camera: 'Kamera',
    makes: 'Was es daraus macht',
    size: 'Größe',
    learnedSize: '{width} x {height}, wie gelernt',
    otherSize: '{width} x {height}',
    larger:
      'Es hat von Bildern mit {width} x {height} gelernt: in größeren sieht es so viele Pixel auf einmal wie zuvor, also einen kleineren Teil des Ganzen.',
    choose: 'Bilder auswählen',
    paste: 'Oder füge eines ein.',
    dataset: 'Bilder des Datensatzes nehmen',
    took: 'Bei Schritt {step}, {time} je Bild.',
    again: 'Bei Schritt {step} noch einmal zeichnen',
    reading: 'Die Bilder werden gelesen',
    name: 'Bild {index}',
  },
} satisfies SameWords<typeof english>;
