// Spanish texts of why a run cannot do what was asked, and of runs that come of others, by the English text; `{name}` is a gap.
export default {
  'The run learns from {dataset}; it cannot go on with {other} or other parameters of it.':
    'La ejecución aprende de {dataset}; no puede continuar con {other} ni con otros parámetros suyos.',
  'Start a new run for other data.': 'Empieza una ejecución nueva para otros datos.',
  '{name} was made smaller, so its networks cannot be built anew with other settings.':
    '{name} se redujo, así que sus redes no se pueden construir de nuevo con otros ajustes.',
  'Change the run that it was made from.': 'Cambia la ejecución de la que se hizo.',
  '{device} was lost before the run could be saved.':
    '{device} se perdió antes de que se pudiera guardar la ejecución.',
  'The save before is kept; the run goes on from there.':
    'El guardado anterior se conserva; la ejecución continúa desde ahí.',
  '{name} learns the task {task}, which has no generator that draws from noise.':
    '{name} aprende la tarea {task}, que no tiene ningún generador que dibuje a partir de ruido.',
  '{name} learns the task {task}, which has no generator to be made smaller.':
    '{name} aprende la tarea {task}, que no tiene ningún generador que se pueda reducir.',
  'Open a run of a generator for this.': 'Abre para esto la ejecución de un generador.',
  'Open a run of a classifier.': 'Abre la ejecución de un clasificador.',
  'Open a run that translates.': 'Abre una ejecución que traduzca.',
  'Open a run that was trained here.': 'Abre una ejecución que se haya entrenado aquí.',
  'The images have {bytes} bytes; a folder takes {most} along.':
    'Las imágenes tienen {bytes} bytes; una carpeta se lleva {most}.',
  'Leave the images out, and give train.py their folder with --data.':
    'Deja fuera las imágenes y dale a train.py su carpeta con --data.',
  'The sweep has {count} runs.': 'El barrido tiene {count} ejecuciones.',
  'Give 1 to {most}.': 'Da de 1 a {most}.',
  'Run {number} of {count}': 'Ejecución {number} de {count}',
  'The weights of {number} of {count} runs have {bytes} bytes.':
    'Los pesos de {number} de las {count} ejecuciones tienen {bytes} bytes.',
  'Make several sweeps of it, of at most {most} bytes each.':
    'Haz con ello varios barridos, de {most} bytes como máximo cada uno.',
  '{name} still grows: its images have {side} pixels a side so far.':
    '{name} aún crece: sus imágenes tienen por ahora {side} píxeles de lado.',
  'Train it until it draws the largest ones.': 'Entrénala hasta que dibuje las más grandes.',
  'The task {task} makes no run out of one that learned {other}.':
    'La tarea {task} no hace ninguna ejecución de una que aprendió {other}.',
  'The task {task} makes no run out of another.': 'La tarea {task} no hace ninguna ejecución de otra.',
  'Step {step} of {steps}, distance {distance}': 'Paso {step} de {steps}, distancia {distance}',
  '{name} stopped at step {step} of {steps}': '{name} se detuvo en el paso {step} de {steps}',
  '{name} stopped at step {step} of {steps}: {cause}':
    '{name} se detuvo en el paso {step} de {steps}: {cause}',
  'Nothing of it was kept.': 'No se guardó nada de ello.',
  'It is kept at step {step} and can go on from there.':
    'Está guardada en el paso {step} y puede continuar desde ahí.',
  'No classifier is open.': 'No hay ningún clasificador abierto.',
  'Choose a data set on the Judge page.': 'Elige un conjunto de datos en la página «Juez».',
  'Classifier of {data}': 'Clasificador de {data}',
  '{name} came from a file and has no discriminator.': '{name} viene de un archivo y no tiene discriminador.',
  '{name} is a generator without a discriminator or without images, so there is nothing to train with.':
    '{name} es un generador sin discriminador o sin imágenes, así que no hay nada con que entrenar.',
  'Draw with it, export it, or make a student of it; to train, start a new run.':
    'Dibuja con él, expórtalo o haz un alumno de él; para entrenar, empieza una ejecución nueva.',
  '{data} takes no files.': '{data} no toma archivos.',
  'Choose a data set that does.': 'Elige un conjunto de datos que sí los tome.',
} as const;
