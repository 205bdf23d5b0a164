// Spanish texts of what is wrong with saved runs, by the English text; `{name}` is a gap.
export default {
  '{what} is {value}, at most {most} is possible': '{what}: {value}; como máximo es posible {most}',
  'It has {count} {what}; {most} are the most.': 'Tiene {count} {what}; como máximo {most}.',
  'numbers in its history': 'números en su historial',
  'bytes in {file}': 'bytes en {file}',
  '{what} would unpack to {bytes} bytes; of a file of {all} bytes {left} are left to take.':
    '{what} ocuparía descomprimido {bytes} bytes; de un archivo de {all} bytes quedan {left} por tomar.',
  'The run file is not read. {problem}': 'El archivo de ejecución no se lee. {problem}',
  'The run was made with settings that this page does not have. {problem}':
    'La ejecución se hizo con ajustes que esta página no tiene. {problem}',
  'the tensor {name} has {broken} of {count} values that are no finite numbers, the first ({first}) at place {place}':
    'el tensor {name} tiene {broken} de {count} valores que no son números finitos, el primero ({first}) en la posición {place}',
  'The run diverged before it was saved; import a copy of an earlier step.':
    'La ejecución divergió antes de guardarse; importa una copia de un paso anterior.',
  'The zip is no saved run: it holds {names} and no {file}.':
    'El zip no es una ejecución guardada: contiene {names} y ningún {file}.',
  'The zip is no saved run: it holds {names} and more than one {file}.':
    'El zip no es una ejecución guardada: contiene {names} y más de un {file}.',
  'more than one': 'más de uno',
  'The zip\'s {file} has the format {found}, expected "{format}".':
    '{file} del zip tiene el formato {found}; se esperaba "{format}".',
  'its format version is {version}': 'su versión de formato es {version}',
  '{file} has {bytes} bytes, not {expected}': '{file} tiene {bytes} bytes, no {expected}',
  '{file} belongs to another run or checkpoint': '{file} pertenece a otra ejecución o a otro punto guardado',
  'Choose a run file that this page exported (its name ends in .zip).':
    'Elige un archivo de ejecución exportado por esta página (su nombre termina en .zip).',
  'updates of {network}': 'actualizaciones de {network}',
  '{name} is {value}, expected finite numbers': '{name}: {value}; se esperaban números finitos',
  'its backend is {value}': 'su backend es {value}',
  'its name is {value}, expected a text': 'su nombre: {value}; se esperaba un texto',
  'its history has the columns {columns}': 'su historial tiene las columnas {columns}',
  'point {number} of its history stands at step {step}, {seconds} seconds':
    'el punto {number} de su historial está en el paso {step}, {seconds} segundos',
  'history.bin has {bytes} bytes, {count} points need {needed}':
    'history.bin tiene {bytes} bytes; {count} puntos necesitan {needed}',
  'the layer {layer} would make {count} values for one image':
    'la capa {layer} haría {count} valores por imagen',
  'the layer {layer} has no tensor {role} of {shape}':
    'la capa {layer} no tiene ningún tensor {role} de {shape}',
  '{what} is no JSON (it begins {start})': '{what} no es JSON (empieza por {start})',
  '{what} is {value}, expected {kind}': '{what}: {value}; se esperaba {kind}',
  'at most {count} characters': 'como máximo {count} caracteres',
  'a number from 0': 'un número desde 0',
  'a whole number from 0': 'un número entero desde 0',
  'an object': 'un objeto',
  'a text': 'un texto',
  'a list': 'una lista',
  'the step of measures[{number}]': 'el paso de measures[{number}]',
  'the step of {what}': 'el paso de {what}',
  'its note is {value}, expected a text': 'su nota: {value}; se esperaba un texto',
  'its star is {value}, expected true or false': 'su estrella: {value}; se esperaba true o false',
  'its thumbnail is cut off': 'su miniatura está cortada',
  'its gallery record is incomplete': 'su ficha de la galería está incompleta',
  'the tensor {name} [{shape}] does not fit at byte {at} of {bytes}':
    'el tensor {name} [{shape}] no cabe en el byte {at} de {bytes}',
  'tensors.bin has {bytes} bytes, its index describes {said}':
    'tensors.bin tiene {bytes} bytes; su índice describe {said}',
  'timeline.bin has {bytes} bytes, its index describes {said}':
    'timeline.bin tiene {bytes} bytes; su índice describe {said}',
  '{what} is empty: {count} images of {height} x {width} x {channels}':
    '{what} está vacío: {count} imágenes de {height} x {width} x {channels}',
  '{what} should end at byte {at} of {bytes} in timeline.bin':
    '{what} debería terminar en el byte {at} de {bytes} en timeline.bin',
  'its id is {id}': 'su identificador es {id}',
  'The run file does not fit its own settings: {problem}.':
    'El archivo de ejecución no concuerda con sus propios ajustes: {problem}.',
  'It was changed, or saved by another version of the model; use another copy, or start a new run from its settings.':
    'Se cambió, o la guardó otra versión del modelo; usa otra copia, o empieza una ejecución nueva con sus ajustes.',
  '{name} of {size} is missing': 'falta {name} ({size})',
  '{name} is {found}, and {needed} is needed': '{name} es {found}, y hace falta {needed}',
  '{name} of {size} belongs to none of its networks': '{name} ({size}) no pertenece a ninguna de sus redes',
  '{name} has {found} numbers, and {count} are needed': '{name} tiene {found} números, y hacen falta {count}',
  'the number of updates of {network} is missing': 'falta el número de actualizaciones de {network}',
  'updates of {network} are counted, and no such network learns':
    'se cuentan actualizaciones de {network}, y no aprende ninguna red así',
  'one number': 'un número',
  'and {count} more': 'y {count} más',
} as const;
