// Spanish texts of what is wrong with zips, by the English text; `{name}` is a gap.
export default {
  'The zip is damaged: {problem}.': 'El zip está dañado: {problem}.',
  'Use another copy of the file, or pack it again.': 'Usa otra copia del archivo, o empaquétalo de nuevo.',
  'Pack it again with the plain zip method (deflate), without a password.':
    'Empaquétalo de nuevo con el método zip normal (deflate), sin contraseña.',
  '{name} does not begin where its directory says (byte {at})':
    '{name} no empieza donde dice su directorio (byte {at})',
  '{name} is packed with a password': '{name} está empaquetado con contraseña',
  '{name} is packed with {method}': '{name} está empaquetado con {method}',
  'method {number}': 'el método {number}',
  '{name} claims {bytes} bytes in {packed} packed ones':
    '{name} dice tener {bytes} bytes en {packed} empaquetados',
  '{name} would unpack to {bytes} bytes; {most} are the most':
    '{name} ocuparía descomprimido {bytes} bytes; como máximo {most}',
  'Make it smaller.': 'Hazlo más pequeño.',
  'the checksum of {name} does not fit': 'la suma de comprobación de {name} no coincide',
  'The file is empty, no zip.': 'El archivo está vacío; no es un zip.',
  'The file is no zip: {size} bytes that begin with {bytes}; a zip begins with 50 4b 03 04 (PK).':
    'El archivo no es un zip: {size} bytes que empiezan por {bytes}; un zip empieza por 50 4b 03 04 (PK).',
  'Choose another file, or pack it as a zip again.': 'Elige otro archivo, o empaquétalo de nuevo como zip.',
  'it ends too early, after {size} bytes, without its directory':
    'termina demasiado pronto, tras {size} bytes, sin su directorio',
  'its directory should hold {count} files in {bytes} bytes at byte {at}, the file has {size}':
    'su directorio debería contener {count} archivos en {bytes} bytes en el byte {at}; el archivo tiene {size}',
  'the Zip64 end of its directory is not where it should be':
    'el final Zip64 de su directorio no está donde debería',
  '{name} lacks its Zip64 sizes': 'a {name} le faltan sus tamaños Zip64',
  'entry {number} of {count} in its directory': 'la entrada {number} de {count} de su directorio',
  '{entry} is broken': '{entry} está rota',
  '{entry} is too long': '{entry} es demasiado larga',
  '{what} unpacks to more than the expected {bytes} bytes':
    '{what} ocupa descomprimido más de los {bytes} bytes esperados',
  '{what} cannot be unpacked ({why})': '{what} no se puede descomprimir ({why})',
  '{what} unpacks to {found} bytes, expected {bytes}':
    '{what} ocupa descomprimido {found} bytes; se esperaban {bytes}',
  '{count} files were found before byte {at}, how many follow is unknown':
    'se encontraron {count} archivos antes del byte {at}; no se sabe cuántos siguen',
  'the size of {name} and of what follows stood in it': 'el tamaño de {name} y de lo que sigue estaba en él',
  'it ends within {name}': 'termina dentro de {name}',
  'the first {count} files were found': 'se encontraron los primeros {count} archivos',
  '{name} should end at byte {at} of {size}': '{name} debería terminar en el byte {at} de {size}',
  'The zip lists {count} files; {most} are the most': 'El zip nombra {count} archivos; como máximo {most}',
  'Pack fewer.': 'Empaqueta menos.',
  '{name} is packed with {kind} (method {number})': '{name} está empaquetado con {kind} (método {number})',
} as const;
