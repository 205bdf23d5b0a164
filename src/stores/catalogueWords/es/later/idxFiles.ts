// Spanish texts of published data sets, their files and those that a person gives for them, by the English text; `{name}` is a gap.
export default {
  '{name} holds IDX values of type 0x{type}; expected unsigned bytes, type 0x08.':
    '{name} contiene valores IDX de tipo 0x{type}; se esperaban bytes sin signo, tipo 0x08.',
  '{name} is not an IDX file: expected it to start with 00 00 08 and the number of dimensions, came {start}.':
    '{name} no es un archivo IDX: se esperaba que empezara por 00 00 08 y el número de dimensiones, y vino {start}.',
  '{name} ends in its header: expected at least {needed} bytes, came {bytes}.':
    '{name} termina en su cabecera: se esperaban al menos {needed} bytes y vinieron {bytes}.',
  '{name} is truncated: {sides} values need {needed} bytes, came {bytes}.':
    '{name} está cortado: {sides} valores necesitan {needed} bytes y vinieron {bytes}.',
  '{name} is too long: {sides} values need {needed} bytes, came {bytes}.':
    '{name} es demasiado largo: {sides} valores necesitan {needed} bytes y vinieron {bytes}.',
  'Give the file as it was published, complete and unchanged (IDX, or IDX packed with gzip).':
    'Da el archivo tal como se publicó, completo y sin cambios (IDX, o IDX comprimido con gzip).',
  '{name} is truncated or damaged gzip data: after {packed} packed bytes ({bytes} unpacked) the unpacker says {reason}.':
    '{name} son datos gzip cortados o dañados: tras {packed} bytes comprimidos ({bytes} descomprimidos), el descompresor dice {reason}.',
  'Fetch or copy the file again.': 'Descarga o copia de nuevo el archivo.',
  '{name} unpacks to more than the {bytes} bytes that were expected.':
    'Descomprimido, {name} ocupa más de los {bytes} bytes esperados.',
  'Give the file as it was published.': 'Da el archivo tal como se publicó.',
  '{file} holds {bytes} bytes unpacked, expected {needed}':
    '{file} contiene {bytes} bytes descomprimido; se esperaban {needed}',
  '{file} has SHA-256 {sum}, expected {needed}': '{file} tiene SHA-256 {sum}; se esperaba {needed}',
  '{what}: {done} of {all} MB': '{what}: {done} de {all} MB',
  '{data}, {file} from {place}': '{data}, {file} de {place}',
  'this server': 'este servidor',
  'The copy on this device is damaged ({problem}); getting it again':
    'La copia de este dispositivo está dañada ({problem}); se descarga de nuevo',
  'expected gzip (1F 8B) or IDX (00 00 08), came {start}':
    'se esperaba gzip (1F 8B) o IDX (00 00 08), y vino {start}',
  'Try another source.': 'Prueba otra fuente.',
  '{file} is kept until the page is closed only: {reason}':
    '{file} solo se conserva hasta que se cierre la página: {reason}',
  '{data} could not be loaded: no source gave {file}. Tried {places}.':
    'No se pudo cargar {data}: ninguna fuente dio {file}. Se probó: {places}.',
  'The download': 'la descarga',
  '{name} has {bytes} bytes; at most {most} are read.':
    '{name} tiene {bytes} bytes; se leen como máximo {most}.',
  'Give a smaller file.': 'Da un archivo más pequeño.',
  '{name} holds {sides} values; expected images of n x {height} x {width} or n labels.':
    '{name} contiene {sides} valores; se esperaban imágenes, n x {height} x {width}, o n etiquetas.',
  'Give IDX files of the right size, or use your own images as a folder or zip.':
    'Da archivos IDX del tamaño correcto, o usa tus propias imágenes como carpeta o zip.',
  '{name} holds the label {label}; expected labels from 0 to {most}.':
    '{name} contiene la etiqueta {label}; se esperaban etiquetas de 0 a {most}.',
  'Give the images alone: they train without labels too.':
    'Da solo las imágenes: también entrenan sin etiquetas.',
  '{name}: the published {count} train images, checked.':
    '{name}: las {count} imágenes de entrenamiento publicadas, comprobadas.',
  '{name}: the published {count} train labels, checked.':
    '{name}: las {count} etiquetas de entrenamiento publicadas, comprobadas.',
  '{name}: the published {count} test images, checked.':
    '{name}: las {count} imágenes de prueba publicadas, comprobadas.',
  '{name}: the published {count} test labels, checked.':
    '{name}: las {count} etiquetas de prueba publicadas, comprobadas.',
  '{name}: {count} train images of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}: {count} imágenes de entrenamiento propias (no el archivo publicado, {data}); se usan en su lugar mientras «Archivos» esté en «Automático».',
  '{name}: {count} train labels of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}: {count} etiquetas de entrenamiento propias (no el archivo publicado, {data}); se usan en su lugar mientras «Archivos» esté en «Automático».',
  '{name}: {count} test images of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}: {count} imágenes de prueba propias (no el archivo publicado, {data}); se usan en su lugar mientras «Archivos» esté en «Automático».',
  '{name}: {count} test labels of your own (not the published {data} file); they are used in its place while "Files" is set to automatic.':
    '{name}: {count} etiquetas de prueba propias (no el archivo publicado, {data}); se usan en su lugar mientras «Archivos» esté en «Automático».',
  'Choose {name} or a file like it.': 'Elige {name} o un archivo parecido.',
  'Checking {name}': 'Comprobando {name}',
  'Files checked': 'Archivos comprobados',
  'Your file of train images': 'Tu archivo de imágenes de entrenamiento',
  'Your file of train labels': 'Tu archivo de etiquetas de entrenamiento',
  'Your file of test images': 'Tu archivo de imágenes de prueba',
  'Your file of test labels': 'Tu archivo de etiquetas de prueba',
  'Class {class} was chosen, but these images carry no labels.':
    'Se eligió la clase {class}, pero estas imágenes no llevan etiquetas.',
  'Choose all classes, or give the file of labels too.':
    'Elige todas las clases, o da también el archivo de etiquetas.',
  'None of the {count} images is of class {class}.':
    'Ninguna de las {count} imágenes es de la clase {class}.',
  'Choose all classes or another class.': 'Elige todas las clases u otra clase.',
  'There are {images} images and {labels} labels; expected as many labels as images.':
    'Hay {images} imágenes y {labels} etiquetas; se esperaban tantas etiquetas como imágenes.',
  'Give the images and the labels that belong together, or set "Files" to published.':
    'Da las imágenes y las etiquetas que van juntas, o pon «Archivos» en «Publicados».',
  'no IDX file by its name': 'por su nombre, no es un archivo IDX',
  'Image {index} was asked for; the data set has {count} images.':
    'Se pidió la imagen {index}; el conjunto de datos tiene {count} imágenes.',
  'A file on this device ends early: {read} of {bytes} bytes from {at}.':
    'Un archivo de este dispositivo termina antes de tiempo: {read} de {bytes} bytes desde {at}.',
  'Give the folder or zip again.': 'Da de nuevo la carpeta o el zip.',
  'The images that this run learns from were replaced by others.':
    'Las imágenes de las que aprende esta ejecución se sustituyeron por otras.',
  'Open it again from Runs: it goes on from its last save with the new ones.':
    'Ábrela de nuevo desde «Ejecuciones»: continúa desde su último guardado con las nuevas.',
  'Files cannot be written in place.': 'Los archivos no se pueden escribir en su sitio.',
  'this browser did not take {bytes} bytes ({reason})': 'este navegador no aceptó {bytes} bytes ({reason})',
  'this page is not served over https, so the browser offers no storage for files':
    'esta página no se sirve por https, así que el navegador no ofrece espacio para archivos',
} as const;
