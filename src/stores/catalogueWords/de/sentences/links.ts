// German texts of what of a lesson link could not be applied, by the English text; `{name}` is a gap.
export default {
  'The link locks this page, but its word lock is missing; settings that it does not allow are fixed.':
    'Der Link sperrt diese Seite, aber sein Wort lock fehlt; Einstellungen, die er nicht erlaubt, sind festgelegt.',
  'The lock (lock) is {value}; it must be one of {rights}. It was taken as {taken}.':
    'Die Sperre (lock) ist {value}; erlaubt ist eines von {rights}. Genommen wurde {taken}.',
  'The word allow stands there more than once; what all of them allow was taken.':
    'Das Wort allow steht mehr als einmal da; genommen wurde, was alle erlauben.',
  '{word} names {count} settings; the first {most} were taken.':
    '{word} nennt {count} Einstellungen; genommen wurden die ersten {most}.',
  'There is no setting named {name} to {right}.': 'Es gibt keine Einstellung namens {name} ({right}).',
  'There is no setting named {name} to {right}; did you mean {nearest}? That stays as it is.':
    'Es gibt keine Einstellung namens {name} ({right}); meintest du {nearest}? Sie bleibt, wie sie ist.',
  'There is no setting named {name} to {right}; {taken} was taken.':
    'Es gibt keine Einstellung namens {name} ({right}); genommen wurde {taken}.',
  'There is no part of the page named {name}; {what}.':
    'Es gibt keinen Teil der Seite namens {name}; {what}.',
  '{panel} was taken': 'genommen wurde {panel}',
  'the parts are {panels}': 'die Teile sind {panels}',
  'The panels (panels) are empty; no part beside the picture is shown.':
    'Die Teile (panels) sind leer; außer dem Bild wird nichts gezeigt.',
  'The budget (budget) is {value}; it must be {allowed}. No run pauses by itself.':
    'Das Budget (budget) ist {value}; erlaubt ist: {allowed}. Kein Lauf hält von selbst an.',
  '1steps to {steps}steps, or 1min to {minutes}min': '1steps bis {steps}steps oder 1min bis {minutes}min',
  'The budget (budget) stands there more than once; the first was taken.':
    'Das Budget (budget) steht mehr als einmal da; genommen wurde das erste.',
  'The note (note) has {count} characters; the first {most} are shown.':
    'Die Notiz (note) hat {count} Zeichen; gezeigt werden die ersten {most}.',
  '{given} was taken as the word {word}.': '{given} wurde als das Wort {word} genommen.',
  'A link to a lesson has no setting named {name}; did you mean {nearest}?':
    'Ein Link zu einer Lektion hat keine Einstellung namens {name}; meintest du {nearest}?',
  'A link to a lesson has no setting named {name}.':
    'Ein Link zu einer Lektion hat keine Einstellung namens {name}.',
  'There is no lesson named {name}.': 'Es gibt keine Lektion namens {name}.',
  'The budget (budget) is {value}; it was taken as {steps}steps.':
    'Das Budget (budget) ist {value}; genommen wurde {steps}steps.',
  'A link to a comparison has no setting named {name}; did you mean {nearest}?':
    'Ein Link zu einem Vergleich hat keine Einstellung namens {name}; meintest du {nearest}?',
  'A link to a comparison has no setting named {name}.':
    'Ein Link zu einem Vergleich hat keine Einstellung namens {name}.',
  'The page speaks no language named {name}; it speaks {languages}.':
    'Die Seite spricht keine Sprache namens {name}; sie spricht {languages}.',
  'The pair {pair} is not trained on {name}; it can be trained on {datasets}.':
    'Das Paar {pair} wird nicht auf {name} trainiert; trainieren lässt es sich auf {datasets}.',
  '{setting} cannot be read; draw it anew.': '{setting} lässt sich nicht lesen; zeichne neu.',
  '{setting} is empty; draw something.': '{setting} ist leer; zeichne etwas.',
} as const;
