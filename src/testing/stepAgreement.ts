// Test support: one training step on two backends from the same weights. Gradients are compared where they are linear, in
// Adam's first moments; the update itself is recomputed from the moments, since its size does not depend on a gradient's.
import { memory } from '@tensorflow/tfjs-core';
import type { NamedTensor } from '../checkpoints/snapshot';
import type { RunConfig } from '../core/runConfig';
import { createRandom } from '../core/random';
import { ADAM_EPSILON } from '../engine/ops/adam';
import { readTensors, restoreTensors } from '../training/snapshot';
import { Trainer, type TrainerParts } from '../training/trainer';
import { newestShare } from '../training/weightAverage';

export interface TakenStep {
  /** dLoss, gLoss and the two shares judged right. */
  readonly report: readonly number[];
  readonly before: readonly NamedTensor[];
  readonly after: readonly NamedTensor[];
}

function setUpdates(trainer: Trainer, stepsDone: number): void {
  trainer.generatorAdam.updates = stepsDone;
  trainer.discriminatorAdam.updates = stepsDone * trainer.config.dSteps;
}

/**
 * Takes `count` steps on the active backend, each from the state in `from` where that is given, else one after the other.
 * Leaves nothing behind.
 * @throws Error when it does
 */
export async function takeSteps(
  parts: TrainerParts,
  count: number,
  from: readonly TakenStep[] | null = null,
): Promise<TakenStep[]> {
  const tensors = memory().numTensors;
  const trainer = new Trainer(parts);
  const steps: TakenStep[] = [];
  for (let step = 1; step <= count; step++) {
    if (from) restoreTensors(trainer, from[step - 1].before);
    setUpdates(trainer, step - 1);
    const before = from?.[step - 1].before ?? (await readTensors(trainer));
    const report = trainer.step(step);
    steps.push({ report: [...(await report.data())], before, after: await readTensors(trainer) });
    report.dispose();
  }
  trainer.dispose();
  const left = memory().numTensors - tensors;
  if (left !== 0) throw new Error(`${left} tensors were left behind`);
  return steps;
}

/** How far weights are moved, of the largest in their tensor: some roundings. */
const SHAKE = 1e-6;

/**
 * The same moments of the same steps from weights a few roundings away: what moves between these and the given ones is
 * what rounding can move (gradients that are zero but for rounding, activations at their kink).
 */
export const shaken = (steps: readonly TakenStep[], shake = 0): TakenStep[] =>
  steps.map((step, i) => ({
    ...step,
    before: step.before.map((weight, j) => {
      if (weight.name.startsWith('optimizer/')) return weight;
      const random = createRandom(j, i, shake);
      const reach = SHAKE * Math.max(1e-2, largest(weight.values));
      return { ...weight, values: weight.values.map((w) => w + reach * (2 * random.uniform() - 1)) };
    }),
  }));

const largest = (values: ArrayLike<number>): number => {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]));
  return most;
};

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < b.length; i++) {
    const difference = Math.abs(a[i] - b[i]);
    if (!(difference <= most)) most = difference; // also NaN
  }
  return most;
}

/** What disagrees, and how much: 1 is as far as the tolerance goes. */
export interface Disagreement {
  readonly what: string;
  readonly error: number;
}

/** A gradient below this share of its network's largest counts as zero: it is what rounding leaves. */
const SMALL_GRADIENT = 1e-3;

interface Tolerances {
  /** Of losses, relative to 1 + loss. */
  readonly loss: number;
  /** Of gradients and moving statistics, relative to the largest of their tensor. */
  readonly gradient: number;
}

/** Rounding moves a value by up to this many times what it moved between shaken weights. */
export const ROUNDING = 10;

/**
 * Everything in which step `ours` differs from `theirs`, the worst first; both began at the same weights.
 * @param pairs the same step twice on one backend, from these weights and from shaken ones
 */
export function disagreements(
  ours: TakenStep,
  theirs: TakenStep,
  pairs: readonly (readonly [TakenStep, TakenStep])[],
  config: RunConfig,
  tolerances: Tolerances,
): Disagreement[] {
  const found: Disagreement[] = [];
  const note = (what: string, of: (step: TakenStep) => ArrayLike<number>, tolerance: number): void => {
    const rounding = pairs.map(([still, moved]) => largestDifference(of(moved), of(still)));
    const error = largestDifference(of(ours), of(theirs)) / (tolerance + ROUNDING * Math.max(0, ...rounding));
    found.push({ what, error: Number.isNaN(error) ? Infinity : error });
  };
  for (const [i, name] of ['dLoss', 'gLoss', 'accuracyReal', 'accuracyFake'].entries()) {
    // A score that rounding moves over the boundary changes its share by one image; images that a young generator draws
    // alike move together.
    const tolerance = i < 2 ? tolerances.loss * (1 + Math.abs(theirs.report[i])) : 3.001 / config.batch;
    note(name, ({ report }) => [report[i]], tolerance);
  }
  const networkScale = new Map<string, number>();
  for (const { name, values } of theirs.after) {
    const [root, network, moment] = name.split('/');
    if (root === 'optimizer' && moment === 'm')
      networkScale.set(network, Math.max(networkScale.get(network) ?? 0, largest(values)));
  }
  for (const [i, { name, values: wanted }] of theirs.after.entries()) {
    const [root, network, moment] = name.split('/');
    const isGradient = root === 'optimizer' && moment === 'm';
    if (!isGradient && !(/moving|spectral/.test(name) && root !== 'average')) continue;
    const least = isGradient ? SMALL_GRADIENT * (networkScale.get(network) ?? 0) + 1e-9 : 1e-3;
    // A bias before a batch norm has no gradient but rounding's, and Adam moves it by a whole rate either way.
    const drift = name.endsWith('movingMean') ? 3 * config.dSteps * config.learningRateD : 0;
    note(
      name,
      ({ after }) => after[i].values,
      tolerances.gradient * Math.max(largest(wanted), least) + drift,
    );
  }
  return found.filter(({ error }) => error > 1).toSorted((a, b) => b.error - a.error);
}

/**
 * Where the weights of a step (of one discriminator update) are not what Adam's rule makes of its own moments, and the
 * average not what it should be, in learning rates.
 */
export function updateErrors(
  { before, after }: TakenStep,
  step: number,
  { config, loss }: Pick<TrainerParts, 'config' | 'loss'>,
): Disagreement[] {
  const old = new Map(before.map((t) => [t.name, t.values]));
  const now = new Map(after.map((t) => [t.name, t.values]));
  const found: Disagreement[] = [];
  for (const [name, values] of now) {
    const [network, ...rest] = name.split('/');
    const path = rest.join('/');
    const was = old.get(name);
    const [m, v] = ['m', 'v'].map((moment) => now.get(`optimizer/${network}/${moment}/${path}`));
    const latest = network === 'average' ? now.get(`generator/${path}`) : undefined;
    if (!was) continue;
    if (latest) {
      const share = newestShare(config.emaDecay, step);
      const wanted = was.map((w, i) => w + share * (latest[i] - w));
      found.push({
        what: name,
        error: largestDifference(values, wanted) / (1e-5 * Math.max(1e-2, largest(was))),
      });
    }
    if (!m || !v || (network === 'discriminator' && config.dSteps > 1)) continue;
    const learningRate = network === 'generator' ? config.learningRateG : config.learningRateD;
    const rate = (learningRate * Math.sqrt(1 - config.beta2 ** step)) / (1 - config.beta1 ** step);
    const bound =
      network === 'discriminator' ? (loss.weightBound?.(config.lossParams) ?? Infinity) : Infinity;
    const wanted = was.map((w, i) =>
      Math.max(-bound, Math.min(bound, w - (rate * m[i]) / (Math.sqrt(v[i]) + ADAM_EPSILON))),
    );
    found.push({
      what: name,
      error: largestDifference(values, wanted) / (2e-3 * learningRate + 2e-7 * largest(was)),
    });
  }
  return found.filter(({ error }) => !(error <= 1));
}
