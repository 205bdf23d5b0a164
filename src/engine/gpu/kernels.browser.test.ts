// Every kernel of ours on WebGPU against stock operations on the plain CPU backend: values and gradients on odd shapes.
import { getBackend, memory, setBackend, tensor, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  act,
  convCase,
  kernelCases,
  kernelErrors,
  kernelNumbers,
  KERNEL_TOLERANCE,
} from '../../testing/gpuKernelCases';
import { webgpuBackend } from '../backends/webgpu';
import { activate } from '../ops/activation';
import { batchNormTraining } from '../ops/batchNorm';
import { fusedDense } from '../ops/dense';
import { activationDropout, dropoutMask, NO_DROPOUT } from '../ops/dropout';
import { hasKernel } from '../ops/kernel';
import { matrix, vector } from '../ops/rank';
import { gpuKernels } from './index';

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

it('is really used', () => {
  expect(gpuKernels.length).toBeGreaterThan(20);
  for (const { kernelName } of gpuKernels) expect(hasKernel(kernelName), kernelName).toBe(true);
});

it.each(Object.entries(kernelCases))('%s', async (_, of) => {
  for (const [i, error] of (await kernelErrors(of)).entries())
    expect(error, i < of.shapes.length ? `gradient ${i}` : 'output').toBeLessThan(KERNEL_TOLERANCE);
  expect(getBackend()).toBe('webgpu');
});

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
  await kernelNumbers('webgpu', convCase([2, 5, 4, 3], [3, 3, 3, 4], 1, 'same', act('tanh')));
  expect(memory().numTensors).toBe(before);
});
