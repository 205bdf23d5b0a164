// Several batches through one network at once: filters are prepared once instead of once a batch, and small maps fill the kernels
// better. Only where every layer treats each picture alone; else batches go through one after the other.
import { concat, split, type Tensor } from '@tensorflow/tfjs-core';
import type { LayerKind, NetworkSpec } from '../../core/network';
import type { Draw } from '../../training/translators';

/** Layers whose result for a picture depends on its batch, or on its place in it. */
const ACROSS_PICTURES: readonly LayerKind[] = ['batchNorm', 'minibatchStd', 'dropout'];

/** What `draw` makes of each of some batches, [b, ...]; of one it is just that. */
export type DrawEach = (batches: readonly Tensor[]) => readonly Tensor[];

export const oneByOne =
  (draw: Draw): DrawEach =>
  (batches) =>
    batches.map(draw);

/** @param draw a pass through the network of `spec` */
export function together({ nodes }: NetworkSpec, draw: Draw): DrawEach {
  if (nodes.some(({ kind }) => ACROSS_PICTURES.includes(kind))) return oneByOne(draw);
  return (batches) => {
    if (batches.length < 2) return batches.map(draw);
    const counts = batches.map(({ shape }) => shape[0]);
    return split(draw(concat([...batches], 0)), counts, 0);
  };
}
