// Every kernel of ours for graphics cards as a case on odd shapes, and how far its values and gradients are from those of stock
// operations on the plain CPU backend. Browsers and Dawn's bindings compute the same cases.
import '@tensorflow/tfjs-backend-cpu';
import {
  grads,
  keep,
  mul,
  setBackend,
  sum,
  tensor,
  tidy,
  type Rank,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { normalArray } from '../core/random';
import { meanCrossEntropy } from '../engine/ops/activation';
import { batchNormTraining } from '../engine/ops/batchNorm';
import { fusedConv2d, fusedConv2dTranspose, upsampleConv2d } from '../engine/ops/convolution';
import { fusedDense } from '../engine/ops/dense';
import { activationDropout, NO_DROPOUT } from '../engine/ops/dropout';
import { instanceNorm } from '../engine/ops/instanceNorm';
import { images, matrix, vector } from '../engine/ops/rank';
import type { Activation } from '../engine/plan';

/** Largest error that counts as rounding, as a share of the largest value. */
export const KERNEL_TOLERANCE = 1e-4;

export interface KernelCase {
  readonly shapes: readonly (readonly number[])[];
  readonly compute: (inputs: readonly Tensor[]) => Tensor<Rank>;
}

export const act = (activation: Activation['activation']): Activation => ({ activation, alpha: 0.2 });

export const convCase = (
  x: readonly number[],
  filter: readonly number[],
  stride: number,
  padding: 'same' | 'valid',
  of: Activation,
): KernelCase => ({
  shapes: [x, filter, [filter[3]]],
  compute: ([a, w, b]) => fusedConv2d(images(a), images(w), vector(b), { stride, padding, ...of }),
});

const upsampled = (x: readonly number[], filters: number): KernelCase => ({
  shapes: [x, [3, 3, x[3], filters], [filters]],
  compute: ([a, w, b]) => upsampleConv2d(images(a), images(w), vector(b), act('leakyRelu')),
});

const transposed = (kernel: number, stride: number): KernelCase => ({
  shapes: [[2, 3, 5, 7], [kernel, kernel, 6, 7], [6]],
  compute: ([x, w, b]) => fusedConv2dTranspose(images(x), images(w), vector(b), { stride, ...act('tanh') }),
});

const dense = (x: readonly number[], units: number): KernelCase => ({
  shapes: [x, [x[1], units], [units]],
  compute: ([a, w, b]) => fusedDense(matrix(a), matrix(w), vector(b), act('sigmoid')),
});

const normed = (shape: readonly number[], of: Activation['activation'], rate: number): KernelCase => ({
  shapes: [shape, [shape[shape.length - 1]], [shape[shape.length - 1]]],
  compute: ([x, gamma, beta]) => {
    const dropout = rate > 0 ? { rate, seed: 4294967295 } : NO_DROPOUT;
    return batchNormTraining(x, vector(gamma), vector(beta), 1e-3, act(of), dropout).y;
  },
});

const instanceNormed = (shape: readonly number[], of: Activation['activation']): KernelCase => ({
  shapes: [shape, [shape[3]], [shape[3]]],
  compute: ([x, gamma, beta]) => instanceNorm(x, vector(gamma), vector(beta), act(of)),
});

const dropped = (of: Activation['activation']): KernelCase => ({
  shapes: [[3, 5, 7]],
  compute: ([x]) => activationDropout(x, act(of), { rate: 0.25, seed: 77 }),
});

const crossEntropy = (target: number): KernelCase => ({
  shapes: [[300, 1]],
  compute: ([x]) => meanCrossEntropy(mul(x, 30), target, 0.5),
});

const unbiasedConv: KernelCase = {
  shapes: [
    [2, 5, 5, 3],
    [3, 3, 3, 4],
  ],
  compute: ([x, w]) =>
    fusedConv2d(images(x), images(w), null, { stride: 1, padding: 'same', ...act('relu') }),
};

const unbiasedDense: KernelCase = {
  shapes: [
    [4, 6],
    [6, 3],
  ],
  compute: ([x, w]) => fusedDense(matrix(x), matrix(w), null, act('relu')),
};

/** By name. */
export const kernelCases = {
  'convolution: stride 1, one output channel': convCase([2, 5, 4, 3], [3, 3, 3, 1], 1, 'same', act('tanh')),
  'convolution: stride 2, odd sides': convCase([2, 7, 5, 1], [3, 3, 1, 5], 2, 'same', act('leakyRelu')),
  'convolution: stride 2, kernel 4': convCase([3, 8, 6, 5], [4, 4, 5, 7], 2, 'same', act('relu')),
  'convolution: stride 3, kernel 2, valid': convCase([2, 8, 9, 2], [2, 2, 2, 6], 3, 'valid', act('linear')),
  'convolution: small tiles': convCase([2, 6, 7, 6], [3, 3, 6, 37], 1, 'same', act('sigmoid')),
  'convolution: narrow tiles': convCase([3, 9, 9, 21], [3, 3, 21, 13], 1, 'same', act('leakyRelu')),
  'convolution: many tiles': convCase([1, 80, 80, 1], [3, 3, 1, 35], 1, 'same', act('linear')),
  'convolution: wide tiles': convCase([3, 64, 66, 1], [2, 2, 1, 19], 1, 'same', act('linear')),
  'convolution: without bias': unbiasedConv,
  'upsampled convolution: tiny': upsampled([1, 1, 1, 2], 3),
  'upsampled convolution: odd': upsampled([3, 5, 3, 7], 5),
  'upsampled convolution: in tiles': upsampled([3, 7, 6, 19], 35),
  'transposed convolution: kernel 4, stride 2': transposed(4, 2),
  'transposed convolution: kernel 3, stride 2': transposed(3, 2),
  'transposed convolution: kernel 2, stride 3': transposed(2, 3),
  'transposed convolution: kernel 3, stride 1': transposed(3, 1),
  'dense: one column': dense([5, 37], 1),
  'dense: odd': dense([3, 10], 7),
  'dense: in tiles': dense([35, 21], 50),
  'dense: without bias': unbiasedDense,
  'batch norm: odd': normed([3, 5, 3, 7], 'leakyRelu', 0),
  'batch norm: one channel': normed([2, 3, 3, 1], 'relu', 0),
  'batch norm: many rows': normed([300, 5], 'linear', 0),
  'batch norm: curved': normed([4, 6], 'tanh', 0),
  'batch norm with dropout: odd': normed([3, 5, 3, 7], 'leakyRelu', 0.3),
  'batch norm with dropout: one channel': normed([2, 3, 3, 1], 'relu', 0.3),
  'batch norm with dropout: many rows': normed([300, 5], 'linear', 0.3),
  'batch norm with dropout: curved': normed([4, 6], 'tanh', 0.3),
  'instance norm: odd': instanceNormed([3, 5, 3, 7], 'leakyRelu'),
  'instance norm: many rows': instanceNormed([2, 17, 19, 2], 'relu'),
  'instance norm: many channels': instanceNormed([2, 3, 4, 37], 'linear'),
  'instance norm: curved': instanceNormed([1, 4, 4, 6], 'tanh'),
  'dropout: relu': dropped('relu'),
  'dropout: leakyRelu': dropped('leakyRelu'),
  'dropout: linear': dropped('linear'),
  'dropout: tanh': dropped('tanh'),
  'dropout: sigmoid': dropped('sigmoid'),
  'cross-entropy: no': crossEntropy(0),
  'cross-entropy: nearly': crossEntropy(0.9),
  'cross-entropy: very sure': crossEntropy(1),
} as const satisfies Record<string, KernelCase>;

export type KernelCaseName = keyof typeof kernelCases;

/** All gradients of a weighted sum of the output, then the output, on a backend that is there. */
export async function kernelNumbers(
  backend: string,
  { shapes, compute }: KernelCase,
): Promise<Float32Array[]> {
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

/** Largest error of WebGPU's results, each as a share of its largest value (of 1 at least): gradients, then the output. */
export async function kernelErrors(of: KernelCase): Promise<number[]> {
  const [reference, ours] = [await kernelNumbers('cpu', of), await kernelNumbers('webgpu', of)];
  return reference.map((expected, i) => {
    if (ours[i].length !== expected.length) return Infinity;
    const scale = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    return expected.reduce((most, value, j) => Math.max(most, Math.abs(value - ours[i][j])), 0) / scale;
  });
}
