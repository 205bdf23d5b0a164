// The settings of the training loop as form fields: ranges, defaults, and a sentence of help each.
import { MEASURE_PARAMS, type MeasureSettings } from './measureParams';
import type { ParamSpec, ParamValue, ParamValues } from './paramSpec';
import { STABILIZER_PARAMS, type StabilizerSettings } from './stabilizerParams';

/** Settings of the training loop, the same for every model; `RUN_PARAMS` says their ranges and defaults. */
export interface RunSettings extends MeasureSettings, StabilizerSettings {
  readonly seed: number;
  readonly steps: number;
  readonly batch: number;
  readonly learningRateG: number;
  readonly learningRateD: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly dSteps: number;
  readonly emaDecay: number;
  readonly sampleEvery: number;
  readonly logEvery: number;
  readonly autosaveSeconds: number;
}

/** The settings of `RunSettings` as form fields. A model may recommend other defaults. */
export const RUN_PARAMS: readonly (ParamSpec & { readonly id: keyof RunSettings })[] = [
  {
    id: 'steps',
    kind: 'integer',
    label: 'Steps',
    min: 1,
    max: 1_000_000,
    default: 3000,
    scale: 'log',
    group: 'Run',
    live: true,
    help: 'How many training steps to run before the run is done; raise it during a run to go on longer.',
  },
  {
    id: 'seed',
    kind: 'integer',
    label: 'Seed',
    min: 0,
    max: 4_294_967_295,
    default: 1,
    group: 'Run',
    help: 'The number that all randomness grows from; the same seed and settings repeat the same run.',
  },
  {
    id: 'batch',
    kind: 'integer',
    label: 'Batch size',
    min: 2,
    max: 512,
    default: 32,
    scale: 'log',
    unit: 'images',
    group: 'Training',
    live: true,
    help: 'Images that each network sees at a time; larger is steadier and slower per step.',
  },
  {
    id: 'learningRateG',
    kind: 'number',
    label: 'Learning rate, generator',
    min: 1e-6,
    max: 0.1,
    default: 2e-4,
    scale: 'log',
    group: 'Training',
    live: true,
    help: 'How far the generator moves at each step; too high makes the losses swing.',
  },
  {
    id: 'learningRateD',
    kind: 'number',
    label: 'Learning rate, discriminator',
    min: 1e-6,
    max: 0.1,
    default: 2e-4,
    scale: 'log',
    group: 'Training',
    live: true,
    help: 'How far the discriminator moves at each step; too high and it wins at once.',
  },
  {
    id: 'dSteps',
    kind: 'integer',
    label: 'D steps per G step',
    min: 1,
    max: 20,
    default: 1,
    group: 'Training',
    live: true,
    help: 'How often the discriminator learns before the generator learns once.',
  },
  {
    id: 'beta1',
    kind: 'number',
    label: 'Adam beta 1',
    min: 0,
    max: 0.999,
    default: 0.5,
    step: 0.01,
    group: 'Optimizer',
    help: 'Memory of past gradients in the Adam optimizer; GANs like about one half.',
  },
  {
    id: 'beta2',
    kind: 'number',
    label: 'Adam beta 2',
    min: 0.5,
    max: 0.99999,
    default: 0.999,
    step: 0.001,
    group: 'Optimizer',
    help: 'Memory of past squared gradients in the Adam optimizer.',
  },
  {
    id: 'emaDecay',
    kind: 'number',
    label: 'Generator averaging',
    min: 0,
    max: 0.99999,
    default: 0,
    step: 0.001,
    group: 'Optimizer',
    help: 'Samples are drawn from a running average of the generator with this decay; 0 uses the latest weights.',
  },
  ...STABILIZER_PARAMS,
  {
    id: 'sampleEvery',
    kind: 'integer',
    label: 'Samples every',
    min: 1,
    max: 100_000,
    default: 25,
    scale: 'log',
    unit: 'steps',
    group: 'Watching',
    live: true,
    help: 'How often the grid of samples is drawn from the same noise and kept on the timeline.',
  },
  {
    id: 'logEvery',
    kind: 'integer',
    label: 'Log every',
    min: 1,
    max: 10_000,
    default: 1,
    scale: 'log',
    unit: 'steps',
    group: 'Watching',
    live: true,
    help: 'How often losses and accuracies are read back; rarer is a little faster on a graphics card.',
  },
  ...MEASURE_PARAMS,
  {
    id: 'autosaveSeconds',
    kind: 'integer',
    label: 'Save every',
    min: 5,
    max: 3600,
    default: 20,
    unit: 'seconds',
    group: 'Watching',
    live: true,
    help: 'How often the run is saved on this device; a crash loses at most this much.',
  },
];

/** Fields that a person may change while the run trains. */
export type LiveSettings = Partial<
  Pick<
    RunSettings,
    | 'steps'
    | 'batch'
    | 'learningRateG'
    | 'learningRateD'
    | 'dSteps'
    | 'instanceNoise'
    | 'instanceNoiseSteps'
    | 'sampleEvery'
    | 'logEvery'
    | 'measureEvery'
    | 'measureSamples'
    | 'autosaveSeconds'
  >
> & {
  /** Those of the task that are `live`, by their ids; the others stay. */
  readonly taskParams?: ParamValues;
};

/** Changes by the plain names of links and forms: `task.styleWeight`. */
export const livePairs = ({
  taskParams = {},
  ...plain
}: LiveSettings): Readonly<Record<string, ParamValue>> => ({
  ...plain,
  ...Object.fromEntries(Object.entries(taskParams).map(([id, value]) => [`task.${id}`, value])),
});
