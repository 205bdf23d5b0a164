// A depthwise convolution on the compute module: the engine's kernel, then bias and rectifier in place. Its few weights
// need no packing.
import { toPlace } from '../graph/kernelLayouts';
import { volume, type NodeOf } from '../graph/graph';
import { paddingOf } from '../graph/windows';
import { depthwise } from '../engine/simd/conv/depthwise';
import { convGeometry } from '../engine/simd/conv/geometry';
import type { SimdModule } from '../engine/simd/module';
import type { ModuleMemory } from './moduleMemory';
import type { LayerStep } from './packedLayer';

type Depthwise = NodeOf<'depthwiseConv2d'>;

export class DepthwiseLayer {
  readonly outputs: number;
  readonly #module: SimdModule;
  readonly #node: Depthwise;
  readonly #filter: number;

  /** Copies the filter into `weights`. */
  constructor(module: SimdModule, node: Depthwise, weights: ModuleMemory) {
    this.outputs = volume(node.output);
    this.#module = module;
    this.#node = node;
    this.#filter = weights.floats(toPlace(node, node.weights, 'engine'));
  }

  /** The layer on `rows` examples from `input` to `out`. */
  step(rows: number, input: number, out: number): LayerStep {
    const { kernel, stride, inputs, bias, relu } = this.#node;
    const [image] = inputs;
    const { top, bottom, left, right } = paddingOf(this.#node);
    const geometry = convGeometry([rows, ...image], [...kernel, image[2], 1], stride, [
      top,
      bottom,
      left,
      right,
    ]);
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
