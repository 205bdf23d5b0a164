// Every kernel of ours on WebGPU against stock operations on the plain CPU backend: values and gradients on odd shapes.
import '@tensorflow/tfjs-backend-cpu';
import {
  getBackend,
  grads,
  keep,
  memory,
  mul,
  setBackend,
  sum,
  tensor,
  tidy,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { webgpuBackend } from '../backends/webgpu';
import { activate, meanCrossEntropy } from '../ops/activation';
import { batchNormTraining } from '../ops/batchNorm';
import { fusedConv2d, fusedConv2dTranspose, upsampleConv2d } from '../ops/convolution';
import { fusedDense } from '../ops/dense';
import { activationDropout, dropoutMask, NO_DROPOUT } from '../ops/dropout';
import { hasKernel } from '../ops/kernel';
import { instanceNorm } from '../ops/instanceNorm';
import { images, matrix, vector } from '../ops/rank';
import type { Activation } from '../plan';
import { gpuKernels } from './index';

const act = (activation: Activation['activation']): Activation => ({ activation, alpha: 0.2 });

let close: (() => void) | undefined;
const problems: string[] = [];
beforeAll(async () => {
  const onLost = (reason: string) => problems.push(reason);
  const running = await webgpuBackend.open({ threads: 1, insist: true, onLost });
  close = running.close;
});
afterAll(() => {
  close?.();
  expect(problems).toEqual([]);
});

interface Case {
  readonly shapes: readonly (readonly number[])[];
  readonly compute: (inputs: readonly Tensor[]) => Tensor;
}

/** All gradients and the output of a weighted sum of it, as plain numbers. */
async function numbersOn(backend: string, { shapes, compute }: Case): Promise<Float32Array[]> {
  await setBackend(backend);
  const results = tidy(() => {
    const inputs = shapes.map((shape, i) =>
      tensor(
        normalArray(
          shape.reduce((a, b) => a * b, 1),
          11,
          i,
        ),
        [...shape],
      ),
    );
    const outputs: Tensor[] = [];
    const weighted = grads((...xs: Tensor[]) => {
      const y = compute(xs);
      outputs.push(keep(y.clone()));
      return sum(mul(y, tensor(normalArray(y.size, 12), y.shape)));
    });
    return [...weighted([...inputs]), ...outputs];
  });
  const values = await Promise.all(results.map(async (t) => Float32Array.from(await t.data())));
  for (const t of results) t.dispose();
  return values;
}

async function expectAgreement(of: Case): Promise<void> {
  const [reference, ours] = [await numbersOn('cpu', of), await numbersOn('webgpu', of)];
  expect(getBackend()).toBe('webgpu');
  for (const [i, expected] of reference.entries()) {
    const scale = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    const worst = expected.reduce((most, value, j) => Math.max(most, Math.abs(value - ours[i][j])), 0);
    expect(ours[i].length).toBe(expected.length);
    expect(worst / scale, i < of.shapes.length ? `gradient ${i}` : 'output').toBeLessThan(1e-4);
  }
}

it('is really used', () => {
  expect(gpuKernels.length).toBeGreaterThan(20);
  for (const { kernelName } of gpuKernels) expect(hasKernel(kernelName), kernelName).toBe(true);
});

const conv = (x: number[], filter: number[], stride: number, padding: 'same' | 'valid', of: Activation) => ({
  shapes: [x, filter, [filter[3]]],
  compute: ([a, w, b]: readonly Tensor[]) =>
    fusedConv2d(images(a), images(w), vector(b), { stride, padding, ...of }),
});

describe('convolution', () => {
  it.each([
    ['stride 1, one output channel', conv([2, 5, 4, 3], [3, 3, 3, 1], 1, 'same', act('tanh'))],
    ['stride 2, odd sides', conv([2, 7, 5, 1], [3, 3, 1, 5], 2, 'same', act('leakyRelu'))],
    ['stride 2, kernel 4, even sides', conv([3, 8, 6, 5], [4, 4, 5, 7], 2, 'same', act('relu'))],
    ['stride 3, kernel 2, valid', conv([2, 8, 9, 2], [2, 2, 2, 6], 3, 'valid', act('linear'))],
    ['small tiles', conv([2, 6, 7, 6], [3, 3, 6, 37], 1, 'same', act('sigmoid'))],
    ['narrow tiles', conv([3, 9, 9, 21], [3, 3, 21, 13], 1, 'same', act('leakyRelu'))],
    ['many tiles', conv([1, 80, 80, 1], [3, 3, 1, 35], 1, 'same', act('linear'))],
    ['wide tiles', conv([3, 64, 66, 1], [2, 2, 1, 19], 1, 'same', act('linear'))],
  ])('%s', (_, of) => expectAgreement(of));

  it('without bias', () =>
    expectAgreement({
      shapes: [
        [2, 5, 5, 3],
        [3, 3, 3, 4],
      ],
      compute: ([x, w]) =>
        fusedConv2d(images(x), images(w), null, { stride: 1, padding: 'same', ...act('relu') }),
    }));
});

it.each([
  ['tiny', [1, 1, 1, 2], 3],
  ['odd', [3, 5, 3, 7], 5],
  ['in tiles', [3, 7, 6, 19], 35],
] as const)('upsampled convolution: %s', (_, x, filters) =>
  expectAgreement({
    shapes: [x, [3, 3, x[3], filters], [filters]],
    compute: ([a, w, b]) => upsampleConv2d(images(a), images(w), vector(b), act('leakyRelu')),
  }),
);

it.each([
  ['kernel 4, stride 2', 4, 2],
  ['kernel 3, stride 2', 3, 2],
  ['kernel 2, stride 3', 2, 3],
  ['kernel 3, stride 1', 3, 1],
])('transposed convolution: %s', (_, kernel, stride) =>
  expectAgreement({
    shapes: [[2, 3, 5, 7], [kernel, kernel, 6, 7], [6]],
    compute: ([x, w, b]) => fusedConv2dTranspose(images(x), images(w), vector(b), { stride, ...act('tanh') }),
  }),
);

it.each([
  ['one column', [5, 37], 1],
  ['odd', [3, 10], 7],
  ['in tiles', [35, 21], 50],
] as const)('dense: %s', (_, x, units) =>
  expectAgreement({
    shapes: [x, [x[1], units], [units]],
    compute: ([a, w, b]) => fusedDense(matrix(a), matrix(w), vector(b), act('sigmoid')),
  }),
);

it('dense without bias', () =>
  expectAgreement({
    shapes: [
      [4, 6],
      [6, 3],
    ],
    compute: ([x, w]) => fusedDense(matrix(x), matrix(w), null, act('relu')),
  }));

describe.each([
  ['without dropout', NO_DROPOUT],
  ['with dropout', { rate: 0.3, seed: 4294967295 }],
])('batch norm %s', (_, dropout) => {
  it.each([
    ['odd', [3, 5, 3, 7], 'leakyRelu'],
    ['one channel', [2, 3, 3, 1], 'relu'],
    ['many rows', [300, 5], 'linear'],
    ['curved', [4, 6], 'tanh'],
  ] as const)('%s', (_name, shape, activation) =>
    expectAgreement({
      shapes: [shape, [shape[shape.length - 1]], [shape[shape.length - 1]]],
      compute: ([x, gamma, beta]) =>
        batchNormTraining(x, vector(gamma), vector(beta), 1e-3, act(activation), dropout).y,
    }),
  );
});

it.each([
  ['odd', [3, 5, 3, 7], 'leakyRelu'],
  ['many rows', [2, 17, 19, 2], 'relu'],
  ['many channels', [2, 3, 4, 37], 'linear'],
  ['curved', [1, 4, 4, 6], 'tanh'],
] as const)('instance norm: %s', (_, shape, activation) =>
  expectAgreement({
    shapes: [shape, [shape[3]], [shape[3]]],
    compute: ([x, gamma, beta]) => instanceNorm(x, vector(gamma), vector(beta), act(activation)),
  }),
);

it('batch statistics stay exact far from zero', async () => {
  const [mean, variance] = tidy(() => {
    const x = tensor([10000, 10001, 10002, 10003], [4, 1]);
    const [gamma, beta] = [vector(tensor([1])), vector(tensor([0]))];
    const batch = batchNormTraining(x, gamma, beta, 1e-3, act('linear'), NO_DROPOUT);
    return [batch.mean, batch.variance];
  });
  expect((await mean.data())[0]).toBeCloseTo(10001.5, 3);
  expect((await variance.data())[0]).toBeCloseTo(1.25, 4);
  for (const t of [mean, variance]) t.dispose();
});

it.each(['relu', 'leakyRelu', 'linear', 'tanh', 'sigmoid'] as const)('%s with dropout', (activation) =>
  expectAgreement({
    shapes: [[3, 5, 7]],
    compute: ([x]) => activationDropout(x, act(activation), { rate: 0.25, seed: 77 }),
  }),
);

it.each([0, 0.1, 0.25, 0.5, 0.9])(
  'masks are those of the other backends, bit for bit: rate %f',
  async (rate) => {
    const dropout = { rate, seed: 123456789 };
    await setBackend('webgpu');
    const y = tidy(() => activationDropout(tensor(new Float32Array(4099).fill(1)), act('linear'), dropout));
    expect(await y.data()).toEqual(dropoutMask(4099, dropout));
    y.dispose();
  },
);

it('cross-entropy of logits, also of very sure ones', async () => {
  for (const target of [0, 0.9, 1]) {
    await expectAgreement({
      shapes: [[300, 1]],
      compute: ([x]) => meanCrossEntropy(mul(x, 30), target, 0.5),
    });
  }
});

it('activations of large numbers are finite', async () => {
  await setBackend('webgpu');
  for (const activation of ['tanh', 'sigmoid'] as const) {
    const w = tensor([1], [1, 1]);
    const y = tidy(() => fusedDense(matrix(tensor([-1e4, 1e4], [2, 1])), matrix(w), null, act(activation)));
    const expected = tidy(() => activate(tensor([-1e4, 1e4]), act(activation)));
    expect(await y.data()).toEqual(await expected.data());
  }
});

it('gives every tensor back', async () => {
  await setBackend('webgpu');
  const before = memory().numTensors;
  await numbersOn('webgpu', conv([2, 5, 4, 3], [3, 3, 3, 4], 1, 'same', act('tanh')));
  expect(memory().numTensors).toBe(before);
});
