// German texts of training that cannot go on, and of looks into a run, by the English text; `{name}` is a gap.
export default {
  'The search': 'die Suche',
  'The comparison': 'der Vergleich',
  '{name} draws by class; the images of this data set carry no labels.':
    '{name} zeichnet nach Klassen; die Bilder dieses Datensatzes tragen keine Labels.',
  'Choose a labelled data set, for example MNIST, or a model without classes.':
    'Wähle einen Datensatz mit Labels, zum Beispiel MNIST, oder ein Modell ohne Klassen.',
  '{name} does not grow.': '{name} wächst nicht.',
  'Choose the progressive GAN.': 'Wähle das progressive GAN.',
  'The run file says that its networks are part {part} of growing; there are {count}, from 0.':
    'Die Laufdatei sagt, ihre Netze seien Teil {part} des Wachsens; es gibt {count}, ab 0.',
  'It was changed, or saved by another version of the page; use another copy, or start a new run from its settings.':
    'Sie wurde verändert oder von einer anderen Fassung der Seite gespeichert; nimm eine andere Kopie oder beginne mit ihren Einstellungen einen neuen Lauf.',
  'The run failed after step {step}.': 'Der Lauf ist nach Schritt {step} gescheitert.',
  'Its last save is kept: go on from there.': 'Seine letzte Speicherung bleibt: Mach von dort weiter.',
  'The saved tensor {name} is {shape}; this model needs {needed}.':
    'Der gespeicherte Tensor {name} ist {shape}; dieses Modell braucht {needed}.',
  'The saved tensor {name} is missing; this model needs {needed}.':
    'Der gespeicherte Tensor {name} fehlt; dieses Modell braucht {needed}.',
  'The run was saved by another version of the model; start a new one from its settings.':
    'Der Lauf wurde von einer anderen Fassung des Modells gespeichert; beginne mit seinen Einstellungen einen neuen.',
  'The saved run does not say how often the {network} was updated.':
    'Der gespeicherte Lauf sagt nicht, wie oft das Netz gelernt hat ({network}).',
  'It was saved by another version of the page or changed since; start a new run.':
    'Er wurde von einer anderen Fassung der Seite gespeichert oder seitdem verändert; beginne einen neuen Lauf.',
  'The {network} of the open run has no layer {layer}.':
    'Im offenen Lauf gibt es keine Schicht {layer} ({network}).',
  'A picture of {height} x {width} x {channels} with {bytes} bytes was given.':
    'Gegeben wurde ein Bild von {height} x {width} x {channels} mit {bytes} Bytes.',
  'The noise has {count} numbers; this generator takes {size}.':
    'Das Rauschen hat {count} Zahlen; dieser Generator nimmt {size}.',
  'Draw new noise for this run.': 'Ziehe neues Rauschen für diesen Lauf.',
  'A picture was put into the generator.': 'In den Generator wurde ein Bild gegeben.',
  'Put noise into it.': 'Gib Rauschen hinein.',
  'Input channel {channel} of a kernel with {count} was asked for.':
    'Verlangt wurde Eingangskanal {channel} eines Kerns, der {count} hat.',
  'The run has taken all of its {steps} steps.': 'Der Lauf hat alle seine {steps} Schritte gemacht.',
  'Raise Steps, and it goes on.': 'Erhöhe „Schritte“, und er geht weiter.',
  'Opening what judges pictures': 'Was Bilder beurteilt, wird geöffnet',
  'The picture has {count} values; images of this data set have {size}.':
    'Das Bild hat {count} Werte; Bilder dieses Datensatzes haben {size}.',
  'Choose a sample of the open run.': 'Wähle ein erzeugtes Bild des offenen Laufs.',
} as const;
