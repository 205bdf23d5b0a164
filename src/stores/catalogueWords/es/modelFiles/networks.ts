// Spanish texts of what is wrong with networks that a file describes, by the English text; `{name}` is a gap.
export default {
  '{name} gets {shape}.': '{name} recibe {shape}.',
  'It adds two or more values of one shape.': 'Suma dos o más valores de una misma forma.',
  'It joins two or more values that differ in their last side alone.':
    'Une dos o más valores que solo difieren en su último lado.',
  'It takes an image and one class index.': 'Toma una imagen y un índice de clase.',
  '{name} cuts {borders} off {height} x {width} pixels.':
    '{name} recorta {borders} de {height} x {width} píxeles.',
  'top {top}, bottom {bottom}, left {left}, right {right}':
    'arriba {top}, abajo {bottom}, izquierda {left}, derecha {right}',
  'Leave at least one row and one column.': 'Deja al menos una fila y una columna.',
  '{what} has the option {option}, which its kind does not know.':
    '{what} tiene la opción {option}, que su tipo no conoce.',
  'It may have: {options}.': 'Puede tener: {options}.',
  '{name} has {count} inputs; it takes one.': '{name} tiene {count} entradas; toma una.',
  'Join them by a layer before it.': 'Únelas con una capa anterior.',
  'Put a flatten layer before it.': 'Pon delante una capa Flatten.',
  'It takes one class index.': 'Toma un índice de clase.',
  '{what} is of the kind {kind}.': '{what} es del tipo {kind}.',
  'Known kinds are {kinds}.': 'Los tipos conocidos son {kinds}.',
  'It must be {expected}.': 'Debe ser {expected}.',
  'a list of one to eight sizes': 'una lista de uno a ocho tamaños',
  '{name} mirrors {borders} of {height} x {width} pixels.':
    '{name} refleja {borders} de {height} x {width} píxeles.',
  'A border must be narrower than the side that it mirrors.':
    'Un borde debe ser más estrecho que el lado que refleja.',
  '{name} cannot turn [{from}] into [{to}].': '{name} no puede convertir [{from}] en [{to}].',
  'Both shapes must hold the same number of values.':
    'Ambas formas deben contener el mismo número de valores.',
  '{name} would make {height} x {width} pixels of {tall} x {wide}.':
    '{name} haría {height} x {width} píxeles de {tall} x {wide}.',
  'Choose factors that give whole sides.': 'Elige factores que den lados enteros.',
  '{name} needs an image [height, width, channels] but gets [{shape}].':
    '{name} necesita una imagen [alto, ancho, canales], pero recibe [{shape}].',
  'Put a reshape layer before it.': 'Pon delante una capa Reshape.',
  '{what} has {count} sizes.': '{what} tiene {count} tamaños.',
  'Give one number, or height and width.': 'Da un número, o el alto y el ancho.',
  'The network has {count} {what}.': 'La red tiene {count} {what}.',
  '{most} are the most; use a smaller model.': 'Como máximo {most}; usa un modelo más pequeño.',
  'a name of letters, digits and _': 'un nombre de letras, cifras y _',
  'the network': 'la red',
  '{layer} of {network} takes {value}, which is no input and no node before it.':
    '{layer} de {network} toma {value}, que no es ni una entrada ni un nodo anterior.',
  'Put the nodes in the order in which they run, and name inputs as the network does.':
    'Pon los nodos en el orden en que se ejecutan, y nombra las entradas como la red.',
  '{network} has two values named {name}.': '{network} tiene dos valores llamados {name}.',
  'Give each a name of its own.': 'Da a cada uno un nombre propio.',
  'The output': 'La salida',
  '{name} has {count} inputs ({names}); one is needed here.':
    '{name} tiene {count} entradas ({names}); aquí hace falta una.',
  'Choose a network with one input.': 'Elige una red con una entrada.',
  'The layers of {network} do not stand one after the other.': 'Las capas de {network} no van una tras otra.',
  'Choose a model without branches here.': 'Elige aquí un modelo sin ramas.',
  '{network} has no layer {layer}.': '{network} no tiene ninguna capa {layer}.',
  '{network} has {count} inputs.': '{network} tiene {count} entradas.',
  'The configuration has no setting named {names}.':
    'La configuración no tiene ningún ajuste llamado {names}.',
  'Remove it; the settings are {names}.': 'Quítalo; los ajustes son {names}.',
} as const;
