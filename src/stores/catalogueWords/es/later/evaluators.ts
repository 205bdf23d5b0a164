// Spanish texts of what measures and evaluators say of themselves, by the English text; `{name}` is a gap.
export default {
  'After the evaluation by segmentation of Zhu et al. 2017, https://arxiv.org/abs/1703.10593':
    'Según la evaluación por segmentación de Zhu et al. 2017, https://arxiv.org/abs/1703.10593',
  'After Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661':
    'Según Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661',
  'After Metz et al. 2016, https://arxiv.org/abs/1611.02163':
    'Según Metz et al. 2016, https://arxiv.org/abs/1611.02163',
  'After Meehan et al. 2020, https://arxiv.org/abs/2004.05675':
    'Según Meehan et al. 2020, https://arxiv.org/abs/2004.05675',
  'Ratio of total variances (trace of the covariance)':
    'Cociente de las varianzas totales (traza de la covarianza)',
  'feature network that sees colours, textures and strokes':
    'red de características que ve colores, texturas y trazos',
  'classifier trained on MNIST': 'clasificador entrenado con MNIST',
  'classifier trained on Fashion-MNIST': 'clasificador entrenado con Fashion-MNIST',
  'right on {share} of its test images': 'acierta en el {share} de sus imágenes de prueba',
  'right on {share} of these synthetic digits': 'acierta en el {share} de estos dígitos sintéticos',
  'fixed random features ({evaluator} could not be loaded: {reason})':
    'características aleatorias fijas ({evaluator} no se pudo cargar: {reason})',
  '{file}.json is no JSON.': '{file}.json no es JSON.',
  '{file}.json describes no evaluator.': '{file}.json no describe ningún evaluador.',
  '{file}.json has the version {version}, expected 1.':
    '{file}.json tiene la versión {version}; se esperaba la 1.',
  '{file}.json does not say how accurate it is.': '{file}.json no dice lo preciso que es.',
  '{file}.json has a damaged list of tensors.': '{file}.json tiene una lista de tensores dañada.',
  'Reload the page; if it happens again, the files of the site are incomplete.':
    'Recarga la página; si vuelve a ocurrir, los archivos del sitio están incompletos.',
  'distances in the plane; a point is good within {count} standard deviations of a mode':
    'distancias en el plano; un punto es bueno a menos de {count} desviaciones típicas de un modo',
  'distances in the plane': 'distancias en el plano',
  'cluster {number}': 'grupo {number}',
  "The evaluator's weights end at byte {end}, before {name} does.":
    'Los pesos del evaluador acaban en el byte {end}, antes que {name}.',
  "The evaluator's {name} is {found}; expected {wanted}.":
    '{name} del evaluador es {found}; se esperaba {wanted}.',
  'The files of the site are of different versions; reload the page.':
    'Los archivos del sitio son de versiones distintas; recarga la página.',
} as const;
