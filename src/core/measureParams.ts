// The settings of measuring while training: how often, and on how many samples.
import type { ParamSpec } from './paramSpec';

/** `MEASURE_PARAMS` says ranges and defaults. */
export interface MeasureSettings {
  /** Steps between two measurements, 0 for none. */
  readonly measureEvery: number;
  readonly measureSamples: number;
}

export const MEASURE_PARAMS: readonly (ParamSpec & { readonly id: keyof MeasureSettings })[] = [
  {
    id: 'measureEvery',
    kind: 'integer',
    label: 'Measure every',
    min: 0,
    max: 100_000,
    default: 100,
    step: 50,
    unit: 'steps',
    group: 'Watching',
    live: true,
    help: 'How often quality and variety of the samples are measured, 0 for never; never more than a tenth of the training time, so rarer where it is slow.',
  },
  {
    id: 'measureSamples',
    kind: 'integer',
    label: 'Samples measured',
    min: 100,
    max: 10_000,
    default: 1000,
    scale: 'log',
    unit: 'images',
    group: 'Watching',
    live: true,
    help: 'How many images are drawn for each measurement; more give steadier figures and take longer.',
  },
];
