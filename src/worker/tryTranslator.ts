// One line of the comparison of a run that translates: all its translators in one precision, judged by the discriminators of
// the run that it comes from, their .tflite files weighed and timed. Of generators that draw from noise it is tryVariant.
import { reportLayers } from '../compression/layerReport';
import { zeroShare } from '../compression/pruneWeights';
import { isFullInteger, VariantDrawer } from '../compression/variants';
import type { CompressionRecord } from '../core/compressionRecord';
import { parameterTotal } from '../core/network';
import { rowsAtOnce } from '../graph/engineRunner';
import { multiplyAdds } from '../graph/facts';
import type { Calibration } from '../graph/calibration';
import type { ExportGraph, TrainedWeights } from '../graph/graph';
import type { LayerError, VariantReport, VariantRequest } from '../protocol';
import { tasks } from '../tasks';
import { graphOf, type TrainedGenerator } from '../training/generatorGraph';
import { measureTranslators } from '../training/measuring/translatorMeasure';
import { restoreTensors } from '../training/snapshot';
import type { TaskTrainer } from '../training/taskTrainer';
import { picturesOf, trainedTranslator, translatorRanges } from '../training/translatorGraph';
import type { Translators } from '../training/translators';
import { byId } from './catalogue';
import { NotAGeneratorError, type OpenTask, type WorkerContext } from './context';
import type { Call } from './handler';
import { checkChoices } from './openRun';
import { readModelFile } from './modelFiles';
import { weighVariant, type Weighed } from './weighVariant';

const WATCHED_PICTURES = 16;

/** A run's translators as they are now. */
interface Guest {
  readonly trainer: TaskTrainer;
  readonly translators: Translators;
  readonly record: CompressionRecord | null;
  readonly step: number;
  /** Gives the networks back, unless they are the open run's. */
  readonly release: () => void;
}

/** @throws NotAGeneratorError for a run without translators */
function translatorsOf(trainer: TaskTrainer, name: string): Translators {
  if (trainer.translators) return trainer.translators;
  throw new NotAGeneratorError(
    `${name} learns the task ${trainer.config.task}, which has no generator to be made smaller.`,
    'Open a run of a generator for this.',
  );
}

async function guestOf(open: OpenTask, context: WorkerContext, id: string): Promise<Guest> {
  const { session, dataset, test } = open;
  const { identity, trainer: own, step } = session;
  if (identity.id === id) {
    const translators = translatorsOf(own, identity.name);
    const record = identity.compression ?? null;
    return { trainer: own, translators, step, record, release: () => undefined };
  }
  const saved = await (await context.store()).load(id);
  const { config, compression } = saved;
  // Every run of the family is of one data set.
  const parts = {
    config,
    ...checkChoices(config, saved.imported),
    dataset,
    test,
    compression,
    readModelFile,
    isSaved: true,
  };
  const trainer = await byId(tasks, config.task).build(parts);
  try {
    restoreTensors(trainer, saved.tensors);
    const translators = translatorsOf(trainer, saved.name);
    const record = compression ?? null;
    return { trainer, translators, step: saved.step, record, release: () => trainer.dispose() };
  } catch (error) {
    trainer.dispose();
    throw error;
  }
}

interface Tried {
  readonly id: string;
  readonly generator: TrainedGenerator;
  readonly graph: ExportGraph;
  /** Null where not all arithmetic is integer. */
  readonly ranges: Calibration | null;
}

/** All weights, under names that no two networks share. */
const allWeights = (tried: readonly Tried[]): TrainedWeights =>
  new Map(tried.flatMap(({ id, generator }) => [...generator.weights].map(([n, w]) => [`${id}/${n}`, w])));

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Files together; the time of one picture through one of them. */
function together(weighed: readonly Weighed[]): Weighed {
  const times = weighed.flatMap(({ millisecondsPerImage }) => millisecondsPerImage ?? []);
  return {
    sizeBytes: total(weighed.map(({ sizeBytes }) => sizeBytes)),
    gzipBytes: total(weighed.map(({ gzipBytes }) => gzipBytes)),
    millisecondsPerImage: times.length === weighed.length ? total(times) / times.length : null,
  };
}

/** Nothing may train meanwhile. @throws UnsupportedModelError naming the layer, AbortedError, and what loading throws */
export async function tryTranslator(
  open: OpenTask,
  { run, base, variant, samples }: VariantRequest,
  context: WorkerContext,
  { signal, progress }: Call,
): Promise<VariantReport> {
  const guest = await guestOf(open, context, run);
  const drawers = new Map<string, VariantDrawer>();
  let judge: Guest | null = null;
  try {
    judge = run === base ? guest : await guestOf(open, context, base);
    const { trainer, translators, record, step } = guest;
    const tried: Tried[] = [];
    for (const { id, network } of translators.networks) {
      const generator = await trainedTranslator(network);
      const graph = graphOf(generator);
      const isInteger = isFullInteger(variant);
      const ranges = isInteger ? await translatorRanges(trainer, id, graph, 'min-max', record, step) : null;
      tried.push({ id, generator, graph, ranges });
      drawers.set(id, new VariantDrawer(graph, variant, ranges));
    }
    const judged = judge.trainer;
    const measured = await measureTranslators({
      ...{ judge: judge.translators, params: judged.config.taskParams, drawers, samples, signal },
      pictures: (id, count) => picturesOf(judged, id, count),
      progress: (fraction) => progress(`Judging ${samples} pictures`, 0.9 * fraction),
    });
    const weighed: Weighed[] = [];
    const layers: LayerError[] = [];
    for (const { id, graph, ranges } of tried) {
      progress('Weighing the files', 0.9);
      const rows = rowsAtOnce(graph, WATCHED_PICTURES);
      const inputs = picturesOf(judged, id, rows);
      weighed.push(await weighVariant(graph, variant, ranges, inputs));
      const own = await reportLayers({ graph, variant, calibration: ranges, inputs, rows });
      layers.push(...(tried.length > 1 ? own.map((one) => ({ ...one, name: `${id}/${one.name}` })) : own));
    }
    return {
      ...{ ...measured, measures: null, layers },
      parameters: total(tried.map(({ generator }) => parameterTotal(generator.spec))),
      multiplyAdds: total(tried.map(({ graph }) => multiplyAdds(graph))) / tried.length,
      zeroShare: zeroShare(allWeights(tried)),
      ...together(weighed),
    };
  } finally {
    for (const drawer of drawers.values()) drawer.dispose();
    guest.release();
    if (judge !== null && judge !== guest) judge.release();
  }
}
