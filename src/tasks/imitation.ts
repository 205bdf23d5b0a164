// What tasks share in which smaller generators learn to draw what trained ones draw from the same inputs: the facts, the
// terms, the batches, the schedule of the learning rate, and what is kept of the run that they start from. Translators also learn
// what is to stay as it is, to look where the teacher looks, and to fool the discriminators of the run.
import {
  abs,
  add,
  concat,
  mean,
  mul,
  slice,
  square,
  sub,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { NumberParam } from '../core/paramSpec';
import type { TaskFacts, TermFacts } from '../core/taskFacts';
import type { AdamSettings } from '../engine/ops/adam';
import type { SavedNetwork } from '../training/savedTensors';
import { readTensors, restoreNetworks, type HeldNetwork, type HoldsNetworks } from '../training/snapshot';
import type { UpdatePass } from '../training/updatesTrainer';
import type { Lesson, Teacher, TeacherKind } from './teachers/define';
import { lookApart } from './watchedLayers';

const DISTANCE: TermFacts = { id: 'distance', label: 'Distance from the teacher', weight: 1 };

/** What translators learn beside the distance. */
const TRANSLATOR_TERMS: readonly TermFacts[] = [
  { id: 'features', label: 'Difference of where they look', weight: 'featureWeight' },
  { id: 'fooling', label: 'Scores by the discriminators of the run', weight: 'foolingWeight' },
];

const weightParam = (id: string, label: string, value: number, help: string) =>
  ({ id, kind: 'number', label, group: 'Student', min: 0, max: 1000, default: value, help }) as const;

const TRANSLATOR_PARAMS = [
  weightParam(
    'featureWeight',
    'Weight of features',
    1,
    'How much it counts to look where the teacher looks.',
  ),
  weightParam(
    'foolingWeight',
    'Weight of fooling',
    0.05,
    'How much it counts to fool the discriminators of the run beside being near to the teacher.',
  ),
] as const;

/** What such a task says of itself beside its name. */
export const imitationFacts = (kind: TeacherKind, id: string, params: TaskFacts['params']) => {
  const terms = kind.translates ? TRANSLATOR_TERMS : [];
  return {
    id: kind.prefix + id,
    hidden: true,
    params: [...kind.params, ...params, ...(kind.translates ? TRANSLATOR_PARAMS : [])],
    ownNetworks: kind.ownNetworks,
    networks: [
      { id: 'student', label: 'Student', role: 'generator', learns: true, loss: 'student' },
      ...kind.taught.map(
        (taught) => ({ id: `source/${taught}`, label: 'Teacher', role: 'real', learns: false }) as const,
      ),
    ],
    data: [...kind.data, 'trained-run'],
    updates: [{ network: 'student', times: 1, terms: [DISTANCE, ...terms] }],
    charts: [
      {
        id: 'distance',
        title: 'Distance',
        help: 'How far the student’s images are from the teacher’s, as pixel values in -1..1.',
        unit: '',
        logScale: true,
        better: 'lower',
        series: [
          {
            id: terms.length > 0 ? 'student/distance' : 'student',
            label: 'Student',
            role: 'generator',
            dash: [],
          },
        ],
      },
    ],
    grids: [],
    exports: [],
  } as const satisfies Omit<TaskFacts, 'label' | 'help'>;
};

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

/**
 * The networks of the run that a task starts from, as its own run keeps them: that run may go on or be gone.
 * @param going those that go over to what is made, with their optimizers
 */
export const sourceNetworks = (
  source: HoldsNetworks,
  going: readonly string[] = [],
): readonly HeldNetwork[] =>
  source.networks.flatMap(({ id, network, adam }) =>
    network.spec || going.includes(id)
      ? [{ id: `source/${id}`, network, adam: going.includes(id) ? adam : null }]
      : [],
  );

/** What a run file holds of them. */
export const savedSource = (
  networks: readonly SavedNetwork[],
  going: readonly string[] = [],
): readonly SavedNetwork[] =>
  networks.map((one) => ({
    ...one,
    id: `source/${one.id}`,
    optimizer: going.includes(one.id) ? one.optimizer : 'none',
  }));

/** Gives `into` these networks of `from`, with the state of their optimizers. */
export async function takeOver(
  into: HoldsNetworks,
  from: HoldsNetworks,
  ids: readonly string[],
): Promise<void> {
  const only = ({ networks }: HoldsNetworks) => ({ networks: networks.filter(({ id }) => ids.includes(id)) });
  const updates = only(from).networks.flatMap(({ id, adam }) => (adam ? [[id, adam.updates] as const] : []));
  restoreNetworks(only(into), {
    tensors: await readTensors(only(from)),
    updates: Object.fromEntries(updates),
  });
}

/** Squares pull large errors in, absolute values keep strokes sharp. */
export const distance = (drawn: Tensor, wanted: Tensor): Scalar => {
  const difference = sub(drawn, wanted);
  return mul<Scalar>(add(mean(square(difference)), mean(abs(difference))), 0.5);
};

/** The mean of scalars, of which there is one at least. */
export const meanOf = (values: readonly Scalar[]): Scalar =>
  values.length === 1
    ? values[0]
    : mul<Scalar>(
        values.reduce((sum, value) => add(sum, value)),
        1 / values.length,
      );

export interface Imitation {
  readonly kind: TeacherKind;
  readonly teacher: Teacher;
  /** Of the inputs; permanent. */
  readonly stream: number;
  /**
   * What generator `i` is to draw from what it is given [b, ...input], then, of a translator, where it is to look in each of its
   * watched layers; run in `tidy`.
   */
  readonly wanted: (given: Tensor, i: number) => readonly Tensor[];
  /** The same of the student; run under a gradient. */
  readonly drawn: (given: Tensor, i: number) => readonly Tensor[];
}

/** The student's update, from inputs that the source, the stream and the step decide. */
export function imitate({ kind, teacher, stream, wanted, drawn }: Imitation, step: () => number): UpdatePass {
  const { given, kept, fooled, held }: Lesson = teacher.lesson(step, stream);
  // What is to stay as it is stands behind what is to be translated: teachers leave it nearly alone, and students must learn that.
  const shown = given.map((inputs, i) => (kept ? concat([inputs, kept[i]]) : inputs));
  const targets = shown.map((inputs, i) => tidy(() => [...wanted(inputs, i)]));
  const translated = (made: Tensor, i: number): Tensor => slice(made, 0, given[i].shape[0]);
  const terms = (): Readonly<Record<string, Scalar>> => {
    const made = shown.map((inputs, i) => drawn(inputs, i));
    const features = made.flatMap(([, ...looks], i) =>
      looks.length > 0 ? [meanOf(looks.map((look, at) => lookApart(look, targets[i][at + 1])))] : [],
    );
    const nearness = meanOf(made.map(([one], i) => distance(one, targets[i][0])));
    if (!kind.translates) return { distance: nearness };
    return {
      distance: nearness,
      features: features.length > 0 ? meanOf(features) : mul(nearness, 0),
      fooling: fooled?.(made.map(([one], i) => translated(one, i))) ?? mul(nearness, 0),
    };
  };
  return { terms, held: [...held, ...(kept ? shown : []), ...targets.flat()] };
}

/** Adam with a rate that falls from `rate` to zero on a cosine. @param step from 1 to `steps` */
export const fallingRate = (rate: number, step: number, steps: number): AdamSettings => ({
  beta1: 0.9,
  beta2: 0.999,
  learningRate: (rate * (1 + Math.cos((Math.PI * (step - 1)) / steps))) / 2,
});
