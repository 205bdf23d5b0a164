// German texts of shared components.
import type { SameWords } from '../../i18n/words';
import type english from './en';

export default {
  cancel: 'Abbrechen',
  close: 'Schließen',
  on: 'ein',
  off: 'aus',
  samples: { label: 'Bilder, eines nach dem anderen', one: 'Bild {index}' },
  noValue: 'kein Wert',
  report: {
    copy: 'Bericht kopieren',
    copied: 'Kopiert',
    hint: 'Kopiert den Fehler und worauf er auftrat; nichts wird gesendet',
  },
  chart: {
    log: 'Logarithmische Achse',
    logShort: 'log',
    time: 'Nach Zeit',
    timeHint: 'Nach Trainingszeit statt nach Schritten',
    table: 'Als Tabelle',
    tableOf: '{title} als Tabelle',
    byStep: '{title} nach Schritten. {help}',
    byTime: '{title} nach Zeit. {help}',
    at: 'Schritt {step}',
    step: 'Schritt',
    clock: 'Zeit',
    of: '{part} von {all}',
    save: 'Diagramm speichern',
    saveAs: { png: 'Bild (PNG)', svg: 'Zeichnung (SVG)', csv: 'Zahlen (CSV)' },
    saveHelp: {
      png: 'Für Folien und Nachrichten, auf Weiß.',
      svg: 'Für Berichte: scharf in jeder Größe und bearbeitbar.',
      csv: 'Jeder Wert jeder Linie, für Tabellenkalkulation und Programme: in jeder Sprache mit Dezimalpunkt und englischen Namen.',
    },
    seconds: 'Sekunden',
  },
  files: {
    looking: 'Der Ordner wird durchgesehen: {count} Dateien',
    closed: 'Die Dateien lassen sich nicht öffnen: {why}',
    folder: 'Ordner wählen',
    drop: 'oder hierher ziehen: {kinds}',
    dropFolder: 'oder sie oder einen Ordner hierher ziehen: {kinds}',
  },
  param: {
    range: '{least} bis {most}',
    default: 'Vorgabe {value}',
    firstDrawing: 'die erste Zeichnung',
    backTo: 'Zurück zu {value}',
    back: '{name}: zurück zur Vorgabe',
    changed: 'geändert',
    slider: '{name}, Schieberegler',
    fixed: 'vom Unterrichtslink festgelegt',
    whole: 'Eine ganze Zahl von {least} bis {most}.',
  },
  drawing: {
    label: '{name}, {side} x {side} Felder. Pfeiltasten bewegen, die Leertaste zeichnet.',
    fine: 'fein',
    broad: 'breit',
    rub: 'radieren',
    clear: 'Leeren',
  },
  camera: {
    label: 'Was die Kamera sieht',
    choice: 'Kamera',
    mirrored: 'Gespiegelt',
    stop: 'Kamera ausschalten',
    start: 'Kamera einschalten',
    again: 'Kamera wieder einschalten',
    opening: 'Es wird auf die Kamera gewartet; der Browser fragt vielleicht.',
    stays: 'Die Bilder der Kamera bleiben auf diesem Gerät.',
    keptNowhere: 'Die Bilder der Kamera bleiben auf diesem Gerät und werden nirgends aufbewahrt.',
  },
  naming: {
    confusion: 'Was womit verwechselt wird',
    rows: 'Zeilen: was es ist. Spalten: wofür es gehalten wurde.',
    right: '{name}, gelesen als {read}: richtig, {sure} sicher',
    wrong: '{name}, gelesen als {read}: falsch, {sure} sicher',
    taken: 'Wofür es gehalten wird',
  },
  glossary: {
    loss: {
      word: 'Verlust',
      forms: 'Verlust, Verluste, Verlusts',
      meaning:
        'Die Zahl, die ein Netz beim Training klein zu machen versucht. In einem GAN hat jedes Netz seine eigene, und eine fällt auf Kosten der anderen; darum sagt keine, wie gut die Bilder sind.',
    },
    frechet: {
      word: 'Fréchet-Abstand',
      forms: 'Fréchet-Abstand',
      meaning:
        'Wie weit die erzeugten Bilder als Ganzes von echten entfernt sind, nach Mittel und Streuung dessen, was ein Prüfnetz in ihnen sieht. 0 ist kein Unterschied; kleiner ist besser.',
    },
    floor: {
      word: 'Untergrenze',
      forms: 'Untergrenze',
      meaning:
        'Was zurückgelegte echte Bilder beim selben Maß erreichen: der Wert eines vollkommenen Generators.',
    },
    kl: {
      word: 'KL',
      forms: 'KL-Divergenz',
      meaning:
        'Kullback-Leibler-Divergenz: wie ungleich die Klassen gezeichnet werden. 0, wenn alle gleich oft kommen; der natürliche Logarithmus ihrer Zahl, wenn nur eine kommt.',
    },
    nats: {
      word: 'Nats',
      forms: 'Nat',
      meaning: 'Die Einheit der Information in natürlichen Logarithmen; ein Nat sind 1,44 Bit.',
    },
    modes: {
      word: 'Moden',
      forms: 'Moden',
      meaning:
        'Die Arten, aus denen die Daten bestehen, etwa zehn Ziffern oder acht Haufen. Ein Generator, der nur wenige davon zeichnet, ist zusammengefallen.',
    },
    accuracy: {
      word: 'Trefferquote',
      forms: 'Trefferquote',
      meaning:
        'Wie oft ein Netz recht hat. Beim Diskriminator: wie oft er Echtes von Gefälschtem unterscheidet; 100 % heißt, dass Fälschungen leicht zu erkennen sind, 50 %, dass er nur raten kann. Bei einem Netz, das Bilder benennt: wie oft es den richtigen Namen gibt.',
    },
    latent: {
      word: 'Latenter Vektor',
      forms: 'latenter Vektor, latente Vektoren',
      meaning: 'Die Zufallszahlen, aus denen ein Bild gezeichnet wird, auch Rauschen genannt.',
    },
  },
  sketch: {
    label: '{name}. Pfeiltasten bewegen den Stift, die Leertaste setzt ihn auf oder hebt ihn ab.',
    how: 'Zeichne mit Maus, Finger oder Stift. Mit Tasten: Pfeile bewegen, die Leertaste setzt auf oder hebt ab.',
    down: 'Der Stift ist unten: Pfeiltasten zeichnen.',
    up: 'Der Stift ist oben: Pfeiltasten bewegen ihn, die Leertaste setzt ihn auf.',
    fine: 'fein',
    broad: 'breit',
    rub: 'radieren',
    undo: 'Rückgängig',
    clear: 'Leeren',
  },
  own: {
    from: 'Woher das Bild kommt',
    draw: 'Ich zeichne es',
    file: 'Eine Datei',
    kept: 'Ein echtes Bild',
    paper: 'Papier',
    centred: 'Einpassen und zentrieren wie MNIST',
    choose: 'Ein Bild wählen',
    reading: 'Wird geholt…',
    invert: 'Dunkel und hell tauschen',
    number: 'Nummer des Bildes',
    unseen: 'Diese Bilder sieht das Training nicht.',
    seen: 'Das sind Trainingsbilder: Von diesen Daten ist nichts zurückgehalten.',
  },
  knobs: {
    title: 'Was die Regler drehen',
    axes: 'Hauptrichtungen',
    numbers: 'Die {count} Zahlen selbst',
    first: 'Erste gezeigte Zahl',
    looking: 'Richtungen werden gesucht, in denen sich Bilder am meisten ändern…',
    axis: 'Richtung {index}',
    number: 'Zahl {index}',
  },
} satisfies SameWords<typeof english>;
