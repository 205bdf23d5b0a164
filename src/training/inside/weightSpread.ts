// How the weights of each layer are spread: a histogram of the kernel, or of what the layer has instead.
import type { Network } from '../../engine/network';
import type { LayerWeights } from '../../protocol';

const BINS = 41;

/** Counts in equal bins from -reach to reach, where reach is the largest absolute value. */
export function spreadOf(layer: string, values: ArrayLike<number>): LayerWeights {
  let [reach, sum] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    reach = Math.max(reach, Math.abs(values[i]));
    sum += values[i];
  }
  const mean = sum / values.length;
  const counts = new Array<number>(BINS).fill(0);
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    squares += (values[i] - mean) ** 2;
    const share = reach > 0 ? (values[i] / reach + 1) / 2 : 0.5;
    counts[Math.min(BINS - 1, Math.floor(share * BINS))]++;
  }
  return { layer, counts, reach, mean, deviation: Math.sqrt(squares / values.length) };
}

/** Of every layer with weights that learn, the first of them: a kernel, or the scale of a normalization. */
export async function weightSpreads(network: Network): Promise<readonly LayerWeights[]> {
  const seen = new Set<string>();
  const found: LayerWeights[] = [];
  for (const { name, variable } of network.weights) {
    const layer = name.slice(0, name.lastIndexOf('/'));
    if (seen.has(layer)) continue;
    seen.add(layer);
    found.push(spreadOf(layer, await variable.data()));
  }
  return found;
}
