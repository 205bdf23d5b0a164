// Spanish texts of what is not as the file of a model has it, by the English text; `{name}` is a gap.
export default {
  'It takes a picture, {shape}; here it draws from noise in its place.':
    'Toma una imagen, {shape}; aquí dibuja a partir de ruido en su lugar.',
  'Its {count} numbers are shown as an image of {sides}.':
    'Sus {count} números se muestran como una imagen de {sides}.',
  'It takes the number of a class, 0 to {last}, and no noise; noise that is drawn here picks the nearest class.':
    'Toma el número de una clase, de 0 a {last}, y no ruido; el ruido que se saca aquí elige la clase más cercana.',
  'Its pixels went from {from} to {to}; a last step stretches them to -1 to 1, as images are kept here and leave again.':
    'Sus píxeles iban de {from} a {to}; un último paso los lleva a -1 a 1, como aquí se guardan y salen las imágenes.',
  'It draws one flat grey, {value} of -1 to 1, whatever the noise.':
    'Dibuja un gris uniforme, {value} de -1 a 1, sea cual sea el ruido.',
  'It draws the same image whatever the noise.': 'Dibuja la misma imagen sea cual sea el ruido.',
  'Its pixels go from {from} to {to}; here -1 is black and 1 is white, and what lies beyond is cut off.':
    'Sus píxeles van de {from} a {to}; aquí -1 es negro y 1 es blanco, y lo que queda fuera se recorta.',
} as const;
