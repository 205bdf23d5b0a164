// Generators from image to image, as whoever measures them or makes them smaller sees their task: what they are given, what
// they are to be, and what others in their place are worth on pictures that training does not see. Interfaces and sums; the
// tasks of src/tasks compute.
import { add, mul, tidy, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { ImageBatch } from '../core/history';
import type { ParamValues } from '../core/paramSpec';
import { seriesOfTask, termWeight, type TaskFacts, type TermFacts } from '../core/taskFacts';
import type { Network } from '../engine/network';

/** Pictures [b, h, w, c] in [-1, 1] as a generator makes them; run in `tidy` or under a gradient. */
export type Draw = (images: Tensor) => Tensor;

/** By the network that each stands for; one for every network of `Translators`. */
export type Draws = Readonly<Record<string, Draw>>;

export interface Translator {
  /** As in the run file. */
  readonly id: string;
  readonly label: string;
  readonly network: Network;
}

export interface Translators {
  /** Those that leave by Export, in order. */
  readonly networks: readonly Translator[];
  /** The summands of the generators' loss. */
  readonly terms: readonly TermFacts[];
  /** Pictures of one batch. */
  readonly batch: number;
  /**
   * What a step of training sees: pictures for each network, in order, and those that it is to leave as they are (absent where
   * that does not count), with what the run's discriminators, in inference, make of what was made of the former (absent without
   * discriminators; run it under a gradient). Drawn by `stepInput`; the caller disposes `held`.
   * @param stream tells draws of one step apart
   */
  readonly lesson: (
    step: () => number,
    stream: number,
  ) => {
    readonly given: readonly Tensor[];
    readonly kept?: readonly Tensor[];
    readonly fooled?: (made: readonly Tensor[]) => Scalar;
    readonly held: readonly Tensor[];
  };
  /**
   * The value of each term, by its id, where `draws` make the pictures of held-back batch `part` (from 0) and the run's own
   * discriminators, in inference, judge them. Run it in `tidy`.
   */
  readonly heldBack: (draws: Draws, part: number) => Readonly<Record<string, Scalar>>;
  /** The network of `networks` that leads back from what this one makes, where what goes there and back is to be the same. */
  readonly wayBack?: (id: string) => string;
  /** Where what a network made stands in the run's grids: a column, from 0. */
  readonly made: number;
  /** The run's grids as `TaskTrainer.grid` draws them, where `draws` make the pictures. */
  readonly moment: (draws: Draws) => Promise<ImageBatch>;
  /** As a person sees them: pictures given to a network, and what was made of them; values in [-1, 1]. */
  readonly shown: (
    id: string,
    given: Float32Array,
    made: Float32Array,
  ) => Readonly<Record<'given' | 'made', ImageBatch>>;
}

/** As samples are drawn: the networks themselves, outside of training. */
export const drawsOf = (networks: readonly Pick<Translator, 'id' | 'network'>[]): Draws =>
  Object.fromEntries(
    networks.map(({ id, network }) => [id, (images) => network.apply(images, { kind: 'inference' })]),
  );

/** The summands of the loss that a network goes down, as the task declares them, by the labels of their lines. */
export function termsOfUpdate(
  facts: Pick<TaskFacts, 'updates' | 'charts'>,
  network: string,
): readonly TermFacts[] {
  const lines = seriesOfTask(facts);
  const { terms = [] } = facts.updates.find((update) => update.network === network) ?? {};
  return terms.map((term) => ({
    ...term,
    label: lines.find(({ id }) => id === `${network}/${term.id}`)?.label ?? term.label,
  }));
}

/** The weighted sum of terms. */
export const weightedTerms = (
  terms: readonly TermFacts[],
  values: Readonly<Record<string, Scalar>>,
  params: ParamValues,
): Scalar =>
  tidy(() =>
    terms
      .map((term): Scalar => mul(values[term.id], termWeight(term, params)))
      .reduce((sum, one) => add(sum, one)),
  );
