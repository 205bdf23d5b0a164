// German texts of what is wrong with saved runs, by the English text; `{name}` is a gap.
export default {
  '{what} is {value}, at most {most} is possible': '{what}: {value}, höchstens {most} ist möglich',
  'It has {count} {what}; {most} are the most.': 'Sie hat {count} {what}; höchstens {most} sind möglich.',
  'numbers in its history': 'Zahlen in ihrem Verlauf',
  'bytes in {file}': 'Bytes in {file}',
  '{what} would unpack to {bytes} bytes; of a file of {all} bytes {left} are left to take.':
    '{what} ergäbe entpackt {bytes} Bytes; von einer Datei mit {all} Bytes bleiben {left} übrig.',
  'The run file is not read. {problem}': 'Die Laufdatei wird nicht gelesen. {problem}',
  'The run was made with settings that this page does not have. {problem}':
    'Der Lauf wurde mit Einstellungen gemacht, die diese Seite nicht hat. {problem}',
  'the tensor {name} has {broken} of {count} values that are no finite numbers, the first ({first}) at place {place}':
    'der Tensor {name} hat {broken} von {count} Werten, die keine endlichen Zahlen sind, den ersten ({first}) an der Stelle {place}',
  'The run diverged before it was saved; import a copy of an earlier step.':
    'Der Lauf entgleiste, bevor er gespeichert wurde; importiere eine Kopie eines früheren Schritts.',
  'The zip is no saved run: it holds {names} and no {file}.':
    'Das Zip ist kein gespeicherter Lauf: Es enthält {names} und keine {file}.',
  'The zip is no saved run: it holds {names} and more than one {file}.':
    'Das Zip ist kein gespeicherter Lauf: Es enthält {names} und mehr als eine {file}.',
  'more than one': 'mehr als eine',
  'The zip\'s {file} has the format {found}, expected "{format}".':
    '{file} im Zip hat das Format {found}, erwartet wird "{format}".',
  'its format version is {version}': 'seine Formatversion ist {version}',
  '{file} has {bytes} bytes, not {expected}': '{file} hat {bytes} Bytes, nicht {expected}',
  '{file} belongs to another run or checkpoint': '{file} gehört zu einem anderen Lauf oder Speicherstand',
  'Choose a run file that this page exported (its name ends in .zip).':
    'Wähle eine Laufdatei, die diese Seite exportiert hat (ihr Name endet auf .zip).',
  'updates of {network}': 'Updates von {network}',
  '{name} is {value}, expected finite numbers': '{name}: {value}, erwartet werden endliche Zahlen',
  'its backend is {value}': 'sein Backend ist {value}',
  'its name is {value}, expected a text': 'sein Name: {value}, erwartet wird ein Text',
  'its history has the columns {columns}': 'sein Verlauf hat die Spalten {columns}',
  'point {number} of its history stands at step {step}, {seconds} seconds':
    'Punkt {number} seines Verlaufs steht bei Schritt {step}, {seconds} Sekunden',
  'history.bin has {bytes} bytes, {count} points need {needed}':
    'history.bin hat {bytes} Bytes, {count} Punkte brauchen {needed}',
  'the layer {layer} would make {count} values for one image':
    'die Schicht {layer} würde {count} Werte für ein Bild machen',
  'the layer {layer} has no tensor {role} of {shape}':
    'die Schicht {layer} hat keinen Tensor {role} von {shape}',
  '{what} is no JSON (it begins {start})': '{what} ist kein JSON (es beginnt mit {start})',
  '{what} is {value}, expected {kind}': '{what}: {value}, erwartet wird {kind}',
  'at most {count} characters': 'höchstens {count} Zeichen',
  'a number from 0': 'eine Zahl ab 0',
  'a whole number from 0': 'eine ganze Zahl ab 0',
  'an object': 'ein Objekt',
  'a text': 'ein Text',
  'a list': 'eine Liste',
  'the step of measures[{number}]': 'der Schritt von measures[{number}]',
  'the step of {what}': 'der Schritt von {what}',
  'its note is {value}, expected a text': 'seine Notiz: {value}, erwartet wird ein Text',
  'its star is {value}, expected true or false': 'sein Stern: {value}, erwartet wird true oder false',
  'its thumbnail is cut off': 'sein Vorschaubild ist abgeschnitten',
  'its gallery record is incomplete': 'sein Eintrag in der Galerie ist unvollständig',
  'the tensor {name} [{shape}] does not fit at byte {at} of {bytes}':
    'der Tensor {name} [{shape}] passt nicht bei Byte {at} von {bytes}',
  'tensors.bin has {bytes} bytes, its index describes {said}':
    'tensors.bin hat {bytes} Bytes, sein Verzeichnis nennt {said}',
  'timeline.bin has {bytes} bytes, its index describes {said}':
    'timeline.bin hat {bytes} Bytes, sein Verzeichnis nennt {said}',
  '{what} is empty: {count} images of {height} x {width} x {channels}':
    '{what} ist leer: {count} Bilder von {height} x {width} x {channels}',
  '{what} should end at byte {at} of {bytes} in timeline.bin':
    '{what} sollte bei Byte {at} von {bytes} in timeline.bin enden',
  'its id is {id}': 'seine Kennung ist {id}',
  'The run file does not fit its own settings: {problem}.':
    'Die Laufdatei passt nicht zu ihren eigenen Einstellungen: {problem}.',
  'It was changed, or saved by another version of the model; use another copy, or start a new run from its settings.':
    'Sie wurde verändert oder von einer anderen Fassung des Modells gespeichert; nimm eine andere Kopie oder beginne einen neuen Lauf mit ihren Einstellungen.',
  '{name} of {size} is missing': '{name} ({size}) fehlt',
  '{name} is {found}, and {needed} is needed': '{name} ist {found}, nötig ist {needed}',
  '{name} of {size} belongs to none of its networks': '{name} ({size}) gehört zu keinem ihrer Netze',
  '{name} has {found} numbers, and {count} are needed': '{name} hat {found} Zahlen, nötig sind {count}',
  'the number of updates of {network} is missing': 'die Zahl der Updates von {network} fehlt',
  'updates of {network} are counted, and no such network learns':
    'Updates von {network} sind gezählt, und kein solches Netz lernt',
  'one number': 'eine Zahl',
  'and {count} more': 'und {count} weitere',
} as const;
