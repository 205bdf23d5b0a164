// Every fused operation on the CPU engine against its composition from stock operations in plain JavaScript:
// values and gradients, odd sizes, channels that are no multiple of the vector width, both SIMD builds, 1 and 3 threads.
import '@tensorflow/tfjs-backend-cpu';
import { grads, mul, setBackend, sum, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { loadTestModule } from '../../testing/simdModule';
import type { SimdModule } from '../simd/module';
import { disposeSimdBackend, registerSimdBackend, SIMD_BACKEND } from '../simd/register';
import { LINEAR, type Activation } from '../plan';
import { batchNormTraining } from './batchNorm';
import { fusedConv2d, fusedConv2dTranspose, upsampleConv2d } from './convolution';
import { fusedDense } from './dense';
import { activationDropout, NO_DROPOUT } from './dropout';
import { images, matrix, vector } from './rank';

interface Case {
  readonly name: string;
  readonly shapes: readonly (readonly number[])[];
  run(inputs: readonly Tensor[]): Tensor;
}

const leaky: Activation = { activation: 'leakyRelu', alpha: 0.2 };
const relu: Activation = { activation: 'relu', alpha: 0 };
const tanh: Activation = { activation: 'tanh', alpha: 0 };
const sigmoid: Activation = { activation: 'sigmoid', alpha: 0 };
const dropout = { rate: 0.25, seed: 4042322160 };

const conv = (
  [b, h, w, ci]: readonly number[],
  k: number,
  co: number,
  stride: number,
  padding: 'same' | 'valid',
  activation: Activation,
): Case => ({
  name: `convolution ${b}x${h}x${w}x${ci} k${k} s${stride} ${padding} to ${co} ${activation.activation}`,
  shapes: [[b, h, w, ci], [k, k, ci, co], [co]],
  run: ([x, f, bias]) => fusedConv2d(images(x), images(f), vector(bias), { stride, padding, ...activation }),
});

const up = ([b, h, w, ci]: readonly number[], co: number, activation: Activation): Case => ({
  name: `upsampling convolution ${b}x${h}x${w}x${ci} to ${co} ${activation.activation}`,
  shapes: [[b, h, w, ci], [3, 3, ci, co], [co]],
  run: ([x, f, bias]) => upsampleConv2d(images(x), images(f), vector(bias), activation),
});

const transposed = ([b, h, w, ci]: readonly number[], k: number, co: number, stride: number): Case => ({
  name: `transposed convolution ${b}x${h}x${w}x${ci} k${k} s${stride} to ${co}`,
  shapes: [[b, h, w, ci], [k, k, co, ci], [co]],
  run: ([x, f, bias]) => fusedConv2dTranspose(images(x), images(f), vector(bias), { stride, ...leaky }),
});

const norm = (shape: readonly number[], activation: Activation, drop = NO_DROPOUT): Case => ({
  name: `batch norm [${shape.join(', ')}] ${activation.activation}, dropout ${drop.rate}`,
  shapes: [shape, [shape[shape.length - 1]], [shape[shape.length - 1]]],
  run: ([x, gamma, beta]) => batchNormTraining(x, vector(gamma), vector(beta), 1e-3, activation, drop).y,
});

const cases: readonly Case[] = [
  conv([2, 7, 5, 3], 3, 5, 1, 'same', leaky),
  conv([2, 8, 8, 4], 3, 8, 2, 'same', relu),
  conv([1, 9, 7, 1], 4, 6, 2, 'same', tanh),
  conv([3, 6, 6, 13], 3, 17, 2, 'valid', LINEAR),
  conv([2, 5, 5, 16], 3, 1, 1, 'same', tanh),
  conv([1, 5, 4, 9], 1, 3, 1, 'same', sigmoid),
  conv([1, 11, 11, 2], 5, 4, 3, 'same', LINEAR),
  conv([2, 14, 14, 32], 3, 64, 2, 'same', LINEAR),
  up([2, 3, 3, 4], 8, relu),
  up([1, 5, 2, 7], 5, leaky),
  up([2, 4, 4, 24], 1, tanh),
  up([1, 1, 1, 3], 2, LINEAR),
  up([2, 7, 7, 32], 24, LINEAR),
  transposed([2, 3, 3, 5], 4, 6, 2),
  transposed([1, 4, 3, 8], 3, 1, 2),
  {
    name: 'dense with bias',
    shapes: [[5, 13], [13, 11], [11]],
    run: ([x, w, bias]) => fusedDense(matrix(x), matrix(w), vector(bias), leaky),
  },
  {
    name: 'dense without bias',
    shapes: [
      [3, 64],
      [64, 1],
    ],
    run: ([x, w]) => fusedDense(matrix(x), matrix(w), null, LINEAR),
  },
  norm([6, 13], relu),
  norm([2, 5, 3, 8], leaky),
  norm([2, 3, 3, 6], leaky, dropout),
  norm([4, 5], tanh, dropout),
  norm([7, 40, 3, 16], LINEAR),
  { name: 'activation and dropout', shapes: [[3, 7, 5]], run: ([x]) => activationDropout(x, leaky, dropout) },
  { name: 'tanh and dropout', shapes: [[3, 7]], run: ([x]) => activationDropout(x, tanh, dropout) },
];

/** Values, then gradients of a weighted sum by every input. */
function evaluate(test: Case): Float32Array[] {
  return tidy(() => {
    const inputs = test.shapes.map((shape, i) => {
      const size = shape.reduce((p, s) => p * s, 1);
      return tensor(normalArray(size, 11, i), [...shape]);
    });
    const y = test.run(inputs);
    const weights = tensor(normalArray(y.size, 12), y.shape);
    const gradient = grads((...xs: Tensor[]) => sum(mul(test.run(xs), weights)))(inputs);
    return [y, ...gradient].map((t) => Float32Array.from(t.dataSync()));
  });
}

const modules: SimdModule[] = [];
afterAll(() => {
  for (const module of modules) module.dispose();
});

describe.each([
  ['relaxed', 1],
  ['off', 3],
] as const)('CPU engine, %s SIMD, %i threads', (relaxed, threads) => {
  it.each(cases.map((c) => [c.name, c] as const))('%s', async (_, test) => {
    await setBackend('cpu');
    const expected = evaluate(test);
    if (modules.length === 0 || !findModule(relaxed, threads)) {
      modules.push(await loadTestModule({ relaxed: relaxed === 'off' ? 'off' : 'on', threads }));
    }
    disposeSimdBackend();
    registerSimdBackend(findModule(relaxed, threads) ?? modules[0]);
    await setBackend(SIMD_BACKEND);
    const actual = evaluate(test);
    for (const [i, values] of expected.entries()) {
      const scale = Math.max(1, ...values.map(Math.abs));
      const worst = Math.max(...values.map((v, j) => Math.abs(v - actual[i][j])));
      expect(worst / scale, i === 0 ? 'value' : `gradient ${i - 1}`).toBeLessThan(1e-5);
    }
  });
});

const findModule = (relaxed: string, threads: number): SimdModule | undefined =>
  modules.find((m) => m.threads === threads && m.build.startsWith('plain') === (relaxed === 'off'));
