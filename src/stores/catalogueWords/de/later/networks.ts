// German texts of layers and settings, and of files of the page itself, by the English text; `{name}` is a gap.
export default {
  'Name layers as network/layer, with commas between them, for example generator/dense_1.':
    'Nenne Schichten als Netz/Schicht, mit Kommas dazwischen, zum Beispiel generator/dense_1.',
  'The frozen layers are {value}.': 'Die eingefrorenen Schichten sind {value}.',
  '{value} names no layer to freeze.': '{value} nennt keine Schicht zum Einfrieren.',
  'No layer with weights is named {name}.': 'Keine Schicht mit Gewichten heißt {name}.',
  'Layers that can be frozen: {layers}.': 'Schichten, die sich einfrieren lassen: {layers}.',
  'The widths {widths} do not fit layers of {channels} channels.':
    'Die Breiten {widths} passen nicht zu Schichten mit {channels} Kanälen.',
  'Give one number for each layer, from 1 to its channels, and leave the last one as it is.':
    'Gib für jede Schicht eine Zahl von 1 bis zu ihren Kanälen, und lass die letzte, wie sie ist.',
  'Layer {layer} of {network}': 'Schicht {layer} von {network}',
  'Layer {layer} of {network} takes {value}, which is no input and no node before it.':
    'Schicht {layer} von {network} nimmt {value}, das kein Eingang und kein Knoten davor ist.',
  '{what} is {height} x {width}; only squares can be written here.':
    '{what} ist {height} x {width}; hier lassen sich nur Quadrate schreiben.',
  'Choose a model with square kernels and strides.':
    'Wähle ein Modell mit quadratischen Kernen und Schrittweiten.',
  'a whole number': 'eine ganze Zahl',
  'Where the arithmetic runs.': 'Wo gerechnet wird.',
  'CPU threads; 0 takes as many cores as pay.': 'Prozessor-Threads; 0 nimmt so viele Kerne, wie sich lohnen.',
  "The list of this page's files is not one: {value}.":
    'Die Liste der Dateien dieser Seite ist keine: {value}.',
  'Build the page again with `npm run build`.': 'Baue die Seite neu mit `npm run build`.',
  'The recorded outcomes of the lab are wrong at {where}: {value}.':
    'Die aufgezeichneten Ergebnisse des Labors sind bei {where} falsch: {value}.',
  'Write the file again with npm run bench:lab.': 'Schreibe die Datei neu mit npm run bench:lab.',
  '{url} is no file of this page, so it is not started.':
    '{url} ist keine Datei dieser Seite und wird darum nicht gestartet.',
} as const;
