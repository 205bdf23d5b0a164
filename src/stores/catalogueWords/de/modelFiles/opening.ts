// German texts of model files that do not open, by the English text; `{name}` is a gap.
export default {
  'There is no model in {files}.': 'In {files} ist kein Modell.',
  '{file} ({count} bytes that begin with {bytes})': '{file} ({count} Bytes, die mit {bytes} beginnen)',
  '{file} holds {count} files; {most} are the most.':
    '{file} enthält {count} Dateien; höchstens {most} sind möglich.',
  '{file} unpacks to more than {most} bytes.': '{file} ergibt entpackt mehr als {most} Bytes.',
  'The files have {count} bytes; {most} are the most.':
    'Die Dateien haben {count} Bytes; höchstens {most} sind möglich.',
  'The model asks for more than this page can hold.':
    'Das Modell verlangt mehr, als diese Seite fassen kann.',
  'its parts do not fit each other': 'seine Teile passen nicht zueinander',
  '{what} of the card': '{what} der Karte',
  '{count} models were given together: {names}.': '{count} Modelle wurden zusammen gegeben: {names}.',
  'Choose which one to open.': 'Wähle, welches geöffnet werden soll.',
  'Give the files of one model alone, or a zip in which each model has a folder of its own.':
    'Gib die Dateien eines einzigen Modells, oder ein Zip, in dem jedes Modell einen eigenen Ordner hat.',
  '{file} has {count} bytes; {most} are the most.':
    '{file} hat {count} Bytes; höchstens {most} sind möglich.',
  'Choose the generator: it takes one list of random numbers, or a picture, and makes one image, grey or RGB.':
    'Wähle den Generator: Er nimmt eine Liste von Zufallszahlen oder ein Bild und macht ein Bild daraus, grau oder RGB.',
  'The model takes {input} and makes {output}.': 'Das Modell nimmt {input} und macht {output}.',
  'The model takes {input} and makes {output}, as discriminators and classifiers do.':
    'Das Modell nimmt {input} und macht {output}, wie Diskriminatoren und Klassifikatoren es tun.',
  'The model makes images of {height} x {width} from {count} numbers; {side} x {sides} from {most} are the most.':
    'Das Modell macht Bilder von {height} x {width} aus {count} Zahlen; höchstens {side} x {sides} aus {most} sind möglich.',
  'The model needs {count} multiply-adds for one image; {most} are the most.':
    'Das Modell braucht {count} Multiply-Adds für ein Bild; höchstens {most} sind möglich.',
  'Choose model.json and its .bin files together, or a zip of them.':
    'Wähle model.json und seine .bin-Dateien zusammen, oder ein Zip davon.',
  '{file} keeps its weights in {path}, which was not given with it.':
    '{file} hat seine Gewichte in {path}, das nicht mitgegeben wurde.',
  '{file} keeps its weights in {path}, and {count} files are called so: {names}.':
    '{file} hat seine Gewichte in {path}, und {count} Dateien heißen so: {names}.',
  'Choose the files of one model alone, or a zip in which each model has a folder of its own.':
    'Wähle die Dateien eines einzigen Modells, oder ein Zip, in dem jedes Modell einen eigenen Ordner hat.',
  '{file} names the file {path} more than once': '{file} nennt die Datei {path} mehr als einmal',
  'Open the run file, or export the run as TensorFlow Lite, ONNX, TensorFlow.js, Keras or PyTorch: these open again. Models of PyTorch leave it as ONNX, by torch.onnx.export.':
    'Öffne die Datei des Laufs, oder exportiere den Lauf als TensorFlow Lite, ONNX, TensorFlow.js, Keras oder PyTorch: Diese lassen sich wieder öffnen. Modelle von PyTorch verlassen es als ONNX, mit torch.onnx.export.',
  '{file} is PyTorch’s own file: objects that only its program can put together.':
    '{file} ist PyTorchs eigene Datei: Objekte, die nur sein Programm zusammensetzen kann.',
  '{file} is a PyTorch program, and programs are not run here; its .npz opens.':
    '{file} ist ein PyTorch-Programm, und Programme laufen hier nicht; seine .npz lässt sich öffnen.',
  '{file} is C source, which only a compiler reads.': '{file} ist C-Quelltext, den nur ein Compiler liest.',
  '{file} holds numbers alone: weights whose model.json is missing.':
    '{file} enthält nur Zahlen: Gewichte, deren model.json fehlt.',
  'The model draws nothing: {broken} of the {count} values of its first images are no finite numbers.':
    'Das Modell zeichnet nichts: {broken} der {count} Werte seiner ersten Bilder sind keine endlichen Zahlen.',
  'Its weights are so large that sums of them overflow; use a copy from before it diverged.':
    'Seine Gewichte sind so groß, dass ihre Summen überlaufen; nimm eine Kopie von vor dem Entgleisen.',
  'No file was given.': 'Es wurde keine Datei gegeben.',
  'Choose a run or a model.': 'Wähle einen Lauf oder ein Modell.',
  '{network} takes no file.': '{network} nimmt keine Datei.',
  'Choose VGG16 or VGG19.': 'Wähle VGG16 oder VGG19.',
  'The files have {count} bytes; {most} are the most. The file without the dense layers (notop) is enough.':
    'Die Dateien haben {count} Bytes; höchstens {most} sind möglich. Die Datei ohne die dichten Schichten (notop) genügt.',
  'Keeping the weights on this device': 'Die Gewichte werden auf diesem Gerät behalten',
  'The weights of {count} layers are ready.': 'Die Gewichte von {count} Schichten sind bereit.',
  'The weights of {count} layers are ready. They are kept until the page is closed only.':
    'Die Gewichte von {count} Schichten sind bereit. Sie bleiben nur, bis die Seite geschlossen wird.',
} as const;
