// What keeps the two networks in balance and combines with any model and loss, as form fields. All off by default.
import type { ParamSpec } from './paramSpec';

export const NORMALIZATIONS = ['model', 'batch', 'layer', 'instance', 'none'] as const;
export type Normalization = (typeof NORMALIZATIONS)[number];

export const AUGMENTATIONS = [
  'none',
  'translation',
  'translation-cutout',
  'colour-translation-cutout',
] as const;
export type Augmentation = (typeof AUGMENTATIONS)[number];

/** `STABILIZER_PARAMS` says their ranges and defaults. */
export interface StabilizerSettings {
  /** Multiplies every kernel's first values. */
  readonly initScale: number;
  readonly normG: Normalization;
  readonly normD: Normalization;
  readonly spectralNorm: boolean;
  readonly minibatchStd: boolean;
  /** Updates of the discriminator that the generator looks ahead. */
  readonly unrolledSteps: number;
  /** Images that the discriminator judges as one. */
  readonly packing: number;
  readonly augment: Augmentation;
  /** Standard deviation of the noise on the discriminator's images at step 0, in the images' unit (-1 to 1). */
  readonly instanceNoise: number;
  /** Steps over which that noise falls to nothing, in a straight line. */
  readonly instanceNoiseSteps: number;
}

const group = 'Stabilizers';

const NORMALIZATION_LABELS: Readonly<Record<Normalization, string>> = {
  model: 'As the model has it',
  batch: 'Batch',
  layer: 'Layer',
  instance: 'Instance',
  none: 'None',
};
const AUGMENTATION_LABELS: Readonly<Record<Augmentation, string>> = {
  none: 'None',
  translation: 'Shift',
  'translation-cutout': 'Shift, cut out',
  'colour-translation-cutout': 'Colour, shift, cut out',
};
const normalizations = NORMALIZATIONS.map((value) => ({ value, label: NORMALIZATION_LABELS[value] }));
const augmentations = AUGMENTATIONS.map((value) => ({ value, label: AUGMENTATION_LABELS[value] }));

export const STABILIZER_PARAMS: readonly (ParamSpec & { readonly id: keyof StabilizerSettings })[] = [
  {
    id: 'normG',
    kind: 'choice',
    label: 'Normalization, generator',
    choices: normalizations,
    default: 'model',
    group,
    help: 'What takes the place of the generator’s batch normalization; none makes training easy to break.',
  },
  {
    id: 'normD',
    kind: 'choice',
    label: 'Normalization, discriminator',
    choices: normalizations,
    default: 'model',
    group,
    help: 'What takes the place of the discriminator’s batch normalization; gradient penalties want layer or none.',
  },
  {
    id: 'spectralNorm',
    kind: 'boolean',
    label: 'Spectral normalization',
    default: false,
    group,
    help: 'Bounds how fast the discriminator’s score can change from picture to picture (Miyato et al. 2018).',
  },
  {
    id: 'minibatchStd',
    kind: 'boolean',
    label: 'Minibatch deviation',
    default: false,
    group,
    help: 'Tells the discriminator how much the pictures of a batch differ, so that sameness betrays the forger.',
  },
  {
    id: 'packing',
    kind: 'integer',
    label: 'Packing',
    min: 1,
    max: 8,
    default: 1,
    unit: 'images',
    group,
    help: 'The discriminator judges so many pictures as one and sees at once when they are all alike (PacGAN).',
  },
  {
    id: 'unrolledSteps',
    kind: 'integer',
    label: 'Unrolled steps',
    min: 0,
    max: 10,
    default: 0,
    unit: 'steps',
    group,
    help: 'The forger looks so many lessons of the police ahead before it learns, so that hiding in one place does not pay (Metz et al. 2017); for dense layers, and slow.',
  },
  {
    id: 'augment',
    kind: 'choice',
    label: 'Augmentation',
    choices: augmentations,
    default: 'none',
    group,
    help: 'Changes real and drawn pictures alike before they are judged; for small data sets (DiffAugment).',
  },
  {
    id: 'instanceNoise',
    kind: 'number',
    label: 'Instance noise',
    min: 0,
    max: 1,
    default: 0,
    step: 0.01,
    group,
    live: true,
    help: 'Noise on every picture that the discriminator sees, so that real and drawn ones overlap at first.',
  },
  {
    id: 'instanceNoiseSteps',
    kind: 'integer',
    label: 'Noise fades over',
    min: 1,
    max: 1_000_000,
    default: 1000,
    scale: 'log',
    unit: 'steps',
    group,
    live: true,
    help: 'After so many steps the instance noise is gone.',
  },
  {
    id: 'initScale',
    kind: 'number',
    label: 'Initial weights',
    min: 0.01,
    max: 4,
    default: 1,
    scale: 'log',
    unit: 'x',
    group,
    help: 'Multiplies the networks’ first weights; tiny ones break a network without normalization.',
  },
];
