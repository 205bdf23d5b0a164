// Normalization by learnt averages: the fused kernel gives the bits of the stock operations that it stands for, which are what
// runs under a gradient.
import { grad, sum, tensor, tensor1d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { closeSimd, openSimd } from '../../testing/openSimd';
import type { Activation } from '../plan';
import { batchNormInference } from './batchNorm';

const ACTIVATIONS: readonly Activation[] = [
  { activation: 'linear', alpha: 0 },
  { activation: 'relu', alpha: 0 },
  { activation: 'leakyRelu', alpha: 0.2 },
  { activation: 'tanh', alpha: 0 },
];
const SHAPES = [
  [1, 1568],
  [3, 5],
  [2, 3, 4, 7],
  [1, 1],
  [700, 131],
];

const bytesOf = (values: Tensor): Buffer => Buffer.from(Float32Array.from(values.dataSync()).buffer);

describe.each([
  ['relaxed, 2 threads', { relaxed: 'on', threads: 2 }],
  ['plain, 1 thread', { relaxed: 'off', threads: 1 }],
] as const)('%s', (_, options) => {
  beforeAll(() => openSimd(options).then(() => undefined));
  afterAll(closeSimd);

  it.each(SHAPES)('rounds as its operations do: [%i, %i, ...]', (...shape) => {
    tidy(() => {
      const channels = shape[shape.length - 1];
      const values = (seed: number) => tensor1d(normalArray(channels, seed));
      const size = shape.reduce((product, side) => product * side, 1);
      // Every seventh is so small that its product with the scale is lost beside the shift.
      const x = tensor(
        normalArray(size, 1).map((value, i) => (i % 7 === 0 ? value * 1e-9 : 3 * value)),
        shape,
      );
      const variance = values(5).abs();
      for (const activation of ACTIVATIONS) {
        const run = (given: Tensor): Tensor =>
          batchNormInference(given, values(2), values(3), values(4), variance, 1e-3, activation);
        let composed: Buffer = Buffer.alloc(0);
        const slopes = grad((given: Tensor) => {
          const y = run(given);
          composed = bytesOf(y);
          return sum(y);
        })(x);
        expect(Buffer.compare(bytesOf(run(x)), composed)).toBe(0);
        expect(composed.length).toBe(4 * size);
        expect(slopes.dataSync().some((value) => value !== 0)).toBe(true);
      }
    });
  });
});
