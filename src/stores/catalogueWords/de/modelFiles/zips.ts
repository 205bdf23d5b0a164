// German texts of what is wrong with zips, by the English text; `{name}` is a gap.
export default {
  'The zip is damaged: {problem}.': 'Das Zip ist beschädigt: {problem}.',
  'Use another copy of the file, or pack it again.':
    'Nimm eine andere Kopie der Datei, oder packe sie noch einmal.',
  'Pack it again with the plain zip method (deflate), without a password.':
    'Packe es noch einmal mit dem einfachen Zip-Verfahren (Deflate), ohne Passwort.',
  '{name} does not begin where its directory says (byte {at})':
    '{name} beginnt nicht, wo sein Verzeichnis es sagt (Byte {at})',
  '{name} is packed with a password': '{name} ist mit einem Passwort gepackt',
  '{name} is packed with {method}': '{name} ist mit {method} gepackt',
  'method {number}': 'Verfahren {number}',
  '{name} claims {bytes} bytes in {packed} packed ones': '{name} nennt {bytes} Bytes in {packed} gepackten',
  '{name} would unpack to {bytes} bytes; {most} are the most':
    '{name} ergäbe entpackt {bytes} Bytes; höchstens {most} sind möglich',
  'Make it smaller.': 'Mach es kleiner.',
  'the checksum of {name} does not fit': 'die Prüfsumme von {name} passt nicht',
  'The file is empty, no zip.': 'Die Datei ist leer, kein Zip.',
  'The file is no zip: {size} bytes that begin with {bytes}; a zip begins with 50 4b 03 04 (PK).':
    'Die Datei ist kein Zip: {size} Bytes, die mit {bytes} beginnen; ein Zip beginnt mit 50 4b 03 04 (PK).',
  'Choose another file, or pack it as a zip again.':
    'Wähle eine andere Datei, oder packe sie noch einmal als Zip.',
  'it ends too early, after {size} bytes, without its directory':
    'es endet zu früh, nach {size} Bytes, ohne sein Verzeichnis',
  'its directory should hold {count} files in {bytes} bytes at byte {at}, the file has {size}':
    'sein Verzeichnis sollte {count} Dateien in {bytes} Bytes bei Byte {at} enthalten, die Datei hat {size}',
  'the Zip64 end of its directory is not where it should be':
    'das Zip64-Ende seines Verzeichnisses ist nicht, wo es sein sollte',
  '{name} lacks its Zip64 sizes': '{name} fehlen seine Zip64-Größen',
  'entry {number} of {count} in its directory': 'Eintrag {number} von {count} in seinem Verzeichnis',
  '{entry} is broken': '{entry} ist kaputt',
  '{entry} is too long': '{entry} ist zu lang',
  '{what} unpacks to more than the expected {bytes} bytes':
    '{what} ergibt entpackt mehr als die erwarteten {bytes} Bytes',
  '{what} cannot be unpacked ({why})': '{what} lässt sich nicht entpacken ({why})',
  '{what} unpacks to {found} bytes, expected {bytes}':
    '{what} ergibt entpackt {found} Bytes, erwartet werden {bytes}',
  '{count} files were found before byte {at}, how many follow is unknown':
    '{count} Dateien fanden sich vor Byte {at}, wie viele folgen, ist unbekannt',
  'the size of {name} and of what follows stood in it':
    'die Größe von {name} und von dem, was folgt, stand darin',
  'it ends within {name}': 'es endet mitten in {name}',
  'the first {count} files were found': 'die ersten {count} Dateien fanden sich',
  '{name} should end at byte {at} of {size}': '{name} sollte bei Byte {at} von {size} enden',
  'The zip lists {count} files; {most} are the most':
    'Das Zip nennt {count} Dateien; höchstens {most} sind möglich',
  'Pack fewer.': 'Packe weniger.',
  '{name} is packed with {kind} (method {number})': '{name} ist mit {kind} gepackt (Verfahren {number})',
} as const;
