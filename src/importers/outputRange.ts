// Between which numbers the values of a generator lie, as its last layers say it. Nothing is drawn.
import { BATCH_NORM_EPSILON } from '../core/layers/batchNorm';
import type { NetworkNode, NetworkSpec } from '../core/network';
import type { TrainedWeights } from '../graph/graph';

type Range = readonly [low: number, high: number];

const ALIKE = 1e-6;

/** The one number of all values; null where they differ. */
function only(values: Float32Array | undefined): number | null {
  if (!values || values.length === 0) return null;
  const [first] = values;
  return values.every((value) => Math.abs(value - first) <= ALIKE * Math.max(1, Math.abs(first)))
    ? first
    : null;
}

/** Factor and addend of a batch norm that does the same to all channels; null for others. */
function affine(node: NetworkNode & { kind: 'batchNorm' }, weights: TrainedWeights): Range | null {
  const [gamma, beta, mean, variance] = (['gamma', 'beta', 'movingMean', 'movingVariance'] as const).map(
    (role) => only(weights.get(`${node.id}/${role}`)?.values),
  );
  if (gamma === null || beta === null || mean === null || variance === null) return null;
  const factor = gamma / Math.sqrt(variance + (node.epsilon ?? BATCH_NORM_EPSILON));
  return [factor, beta - mean * factor];
}

/** @returns null where the last layers set no bounds */
export function outputRange({ nodes, outputs }: NetworkSpec, weights: TrainedWeights): Range | null {
  let [factor, addend] = [1, 0];
  for (let at = outputs[0]; ;) {
    const node = nodes.find(({ id }) => id === at);
    if (node?.kind === 'activation') {
      if (node.fn !== 'tanh' && node.fn !== 'sigmoid' && node.fn !== 'hardSigmoid') return null;
      const ends = [node.fn === 'tanh' ? -1 : 0, 1].map((value) => factor * value + addend);
      return [Math.min(...ends), Math.max(...ends)];
    }
    if (node?.kind === 'batchNorm') {
      const before = affine(node, weights);
      if (!before) return null;
      [factor, addend] = [factor * before[0], factor * before[1] + addend];
    } else if (node?.kind !== 'reshape' && node?.kind !== 'flatten' && node?.kind !== 'dropout') return null;
    [at] = node.from;
  }
}
