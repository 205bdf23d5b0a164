// What every node of a graph puts out, read back. A doubling that the engine joins with a convolution is passed over.
import { keep, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { EngineGraph, GraphHooks } from './graphOps';

/** By index of the node. Leaves no tensors behind. */
export async function watchOutputs(
  held: EngineGraph,
  inputs: () => Tensor,
  hooks: GraphHooks = {},
): Promise<ReadonlyMap<number, Float32Array>> {
  const outputs: [number, Tensor][] = [];
  try {
    tidy(() => {
      const output = (index: number, value: Tensor): Tensor => {
        const handed = hooks.output?.(index, value) ?? value;
        outputs.push([index, keep(handed.clone())]);
        return handed;
      };
      held.apply(inputs(), { kernel: hooks.kernel, output });
    });
    const values = new Map<number, Float32Array>();
    for (const [index, output] of outputs) values.set(index, Float32Array.from(await output.data()));
    return values;
  } finally {
    for (const [, output] of outputs) output.dispose();
  }
}
