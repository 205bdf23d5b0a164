// A depthwise convolution on the compute module: the engine's kernel, then bias and rectifier in place. Its few weights
// need no packing.
import { transpose } from '../graph/buildGraph';
import { volume, type DepthwiseNode } from '../graph/graph';
import { samePadding } from '../core/network';
import { depthwise } from '../engine/simd/conv/depthwise';
import { convGeometry } from '../engine/simd/conv/geometry';
import type { SimdModule } from '../engine/simd/module';
import type { ModuleMemory } from './moduleMemory';
import type { LayerStep } from './packedLayer';

export class DepthwiseLayer {
  readonly outputs: number;
  readonly #module: SimdModule;
  readonly #node: DepthwiseNode;
  readonly #filter: number;

  /** Copies the filter into `weights`. */
  constructor(module: SimdModule, node: DepthwiseNode, weights: ModuleMemory) {
    const channels = node.bias.length;
    this.outputs = volume(node.output);
    this.#module = module;
    this.#node = node;
    this.#filter = weights.floats(transpose(node.weights, [channels, node.kernel ** 2], [1, 0]));
  }

  /** The layer on `rows` examples from `input` to `out`. */
  step(rows: number, input: number, out: number): LayerStep {
    const { kernel, stride, input: image, bias, relu } = this.#node;
    const [vertical, horizontal] = [0, 1].map((axis) => samePadding(image[axis], kernel, stride));
    const geometry = convGeometry(
      [rows, ...image],
      [kernel, kernel, image[2], 1],
      [stride, stride],
      [vertical[0], vertical[1], horizontal[0], horizontal[1]],
    );
    const at = { x: input, filter: this.#filter, y: out };
    const low = relu ? 0 : -Infinity;
    const run = (): void => {
      depthwise(this.#module, 'depthwiseForward', geometry, at);
      const values = this.#module.heap.f32(out, rows * this.outputs);
      for (let i = 0; i < values.length; i += bias.length) {
        for (let c = 0; c < bias.length; c++) values[i + c] = Math.max(low, values[i + c] + bias[c]);
      }
    };
    return { scratchBytes: 0, open: () => run };
  }
}
