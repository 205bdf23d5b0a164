// Where a generator looks: the strength of its maps in the layers in the middle, pixel by pixel (attention transfer, Zagoruyko &
// Komodakis 2017, https://arxiv.org/abs/1612.03928). It has no channels, so that a narrower network can look there, too.
import { div, add, mean, mul, sqrt, square, sub, sum, type Scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { NetworkSpec } from '../core/network';
import type { ForwardMode, Network } from '../engine/network';
import { isWeighted, type ExportGraph } from '../graph/graph';

/** Divides by nothing smaller. */
const LEAST_NORM = 1e-6;

/** Where maps [b, h, w, c] are strong, [b, h, w], of length 1 for each picture. */
export const attention = (maps: Tensor): Tensor => {
  const strength = mean(square(maps), 3);
  return div(strength, add(sqrt(sum(square(strength), [1, 2], true)), LEAST_NORM));
};

/** The mean over pictures of the squares between two attentions. */
export const lookApart = (a: Tensor, b: Tensor): Scalar =>
  mul<Scalar>(sum(square(sub(a, b))), 1 / a.shape[0]);

/** Layers in the middle whose maps are compared: activations, but for the one that is drawn. */
export const watchedLayers = ({ nodes }: NetworkSpec): readonly string[] =>
  nodes.flatMap(({ id, kind }) => (kind === 'activation' ? [id] : [])).slice(0, -1);

/** What a network draws, then where it looks in each watched layer. */
export function watching(network: Network, mode: ForwardMode): (images: Tensor) => Tensor[] {
  const { spec } = network;
  const watched = network.part({ ...spec, outputs: [...spec.outputs, ...watchedLayers(spec)] });
  return (images) => {
    const [drawn, ...maps] = watched.applyAll(images, mode);
    return [drawn, ...maps.map(attention)];
  };
}

/** Nodes of a folded graph whose maps are compared: rectifiers and curves over images, but for the one that is drawn. */
export const watchedNodes = ({ nodes }: ExportGraph): ReadonlySet<number> =>
  new Set(
    nodes
      .flatMap((node, index) => {
        const bends = ['relu', 'leakyRelu', 'prelu', 'curve'].includes(node.kind);
        return (bends || (isWeighted(node) && node.relu)) && node.output.length === 3 ? [index] : [];
      })
      .filter((index) => index < nodes.length - 1),
  );
