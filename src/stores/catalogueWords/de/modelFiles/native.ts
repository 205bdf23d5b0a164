// German texts of what is wrong with model.bin of boards, by the English text; `{name}` is a gap.
export default {
  '{what} is {value}, expected {least} to {most}': '{what}: {value}, erwartet wird {least} bis {most}',
  'the {count} numbers of {step} at byte {at} are not in its {bytes} bytes':
    'die {count} Zahlen von {step} bei Byte {at} liegen nicht in ihren {bytes} Bytes',
  'step {step}': 'Schritt {step}',
  '{step} is of the kind {kind}, which there is none of': '{step} ist von der Art {kind}, die es nicht gibt',
  'a side of {step}': 'eine Seite von {step}',
  'the size of {step}': 'die Größe von {step}',
  'the window of {step}': 'das Fenster von {step}',
  'a border of {step}': 'ein Rand von {step}',
  'the scale of {step} is {scale}': 'die Skala von {step} ist {scale}',
  '{step} holds the function {number}, which there is none of':
    '{step} enthält die Funktion {number}, die es nicht gibt',
  '{step} has {found} factors for {channels} channels': '{step} hat {found} Faktoren für {channels} Kanäle',
  'the place of its picture': 'die Stelle ihres Bildes',
  'what it says of its picture is not in its {bytes} bytes':
    'was sie von ihrem Bild sagt, liegt nicht in ihren {bytes} Bytes',
  'a side of its picture': 'eine Seite ihres Bildes',
  'it holds {found} names of {count} classes': 'sie enthält {found} Namen für {count} Klassen',
  'its pictures are prepared in the way {number}, which there is none of':
    'ihre Bilder werden auf die Weise {number} vorbereitet, die es nicht gibt',
  'The file is a model.bin of version {version}, which is not known here.':
    'Die Datei ist eine model.bin der Version {version}, die hier unbekannt ist.',
  'it has {bytes} bytes, fewer than its header': 'sie hat {bytes} Bytes, weniger als ihr Kopf',
  'it says that it has {said} bytes, and has {bytes}': 'sie nennt {said} Bytes und hat {bytes}',
  'its checksum is another': 'ihre Prüfsumme ist eine andere',
  'the number of steps': 'die Zahl der Schritte',
  'its {count} steps are not in its {bytes} bytes':
    'ihre {count} Schritte liegen nicht in ihren {bytes} Bytes',
  'The file is a model.bin of an earlier version, whose integers do not say which numbers they stand for.':
    'Die Datei ist eine model.bin einer früheren Version, deren ganze Zahlen nicht sagen, für welche Zahlen sie stehen.',
  'Export the run as model.bin again, or as TensorFlow Lite, and open that.':
    'Exportiere den Lauf noch einmal als model.bin, oder als TensorFlow Lite, und öffne das.',
  'the scales of its steps are not in its {bytes} bytes':
    'die Skalen ihrer Schritte liegen nicht in ihren {bytes} Bytes',
  'the scale of its input is {scale}': 'die Skala ihres Eingangs ist {scale}',
  'the length of its noise': 'die Länge ihres Rauschens',
  'the number of its classes': 'die Zahl ihrer Klassen',
  'the height of its image': 'die Höhe ihres Bildes',
  'the width of its image': 'die Breite ihres Bildes',
  'the channels of its image': 'die Kanäle ihres Bildes',
  '{step} makes {shape}, not {said}': '{step} macht {shape}, nicht {said}',
  'its last step makes no image of {shape}': 'ihr letzter Schritt macht kein Bild von {shape}',
  '{step} reads {shape}, where {found} lies': '{step} liest {shape}, wo {found} liegt',
  '{step} reads {shape}, where nothing lies': '{step} liest {shape}, wo nichts liegt',
  '{step} makes {shape} of {sides} by windows of {window}, which do not lie so':
    '{step} macht {shape} aus {sides} mit Fenstern von {window}, die nicht so liegen',
  '{step} makes {shape} of {sides} with borders {top} and {left}':
    '{step} macht {shape} aus {sides} mit den Rändern {top} und {left}',
  '{step} does not say which function its table holds':
    '{step} sagt nicht, welche Funktion seine Tabelle enthält',
  '{step} has windows that leave the border out': '{step} hat Fenster, die den Rand auslassen',
  '{step} makes {shape} of {sides}': '{step} macht {shape} aus {sides}',
  'the parts of {step} do not lie side by side': 'die Teile von {step} liegen nicht nebeneinander',
} as const;
