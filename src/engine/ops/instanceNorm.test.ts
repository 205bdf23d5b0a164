// The kernel of instance normalization on the CPU engine is, to the last bit, the stock operations that it stands for, on
// every build and number of threads; what those compute is compared with PyTorch in training/imageNetworks.test.ts.
import '@tensorflow/tfjs-backend-cpu';
import { add, grads, memory, mul, sum, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { normalTensor } from '../../testing/operationNumbers';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import type { Activation } from '../plan';
import { simdBackend } from '../simd/register';
import { activate } from './activation';
import { exampleNorm } from './exampleNorm';
import { instanceNorm } from './instanceNorm';
import { vector } from './rank';

type Norm = (x: Tensor, gamma: Tensor, beta: Tensor) => Tensor;

const fused =
  (activation: Activation): Norm =>
  (x, gamma, beta) =>
    instanceNorm(x, vector(gamma), vector(beta), activation);

const composed =
  (activation: Activation): Norm =>
  (x, gamma, beta) =>
    activate(exampleNorm(x, vector(gamma), vector(beta), 'instance'), activation);

/** The result and the gradients by x, gamma and beta, far from zero in x so that every rounding shows. */
function numbersOf(norm: Norm, shape: readonly number[]): Uint32Array[] {
  const channels = [shape[shape.length - 1]];
  const tensors = tidy(() => {
    const [x, gamma, beta] = [shape, channels, channels].map(normalTensor);
    const given = [add(mul(x, 3), 1), gamma, beta];
    const slopes = grads((...inputs: Tensor[]) => {
      const y = norm(inputs[0], inputs[1], inputs[2]);
      return sum(mul(y, normalTensor(shape, 7)));
    })(given);
    return [norm(given[0], given[1], given[2]), ...slopes];
  });
  const bits = tensors.map((t) => new Uint32Array(Float32Array.from(t.dataSync()).buffer));
  for (const t of tensors) t.dispose();
  return bits;
}

const SHAPES = [
  [2, 3, 5, 7],
  [3, 16, 16, 8],
  [1, 9, 1, 2],
  [5, 11, 13, 33],
  [4, 1, 2, 4],
];

const ACTIVATIONS: readonly Activation[] = [
  { activation: 'linear', alpha: 0 },
  { activation: 'relu', alpha: 0 },
  { activation: 'leakyRelu', alpha: 0.2 },
  { activation: 'tanh', alpha: 0 },
];

describe.each([
  ['relaxed', 1],
  ['relaxed', 2],
  ['plain', 1],
  ['plain', 3],
] as const)('%s SIMD, %i threads', (simd, threads) => {
  beforeAll(() => openSimd({ relaxed: simd === 'plain' ? 'off' : 'on', threads }));
  afterAll(closeSimd);
  let before = 0;
  afterEach(() => expect(memory().numTensors).toBe(before));

  it.each(ACTIVATIONS)('$activation has the bits of stock operations', (activation) => {
    before = memory().numTensors;
    const { module } = simdBackend();
    for (const shape of SHAPES) {
      const ran: string[] = [];
      const own = module.run.bind(module);
      module.run = (name, ...given) => (ran.push(name), own(name, ...given));
      const actual = numbersOf(fused(activation), shape);
      module.run = own;
      expect(ran).toContain('instanceNormGradient');
      expect(actual, `[${shape.join()}]`).toEqual(numbersOf(composed(activation), shape));
    }
  });

  it('leaves one channel and one pixel to stock operations', () => {
    before = memory().numTensors;
    for (const shape of [
      [2, 4, 3, 1],
      [3, 1, 1, 5],
    ]) {
      expect(numbersOf(fused(ACTIVATIONS[1]), shape)).toEqual(numbersOf(composed(ACTIVATIONS[1]), shape));
    }
  });
});
