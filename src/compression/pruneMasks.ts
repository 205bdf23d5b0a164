// Which weights of a network are held at zero while it is pruned: rules alone, of single weights or of whole channels.
import type { NetworkSpec } from '../core/network';
import type { TrainedWeights } from '../graph/graph';
import { keptChannels, readingMasks } from './pruneChannels';
import type { PruneTarget } from './pruneSchedule';
import { isPrunable, magnitudeMask } from './pruneWeights';

/**
 * Masks of the share that goes, by the names of the weights: 0 where one goes, else 1. Zeros in missing channels' readers are the
 * same as cutting the channels.
 * @param share of each layer, 0..1
 */
export function pruneMasks(
  target: PruneTarget,
  spec: NetworkSpec,
  weights: TrainedWeights,
  share: number,
): ReadonlyMap<string, Float32Array> {
  if (target === 'channels') return readingMasks(spec, keptChannels(spec, weights, share));
  const prunable = [...weights].filter(([name]) => isPrunable(name));
  return new Map(prunable.map(([name, { values }]) => [name, magnitudeMask(values, share)]));
}
