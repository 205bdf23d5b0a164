// Makes the generator of a run smaller by one technique, and puts the result into a trainer of its own. The run that it
// starts from stays as it is; saving is the caller's.
import { tensor } from '@tensorflow/tfjs-core';
import type { Learned } from '../compression/teach';
import { readWeights, writeWeights } from '../graph/networkWeights';
import { prune } from '../compression/prune';
import { zeroShare } from '../compression/pruneWeights';
import { quantizeAware } from '../compression/quantizeAware';
import { tiedBiases, unfoldWeights } from '../graph/unfold';
import { NO_COMPRESSION, type CompressionRecord } from '../core/compressionRecord';
import { networkTotals } from '../core/network';
import { normalArray } from '../core/random';
import type { CompressRequest, GeneratorCost } from '../protocol';
import { graphOf, inputRows, rangesOf, trainedGenerator, type TrainedGenerator } from './generatorGraph';
import type { Trainer } from './trainer';

const STREAM = 0xc09e;
const LEARNING_RATE = { channels: 1e-3, weights: 1e-3, 'quantize-aware': 1e-4 } as const;

export interface SmallerGenerator extends Learned, TrainedGenerator {
  readonly record: CompressionRecord;
}

export interface SmallerJob {
  readonly trainer: Trainer;
  /** What was done before; null when nothing was. */
  readonly record: CompressionRecord | null;
  /** Step of the run. */
  readonly step: number;
  readonly request: CompressRequest;
  readonly signal: AbortSignal;
  readonly progress: (what: string, fraction: number) => void;
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

async function pruned(
  job: SmallerJob,
  request: CompressRequest & { readonly technique: 'prune' },
): Promise<SmallerGenerator> {
  const { trainer, signal } = job;
  const before = job.record ?? NO_COMPRESSION;
  const { target, share, steps } = request;
  const result = await prune({
    teacher: trainer.average ?? trainer.generator,
    target,
    share,
    steps,
    learningRate: LEARNING_RATE[target],
    inputs: inputsOf(trainer),
    seed: trainer.config.seed,
    signal,
    progress: (what, step) => job.progress(what, steps > 0 ? step / steps : 1),
  });
  const note = `${percent(share)} of the ${target === 'channels' ? 'channels' : 'weights'} pruned`;
  return {
    ...result,
    record: {
      widths: result.widths ?? before.widths,
      keepsZeros: before.keepsZeros || target === 'weights',
      ranges: null,
      notes: [...before.notes, note],
    },
  };
}

async function quantized(
  job: SmallerJob,
  request: CompressRequest & { readonly technique: 'quantize-aware' },
): Promise<SmallerGenerator> {
  const { trainer, signal, step: runStep } = job;
  const before = job.record ?? NO_COMPRESSION;
  const { weightBits, steps } = request;
  const trained = await trainedGenerator(trainer);
  const graph = graphOf(trained);
  const result = await quantizeAware({
    graph,
    calibration: await rangesOf(trainer, graph, 'min-max', job.record, runStep),
    weightBits,
    keepsZeros: before.keepsZeros,
    fixedBiases: tiedBiases(trained.spec),
    steps,
    learningRate: LEARNING_RATE['quantize-aware'],
    inputs: inputsOf(trainer),
    signal,
    progress: (step, loss) => job.progress(`Step ${step}, distance ${loss.toFixed(4)}`, step / steps),
  });
  const note = `trained through ${weightBits}-bit weights`;
  return {
    firstLoss: result.firstLoss,
    lastLoss: result.lastLoss,
    spec: trained.spec,
    weights: unfoldWeights(trained.spec, trained.weights, result.graph),
    record: {
      ...before,
      ranges: { step: runStep, weightBits, ...result.calibration },
      notes: [...before.notes, note],
    },
  };
}

/** Seeded inputs of a step, a batch of the run's own size. */
function inputsOf(trainer: Trainer) {
  const { batch, seed } = trainer.config;
  return (step: number) => {
    const rows = inputRows(trainer, normalArray(batch * trainer.latentSize, seed, STREAM, step));
    return tensor(rows, [batch, rows.length / batch]);
  };
}

/**
 * Nothing may train meanwhile.
 * @throws InvalidValueError, UnsupportedModelError naming the layer, AbortedError when cancelled
 */
export const makeSmaller = (job: SmallerJob): Promise<SmallerGenerator> =>
  job.request.technique === 'prune' ? pruned(job, job.request) : quantized(job, job.request);

/** Gives `into`, a trainer built for the smaller network, its weights, and the discriminator that the run has. */
export async function adoptSmaller(into: Trainer, from: Trainer, smaller: SmallerGenerator): Promise<void> {
  writeWeights(into.generator, smaller.weights);
  if (into.average) writeWeights(into.average, smaller.weights);
  writeWeights(into.discriminator, await readWeights(from.discriminator));
  into.discriminatorAdam.updates = from.discriminatorAdam.updates;
  for (const [i, moment] of from.discriminatorAdam.firstMoments.entries()) {
    into.discriminatorAdam.firstMoments[i].assign(moment);
    into.discriminatorAdam.secondMoments[i].assign(from.discriminatorAdam.secondMoments[i]);
  }
}

/** What a generator costs. */
export function costOf({ spec, weights }: TrainedGenerator): GeneratorCost {
  const { trainable, multiplyAdds } = networkTotals(spec);
  return { parameters: trainable, multiplyAdds, zeroShare: zeroShare(weights) };
}
