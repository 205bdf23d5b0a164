// The trained generator of a run as the exporters' graph, with the ranges of its numbers. Reads; changes nothing.
import { zeroShare } from '../compression/pruneWeights';
import { buildGraph } from '../graph/buildGraph';
import { calibrate, type Calibration, type RangeRule } from '../graph/calibration';
import { engineRunner } from '../graph/engineRunner';
import type { ExportGraph, TrainedWeights } from '../graph/graph';
import { readWeights } from '../graph/networkWeights';
import { rangesAt, type CompressionRecord } from '../core/compressionRecord';
import { thawedNetwork } from '../core/frozenLayers';
import { networkTotals, parameterTotal, type NetworkSpec } from '../core/network';
import type { GeneratorCost } from '../protocol';
import { drawnLatents } from './streams';
import type { Trainer } from './trainer';

const CALIBRATION_IMAGES = 64;
/** Latents that calibrate are none of those that a person sees. */
const CALIBRATION_SEED = 0x5eed;

export interface TrainedGenerator {
  readonly spec: NetworkSpec;
  readonly weights: TrainedWeights;
}

/** The generator that samples are drawn from: the average where there is one. */
export async function trainedGenerator(trainer: Trainer): Promise<TrainedGenerator> {
  const network = trainer.average ?? trainer.generator;
  return { spec: thawedNetwork(network.spec), weights: await readWeights(network) };
}

/** What a generator costs. */
export function costOf({ spec, weights }: TrainedGenerator): GeneratorCost {
  const { multiplyAdds } = networkTotals(spec);
  return { parameters: parameterTotal(spec), multiplyAdds, zeroShare: zeroShare(weights) };
}

/** What the generators of a run cost together; multiply-adds are those of one picture through one of them. */
export function costOfAll(generators: readonly TrainedGenerator[]): GeneratorCost {
  const costs = generators.map(costOf);
  const parameters = costs.reduce((sum, cost) => sum + cost.parameters, 0);
  const multiplyAdds = costs.reduce((sum, cost) => sum + cost.multiplyAdds, 0) / costs.length;
  const weights = generators.flatMap((one, i) => [...one.weights].map(([n, w]) => [`${i}/${n}`, w] as const));
  return { parameters, multiplyAdds, zeroShare: zeroShare(new Map(weights)) };
}

/** @throws UnsupportedModelError naming a layer that the graph cannot hold */
export const graphOf = ({ spec, weights }: TrainedGenerator): ExportGraph => buildGraph(spec, weights);

/** What the generator takes for these latents: where it knows classes, the class of each image stands beside. */
export function inputRows(trainer: Trainer, latents: Float32Array): Float32Array {
  const classes = trainer.everyClass(latents.length / trainer.latentSize);
  return trainer.classes?.inputRows(latents, classes) ?? latents;
}

/** Ranges that were found in quantization-aware training, while they hold; else those of watched latents. */
export async function rangesOf(
  trainer: Trainer,
  graph: ExportGraph,
  rule: RangeRule,
  record: CompressionRecord | null,
  step: number,
): Promise<Calibration> {
  const trained = rangesAt(record, step);
  if (trained?.nodes.length === graph.nodes.length) return trained;
  const rows = inputRows(trainer, drawnLatents(CALIBRATION_SEED, 0, CALIBRATION_IMAGES, trainer.latentSize));
  return calibrate(graph, rows, CALIBRATION_IMAGES, rule, engineRunner);
}
