// A feature network at work: maps of pictures, differentiable with regard to the picture. It owns its tensors; `dispose` frees
// them.
import { add, mul, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { Network } from '../engine/network';
import type { EncoderDefinition } from './define';
import { encoderNetwork, type Pooling } from './network';
import { fingerprintOf, type EncoderWeights } from './weights';

/** Blue, green and red: means of ImageNet's pictures, 0..255, as Keras subtracts them. */
const MEANS = [103.939, 116.779, 123.68] as const;
const HALF = 127.5;

/**
 * Kernels of the first layer for pictures in RGB: what it has for BGR, in the other order. Shapes stay.
 * @param kernel [3, 3, 3, filters]
 */
function forRgb(kernel: Float32Array): Float32Array {
  const filters = kernel.length / 27;
  return kernel.map((_, i) => {
    const [filter, at] = [i % filters, Math.floor(i / filters)];
    return kernel[(at - (at % 3) + 2 - (at % 3)) * filters + filter];
  });
}

/** The weights for pictures in RGB. */
export const preparedWeights = ({ input }: EncoderDefinition, weights: EncoderWeights): EncoderWeights =>
  new Map(
    [...weights].map(([name, values]) => [
      name,
      input === 'bgr-less-mean' && name === 'conv1_1/kernel' ? forRgb(values) : values,
    ]),
  );

/** What is added to each of red, green and blue after -1..1 became -127.5..127.5; null where pictures go in as they are. */
export const featureOffset = ({ input }: EncoderDefinition): readonly number[] | null =>
  input === 'bgr-less-mean' ? [...MEANS].reverse().map((mean) => HALF - mean) : null;

export class Encoder {
  /** Of the weights, which steps depend on. */
  readonly fingerprint: number;
  readonly #network: Network;
  readonly #offset: Tensor | null;

  /** @param layers whose maps are wanted, in this order */
  constructor(
    readonly definition: EncoderDefinition,
    weights: EncoderWeights,
    size: readonly [height: number, width: number],
    pooling: Pooling,
    readonly layers: readonly string[],
  ) {
    this.#network = new Network(encoderNetwork(definition, size, pooling, layers), 0);
    this.fingerprint = fingerprintOf(weights);
    const prepared = preparedWeights(definition, weights);
    const offset = featureOffset(definition);
    tidy(() => {
      for (const { name, variable } of this.#network.weights) {
        const values = prepared.get(name);
        if (!values) throw new TypeError(`There are no weights ${name} of ${definition.id}`);
        variable.assign(tensor(values, variable.shape));
      }
    });
    this.#offset = offset && tensor([...offset]);
  }

  /** All that outlives a step. */
  get tensors(): readonly Tensor[] {
    const weights = this.#network.weights.map(({ variable }) => variable);
    return this.#offset ? [...weights, this.#offset] : weights;
  }

  /**
   * Maps [b, h, w, filters] of every layer, under a gradient or in `tidy`.
   * @param picture [b, height, width, 3] in RGB from -1 to 1, of any size
   */
  features(picture: Tensor): readonly Tensor[] {
    const given = this.#offset ? add(mul(picture, HALF), this.#offset) : picture;
    return this.#network.applyAll(given, { kind: 'training', dropoutSeed: 0 });
  }

  dispose(): void {
    this.#network.dispose();
    this.#offset?.dispose();
  }
}
