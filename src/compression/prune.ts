// Pruning of a trained generator: the least important weights or channels go, ever more slowly on a schedule, while the
// network learns to draw without them what it drew before. The original is the teacher and stays as it is.
import type { Tensor } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../core/errors';
import type { NetworkSpec } from '../core/network';
import { Network } from '../engine/network';
import type { TrainedWeights } from '../graph/graph';
import { HeldZeros } from './heldZeros';
import { readWeights, writeWeights } from '../graph/networkWeights';
import { cutChannels, keptChannels, readingMasks, type KeptChannels } from './pruneChannels';
import { cubicShare } from './pruneSchedule';
import { isPrunable, magnitudeMask } from './pruneWeights';
import { teach, type Learned } from './teach';

export type PruneTarget = 'weights' | 'channels';

export interface PruneJob {
  /** The trained generator; stays as it is. */
  readonly teacher: Network;
  readonly target: PruneTarget;
  /** Of each layer, 0 to 0.95. */
  readonly share: number;
  /** Steps of fine-tuning; 0 only cuts. */
  readonly steps: number;
  readonly learningRate: number;
  /** Inputs of a step, [batch, input]; disposed here. */
  readonly inputs: (step: number) => Tensor;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly progress: (what: string, step: number) => void;
}

export interface PrunedNetwork extends Learned {
  readonly spec: NetworkSpec;
  readonly weights: TrainedWeights;
  /** Channels of each weighted layer; null when single weights were pruned. */
  readonly widths: readonly number[] | null;
}

const MOST_SHARE = 0.95;
/** Part of the steps in which pruning happens; the rest heals what it did. */
const PRUNING_PART = 0.5;
/** Times that the choice is made anew while the share grows. */
const ROUNDS = 10;

function checkShare(share: number): void {
  if (share > 0 && share <= MOST_SHARE) return;
  throw new InvalidValueError(
    `The share to prune is ${share}.`,
    `Give a number above 0 and up to ${MOST_SHARE}.`,
  );
}

/** Masks for the kernels whose smallest weights go. */
function maskWeights(network: Network, weights: TrainedWeights, share: number): HeldZeros {
  const held = new HeldZeros();
  for (const { name, variable } of network.weights) {
    const found = weights.get(name);
    if (found && isPrunable(name)) held.hold(variable, magnitudeMask(found.values, share));
  }
  return held;
}

/** Zeros in a narrower network's missing channels: the weights that read them go, which is the same as cutting them. */
function maskChannels(network: Network, kept: KeptChannels): HeldZeros {
  const held = new HeldZeros();
  const masks = readingMasks(network.spec, kept);
  for (const { name, variable } of network.weights) {
    const mask = masks.get(name);
    if (mask) held.hold(variable, mask);
  }
  return held;
}

/** A network that learns from the job's teacher while `share` of it is pruned on the schedule. */
async function learnPruned(job: PruneJob, network: Network, steps: number, offset: number): Promise<Learned> {
  const { teacher, target, share, seed } = job;
  const pruning = target === 'weights' ? Math.max(1, Math.round(PRUNING_PART * steps)) : steps;
  const every = Math.max(1, Math.floor(pruning / ROUNDS));
  let held = new HeldZeros();
  const choose = async (step: number): Promise<void> => {
    const weights = await readWeights(network);
    const now = cubicShare(step, pruning, share);
    held.dispose();
    held =
      target === 'weights'
        ? maskWeights(network, weights, now)
        : maskChannels(network, keptChannels(network.spec, weights, now));
    held.apply();
  };
  try {
    return await teach({
      what: 'Pruning',
      steps,
      learningRate: job.learningRate,
      weights: network.trainable,
      inputs: (step) => job.inputs(offset + step),
      wanted: (inputs) => teacher.apply(inputs, { kind: 'inference' }),
      drawn: (inputs) => network.apply(inputs, { kind: 'training', dropoutSeed: seed }),
      afterStep: async (step) => {
        if (step <= pruning && (step % every === 0 || step === pruning)) await choose(step);
        else held.apply();
      },
      signal: job.signal,
      progress: (step, loss) => job.progress(`Pruning, distance ${loss.toFixed(3)}`, offset + step),
    });
  } finally {
    held.dispose();
  }
}

const copyOf = async (teacher: Network, seed: number): Promise<Network> => {
  const copy = new Network(teacher.spec, seed);
  writeWeights(copy, await readWeights(teacher));
  return copy;
};

async function pruneSingle(job: PruneJob): Promise<PrunedNetwork> {
  const network = await copyOf(job.teacher, job.seed);
  try {
    const learned = await learnPruned(job, network, job.steps, 0);
    if (job.steps === 0) {
      const held = maskWeights(network, await readWeights(network), job.share);
      held.apply();
      held.dispose();
    }
    return { ...learned, spec: network.spec, weights: await readWeights(network), widths: null };
  } finally {
    network.dispose();
  }
}

async function pruneWhole(job: PruneJob): Promise<PrunedNetwork> {
  const early = Math.round(PRUNING_PART * job.steps);
  const full = await copyOf(job.teacher, job.seed);
  let narrow: Network | null = null;
  try {
    const first = await learnPruned(job, full, early, 0);
    const weights = await readWeights(full);
    const cut = cutChannels(full.spec, weights, keptChannels(full.spec, weights, job.share));
    narrow = new Network(cut.spec, job.seed);
    writeWeights(narrow, cut.weights);
    const student = narrow;
    const second = await teach({
      what: 'Pruning',
      steps: job.steps - early,
      learningRate: job.learningRate,
      weights: student.trainable,
      inputs: (step) => job.inputs(early + step),
      wanted: (inputs) => job.teacher.apply(inputs, { kind: 'inference' }),
      drawn: (inputs) => student.apply(inputs, { kind: 'training', dropoutSeed: job.seed }),
      signal: job.signal,
      progress: (step, loss) => job.progress(`Healing, distance ${loss.toFixed(3)}`, early + step),
    });
    const firstLoss = early > 0 ? first.firstLoss : second.firstLoss;
    return {
      firstLoss,
      lastLoss: second.lastLoss,
      spec: cut.spec,
      weights: await readWeights(student),
      widths: cut.widths,
    };
  } finally {
    full.dispose();
    narrow?.dispose();
  }
}

/**
 * A pruned copy of the teacher, fine-tuned to draw what the teacher draws.
 * @throws InvalidValueError for an impossible share, UnsupportedModelError naming a layer that channels cannot be cut
 *   around, AbortedError when cancelled
 */
export async function prune(job: PruneJob): Promise<PrunedNetwork> {
  checkShare(job.share);
  return job.target === 'weights' ? pruneSingle(job) : pruneWhole(job);
}
