// German texts of what is wrong with networks that a file describes, by the English text; `{name}` is a gap.
export default {
  '{name} gets {shape}.': '{name} bekommt {shape}.',
  'It adds two or more values of one shape.': 'Sie addiert zwei oder mehr Werte einer Form.',
  'It joins two or more values that differ in their last side alone.':
    'Sie verbindet zwei oder mehr Werte, die sich nur in ihrer letzten Seite unterscheiden.',
  'It takes an image and one class index.': 'Sie nimmt ein Bild und eine Klassennummer.',
  '{name} cuts {borders} off {height} x {width} pixels.':
    '{name} schneidet {borders} von {height} x {width} Pixeln ab.',
  'top {top}, bottom {bottom}, left {left}, right {right}':
    'oben {top}, unten {bottom}, links {left}, rechts {right}',
  'Leave at least one row and one column.': 'Lass mindestens eine Zeile und eine Spalte übrig.',
  '{what} has the option {option}, which its kind does not know.':
    '{what} hat die Option {option}, die seine Art nicht kennt.',
  'It may have: {options}.': 'Möglich sind: {options}.',
  '{name} has {count} inputs; it takes one.': '{name} hat {count} Eingänge; es nimmt einen.',
  'Join them by a layer before it.': 'Verbinde sie davor mit einer Schicht.',
  'Put a flatten layer before it.': 'Setz eine Flatten-Schicht davor.',
  'It takes one class index.': 'Sie nimmt eine Klassennummer.',
  '{what} is of the kind {kind}.': '{what} ist von der Art {kind}.',
  'Known kinds are {kinds}.': 'Bekannte Arten sind {kinds}.',
  'It must be {expected}.': 'Erlaubt ist: {expected}.',
  'a list of one to eight sizes': 'eine Liste von einer bis acht Größen',
  '{name} mirrors {borders} of {height} x {width} pixels.':
    '{name} spiegelt {borders} von {height} x {width} Pixeln.',
  'A border must be narrower than the side that it mirrors.':
    'Ein Rand muss schmaler sein als die Seite, die er spiegelt.',
  '{name} cannot turn [{from}] into [{to}].': '{name} kann aus [{from}] nicht [{to}] machen.',
  'Both shapes must hold the same number of values.': 'Beide Formen müssen gleich viele Werte fassen.',
  '{name} would make {height} x {width} pixels of {tall} x {wide}.':
    '{name} würde {height} x {width} Pixel aus {tall} x {wide} machen.',
  'Choose factors that give whole sides.': 'Wähle Faktoren, die ganze Seiten ergeben.',
  '{name} needs an image [height, width, channels] but gets [{shape}].':
    '{name} braucht ein Bild [Höhe, Breite, Kanäle], bekommt aber [{shape}].',
  'Put a reshape layer before it.': 'Setz eine Reshape-Schicht davor.',
  '{what} has {count} sizes.': '{what} hat {count} Größen.',
  'Give one number, or height and width.': 'Gib eine Zahl, oder Höhe und Breite.',
  'The network has {count} {what}.': 'Das Netz hat {count} {what}.',
  '{most} are the most; use a smaller model.': 'Höchstens {most} sind möglich; nimm ein kleineres Modell.',
  'a name of letters, digits and _': 'ein Name aus Buchstaben, Ziffern und _',
  'the network': 'das Netz',
  '{layer} of {network} takes {value}, which is no input and no node before it.':
    '{layer} von {network} nimmt {value}, das kein Eingang und kein Knoten davor ist.',
  'Put the nodes in the order in which they run, and name inputs as the network does.':
    'Ordne die Knoten, wie sie laufen, und nenne Eingänge wie das Netz.',
  '{network} has two values named {name}.': '{network} hat zwei Werte mit dem Namen {name}.',
  'Give each a name of its own.': 'Gib jedem einen eigenen Namen.',
  'The output': 'Der Ausgang',
  '{name} has {count} inputs ({names}); one is needed here.':
    '{name} hat {count} Eingänge ({names}); hier ist einer nötig.',
  'Choose a network with one input.': 'Wähle ein Netz mit einem Eingang.',
  'The layers of {network} do not stand one after the other.':
    'Die Schichten von {network} stehen nicht hintereinander.',
  'Choose a model without branches here.': 'Wähle hier ein Modell ohne Zweige.',
  '{network} has no layer {layer}.': '{network} hat keine Schicht {layer}.',
  '{network} has {count} inputs.': '{network} hat {count} Eingänge.',
  'The configuration has no setting named {names}.':
    'Die Konfiguration hat keine Einstellung namens {names}.',
  'Remove it; the settings are {names}.': 'Entferne sie; die Einstellungen sind {names}.',
} as const;
