// German texts of what is not as the file of a model has it, by the English text; `{name}` is a gap.
export default {
  'It takes a picture, {shape}; here it draws from noise in its place.':
    'Es nimmt ein Bild, {shape}; hier zeichnet es stattdessen aus Rauschen.',
  'Its {count} numbers are shown as an image of {sides}.':
    'Seine {count} Zahlen werden als Bild von {sides} gezeigt.',
  'It takes the number of a class, 0 to {last}, and no noise; noise that is drawn here picks the nearest class.':
    'Es nimmt die Nummer einer Klasse, 0 bis {last}, und kein Rauschen; Rauschen, das hier gezogen wird, wählt die nächste Klasse.',
  'Its pixels went from {from} to {to}; a last step stretches them to -1 to 1, as images are kept here and leave again.':
    'Seine Pixel gingen von {from} bis {to}; ein letzter Schritt dehnt sie auf -1 bis 1, wie Bilder hier gehalten werden und wieder gehen.',
  'It draws one flat grey, {value} of -1 to 1, whatever the noise.':
    'Es zeichnet ein einziges flaches Grau, {value} von -1 bis 1, bei jedem Rauschen.',
  'It draws the same image whatever the noise.': 'Es zeichnet bei jedem Rauschen dasselbe Bild.',
  'Its pixels go from {from} to {to}; here -1 is black and 1 is white, and what lies beyond is cut off.':
    'Seine Pixel gehen von {from} bis {to}; hier ist -1 Schwarz und 1 Weiß, und was darüber hinausgeht, wird abgeschnitten.',
} as const;
