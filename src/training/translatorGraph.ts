// A generator from image to image as the exporters' graph, whose picture is a list of numbers where noise would be, with the
// ranges of its numbers. Reads; changes nothing. Of generators that draw from noise it is generatorGraph.
import { rangesAt, type CompressionRecord } from '../core/compressionRecord';
import { thawedNetwork } from '../core/frozenLayers';
import { inputShape, volume, type NetworkSpec } from '../core/network';
import { prependLayer } from '../core/networkEdits';
import type { Network } from '../engine/network';
import { calibrate, type Calibration, type RangeRule } from '../graph/calibration';
import { inParts } from '../graph/engineRunner';
import type { ExportGraph } from '../graph/graph';
import { readWeights } from '../graph/networkWeights';
import { graphOf, type TrainedGenerator } from './generatorGraph';
import type { TaskTrainer } from './taskTrainer';

/** Pictures that are shown and proved on come first, those that ranges are watched on behind them. */
const PROOF_PICTURES = 64;
const CALIBRATION_PICTURES = 64;

/** The description of a network that takes its picture as [h * w * c] numbers. */
export function flattened(spec: NetworkSpec): NetworkSpec {
  const shape = inputShape(spec);
  const named = { ...thawedNetwork(spec), name: 'generator' };
  return prependLayer(named, [volume(shape)], { kind: 'reshape', shape });
}

/** The network, taking such a list. */
export async function trainedTranslator(network: Network): Promise<TrainedGenerator> {
  return { spec: flattened(network.spec), weights: await readWeights(network) };
}

/** The first pictures [count * h * w * c] that a network of the run is given. @throws TypeError where none takes pictures */
export function picturesOf(trainer: TaskTrainer, id: string, count: number): Float32Array {
  const pictures = trainer.picturesFor?.(id, count);
  if (pictures) return pictures;
  throw new TypeError(`${id} takes no pictures`);
}

/** Where the nodes of a translator's graph begin among those of all translators of the run. */
async function firstNode(trainer: TaskTrainer, id: string): Promise<number> {
  let first = 0;
  for (const { id: other, network } of trainer.translators?.networks ?? []) {
    if (other === id) break;
    first += graphOf(await trainedTranslator(network)).nodes.length;
  }
  return first;
}

/**
 * Ranges of a translator's graph: those that were found in quantization-aware training, while they hold; else those of
 * watched pictures, none of which the files are proved on.
 * @param fitted makes the pictures those that the graph takes, where it takes other sides
 */
export async function translatorRanges(
  trainer: TaskTrainer,
  id: string,
  graph: ExportGraph,
  rule: RangeRule,
  record: CompressionRecord | null,
  step: number,
  fitted: (pictures: Float32Array) => Float32Array = (pictures) => pictures,
): Promise<Calibration> {
  const trained = rangesAt(record, step);
  if (trained) {
    const first = await firstNode(trainer, id);
    return { input: trained.input, nodes: trained.nodes.slice(first, first + graph.nodes.length) };
  }
  const all = picturesOf(trainer, id, PROOF_PICTURES + CALIBRATION_PICTURES);
  const watched = all.slice((all.length / (PROOF_PICTURES + CALIBRATION_PICTURES)) * PROOF_PICTURES);
  const inputs = fitted(watched);
  return calibrate(graph, inputs, inputs.length / volume(graph.inputs[0].shape), rule, inParts);
}
