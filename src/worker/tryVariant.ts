// One line of the comparison: a run's generator in one precision, measured, and its .tflite file weighed and timed.
import { inputShape } from '../graph/edges';
import { gzipSync } from 'fflate';
import { multiplyAdds } from '../graph/facts';
import { type ExportGraph } from '../graph/graph';
import type { Calibration } from '../graph/calibration';
import { reportLayers } from '../compression/layerReport';
import { zeroShare } from '../compression/pruneWeights';
import { isFullInteger } from '../compression/variants';
import type { CompressionRecord } from '../core/compressionRecord';
import { parameterTotal } from '../core/network';
import { loadLiteRuntime, openLiteModel } from '../exporters/runtimes/liteRt';
import { variantFile } from '../exporters/tflite/variantFile';
import type { VariantId, VariantReport, VariantRequest } from '../protocol';
import { graphOf, inputRows, rangesOf, trainedGenerator } from '../training/generatorGraph';
import { measureVariant } from '../training/measuring/variantMeasure';
import { restoreTensors } from '../training/snapshot';
import { fixedLatents } from '../training/streams';
import { Trainer } from '../training/trainer';
import { requireGan, type WorkerContext } from './context';
import type { Call } from './handler';
import { checkChoices } from './openRun';

const WATCHED_IMAGES = 16;
const TIMED_IMAGES = 12;
const WARM_UP_IMAGES = 3;

/** A run's networks as they are now. */
interface Guest {
  readonly trainer: Trainer;
  readonly record: CompressionRecord | null;
  readonly step: number;
  /** Gives the networks back, unless they are the open run's. */
  readonly release: () => void;
}

async function guestOf(context: WorkerContext, id: string): Promise<Guest> {
  const open = requireGan(context);
  const { session } = open;
  if (session.identity.id === id) {
    const { trainer, step, identity } = session;
    return { trainer, step, record: identity.compression ?? null, release: () => undefined };
  }
  const saved = await (await context.store()).load(id);
  const { config, compression, step } = saved;
  const parts = { config, ...checkChoices(config, saved.imported) };
  // Every run of the family is of one data set.
  const trainer = new Trainer({ ...parts, dataset: open.dataset, compression });
  try {
    restoreTensors(trainer, saved.tensors);
  } catch (error) {
    trainer.dispose();
    throw error;
  }
  return { trainer, step, record: compression ?? null, release: () => trainer.dispose() };
}

/** Median milliseconds of one image by LiteRT; null where the runtime or the file does not run here. */
async function timeFile(bytes: Uint8Array, graph: ExportGraph, inputs: Float32Array): Promise<number | null> {
  try {
    const { bootLiteRtInPage } = await import('../exporters/runtimes/liteRtPage');
    const model = await openLiteModel(await loadLiteRuntime(bootLiteRtInPage), bytes);
    const size = inputShape(graph).reduce((product, side) => product * side, 1);
    const times: number[] = [];
    try {
      for (let i = 0; i < WARM_UP_IMAGES + TIMED_IMAGES; i++) {
        const row = i % WATCHED_IMAGES;
        const began = performance.now();
        await model.run(inputs.slice(row * size, (row + 1) * size));
        if (i >= WARM_UP_IMAGES) times.push(performance.now() - began);
      }
    } finally {
      model.dispose();
    }
    return times.sort((a, b) => a - b)[TIMED_IMAGES >> 1];
  } catch {
    return null; // the figure is left out of the table; a file is proved when it is written
  }
}

interface Weighed {
  readonly sizeBytes: number | null;
  readonly gzipBytes: number | null;
  readonly millisecondsPerImage: number | null;
}

async function weigh(
  graph: ExportGraph,
  variant: VariantId,
  calibration: Calibration | null,
  inputs: Float32Array,
): Promise<Weighed> {
  const file = await variantFile(graph, variant, () => {
    if (calibration) return calibration;
    throw new TypeError(`${variant} needs ranges`);
  });
  return {
    sizeBytes: file.bytes.length,
    gzipBytes: gzipSync(file.bytes, { level: 6, mtime: 0 }).length,
    millisecondsPerImage: await timeFile(file.callable, graph, inputs),
  };
}

/** Nothing may train meanwhile. @throws UnsupportedModelError naming the layer, AbortedError, and what loading throws */
export async function tryVariant(
  { run, base, variant, samples }: VariantRequest,
  context: WorkerContext,
  call: Call,
): Promise<VariantReport> {
  const { dataset, measurer } = requireGan(context);
  const guest = await guestOf(context, run);
  const judge = run === base ? guest : await guestOf(context, base);
  try {
    const { trainer, record, step } = guest;
    const generator = await trainedGenerator(trainer);
    const graph = graphOf(generator);
    const ranges = isFullInteger(variant) ? await rangesOf(trainer, graph, 'min-max', record, step) : null;
    const task = { trainer, judge: judge.trainer, measurer, dataset, graph, variant, calibration: ranges };
    const measured = await measureVariant({
      ...task,
      samples,
      step,
      signal: call.signal,
      progress: (fraction) => call.progress(`Measuring ${samples} samples`, 0.9 * fraction),
    });
    call.progress('Weighing the file', 0.9);
    const inputs = inputRows(trainer, fixedLatents(trainer.config.seed, WATCHED_IMAGES, trainer.latentSize));
    return {
      ...measured,
      parameters: parameterTotal(generator.spec),
      multiplyAdds: multiplyAdds(graph),
      zeroShare: zeroShare(generator.weights),
      ...(await weigh(graph, variant, ranges, inputs)),
      layers: await reportLayers({ graph, variant, calibration: ranges, inputs, rows: WATCHED_IMAGES }),
    };
  } finally {
    guest.release();
    if (judge !== guest) judge.release();
  }
}
