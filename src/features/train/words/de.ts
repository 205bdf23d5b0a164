// German texts of the place that trains GANs.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Training',
  lastRun: {
    open: 'Deinen letzten Lauf öffnen: {name}, Schritt {step}',
    others: 'Ein weiterer liegt unter Läufe | {count} weitere liegen unter Läufe',
  },
  classes: {
    bar: '{name}: {count} Bilder',
    caption: 'Klassen in {samples} erzeugten Bildern; die gestrichelte Linie ist ein gleicher Anteil.',
  },
  lens: {
    title: 'Bild {index}',
    judged: 'Beurteilt als',
    verdict: '{share} echt',
    past: 'Ein Bild von früher; ein Urteil gibt es zum letzten Moment.',
    noise: 'sein Rauschen',
    nearest: 'ähnlichste echte Bilder',
  },
  health: { label: 'Zustand des Laufs', title: '{title}.', close: 'Schließen: {title}' },
  table: {
    label: 'Alle Maße',
    caption: '{samples} erzeugte Bilder bei Schritt {step} gegen {real} zurückgelegte echte; dauerte {took}.',
    measure: 'Maß',
    samples: 'Erzeugt',
    real: 'Echt',
    says: 'Was es sagt',
    byClass: 'Fréchet-Abstand innerhalb jeder Klasse',
  },
  directions: { lower: 'kleiner ist besser', higher: 'größer ist besser', asReal: 'am besten wie echt' },
  tooFew:
    'Der Datensatz hat zu wenige Bilder: Abstände brauchen mindestens zwei zum Lernen und zwei zum Vergleichen, darum haben sie keinen Wert.',
  quality: {
    title: 'Güte der erzeugten Bilder',
    take: 'Jetzt messen',
    takeHint: 'Zeichnet {samples} Bilder und nimmt jedes Maß; das Training wartet so lange',
    taking: '{samples} Bilder werden gemessen; das Training wartet.',
    measuring: 'Es wird gemessen',
    shown:
      '{samples} erzeugte Bilder bei Schritt {step}, beurteilt durch: {evaluator}. „Echt“ ist, was {real} zurückgelegte echte Bilder erreichen.',
    floor: 'echt {value}',
    soon: 'Die ersten Werte kommen nach einigen Sekunden Training: Messen nimmt höchstens ein Zehntel der Zeit.',
    off: 'Das Messen ist in diesem Lauf aus; stelle „Messen alle“ unter Beobachten ein oder drücke „Jetzt messen“.',
  },
  samples: {
    title: 'Erzeugte Bilder',
    label: 'Bilder des Generators bei Schritt {step}',
    at: 'bei Schritt {step}',
    part: ', {shown} von {all}',
    earlier: 'früherer Moment',
    done: 'fertig',
    hint: 'tippe eines an, um es groß zu sehen',
  },
  welcome: {
    title: 'Zwei Netze lernen, indem sie gegeneinander spielen',
    text: 'Der Generator macht aus Rauschen Bilder. Der Diskriminator unterscheidet sie von echten. Drücke auf Training und sieh zu, wie das Rauschen zu Ziffern wird.',
    other:
      'Der Generator macht aus Rauschen Bilder. Der Diskriminator unterscheidet sie von echten. Drücke auf Training und sieh zu, wie das Rauschen Gestalt annimmt.',
    start: 'Los',
  },
  coming: {
    label: 'Was kommen wird',
    picture: 'Dieselben Bilder bei Schritt {step}',
    first: 'am Anfang',
    step: 'Schritt {step}',
    seconds: 'etwa {count} s',
    minutes: 'etwa {count} min',
    hours: 'etwa {count} h',
    whole: '{steps} Schritte dauern auf diesem Gerät {time}.',
  },
  plane: {
    layers: 'Ebenen',
    surface: 'was die Polizei denkt',
    surfaceHint:
      'Grün, wo der Diskriminator einen Punkt für echt hält, orange, wo für gefälscht; die blaue Linie liegt dazwischen.',
    real: 'echte Punkte',
    realHint: 'Punkte des Datensatzes.',
    samples: 'erzeugte Punkte',
    samplesHint: 'Punkte, die der Generator zeichnet.',
    pushes: 'wohin sie geschoben werden',
    pushesHint:
      'Minus die Steigung des Verlusts des Generators an jedem Punkt: dorthin lernt er ihn zu bewegen.',
    sheet: 'das Rauschen, ausgebreitet',
    sheetHint:
      'Ein Blatt Rauschen in Stücken gleicher Wahrscheinlichkeit, dort, wo der Generator es hinlegt.',
  },
  noise: {
    title: 'Rauschen',
    label: 'Rauschen eines Bildes',
    none: 'Zufallszahlen',
    count: '{count} Zufallszahlen',
    some: 'einige Zufallszahlen',
  },
  real: {
    title: 'Echte Daten',
    label: 'Echte Bilder des Datensatzes',
    unknown: 'nicht bekannt',
    later: 'kommen beim Training',
  },
} satisfies SameWords<typeof english>;
