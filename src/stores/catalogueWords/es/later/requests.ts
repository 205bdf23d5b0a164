// Spanish texts of what the page may ask of the worker, and of what it does then, by the English text; `{name}` is a gap.
export default {
  'The operation': 'la operación',
  'The animation': 'la animación',
  'The import': 'la importación',
  'The measurement': 'la medición',
  'The animation asks for {field} = {value}.': 'La animación pide {field} = {value}.',
  'Choose another.': 'Elige otra.',
  'Choose a whole number from {least} to {most}.': 'Elige un número entero de {least} a {most}.',
  'Ask for {least} to {most}.': 'Se admite de {least} a {most}.',
  'Ask for 1 to {most}.': 'Se admite de 1 a {most}.',
  'Ask for a whole number from 0 to {most}.': 'Se admite un número entero de 0 a {most}.',
  'Ask for 0 to 1.': 'Se admite de 0 a 1.',
  'Ask for more than 0, up to 10.': 'Se admite más de 0, hasta 10.',
  'Class {class} was asked for; this run has {count}.':
    'Se pidió la clase {class}; el número de clases de esta ejecución es {count}.',
  'Class {class} was asked for; this run has {count} classes.':
    'Se pidió la clase {class}; esta ejecución tiene {count} clases.',
  '{count} starts were asked for.': 'Se pidieron {count} comienzos.',
  '{count} steps were asked for.': 'Se pidieron {count} pasos.',
  '{count} pictures were asked for.': 'Se pidieron {count} imágenes.',
  '{count} directions were asked for.': 'Se pidieron {count} direcciones.',
  '{count} as seed were asked for.': 'Se pidió {count} como semilla.',
  '{count} as class were asked for.': 'Se pidió {count} como clase.',
  'Verdicts on {count} images were asked for.': 'Se pidieron veredictos sobre {count} imágenes.',
  'A learning rate of {rate} was asked for.': 'Se pidió una tasa de aprendizaje de {rate}.',
  'A share of {share} for features was asked for.':
    'Se pidió una proporción de {share} para las características.',
  '{count} images were asked for at once.': 'Se pidieron {count} imágenes a la vez.',
  'Ask for at most {most}, or generate a file.': 'Pide como máximo {most}, o genera un archivo.',
  'This generator came from a file and has no discriminator whose features could be compared.':
    'Este generador viene de un archivo y no tiene discriminador cuyas características se puedan comparar.',
  'Compare pixels alone: ask for a share of 0.': 'Compara solo píxeles: pide una proporción de 0.',
  'This generator came from a file, and what it was trained on is not known: 0 real images to compare with.':
    'Este generador viene de un archivo, y no se sabe con qué se entrenó: 0 imágenes reales con las que comparar.',
  'Measure a run that was trained here.': 'Mide una ejecución que se haya entrenado aquí.',
  'A line is learnt from 1 to {most} points of finite numbers, not from {xs} and {ys}.':
    'Una recta se aprende de 1 a {most} puntos con números finitos, no de {xs} y {ys}.',
  'Give as many x as y.': 'Da tantas x como y.',
  'The latents have {found} numbers each; this generator takes {size}.':
    'Cada vector latente tiene {found} números; este generador toma {size}.',
  'Draw new latents for this run.': 'Sortea nuevos vectores latentes para esta ejecución.',
  'Looking for the nearest latent': 'Buscando el vector latente más cercano',
  'Looking for the latents of {count} real pictures':
    'Buscando los vectores latentes de {count} imágenes reales',
  'Drawing {count} frames': 'Dibujando {count} fotogramas',
  'Drawing {count} images': 'Dibujando {count} imágenes',
  'Drawing {count} points': 'Dibujando {count} puntos',
  'Measuring {count} samples': 'Midiendo {count} muestras',
  'Judging {count} pictures': 'Juzgando {count} imágenes',
  'Judging real images': 'Juzgando imágenes reales',
} as const;
