// What tasks share in which a smaller generator learns to draw what a trained one draws from the same noise: the facts, the
// distance, the batches, the schedule of the learning rate. Output loss only: the discriminator plays no part.
import { abs, add, mean, mul, square, sub, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import { inputShape } from '../core/network';
import type { NumberParam } from '../core/paramSpec';
import { normalArray } from '../core/random';
import type { AdamSettings } from '../engine/ops/adam';
import { stepInput } from '../engine/recording';
import { savedGan, type GanNetworks } from '../training/ganNetworks';
import { inputRows } from '../training/generatorGraph';
import type { SavedNetwork } from '../training/savedTensors';
import type { HeldNetwork } from '../training/snapshot';
import type { Trainer } from '../training/trainer';
import type { UpdatePass } from '../training/updatesTrainer';

/** What such a task says of itself beside its name and its parameters. */
export const IMITATION_FACTS = {
  hidden: true,
  networks: [
    { id: 'student', label: 'Student', role: 'generator', learns: true, loss: 'student' },
    { id: 'source/generator', label: 'Teacher', role: 'real', learns: false },
  ],
  data: ['noise', 'trained-run'],
  updates: [
    {
      network: 'student',
      times: 1,
      terms: [{ id: 'distance', label: 'Distance from the teacher', weight: 1 }],
    },
  ],
  charts: [
    {
      id: 'distance',
      title: 'Distance',
      help: 'How far the student’s images are from the teacher’s, as pixel values in -1..1.',
      unit: '',
      logScale: true,
      series: [{ id: 'student', label: 'Student', role: 'generator', dash: [] }],
    },
  ],
  grids: [],
  exports: [],
} as const;

export const stepsParam = (least: number, usual: number) =>
  ({
    id: 'steps',
    kind: 'integer',
    label: 'Steps',
    min: least,
    max: 1_000_000,
    default: usual,
    help: 'How long the student learns.',
  }) as const satisfies NumberParam;

/** The networks of the run that a task starts from, as its own run keeps them: that run may go on or be gone. */
export const sourceNetworks = (source: Trainer): readonly HeldNetwork[] =>
  source.networks.map(({ id, network }) => ({ id: `source/${id}`, network, adam: null }));

/** What a run file holds of them. @param optimizers the networks whose optimizers go over too */
export const savedSource = (
  networks: GanNetworks,
  optimizers: readonly string[] = [],
): readonly SavedNetwork[] =>
  savedGan(networks).map((one) => ({
    ...one,
    id: `source/${one.id}`,
    optimizer: optimizers.includes(one.id) ? one.optimizer : 'none',
  }));

/** Squares pull large errors in, absolute values keep strokes sharp. */
const distance = (drawn: Tensor, wanted: Tensor): Scalar => {
  const difference = sub(drawn, wanted);
  return mul<Scalar>(add(mean(square(difference)), mean(abs(difference))), 0.5);
};

export interface Imitation {
  readonly source: Trainer;
  /** Of the noise; permanent. */
  readonly stream: number;
  /** What is to be drawn from inputs [batch, input]; run in `tidy`. */
  readonly wanted: (inputs: Tensor) => Tensor;
  /** What the student draws; run under a gradient. */
  readonly drawn: (inputs: Tensor) => Tensor;
}

/** The student's update, from noise that the seed of the source, the stream and the step decide. */
export function imitate({ source, stream, wanted, drawn }: Imitation, step: () => number): UpdatePass {
  const { batch, seed } = source.config;
  const [width] = inputShape(source.generator.spec);
  const inputs = stepInput([batch, width], (values) =>
    values.set(inputRows(source, normalArray(batch * source.latentSize, seed, stream, step()))),
  );
  const target = tidy(() => wanted(inputs));
  return { terms: () => ({ distance: distance(drawn(inputs), target) }), held: [inputs, target] };
}

/** Adam with a rate that falls from `rate` to zero on a cosine. @param step from 1 to `steps` */
export const fallingRate = (rate: number, step: number, steps: number): AdamSettings => ({
  beta1: 0.9,
  beta2: 0.999,
  learningRate: (rate * (1 + Math.cos((Math.PI * (step - 1)) / steps))) / 2,
});
