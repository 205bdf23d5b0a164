// A training step from image to image on the active backend, as tasks/pairTranslation has it, with a given generator:
// discriminator and generator once each, cross-entropy and L1. Random images; measures nothing.
import {
  abs,
  add,
  concat,
  engine,
  mean,
  mul,
  sub,
  tensor,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { chain, type LayerSpec, type NetworkSpec } from '../../src/core/network';
import { normalArray } from '../../src/core/random';
import { Network } from '../../src/engine/network';
import { meanCrossEntropy } from '../../src/engine/ops/activation';
import { Adam } from '../../src/engine/ops/adam';

const LEAKY: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };
const SETTINGS = { learningRate: 2e-4, beta1: 0.5, beta2: 0.999 };
const L1_WEIGHT = 100;
const FILTERS = 32;
const MODE = { kind: 'training', dropoutSeed: 1 } as const;

/** Judges both images of a pair, side by side as channels. */
export const pairDiscriminator = ([h, w, c]: readonly [number, number, number]): NetworkSpec =>
  chain(
    'discriminator',
    [h, w, 2 * c],
    [
      { kind: 'conv2d', filters: FILTERS, kernel: 3, stride: 2 },
      LEAKY,
      { kind: 'conv2d', filters: FILTERS, kernel: 3, stride: 2 },
      LEAKY,
      { kind: 'flatten' },
      { kind: 'dense', units: 1 },
    ],
  );

export class PairStep {
  readonly #generator: Network;
  readonly #discriminator: Network;
  readonly #adams: readonly [Adam, Adam];
  readonly #given: Tensor;
  readonly #right: Tensor;

  constructor(generator: NetworkSpec, shape: readonly [number, number, number], batch: number) {
    this.#generator = new Network(generator, 1);
    this.#discriminator = new Network(pairDiscriminator(shape), 2);
    this.#adams = [new Adam(this.#generator.trainable), new Adam(this.#discriminator.trainable)];
    const size = batch * shape[0] * shape[1] * shape[2];
    const images = (seed: number): Tensor => tensor(normalArray(size, seed), [batch, ...shape]);
    [this.#given, this.#right] = [images(3), images(4)];
  }

  /** What PyTorch needs to build the same networks: descriptions and the shapes of the weights. */
  describe(): object {
    const of = (network: Network): object => ({
      spec: network.spec,
      weights: Object.fromEntries(network.weights.map(({ name, spec }) => [name, spec.shape])),
    });
    const [batch, ...shape] = this.#given.shape;
    return { generator: of(this.#generator), discriminator: of(this.#discriminator), batch, shape };
  }

  /** Takes a step and reads its losses. */
  run(): void {
    const [forGenerator, forDiscriminator] = this.#adams;
    const drawn = tidy(() => this.#draw());
    this.#update(this.#discriminator, forDiscriminator, () => {
      const real = meanCrossEntropy(this.#score(this.#right), 1, 0.5);
      return add<Scalar>(real, meanCrossEntropy(this.#score(drawn), 0, 0.5));
    });
    drawn.dispose();
    this.#update(this.#generator, forGenerator, () => {
      const answer = this.#draw();
      const distance = mean<Scalar>(abs(sub(answer, this.#right)));
      return add<Scalar>(meanCrossEntropy(this.#score(answer), 1), mul(distance, L1_WEIGHT));
    });
  }

  dispose(): void {
    for (const one of [this.#generator, this.#discriminator, ...this.#adams, this.#given, this.#right])
      one.dispose();
  }

  #draw(): Tensor {
    return this.#generator.apply(this.#given, MODE);
  }

  #score(answer: Tensor): Tensor {
    return this.#discriminator.apply(concat([this.#given, answer], 3), MODE);
  }

  #update(network: Network, adam: Adam, loss: () => Scalar): void {
    const { value, grads } = engine().gradients(loss, network.trainable, undefined, true);
    adam.apply(grads, SETTINGS);
    value.dataSync();
    for (const t of [value, ...grads]) t.dispose();
  }
}
