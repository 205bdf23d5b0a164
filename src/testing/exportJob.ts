// What Export hands to a model format, for a network with seeded weights and nothing trained.
import { inputShape, volume, type NetworkSpec } from '../core/network';
import type { ModelExportJob } from '../exporters/defineModel';
import { buildGraph } from '../graph/buildGraph';
import { calibrate } from '../graph/calibration';
import { runFloatGraph } from '../graph/floatReference';
import { quantizeGraph } from '../graph/int8Graph';
import { seededInputs, seededWeights, TINY_DISCRIMINATOR } from './exportModels';

const SEED = 5;

/** The weights that `exportJobOf` exports. */
export const exportedWeights = (spec: NetworkSpec) => seededWeights(spec, SEED);

/** @param rows inputs that the ranges of full integers are measured on */
export function exportJobOf(spec: NetworkSpec, rows: number): ModelExportJob {
  const weights = exportedWeights(spec);
  const graph = buildGraph(spec, weights);
  let seen: ReturnType<typeof calibrate> | null = null;
  const ranges = () =>
    (seen ??= calibrate(graph, seededInputs(spec, rows, 4), rows, 'min-max', runFloatGraph));
  return {
    name: 'generator',
    generator: { spec, weights },
    discriminator: { spec: TINY_DISCRIMINATOR, weights: seededWeights(TINY_DISCRIMINATOR, 6) },
    input: { latent: volume(inputShape(spec)), classes: 0 },
    graph,
    int8: async (bits) => quantizeGraph(graph, await ranges(), bits),
  };
}
