// English texts of the place that trains GANs.
export default {
  title: 'Train',
  lastRun: {
    open: 'Open your last run: {name}, step {step}',
    others: 'One more is under Runs | {count} more are under Runs',
  },
  classes: {
    bar: '{name}: {count} samples',
    caption: 'Classes drawn in {samples} samples; the dashed line is an even share.',
  },
  lens: {
    title: 'Sample {index}',
    judged: 'Judged',
    verdict: '{share} real',
    past: 'A picture of the past; go to the last moment for a verdict.',
    noise: 'its noise',
    nearest: 'nearest real images',
  },
  health: { label: 'Health of the run', title: '{title}.', close: 'Close: {title}' },
  table: {
    label: 'All measures',
    caption: '{samples} samples at step {step} against {real} real images kept apart; took {took}.',
    measure: 'Measure',
    samples: 'Samples',
    real: 'Real',
    says: 'What it says',
    byClass: 'Fréchet distance within each class',
  },
  directions: { lower: 'lower is better', higher: 'higher is better', asReal: 'best as real' },
  tooFew:
    'The data set has too few images: distances need at least two to learn from and two to compare with, so they have no value.',
  quality: {
    title: 'Quality of the samples',
    take: 'Measure now',
    takeHint: 'Draws {samples} samples and takes every measure; training waits meanwhile',
    taking: 'Measuring {samples} samples; training waits.',
    measuring: 'Measuring',
    shown:
      '{samples} samples at step {step}, judged by a {evaluator}. “Real” is what {real} real images score that were kept apart.',
    floor: 'real {value}',
    soon: 'The first figures come after some seconds of training: measuring takes at most a tenth of the time.',
    off: 'Measuring is off in this run; set “Measure every” under Watching, or press Measure now.',
  },
  samples: {
    title: 'Samples',
    label: 'Samples of the generator at step {step}',
    at: 'at step {step}',
    part: ', {shown} of {all}',
    earlier: 'earlier moment',
    done: 'done',
    hint: 'tap one to see it large',
  },
  welcome: {
    title: 'Two networks learn by playing against each other',
    text: 'The generator turns noise into pictures. The discriminator tells them from real ones. Press Train and watch the noise become digits.',
    other:
      'The generator turns noise into pictures. The discriminator tells them from real ones. Press Train and watch the noise take shape.',
    start: 'Start',
  },
  coming: {
    label: 'What will come',
    picture: 'The same samples at step {step}',
    first: 'at first',
    step: 'step {step}',
    seconds: 'about {count} s',
    minutes: 'about {count} min',
    hours: 'about {count} h',
    whole: '{steps} steps take {time} on this device.',
  },
  plane: {
    layers: 'Layers',
    surface: 'what the police think',
    surfaceHint:
      'Green where the discriminator takes a point for real, orange where for forged; the blue line is in between.',
    real: 'real points',
    realHint: 'Points of the data set.',
    samples: 'samples',
    samplesHint: 'Points that the generator draws.',
    pushes: 'where they are pushed',
    pushesHint:
      'Minus the slope of the generator’s loss at each point: where the generator learns to move it.',
    sheet: 'the noise, laid out',
    sheetHint: 'A sheet of noise in pieces of equal probability, where the generator puts it.',
  },
  noise: {
    title: 'Noise',
    label: 'Noise of one sample',
    none: 'random numbers',
    count: '{count} random numbers',
    some: 'some random numbers',
  },
  real: {
    title: 'Real data',
    label: 'Real images of the data set',
    unknown: 'not known',
    later: 'loaded at Train',
  },
} as const;
