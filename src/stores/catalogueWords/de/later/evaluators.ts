// German texts of what measures and evaluators say of themselves, by the English text; `{name}` is a gap.
export default {
  'After the evaluation by segmentation of Zhu et al. 2017, https://arxiv.org/abs/1703.10593':
    'Nach der Bewertung durch Segmentierung von Zhu et al. 2017, https://arxiv.org/abs/1703.10593',
  'After Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661':
    'Nach Goodfellow et al. 2014, https://arxiv.org/abs/1406.2661',
  'After Metz et al. 2016, https://arxiv.org/abs/1611.02163':
    'Nach Metz et al. 2016, https://arxiv.org/abs/1611.02163',
  'After Meehan et al. 2020, https://arxiv.org/abs/2004.05675':
    'Nach Meehan et al. 2020, https://arxiv.org/abs/2004.05675',
  'Ratio of total variances (trace of the covariance)': 'Verhältnis der Gesamtvarianzen (Spur der Kovarianz)',
  'feature network that sees colours, textures and strokes':
    'Merkmalsnetz, das Farben, Texturen und Striche sieht',
  'classifier trained on MNIST': 'auf MNIST trainierter Klassifikator',
  'classifier trained on Fashion-MNIST': 'auf Fashion-MNIST trainierter Klassifikator',
  'right on {share} of its test images': 'richtig bei {share} seiner Testbilder',
  'right on {share} of these synthetic digits': 'richtig bei {share} dieser synthetischen Ziffern',
  'fixed random features ({evaluator} could not be loaded: {reason})':
    'feste Zufallsmerkmale ({evaluator} ließ sich nicht laden: {reason})',
  '{file}.json is no JSON.': '{file}.json ist kein JSON.',
  '{file}.json describes no evaluator.': '{file}.json beschreibt kein Prüfnetz.',
  '{file}.json has the version {version}, expected 1.':
    '{file}.json hat die Version {version}, erwartet war 1.',
  '{file}.json does not say how accurate it is.': '{file}.json sagt nicht, wie genau es ist.',
  '{file}.json has a damaged list of tensors.': '{file}.json hat eine beschädigte Liste von Tensoren.',
  'Reload the page; if it happens again, the files of the site are incomplete.':
    'Lade die Seite neu; wenn es wieder geschieht, sind die Dateien der Website unvollständig.',
  'distances in the plane; a point is good within {count} standard deviations of a mode':
    'Abstände in der Ebene; ein Punkt ist gut, wenn er höchstens {count} Standardabweichungen von einer Mode liegt',
  'distances in the plane': 'Abstände in der Ebene',
  'cluster {number}': 'Haufen {number}',
  "The evaluator's weights end at byte {end}, before {name} does.":
    'Die Gewichte des Prüfnetzes enden bei Byte {end}, vor dem Ende von {name}.',
  "The evaluator's {name} is {found}; expected {wanted}.":
    '{name} des Prüfnetzes ist {found}; erwartet war {wanted}.',
  'The files of the site are of different versions; reload the page.':
    'Die Dateien der Website sind von verschiedenen Versionen; lade die Seite neu.',
} as const;
