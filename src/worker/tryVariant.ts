// One line of the comparison: a run's generator in one precision, measured, and its .tflite file weighed and timed.
import { multiplyAdds } from '../graph/facts';
import { reportLayers } from '../compression/layerReport';
import { zeroShare } from '../compression/pruneWeights';
import { isFullInteger } from '../compression/variants';
import type { CompressionRecord } from '../core/compressionRecord';
import { parameterTotal } from '../core/network';
import type { VariantReport, VariantRequest } from '../protocol';
import { graphOf, inputRows, rangesOf, trainedGenerator } from '../training/generatorGraph';
import { measureVariant } from '../training/measuring/variantMeasure';
import { restoreTensors } from '../training/snapshot';
import { fixedLatents } from '../training/streams';
import { Trainer } from '../training/trainer';
import type { OpenGan, WorkerContext } from './context';
import type { Call } from './handler';
import { checkChoices } from './openRun';
import { weighVariant } from './weighVariant';

const WATCHED_IMAGES = 16;

/** A run's networks as they are now. */
interface Guest {
  readonly trainer: Trainer;
  readonly record: CompressionRecord | null;
  readonly step: number;
  /** Gives the networks back, unless they are the open run's. */
  readonly release: () => void;
}

async function guestOf(open: OpenGan, context: WorkerContext, id: string): Promise<Guest> {
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

/** Nothing may train meanwhile. @throws UnsupportedModelError naming the layer, AbortedError, and what loading throws */
export async function tryVariant(
  open: OpenGan,
  { run, base, variant, samples }: VariantRequest,
  context: WorkerContext,
  call: Call,
): Promise<VariantReport> {
  const { dataset, measurer } = open;
  const guest = await guestOf(open, context, run);
  const judge = run === base ? guest : await guestOf(open, context, base);
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
      ...(await weighVariant(graph, variant, ranges, inputs)),
      layers: await reportLayers({ graph, variant, calibration: ranges, inputs, rows: WATCHED_IMAGES }),
    };
  } finally {
    guest.release();
    if (judge !== guest) judge.release();
  }
}
