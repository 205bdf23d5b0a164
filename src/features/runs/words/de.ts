// German texts of the saved runs.
import type { SameWords } from '../../../i18n/words';
import type english from './en';

export default {
  title: 'Läufe',
  lead: 'Auf diesem Gerät gespeichert und sonst nirgends. Ein Lauf ist eine Datei, die du mitnehmen kannst.',
  cancel: 'Abbrechen',
  list: {
    starredOnly: 'Nur Läufe mit Stern: {starred} von {runs}',
    failed: 'Die gespeicherten Läufe lassen sich nicht auflisten',
    again: 'Noch einmal versuchen',
    reading: 'Es wird gelesen, was gespeichert ist …',
    readingLabel: 'Die gespeicherten Läufe werden gelesen',
    none: 'Noch nichts gespeichert',
    noneWhy: 'Ein Lauf wird beim Training von selbst gespeichert und bleibt hier, bis du ihn löschst.',
    first: 'Den ersten trainieren',
  },
  card: {
    samples: 'Letzte Bilder von {name}',
    none: 'noch keine Bilder',
    isOpen: 'offen',
    imported: '{model} · zeichnet und lässt sich exportieren, wird nicht weitertrainiert',
    what: '{model} · {dataset}, Startwert {seed}',
    unfinished: 'Nicht fertig: Schritt **{step}** von {steps}; Öffnen macht weiter',
    step: 'Schritt **{step}** von {steps} · {time} Training',
    saved: 'Gespeichert: {when} · {size}',
    open: 'Öffnen',
    branch: 'Von hier aus weiter',
    branchHint: 'Von hier aus in einer Kopie weitermachen; dieser Lauf bleibt, wie er ist',
    reuse: 'Andere Daten lehren',
    reuseHint:
      'Ein neuer Lauf, der mit seinen Gewichten beginnt, mit anderen Daten oder eingefrorenen Schichten; dieser Lauf bleibt, wie er ist',
    duplicate: 'Duplizieren',
    export: 'Exportieren',
  },
  sweep: {
    offer: 'Einstellungen durchprobieren',
    hint: 'Läufe, die sich in einer oder zwei Einstellungen unterscheiden, nacheinander trainieren und sehen, was sie bewirken',
  },
  compare: {
    choose: 'Vergleichen',
    chooseLabel: '{name} vergleichen',
    go: '{runs} Läufe vergleichen',
    one: 'Wähle einen zweiten Lauf, mit dem er verglichen wird.',
    full: 'Mehr als {most} lassen sich nicht vergleichen.',
    none: 'Keinen wählen',
    bar: 'Läufe zum Vergleichen',
  },
  remove: {
    title: 'Diesen Lauf löschen?',
    what: '**{name}** verschwindet aus der Liste. Der Lauf lässt sich {days} Tage lang zurückholen, wenn sein Platz nicht vorher gebraucht wird.',
    keep: 'Behalten',
    do: 'Löschen',
  },
  which: {
    title: 'Welches Modell?',
    what: '{models} Modelle wurden zusammen übergeben. Wähle den Generator, der geöffnet werden soll.',
  },
  rename: {
    title: 'Den Lauf umbenennen',
    name: 'Name',
    do: 'Umbenennen',
  },
  copied: {
    title: 'Kopiert',
    text: '{name} steht in der Liste.',
  },
  deleted: {
    title: 'Kürzlich gelöscht',
    when: 'gelöscht {when} · {size}',
    back: 'Zurückholen',
    backLabel: '{name} zurückholen',
    erase: 'Endgültig löschen',
    eraseLabel: '{name} endgültig löschen',
    saidTitle: 'Gelöscht',
    said: '{name} lässt sich {days} Tage lang zurückholen.',
    undo: 'Rückgängig',
  },
  unreadable: {
    title: 'Behalten, aber nicht zu öffnen',
    lead: 'Nichts davon wird gelöscht, wenn du es nicht sagst; vielleicht liest es eine andere Fassung dieser Seite.',
    size: ', {size}.',
  },
  import: {
    title: 'Importieren',
    label: 'Einen Lauf oder ein Modell importieren',
    what: 'Ein Lauf dieser Seite oder ein Generator von TensorFlow.js (model.json mit seinen .bin-Dateien), Keras, TensorFlow Lite oder ONNX, oder die .npz oder .bin, die der Export für PyTorch und Boards schreibt. Ein Modell zeichnet und lässt sich exportieren; zum Weitertrainieren fehlt der Diskriminator, der nicht in seiner Datei steht.',
    reading: '{file} wird gelesen',
    done: 'Importiert',
    run: '{name}, Schritt {step}.',
    runs: '{runs} Läufe: {name} und die daneben.',
    sweep:
      '{runs} von {of} Läufen einer Reihe; ihr Diagramm und ihre Tabelle stehen bei „Einstellungen durchprobieren“.',
    makes:
      '{name} macht Bilder mit {height} x {width}. Öffne das Modell, um damit zu zeichnen oder es zu exportieren.',
    makesGrey:
      '{name} macht graue Bilder mit {height} x {width}. Öffne das Modell, um damit zu zeichnen oder es zu exportieren.',
    makesRgb:
      '{name} macht RGB-Bilder mit {height} x {width}. Öffne das Modell, um damit zu zeichnen oder es zu exportieren.',
    cancelled: 'Import abgebrochen',
    nothing: 'Nichts davon wird behalten.',
    cancelling: 'Wird abgebrochen',
  },
  elsewhere: {
    offer: 'Woanders weitermachen',
    offerHint:
      'Diesen Lauf mit PyTorch weitertrainieren, auf einem größeren Rechner oder auf mehreren, und zurückbringen',
    what: 'Dieser Lauf als Ordner für PyTorch: dieselben Netze, Verluste und Zufallszahlen, in einer lesbaren Datei. Was sie schreibt, öffnet sich hier wieder.',
    back: 'Ist er fertig, kommt out/run.zip zurück: Läufe, Importieren.',
  },
} satisfies SameWords<typeof english>;
