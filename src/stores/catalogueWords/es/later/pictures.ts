// Spanish texts of which pictures networks take, and of feature networks, by the English text; `{name}` is a gap.
export default {
  'The generator': 'El generador',
  'Pictures of': 'Imágenes de',
  '{name} takes no picture.': '{name} no toma ninguna imagen.',
  'Leave height and width as they are.': 'Deja el alto y el ancho como están.',
  'Choose a network from image to image.': 'Elige una red de imagen a imagen.',
  '{name} does not take pictures of {height} x {width}.': '{name} no toma imágenes de {height} x {width}.',
  'The nearest that it takes are {height} x {width}: {least} to {most}, in steps of {step}.':
    'Las más cercanas que toma son de {height} x {width}: de {least} a {most}, en pasos de {step}.',
  'Its layers take {height} x {width} alone.': 'Sus capas solo toman {height} x {width}.',
  '{count} pictures of {height} x {width} x {channels} with {bytes} bytes were given.':
    'Se dieron {count} imágenes de {height} x {width} x {channels} con {bytes} bytes.',
  'Give at least one of {height} x {width} x {channels}, and at most {most} bytes.':
    'Da al menos una de {height} x {width} x {channels}, y como máximo {most} bytes.',
  'The open run has no network {network} that takes pictures.':
    'La ejecución abierta no tiene ninguna red {network} que tome imágenes.',
  'The open run has no network that takes pictures.':
    'La ejecución abierta no tiene ninguna red que tome imágenes.',
  '{name} has no network that names pictures.': '{name} no tiene ninguna red que nombre imágenes.',
  'Pictures have 1 or 3 channels, not {channels}.': 'Las imágenes tienen 1 o 3 canales, no {channels}.',
  'Ask for grey or colour.': 'Se admite gris o color.',
  'The first {taken} were taken, {left} were not.':
    'Se tomaron las primeras {taken}; {left} se dejaron fuera.',
  'models/{name} is not there ({reason}).': 'models/{name} no está ({reason}).',
  'status {code}': 'estado {code}',
  'no server': 'no hay servidor',
  'The site is incomplete; put the folder models/ beside the page.':
    'El sitio está incompleto; pon la carpeta models/ junto a la página.',
  'Choose some of {layers}.': 'Elige entre: {layers}.',
  'The weights of {name} are not on this device yet.':
    'Los pesos de {name} aún no están en este dispositivo.',
  'Give their file (Keras .h5 or .keras, or TensorFlow.js), or choose another feature network.':
    'Da su archivo (Keras .h5 o .keras, o TensorFlow.js), o elige otra red de características.',
  'The weights of {name} have {bytes} bytes; {needed} are needed.':
    'Los pesos de {name} tienen {bytes} bytes; hacen falta {needed}.',
  'The description of {name} is no JSON.': 'La descripción de {name} no es JSON.',
  'The description of {name} describes no feature network.':
    'La descripción de {name} no describe ninguna red de características.',
  'The description of {name} is of another version.': 'La descripción de {name} es de otra versión.',
  'The description of {name} is of {other}.': 'La descripción de {name} es la de {other}.',
  'The description of {name} does not say how numbers are stored.':
    'La descripción de {name} no dice cómo se guardan los números.',
  'Reload the page; if it happens again, the files of the site are incomplete.':
    'Recarga la página; si vuelve a ocurrir, los archivos del sitio están incompletos.',
} as const;
