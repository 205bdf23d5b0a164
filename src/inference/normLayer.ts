// Instance normalization of an image and the rectifier behind it, on the compute module: the kernel that training uses.
import { EXAMPLE_NORM_EPSILON } from '../core/network';
import type { SimdModule } from '../engine/simd/module';
import { volume } from '../graph/graph';
import type { FusedNorm } from './fuse';
import type { ModuleMemory } from './moduleMemory';
import type { LayerStep } from './packedLayer';

/** What the kernel calls activations, and their slopes for negative values. */
const ACTIVATIONS = { linear: [0, 1], relu: [1, 0], leakyRelu: [2, 0] } as const;
/** Of the kernel: a float32 sum and a total in double precision. */
const SUM_BYTES = 12;

export class NormLayer {
  readonly outputs: number;
  readonly #module: SimdModule;
  readonly #layer: FusedNorm;
  readonly #gamma: number;
  readonly #beta: number;

  /** Copies factors and addends into `weights`. */
  constructor(module: SimdModule, layer: FusedNorm, weights: ModuleMemory) {
    this.outputs = volume(layer.node.output);
    this.#module = module;
    this.#layer = layer;
    this.#gamma = weights.floats(layer.node.gamma);
    this.#beta = weights.floats(layer.node.beta);
  }

  /** The layer on `rows` examples from `input` to `out`. */
  step(rows: number, input: number, out: number, memory: ModuleMemory): LayerStep {
    const { node, activation, alpha } = this.#layer;
    const channels = node.gamma.length;
    const [kind, slope] = ACTIVATIONS[activation];
    const [means, deviations] = [0, 1].map(() => memory.take(4 * rows * channels));
    const sums = memory.take(SUM_BYTES * rows * channels);
    const run = (): void => {
      this.#module.run(
        'instanceNormForward',
        ...[input, this.#gamma, this.#beta],
        ...[rows, this.outputs / channels, channels, EXAMPLE_NORM_EPSILON],
        ...[kind, activation === 'leakyRelu' ? alpha : slope],
        ...[out, means, deviations, sums],
      );
    };
    return { scratchBytes: 0, open: () => run };
  }
}
