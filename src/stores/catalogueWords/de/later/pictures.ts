// German texts of which pictures networks take, and of feature networks, by the English text; `{name}` is a gap.
export default {
  'The generator': 'Der Generator',
  'Pictures of': 'Bilder von',
  '{name} takes no picture.': '{name} nimmt kein Bild.',
  'Leave height and width as they are.': 'Lass Höhe und Breite, wie sie sind.',
  'Choose a network from image to image.': 'Wähle ein Netz von Bild zu Bild.',
  '{name} does not take pictures of {height} x {width}.': '{name} nimmt keine Bilder von {height} x {width}.',
  'The nearest that it takes are {height} x {width}: {least} to {most}, in steps of {step}.':
    'Am nächsten liegen {height} x {width}: {least} bis {most}, in Schritten von {step}.',
  'Its layers take {height} x {width} alone.': 'Seine Schichten nehmen nur {height} x {width}.',
  '{count} pictures of {height} x {width} x {channels} with {bytes} bytes were given.':
    'Gegeben wurden {count} Bilder von {height} x {width} x {channels} mit {bytes} Bytes.',
  'Give at least one of {height} x {width} x {channels}, and at most {most} bytes.':
    'Gib mindestens eines von {height} x {width} x {channels}, und höchstens {most} Bytes.',
  'The open run has no network {network} that takes pictures.':
    'Der offene Lauf hat kein Netz {network}, das Bilder nimmt.',
  'The open run has no network that takes pictures.': 'Der offene Lauf hat kein Netz, das Bilder nimmt.',
  '{name} has no network that names pictures.': '{name} hat kein Netz, das Bilder benennt.',
  'Pictures have 1 or 3 channels, not {channels}.': 'Bilder haben 1 oder 3 Kanäle, nicht {channels}.',
  'Ask for grey or colour.': 'Erlaubt ist Grau oder Farbe.',
  'The first {taken} were taken, {left} were not.': 'Die ersten {taken} wurden genommen, {left} nicht.',
  'models/{name} is not there ({reason}).': 'models/{name} ist nicht da ({reason}).',
  'status {code}': 'Status {code}',
  'no server': 'kein Server',
  'The site is incomplete; put the folder models/ beside the page.':
    'Die Website ist unvollständig; leg den Ordner models/ neben die Seite.',
  'Choose some of {layers}.': 'Wähle aus: {layers}.',
  'The weights of {name} are not on this device yet.':
    'Die Gewichte von {name} sind noch nicht auf diesem Gerät.',
  'Give their file (Keras .h5 or .keras, or TensorFlow.js), or choose another feature network.':
    'Gib ihre Datei (Keras .h5 oder .keras, oder TensorFlow.js), oder wähle ein anderes Merkmalsnetz.',
  'The weights of {name} have {bytes} bytes; {needed} are needed.':
    'Die Gewichte von {name} haben {bytes} Bytes; nötig sind {needed}.',
  'The description of {name} is no JSON.': 'Die Beschreibung von {name} ist kein JSON.',
  'The description of {name} describes no feature network.':
    'Die Beschreibung von {name} beschreibt kein Merkmalsnetz.',
  'The description of {name} is of another version.':
    'Die Beschreibung von {name} ist von einer anderen Version.',
  'The description of {name} is of {other}.': 'Die Beschreibung von {name} ist die von {other}.',
  'The description of {name} does not say how numbers are stored.':
    'Die Beschreibung von {name} sagt nicht, wie Zahlen gespeichert sind.',
  'Reload the page; if it happens again, the files of the site are incomplete.':
    'Lade die Seite neu; geschieht es wieder, sind die Dateien der Website unvollständig.',
} as const;
