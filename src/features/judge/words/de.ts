// German texts of the place of the judge.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Prüfer',
  summary: 'Bring einem kleinen Netz bei, Bilder zu benennen, und sieh, wer den Fälscher beurteilt.',
  classifier: 'Klassifikator',
  dataset: 'Datensatz',
  learn: 'Lernen',
  goOnFrom: 'Weiter ab Schritt {step}',
  goOnTo: 'Weiter bis Schritt {step}',
  more: 'Noch {steps} Schritte lernen',
  pause: 'Anhalten',
  cancel: 'Abbrechen',
  forget: 'Aufhören und vergessen',
  ended: '{steps} Schritte gelernt: {share} richtig',
  rightly: 'von {images} Prüfbildern richtig benannt, nach {steps} Schritten',
  accuracy: 'Trefferquote über {steps} Schritte, jetzt {share}',
  stepZero: 'Schritt 0',
  learnsFrom:
    'Es lernt von {images} anderen Bildern, jedes Mal ein wenig verschoben und gedreht. Die Prüfbilder sind nie darunter: zu benennen, was man auswendig kann, ist keine Kunst. Wenn es angehalten ist und wenn du die Seite verlässt, wird es auf diesem Gerät behalten und macht dort weiter.',
  start:
    'Drücke auf Lernen: das Netz rät zuerst, eines von zehn ist zufällig richtig, und wird vor deinen Augen besser. Ein Lauf, der trainiert, wird solange angehalten.',
  why: {
    label: 'Wozu das gut ist',
    title: 'Was hat das mit Fälschen zu tun?',
    judge:
      'Ein GAN hat keinen Lehrer, der sagt, wie gut seine Bilder sind. Darum sieht ein drittes Netz sie an, eines, das gelernt hat, Bilder zu unterscheiden: dieses. Es ist der Prüfer.',
    features:
      'In seinem Inneren beschreibt es ein Bild, kurz bevor es ihm einen Namen gibt, durch **64 Zahlen**, seine *Merkmale*: wie rund, wie schräg, wo die Striche enden – was es selbst nützlich fand. Zwei ähnliche Bilder bekommen ähnliche Zahlen.',
    distance:
      'Der **Fréchet-Abstand** vergleicht die Merkmale vieler erzeugter Bilder mit denen vieler echter. Denk dir zwei Punktwolken: er misst, wie weit ihre Mitten auseinander liegen und wie verschieden sie gestreut sind. Unscharfe Bilder verschieben die Mitte; ein Generator, der nur eine Ziffer zeichnet, hat eine zu kleine Wolke. Klein ist der Abstand nur, wenn beides passt.',
    names:
      'Auch seine Namen helfen: zähle, als welche Ziffern die Bilder gelesen werden, und du siehst **Moden-Kollaps** in Zahlen.',
    where:
      'Die Werte auf der Trainingsseite stammen von Klassifikatoren genau dieser Form, länger trainiert und mit der Seite gespeichert: einer auf MNIST, der auch die gezeichneten Ziffern liest, und einer auf Fashion-MNIST. Für eigene Bilder gibt es keinen: Farbige beschreibt das Merkmalsnetz, das mit der Seite kommt, graue ein Netz mit festen Zufallsgewichten, und die Seite sagt das neben den Werten. Punkte brauchen kein Netz: Abstände in der Ebene genügen.',
  },
  tests: {
    title: 'Prüfbilder',
    onlyWrong: 'nur die falschen ({count})',
    none: 'Keines ist falsch.',
    surest: 'Die sichersten Fehler zuerst.',
    shown: 'Gezeigt: {shown} von {all}.',
  },
  mistakes: {
    label: 'Fehler',
    title: 'Was womit verwechselt wird',
  },
} satisfies SameWords<typeof english>;
