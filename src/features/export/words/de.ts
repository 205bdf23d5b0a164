// German texts of the place from which networks leave.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Export',
  at: '{name}, Schritt {step}',
  cancel: 'Abbrechen',
  noGenerator:
    '{task}: Dieser Lauf hat keinen Generator, darum verlässt keiner von hier die Seite. [Öffne einen Lauf eines Generators](/runs) oder speichere diesen auf derselben Seite als Laufdatei.',
  untrained:
    'Dieser Lauf hat noch nicht trainiert, darum zeichnet sein Generator Rauschen, in jedem Format. [Trainiere ihn zuerst](/train) oder exportiere ihn, wie er ist.',
  untrainedGuesses:
    'Dieser Lauf hat noch nicht trainiert, darum rät er, in jedem Format. [Trainiere ihn zuerst](/train) oder exportiere ihn, wie er ist.',
  none: {
    title: 'Kein Lauf ist offen',
    lead: 'Trainiere einen oder öffne einen gespeicherten; dann geht sein Generator von hier aus auf ein Telefon, ein Board oder in ein anderes Programm.',
    train: 'Training',
    runs: 'Gespeicherte Läufe',
  },
  form: {
    title: 'Den Generator mitnehmen',
    lead: 'Hier geschrieben, zurückgelesen und ausgeführt, bevor du sie bekommst: Eine Datei, die etwas anderes zeichnet, wird nicht herausgegeben.',
    network: 'Netz',
    networkHelp: 'Jedes Netz des Laufs geht für sich hinaus; ein Board bekommt das hier gewählte.',
    format: 'Format',
    precision: 'Genauigkeit',
    bound: 'Erlaubte mittlere Abweichung {bound}.',
    range: 'Bereich der Aktivierungen',
    minMax: 'Kleinster bis größter Wert',
    minMaxHelp: 'Die Ganzzahlen umspannen jeden Wert, der bei 64 Eingaben vorkam.',
    percentile: 'Ohne Ausreißer',
    percentileHelp: 'Die seltensten 0,05 % an beiden Enden sättigen; der Rest bekommt feinere Stufen.',
    sides: 'Bilder, die die Dateien nehmen',
    height: 'Höhe, Pixel',
    width: 'Breite, Pixel',
    takes:
      'Der Bilder, die die Dateien nehmen. Gelernt hat es von {learned}; seine Schichten nehmen alles von {least} bis {most}.',
    takesSteps:
      'Der Bilder, die die Dateien nehmen. Gelernt hat es von {learned}; seine Schichten nehmen alles von {least} bis {most} in Schritten von {step}.',
    readBy: 'Gelesen von: {readers}.',
    semicolon: '; ',
    write: 'Schreiben und prüfen',
    waits: 'Das Training hält an, während die Datei geschrieben wird, und geht von selbst weiter.',
    starting: 'Es beginnt',
    refused: 'Es wurde keine Datei herausgegeben',
  },
  result: {
    byLatents:
      'Schritt {step}, in {seconds} s geschrieben und geprüft, mit {images} festen Latenten durch {runtime}.',
    byPictures:
      'Schritt {step}, in {seconds} s geschrieben und geprüft, mit {images} zurückgelegten Bildern durch {runtime}.',
    noRuntime:
      'Für dieses Format gibt es keine Laufzeit, die in einem Browser arbeitet. Die Tests des Projekts führen solche Dateien mit den echten Werkzeugen aus.',
    download: '{size} herunterladen',
    withCard: 'Mit Modellkarte',
    zip: 'Zip mit Modellkarte herunterladen, {size}',
    size: 'Größe',
    ofFloat: '{share} der Gewichte in float32',
    gzipped: 'Mit gzip',
    mean: 'Mittlere Abweichung',
    ofValues: 'bei Werten von -1 bis 1; {bound} erlaubt',
    ofShares: 'bei Anteilen von 0 bis 1; {bound} erlaubt',
    largest: 'Größte Abweichung',
    rightly: 'Richtig benannt',
    asTrained: 'wie trainiert {share}',
    alike: 'Gleich benannt',
    ofPictures: 'von {images} Bildern, durch Datei und Netz',
    layersAndFiles: 'Schichten und Dateien',
    files: 'Dateien: {files}',
  },
  pictures: {
    trained: 'Wie trainiert',
    written: 'Wie die Datei sie zeichnet',
    given: 'Gegeben',
    variant: 'Diese Variante',
    back: 'Und zurück',
    difference: 'Abweichung, {times}-fach verstärkt',
    differenceShort: 'Abweichung, {times}-fach',
  },
  layers: {
    label: 'Schichten',
    layer: 'Schicht',
    kind: 'Art',
    output: 'Ausgabe',
    parameters: 'Parameter',
    weightError: 'Fehler der Gewichte',
    weightErrorHelp: 'Quadratisches Mittel, bezogen auf das der Gewichte',
    outputError: 'Fehler der Ausgabe',
    outputErrorHelp:
      'Quadratisches Mittel, bezogen auf das der Ausgabe. Vor einer Kurve, die sich nicht mehr bewegt, wie tanh jenseits von 4, zählen Werte so weit, wie sie sie unterscheidet.',
    weights: 'Gewichte',
    values: '±{reach}, {values} Werte',
    spread: 'Gewichte von {least} bis {most}',
    levels: 'Gewichte von {least} bis {most}, {levels} verschiedene Werte',
  },
  comparison: {
    title: 'Nebeneinander',
    label: 'Exporte nebeneinander',
    note: 'Abweichungen sind die vom Gleitkomma-Netz desselben Laufs, bei denselben Latenten; die Datei eines Schülers wird mit dem Schüler verglichen.',
    columns: {
      what: 'Format',
      sizeBytes: 'Größe',
      gzipBytes: 'Mit gzip',
      meanDifference: 'Mittlere Abweichung',
      maxDifference: 'Größte',
      millisecondsPerImage: 'ms je Bild',
      step: 'Schritt',
      run: 'Lauf',
    },
  },
  techniques: {
    channels: {
      label: 'Kanäle stutzen',
      help: 'Nimmt ganze Kanäle heraus, die unwichtigsten zuerst: Tensoren und Multiplikationen werden wirklich weniger.',
      note: 'Zhu und Gupta 2017: https://arxiv.org/abs/1710.01878',
      button: 'Kanäle stutzen',
    },
    weights: {
      label: 'Einzelne Gewichte stutzen',
      help: 'Setzt die kleinsten Gewichte auf null: Die Datei lässt sich besser packen, aber nichts läuft schneller.',
      note: 'Zhu und Gupta 2017: https://arxiv.org/abs/1710.01878',
      button: 'Gewichte stutzen',
    },
    integers: {
      label: 'Für Ganzzahlen trainieren',
      help: 'Trainiert mit gerundeten Zahlen weiter, damit die Ganzzahlen eines Boards zeichnen, was das Gleitkomma-Netz zeichnet.',
      note: 'Jacob und andere 2018: https://arxiv.org/abs/1712.05877',
      button: 'Für Ganzzahlen trainieren',
    },
    student: {
      label: 'Einen Schüler destillieren',
      help: 'Ein kleineres Netz lernt zu zeichnen, was dieses zeichnet.',
      note: 'Hinton und andere 2015: https://arxiv.org/abs/1503.02531',
      button: 'Einen Schüler destillieren',
    },
  },
  smaller: {
    learning: '{grid}, Schritt {step}',
    title: 'Kleiner machen',
    lead: 'Jeder Weg endet in einem eigenen Lauf, den du weitertrainieren, noch kleiner machen oder exportieren kannst; dieser bleibt, wie er ist. Sie lassen sich verbinden: destillieren, dann stutzen, dann für Ganzzahlen trainieren.',
    how: 'Wie',
    asks: {
      width: 'Breite des Schülers',
      weightBits: 'Gewichte',
      share: 'Von jeder Schicht',
    },
    ofThis: '{times} x dieses Netz',
    ofLight: '{times} x light',
    bits: '{bits} Bit',
    steps: 'Schritte',
    pause: 'Anhalten',
    pauseHint: 'Behält, was bis dahin da ist, um später weiterzumachen',
    cancelHint: 'Ein neuer hinterlässt nichts; ein fortgesetzter bleibt bei seiner letzten Speicherung',
    refused: 'Es wurde nichts gemacht',
    set: '{what} einstellen',
    made: '**{name}** ist gespeichert: {parameters} Parameter statt {parametersBefore}, {multiplyAdds} Multiplikationen statt {multiplyAddsBefore}; Abstand seiner Bilder von denen dieses Laufs {distance}.',
    madeZero:
      '**{name}** ist gespeichert: {parameters} Parameter statt {parametersBefore}, {multiplyAdds} Multiplikationen statt {multiplyAddsBefore}, {zero} der Gewichte null; Abstand seiner Bilder von denen dieses Laufs {distance}.',
    open: 'Öffnen',
    reading: 'Die Gewichte werden gelesen',
    cancelling: 'Wird abgebrochen',
  },
  unfinished: {
    label: 'Nicht fertig',
    stands: '**{name}** steht bei Schritt {step} von {steps}.',
    goOn: 'Weitermachen',
    discard: 'Wegwerfen',
  },
  cost: {
    title: 'Was kostet es?',
    lead: 'Der Lauf in jeder Genauigkeit und jeder gespeicherte Lauf, der aus ihm gemacht wurde, aus denselben Latenten gezeichnet und gleich beurteilt, bevor eine Datei geschrieben wird.',
    leadPictures:
      'Der Lauf in jeder Genauigkeit und jeder gespeicherte Lauf, der aus ihm gemacht wurde, mit denselben zurückgelegten Bildern und gleich beurteilt, bevor eine Datei geschrieben wird.',
    pictures: 'Bilder',
    samples: 'Bilder',
    compare: 'Vergleichen',
    label: 'Varianten nebeneinander',
    look: 'Ansehen',
    lookAt: '{run}, {variant} ansehen',
    seen: '{run}, {variant}',
    translatorNote:
      'Verluste sind Mittel über {pictures} zurückgelegte Bilder, durch die Diskriminatoren des ersten Laufs; der Verlust der Generatoren ist ihre gewichtete Summe. Größen sind die der .tflite-Dateien aller Generatoren zusammen; Millisekunden die von LiteRT für ein Bild, hier auf einem Thread.',
    published:
      'Veröffentlicht: Größe und Verlust des Generators gegenüber dem Original einer Veröffentlichung, die dieselbe Art von Netz verkleinert hat.',
    judged: '{samples} erzeugte Bilder, beurteilt durch: {evaluator}.',
    floor: 'Zurückgelegte echte Bilder erreichen einen Fréchet-Abstand von {distance} bei {samples}.',
    note: 'Der Verlust ist der durch den Diskriminator des ersten Laufs; Größen sind die der .tflite-Datei; Millisekunden die von LiteRT, hier auf einem Thread. Gewichte, die null sind, verkleinern nur die gepackte Datei.',
  },
  variants: {
    float32: 'float32, wie trainiert',
    float16: 'float16-Gewichte',
    'int8-weights': '8-Bit-Gewichte',
    int8: 'durchgehend int8',
    'int4-weights': '4-Bit-Gewichte',
    'int8-int4': 'int8, 4-Bit-Gewichte',
  },
  columns: {
    what: {
      label: 'Variante',
      help: 'Genauigkeit und Lauf',
    },
    frechet: {
      label: 'Fréchet',
      help: 'Fréchet-Abstand; kleiner ist besser',
    },
    score: {
      label: 'Score',
      help: 'Klassifikator-Score; größer ist besser',
    },
    modes: {
      label: 'Moden',
      help: 'Klassen, die gezeichnet werden',
    },
    parameters: {
      label: 'Parameter',
      help: 'Des Netzes, wie es trainiert wird; Dateien enthalten weniger, weil Batch-Normalisierungen in ihre Nachbarn gefaltet werden',
    },
    multiplyAdds: {
      label: 'Multiplikationen',
      help: 'Für ein Bild',
    },
    size: {
      label: 'Größe',
      help: 'Der .tflite-Datei oder -Dateien',
    },
    gzipped: {
      label: 'Mit gzip',
      help: 'Der .tflite-Datei, gepackt',
    },
    milliseconds: {
      label: 'ms je Bild',
      help: 'LiteRT auf einem Thread, hier',
    },
    loss: {
      label: 'Verlust von G',
      help: 'Verlust des Generators; kleiner täuscht den Diskriminator mehr',
    },
    translatorLoss: {
      label: 'Verlust von G',
      help: 'Gewichtete Summe der Verluste daneben, bei zurückgelegten Bildern; kleiner ist besser',
    },
    lossChange: {
      label: 'Änderung',
      help: 'Des Verlusts, gegen die erste Zeile',
    },
    term: {
      label: 'Verlust',
      help: 'Vor seiner Gewichtung',
    },
    sizeShare: {
      label: 'Von der Größe',
      help: 'Der ersten Zeile',
    },
    published: {
      label: 'Veröffentlicht',
      help: 'Größe und Änderung des Verlusts, die eine Veröffentlichung für diesen Weg nennt',
    },
    publishedOriginal: '{size} MB, Verlust {loss}',
    publishedChange: '{share}, {change}',
  },
} satisfies SameWords<typeof english>;
