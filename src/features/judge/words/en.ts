// English texts of the place of the judge.
export default {
  title: 'Judge',
  summary: 'Teach a small network to name pictures, and see what judges the forger.',
  classifier: 'Classifier',
  dataset: 'Data set',
  learn: 'Learn',
  goOnFrom: 'Go on from step {step}',
  goOnTo: 'Go on to step {step}',
  more: 'Learn {steps} steps more',
  pause: 'Pause',
  cancel: 'Cancel',
  forget: 'Stop and forget',
  ended: 'Learnt {steps} steps: {share} right',
  rightly: 'of {images} test images named rightly, after {steps} steps',
  accuracy: 'Accuracy over {steps} steps, now {share}',
  stepZero: 'step 0',
  learnsFrom:
    'It learns from {images} other images, each a little shifted and turned every time. The test images are never among them: naming what one has learnt by heart is no art. While it is paused, and when you leave this page, it is kept on this device and goes on from there.',
  start:
    'Press Learn: the network starts by guessing, one in ten right by luck, and gets better before your eyes. A run that trains is paused meanwhile.',
  why: {
    label: 'What it is good for',
    title: 'What has this to do with forging?',
    judge:
      'A GAN has no teacher who says how good its pictures are. So a third network looks at them, one that has learnt to tell pictures apart: this one. It is the judge.',
    features:
      'Inside, just before it names a picture, it describes it by **64 numbers**, its *features*: how round, how slanted, where the strokes end – things that it found useful by itself. Two pictures that look alike get similar numbers.',
    distance:
      'The **Fréchet distance** compares the features of many samples with those of many real images. Think of two clouds of points: it measures how far their centres lie apart and how differently they are spread. Blurred pictures move the centre; a generator that draws one digit only has a cloud that is too small. The distance is small only when both fit.',
    names:
      'Its names serve too: count which digits the samples are read as, and you see **mode collapse** in numbers.',
    where:
      'The figures on the Train page come from classifiers of this very form, trained longer and stored with the page: one on MNIST, which also reads the synthetic digits, and one on Fashion-MNIST. For your own images there is none: those in colour are described by the feature network that comes with the page, grey ones by a network of fixed random weights, and the page says so beside the figures. Points need no network: distances in the plane are enough.',
  },
  tests: {
    title: 'Test images',
    onlyWrong: 'only the wrong ones ({count})',
    none: 'Not one is wrong.',
    surest: 'The surest mistakes first.',
    shown: 'Shown: {shown} of {all}.',
  },
  mistakes: {
    label: 'Mistakes',
    title: 'What is mistaken for what',
  },
} as const;
