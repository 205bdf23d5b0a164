// Spanish texts of what is wrong with HDF5 files, by the English text; `{name}` is a gap.
export default {
  'The HDF5 file keeps a weight in pieces in a way that this page does not read.':
    'El archivo HDF5 guarda un peso por trozos de un modo que esta página no lee.',
  'Save the model again with Keras.': 'Guarda de nuevo el modelo con Keras.',
  'there is no list of chunks at byte {at}': 'no hay ninguna lista de trozos en el byte {at}',
  'the list of chunks at byte {at} runs in a circle':
    'la lista de trozos del byte {at} da vueltas en círculo',
  'there is no array at byte {at}': 'no hay ninguna matriz en el byte {at}',
  'The HDF5 file packs a weight with {count} filters, one after the other; {most} are the most.':
    'El archivo HDF5 empaqueta un peso con {count} filtros, uno tras otro; como máximo {most}.',
  'The HDF5 file packs a weight with gzip more than once.':
    'El archivo HDF5 empaqueta un peso con gzip más de una vez.',
  'its values have {count} bytes': 'sus valores tienen {count} bytes',
  'The HDF5 file compresses a weight with filter {filter}; gzip can be opened.':
    'El archivo HDF5 comprime un peso con el filtro {filter}; se puede abrir gzip.',
  'Save the model again with Keras, with gzip or without compression.':
    'Guarda de nuevo el modelo con Keras, con gzip o sin compresión.',
  'a piece of a weight has {count} bytes, expected {expected}':
    'un trozo de un peso tiene {count} bytes; se esperaban {expected}',
  'A weight of the HDF5 file has {count} bytes; {most} are the most.':
    'Un peso del archivo HDF5 tiene {count} bytes; como máximo {most}.',
  'a weight of {bytes} bytes has {count} pieces of {size} bytes':
    'un peso de {bytes} bytes tiene {count} trozos de {size} bytes',
  'A weight of {bytes} bytes has {count} pieces that unpack to {size} bytes each.':
    'Un peso de {bytes} bytes tiene {count} trozos que descomprimidos ocupan {size} bytes cada uno.',
  'a piece of a weight lies at [{corner}]': 'un trozo de un peso está en [{corner}]',
  'The HDF5 file has a group of very many members or attributes, which this page does not read.':
    'El archivo HDF5 tiene un grupo con muchísimos miembros o atributos, que esta página no lee.',
  'Save the generator alone.': 'Guarda solo el generador.',
  'there is no {what} at byte {at}': 'no hay ningún {what} en el byte {at}',
  'the heap at byte {at} has no object {object}': 'el montículo del byte {at} no tiene el objeto {object}',
  'the heap at byte {at} has no object at {place}':
    'el montículo del byte {at} no tiene ningún objeto en {place}',
  'The HDF5 file has {what}, which this page does not read.':
    'El archivo HDF5 tiene {what}, que esta página no lee.',
  'a superblock of version {version}': 'un superbloque de la versión {version}',
  'a shared data type': 'un tipo de datos compartido',
  'there is no object header at byte {at}': 'no hay ninguna cabecera de objeto en el byte {at}',
  'there is no list of names at byte {at}': 'no hay ninguna lista de nombres en el byte {at}',
  'there are no names at byte {at}': 'no hay nombres en el byte {at}',
  'there are no texts at byte {at}': 'no hay textos en el byte {at}',
  'the text {index} at byte {at} is missing': 'falta el texto {index} del byte {at}',
  'A weight of the HDF5 file is stored as something else than little-endian floats.':
    'Un peso del archivo HDF5 no está guardado como números de coma flotante little-endian.',
  'Save the model again with weights of float32.': 'Guarda de nuevo el modelo con pesos float32.',
  'its groups nest more than {most} deep': 'sus grupos se anidan más de {most} niveles',
  'The weight {weight} of the HDF5 file is stored in a way that this page does not read.':
    'El peso {weight} del archivo HDF5 está guardado de un modo que esta página no lee.',
  'the attribute {name} is no text': 'el atributo {name} no es un texto',
  'its structures run in a circle': 'sus estructuras dan vueltas en círculo',
} as const;
