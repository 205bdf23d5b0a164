// English texts of shared components.
export default {
  cancel: 'Cancel',
  close: 'Close',
  on: 'on',
  off: 'off',
  samples: { label: 'Samples, one by one', one: 'Sample {index}' },
  noValue: 'no value',
  report: {
    copy: 'Copy report',
    copied: 'Copied',
    hint: 'Copies the error and what it happened on; nothing is sent',
  },
  chart: {
    log: 'Logarithmic axis',
    logShort: 'log',
    time: 'By time',
    timeHint: 'By time of training instead of by step',
    table: 'As a table',
    tableOf: '{title} as a table',
    byStep: '{title} by step. {help}',
    byTime: '{title} by time. {help}',
    at: 'step {step}',
    step: 'Step',
    clock: 'Time',
    of: '{part} of {all}',
    save: 'Save this chart',
    saveAs: { png: 'Picture (PNG)', svg: 'Drawing (SVG)', csv: 'Numbers (CSV)' },
    saveHelp: {
      png: 'For slides and messages, on white.',
      svg: 'For reports: sharp at every size, and can be edited.',
      csv: 'Every value of every line, for a spreadsheet.',
    },
    seconds: 'seconds',
  },
  files: {
    looking: 'Looking through the folder: {count} files',
    closed: 'The files cannot be opened: {why}',
    folder: 'Choose a folder',
    drop: 'or drop them here: {kinds}',
    dropFolder: 'or drop them or a folder here: {kinds}',
  },
  param: {
    range: '{least} to {most}',
    default: 'default {value}',
    firstDrawing: 'the first drawing',
    backTo: 'Back to {value}',
    back: '{name}: back to default',
    changed: 'changed',
    slider: '{name}, slider',
    whole: 'A whole number from {least} to {most}.',
  },
  drawing: {
    label: '{name}, {side} x {side} cells. Arrow keys move, space draws.',
    fine: 'fine',
    broad: 'broad',
    rub: 'rub out',
    clear: 'Clear',
  },
  camera: {
    label: 'What the camera sees',
    choice: 'Camera',
    mirrored: 'Mirrored',
    stop: 'Stop the camera',
    start: 'Start the camera',
    again: 'Start the camera again',
    opening: 'Waiting for the camera; the browser may ask you.',
    stays: 'The camera’s frames stay on this device.',
    keptNowhere: 'The camera’s frames stay on this device, and are kept nowhere.',
  },
  naming: {
    confusion: 'What is mistaken for what',
    rows: 'Rows: what it is. Columns: what it was read as.',
    right: '{name}, read as {read}: right, {sure} sure',
    wrong: '{name}, read as {read}: wrong, {sure} sure',
    taken: 'What it is taken for',
  },
  glossary: {
    loss: {
      word: 'Loss',
      forms: 'loss, losses',
      meaning:
        'The number that a network tries to make small in training. In a GAN each network has its own, and one falls at the cost of the other, so neither says how good the pictures are.',
    },
    frechet: {
      word: 'Fréchet distance',
      forms: 'Fréchet distance, Fréchet',
      meaning:
        'How far the samples as a whole lie from real images, by the mean and the spread of what a judge network sees in them. 0 is no difference; lower is better.',
    },
    floor: {
      word: 'Floor',
      forms: 'floor',
      meaning:
        'What real images that were kept apart score on the same measure: the value that a perfect generator would reach.',
    },
    kl: {
      word: 'KL',
      forms: 'KL from uniform, KL',
      meaning:
        'Kullback-Leibler divergence: how unevenly the classes are drawn. 0 when all come equally often; the natural logarithm of their number when only one does.',
    },
    nats: {
      word: 'Nats',
      forms: 'nats',
      meaning: 'The unit of information in natural logarithms; one nat is 1.44 bits.',
    },
    modes: {
      word: 'Modes',
      forms: 'modes',
      meaning:
        'The kinds that the data consists of, such as ten digits or eight clusters. A generator that draws few of them has collapsed.',
    },
    accuracy: {
      word: 'Accuracy of the discriminator',
      forms: 'accuracy',
      meaning:
        'How often the discriminator tells real from forged. 100 % means that forgeries are easy to tell, 50 % that it can only guess.',
    },
    latent: {
      word: 'Latent',
      forms: 'latent, latents',
      meaning: 'The random numbers that one sample is drawn from, also called noise.',
    },
  },
} as const;
