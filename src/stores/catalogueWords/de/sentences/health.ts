// German sentences on the notes on the health of a run, by the English text.
export default {
  'The losses are no numbers any more': 'Die Verluste sind keine Zahlen mehr',
  'The weights grow without bound': 'Die Gewichte wachsen ohne Grenze',
  '{what} Learning rates that are too high do that; the run stands at its last save.':
    '{what} Zu hohe Lernraten bewirken das; der Lauf steht bei seiner letzten Speicherung.',
  'The weights of a network have the size {size}; soon the losses will be no numbers any more.':
    'Die Gewichte eines Netzes haben die Größe {size}; bald sind die Verluste keine Zahlen mehr.',
  'At step {step} the run reports {values}.': 'Bei Schritt {step} meldet der Lauf {values}.',
  'Lower the learning rates and go on from the last save, or reset the run.':
    'Senke die Lernraten und mach von der letzten Speicherung weiter, oder setze den Lauf zurück.',
  'Divide both learning rates by ten': 'Beide Lernraten durch zehn teilen',
  'The generator does not learn': 'Der Generator lernt nicht',
  'After {step} steps its Fréchet distance is {distance}, less than halved since the start; real images score {floor}.':
    'Nach {step} Schritten ist sein Fréchet-Abstand {distance}, seit dem Anfang nicht einmal halbiert; echte Bilder erreichen {floor}.',
  'Set both learning rates to {rate}': 'Beide Lernraten auf {rate} setzen',
  "Set the {network}'s learning rate to {rate}": 'Lernrate auf {rate} setzen ({network})',
  'Start a new run with the {loss} loss': 'Einen neuen Lauf mit anderem Verlust beginnen: {loss}',
  'Start a new run that judges images in pairs': 'Einen neuen Lauf beginnen, der Bilder paarweise beurteilt',
  'Update the discriminator once per step': 'Den Diskriminator einmal je Schritt lernen lassen',
  'Halve both learning rates': 'Beide Lernraten halbieren',
  'The samples are all alike': 'Die erzeugten Bilder sind alle gleich',
  'They vary only {share} as much as real images do, as seen by {evaluator}.':
    'Sie unterscheiden sich nur zu {share} so sehr wie echte Bilder, gesehen durch: {evaluator}.',
  'Mode collapse': 'Mode collapse',
  'The generator neglects some classes': 'Der Generator vernachlässigt einige Klassen',
  'The generator draws only {classes}: {covered} of {wanted} modes, KL {kl}.':
    'Der Generator zeichnet nur {classes}: {covered} von {wanted} Moden, KL {kl}.',
  'The generator draws mostly {classes}: {covered} of {wanted} modes, KL {kl}.':
    'Der Generator zeichnet vor allem {classes}: {covered} von {wanted} Moden, KL {kl}.',
  'The discriminator has won': 'Der Diskriminator hat gewonnen',
  'Its accuracy has been {share} % for {steps} steps.':
    'Seine Trefferquote liegt seit {steps} Schritten bei {share} %.',
  "Its accuracy has been {share} % for {steps} steps and the size of the generator's gradient is {size}.":
    'Seine Trefferquote liegt seit {steps} Schritten bei {share} %, und der Gradient des Generators hat die Größe {size}.',
  'The losses oscillate': 'Die Verluste schwingen',
  "The generator's loss went up and down {times} times in {steps} steps, between {low} and {high}.":
    'Der Verlust des Generators ging in {steps} Schritten {times}-mal auf und ab, zwischen {low} und {high}.',
  'least squares': 'kleinste Quadrate',
  'relativistic R1 + R2': 'relativistisch, R1 + R2',
} as const;
