// Spanish texts of what of a lesson link could not be applied, by the English text; `{name}` is a gap.
export default {
  'The link locks this page, but its word lock is missing; settings that it does not allow are fixed.':
    'El enlace bloquea esta página, pero le falta la palabra lock; los ajustes que no permite quedan fijados.',
  'The lock (lock) is {value}; it must be one of {rights}. It was taken as {taken}.':
    'El bloqueo (lock) es {value}; debe ser uno de {rights}. Se tomó como {taken}.',
  'The word allow stands there more than once; what all of them allow was taken.':
    'La palabra allow aparece más de una vez; se tomó lo que permiten todas.',
  '{word} names {count} settings; the first {most} were taken.':
    '{word} nombra {count} ajustes; se tomaron los primeros {most}.',
  'There is no setting named {name} to {right}.': 'No hay ningún ajuste llamado {name} ({right}).',
  'There is no setting named {name} to {right}; did you mean {nearest}? That stays as it is.':
    'No hay ningún ajuste llamado {name} ({right}); ¿querías decir {nearest}? Ese queda como está.',
  'There is no setting named {name} to {right}; {taken} was taken.':
    'No hay ningún ajuste llamado {name} ({right}); se tomó {taken}.',
  'There is no part of the page named {name}; {what}.':
    'No hay ninguna parte de la página llamada {name}; {what}.',
  '{panel} was taken': 'se tomó {panel}',
  'the parts are {panels}': 'las partes son {panels}',
  'The panels (panels) are empty; no part beside the picture is shown.':
    'Las partes (panels) están vacías; aparte de la imagen no se muestra nada.',
  'The budget (budget) is {value}; it must be {allowed}. No run pauses by itself.':
    'El presupuesto (budget) es {value}; debe ser {allowed}. Ninguna ejecución se detiene por sí sola.',
  '1steps to {steps}steps, or 1min to {minutes}min': 'de 1steps a {steps}steps, o de 1min a {minutes}min',
  'The budget (budget) stands there more than once; the first was taken.':
    'El presupuesto (budget) aparece más de una vez; se tomó el primero.',
  'The note (note) has {count} characters; the first {most} are shown.':
    'La nota (note) tiene {count} caracteres; se muestran los primeros {most}.',
  '{given} was taken as the word {word}.': '{given} se tomó como la palabra {word}.',
  'A link to a lesson has no setting named {name}; did you mean {nearest}?':
    'Un enlace a una lección no tiene ningún ajuste llamado {name}; ¿querías decir {nearest}?',
  'A link to a lesson has no setting named {name}.':
    'Un enlace a una lección no tiene ningún ajuste llamado {name}.',
  'There is no lesson named {name}.': 'No hay ninguna lección llamada {name}.',
  'The budget (budget) is {value}; it was taken as {steps}steps.':
    'El presupuesto (budget) es {value}; se tomó como {steps}steps.',
  'A link to a comparison has no setting named {name}; did you mean {nearest}?':
    'Un enlace a una comparación no tiene ningún ajuste llamado {name}; ¿querías decir {nearest}?',
  'A link to a comparison has no setting named {name}.':
    'Un enlace a una comparación no tiene ningún ajuste llamado {name}.',
  'The page speaks no language named {name}; it speaks {languages}.':
    'La página no habla ningún idioma llamado {name}; habla {languages}.',
  'The pair {pair} is not trained on {name}; it can be trained on {datasets}.':
    'La pareja {pair} no se entrena con {name}; se puede entrenar con {datasets}.',
  '{setting} cannot be read; draw it anew.': '{setting} no se puede leer; dibuja de nuevo.',
  '{setting} is empty; draw something.': '{setting} está vacío; dibuja algo.',
} as const;
