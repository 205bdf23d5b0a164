// German texts of what the page may ask of the worker, and of what it does then, by the English text; `{name}` is a gap.
export default {
  'The operation': 'der Vorgang',
  'The animation': 'die Animation',
  'The import': 'der Import',
  'The measurement': 'die Messung',
  'The animation asks for {field} = {value}.': 'Die Animation verlangt {field} = {value}.',
  'Choose another.': 'Wähle eine andere.',
  'Choose a whole number from {least} to {most}.': 'Wähle eine ganze Zahl von {least} bis {most}.',
  'Ask for {least} to {most}.': 'Erlaubt ist {least} bis {most}.',
  'Ask for 1 to {most}.': 'Erlaubt ist 1 bis {most}.',
  'Ask for a whole number from 0 to {most}.': 'Erlaubt ist eine ganze Zahl von 0 bis {most}.',
  'Ask for 0 to 1.': 'Erlaubt ist 0 bis 1.',
  'Ask for more than 0, up to 10.': 'Erlaubt ist mehr als 0, bis 10.',
  'Class {class} was asked for; this run has {count}.':
    'Verlangt wurde Klasse {class}; die Zahl der Klassen dieses Laufs ist {count}.',
  'Class {class} was asked for; this run has {count} classes.':
    'Verlangt wurde Klasse {class}; dieser Lauf hat {count} Klassen.',
  '{count} starts were asked for.': 'Verlangt wurden {count} Anfänge.',
  '{count} steps were asked for.': 'Verlangt wurden {count} Schritte.',
  '{count} pictures were asked for.': 'Verlangt wurden {count} Bilder.',
  '{count} directions were asked for.': 'Verlangt wurden {count} Richtungen.',
  '{count} as seed were asked for.': 'Als Startwert wurde {count} verlangt.',
  '{count} as class were asked for.': 'Als Klasse wurde {count} verlangt.',
  'Verdicts on {count} images were asked for.': 'Verlangt wurden Urteile über {count} Bilder.',
  'A learning rate of {rate} was asked for.': 'Verlangt wurde eine Lernrate von {rate}.',
  'A share of {share} for features was asked for.': 'Verlangt wurde ein Anteil von {share} für Merkmale.',
  '{count} images were asked for at once.': 'Verlangt wurden {count} Bilder auf einmal.',
  'Ask for at most {most}, or generate a file.': 'Verlange höchstens {most}, oder erzeuge eine Datei.',
  'This generator came from a file and has no discriminator whose features could be compared.':
    'Dieser Generator kam aus einer Datei und hat keinen Diskriminator, dessen Merkmale sich vergleichen ließen.',
  'Compare pixels alone: ask for a share of 0.': 'Vergleiche nur Pixel: mit einem Anteil von 0.',
  'This generator came from a file, and what it was trained on is not known: 0 real images to compare with.':
    'Dieser Generator kam aus einer Datei, und womit er trainiert wurde, ist nicht bekannt: 0 echte Bilder zum Vergleichen.',
  'Measure a run that was trained here.': 'Miss einen Lauf, der hier trainiert wurde.',
  'A line is learnt from 1 to {most} points of finite numbers, not from {xs} and {ys}.':
    'Eine Gerade wird aus 1 bis {most} Punkten mit endlichen Zahlen gelernt, nicht aus {xs} und {ys}.',
  'Give as many x as y.': 'Gib ebenso viele x wie y.',
  'The latents have {found} numbers each; this generator takes {size}.':
    'Die latenten Vektoren haben je {found} Zahlen; dieser Generator nimmt {size}.',
  'Draw new latents for this run.': 'Ziehe neue latente Vektoren für diesen Lauf.',
  'Looking for the nearest latent': 'Der nächste latente Vektor wird gesucht',
  'Looking for the latents of {count} real pictures':
    'Die latenten Vektoren von {count} echten Bildern werden gesucht',
  'Drawing {count} frames': '{count} Einzelbilder werden gezeichnet',
  'Drawing {count} images': '{count} Bilder werden gezeichnet',
  'Drawing {count} points': '{count} Punkte werden gezeichnet',
  'Measuring {count} samples': '{count} erzeugte Bilder werden gemessen',
  'Judging {count} pictures': '{count} Bilder werden beurteilt',
  'Judging real images': 'Echte Bilder werden beurteilt',
} as const;
