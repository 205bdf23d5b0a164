// German texts of why a run cannot do what was asked, and of runs that come of others, by the English text; `{name}` is a gap.
export default {
  'The run learns from {dataset}; it cannot go on with {other} or other parameters of it.':
    'Der Lauf lernt aus {dataset}; mit {other} oder anderen Parametern davon kann er nicht weitergehen.',
  'Start a new run for other data.': 'Beginne für andere Daten einen neuen Lauf.',
  '{name} was made smaller, so its networks cannot be built anew with other settings.':
    '{name} wurde verkleinert, darum lassen sich seine Netze nicht mit anderen Einstellungen neu bauen.',
  'Change the run that it was made from.': 'Ändere den Lauf, aus dem er gemacht wurde.',
  '{device} was lost before the run could be saved.':
    '{device} ging verloren, bevor der Lauf gespeichert werden konnte.',
  'The save before is kept; the run goes on from there.':
    'Die Speicherung davor bleibt; der Lauf geht von dort weiter.',
  '{name} learns the task {task}, which has no generator that draws from noise.':
    '{name} lernt die Aufgabe {task}, die keinen Generator hat, der aus Rauschen zeichnet.',
  '{name} learns the task {task}, which has no generator to be made smaller.':
    '{name} lernt die Aufgabe {task}, die keinen Generator hat, der sich verkleinern ließe.',
  'Open a run of a generator for this.': 'Öffne dafür den Lauf eines Generators.',
  'Open a run of a classifier.': 'Öffne den Lauf eines Klassifikators.',
  'Open a run that translates.': 'Öffne einen Lauf, der übersetzt.',
  'Open a run that was trained here.': 'Öffne einen Lauf, der hier trainiert wurde.',
  'The images have {bytes} bytes; a folder takes {most} along.':
    'Die Bilder haben {bytes} Bytes; ein Ordner nimmt {most} mit.',
  'Leave the images out, and give train.py their folder with --data.':
    'Lass die Bilder weg und gib train.py ihren Ordner mit --data.',
  'The sweep has {count} runs.': 'Die Reihe hat {count} Läufe.',
  'Give 1 to {most}.': 'Gib 1 bis {most}.',
  'Run {number} of {count}': 'Lauf {number} von {count}',
  'The weights of {number} of {count} runs have {bytes} bytes.':
    'Die Gewichte von {number} der {count} Läufe haben {bytes} Bytes.',
  'Make several sweeps of it, of at most {most} bytes each.':
    'Mach mehrere Reihen daraus, mit je höchstens {most} Bytes.',
  '{name} still grows: its images have {side} pixels a side so far.':
    '{name} wächst noch: Seine Bilder haben bisher eine Seite von {side} Pixeln.',
  'Train it until it draws the largest ones.': 'Trainiere ihn, bis er die größten zeichnet.',
  'The task {task} makes no run out of one that learned {other}.':
    'Die Aufgabe {task} macht keinen Lauf aus einem, der {other} gelernt hat.',
  'The task {task} makes no run out of another.': 'Die Aufgabe {task} macht keinen Lauf aus einem anderen.',
  'Step {step} of {steps}, distance {distance}': 'Schritt {step} von {steps}, Abstand {distance}',
  '{name} stopped at step {step} of {steps}': '{name} hielt bei Schritt {step} von {steps} an',
  '{name} stopped at step {step} of {steps}: {cause}':
    '{name} hielt bei Schritt {step} von {steps} an: {cause}',
  'Nothing of it was kept.': 'Nichts davon wurde behalten.',
  'It is kept at step {step} and can go on from there.':
    'Er ist bei Schritt {step} gespeichert und kann von dort weitergehen.',
  'No classifier is open.': 'Kein Klassifikator ist offen.',
  'Choose a data set on the Judge page.': 'Wähle auf der Seite „Prüfer“ einen Datensatz.',
  'Classifier of {data}': 'Klassifikator für {data}',
  '{name} came from a file and has no discriminator.':
    '{name} kam aus einer Datei und hat keinen Diskriminator.',
  '{name} is a generator without a discriminator or without images, so there is nothing to train with.':
    '{name} ist ein Generator ohne Diskriminator oder ohne Bilder, darum gibt es nichts, womit er trainieren könnte.',
  'Draw with it, export it, or make a student of it; to train, start a new run.':
    'Zeichne mit ihm, exportiere ihn oder mach einen Schüler aus ihm; zum Trainieren beginne einen neuen Lauf.',
  '{data} takes no files.': '{data} nimmt keine Dateien.',
  'Choose a data set that does.': 'Wähle einen Datensatz, der das tut.',
} as const;
