// The convolution and product kernels through TensorFlow.js, against its own cpu backend.
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../../core/random';
import { relativeError } from '../../../testing/convReference';
import { images } from '../../ops/rank';
import { loadTestModule } from '../../../testing/simdModule';
import type { SimdModule } from '../module';
import { disposeSimdBackend, registerSimdBackend, SIMD_BACKEND } from '../register';

const TOLERANCE = 1e-5;

const normal = (shape: number[], seed: number) =>
  tf.tensor(
    normalArray(
      shape.reduce((product, side) => product * side, 1),
      seed,
    ),
    shape,
  );

/** Runs the same on both backends and compares every output. */
async function same(run: () => tf.Tensor[]): Promise<void> {
  const results: Float32Array[][] = [];
  for (const backend of ['cpu', SIMD_BACKEND]) {
    await tf.setBackend(backend);
    const tensors = tf.tidy(run);
    results.push(tensors.map((t) => Float32Array.from(t.dataSync())));
    tf.dispose(tensors);
  }
  const [expected = [], actual = []] = results;
  expect(actual.length).toBe(expected.length);
  expected.forEach((values, i) => {
    expect(actual[i]?.length).toBe(values.length);
    expect(relativeError(actual[i] ?? [], values)).toBeLessThan(TOLERANCE);
  });
}

let module: SimdModule;
beforeAll(async () => {
  module = await loadTestModule({ threads: 2 });
  registerSimdBackend(module);
});
afterAll(async () => {
  await tf.setBackend('cpu');
  disposeSimdBackend();
  module.dispose();
});

describe('stock convolutions', () => {
  it.each([
    ['same', 1, 1],
    ['same', 2, 1],
    ['valid', 1, 2],
    [1, 2, 1],
  ] as const)('conv2d and its gradients, padding %s, stride %i, dilation %i', (pad, stride, dilation) =>
    same(() => {
      const x = images(normal([2, 8, 9, 6], 1));
      const filter = images(normal([3, 3, 6, 10], 2));
      const f = (a: tf.Tensor4D, b: tf.Tensor4D) =>
        tf.conv2d(a, b, stride, pad, 'NHWC', dilation, pad === 1 ? 'floor' : undefined);
      const y = f(x, filter);
      if (dilation > 1) return [y];
      const gradients = tf.grads((a, b) => f(images(a), images(b)))([x, filter], normal(y.shape, 3));
      return [y, ...gradients];
    }),
  );

  it('conv2dTranspose and its gradients', () =>
    same(() => {
      const x = normal([2, 4, 5, 6], 1);
      const filter = normal([4, 4, 7, 6], 2);
      const f = (a: tf.Tensor, b: tf.Tensor) =>
        tf.conv2dTranspose(images(a), images(b), [2, 8, 10, 7], 2, 'same');
      return [f(x, filter), ...tf.grads(f)([x, filter], normal([2, 8, 10, 7], 3))];
    }));

  it.each(['relu', 'leakyrelu', 'sigmoid'] as const)('fused conv2d with %s', (activation) =>
    same(() => [
      tf.fused.conv2d({
        x: images(normal([2, 6, 7, 5], 1)),
        filter: images(normal([3, 3, 5, 9], 2)),
        strides: 1,
        pad: 'same',
        bias: normal([9], 3),
        activation,
        leakyreluAlpha: 0.3,
      }),
    ]),
  );

  it.each([
    // channels, filters for each, stride, dilation, kernel, side
    [8, 1, 1, 1, 3, 7],
    [6, 2, 2, 1, 3, 7],
    [5, 1, 2, 1, 3, 7],
    [16, 1, 2, 1, 4, 8],
    [35, 1, 1, 1, 5, 3],
    [13, 1, 3, 1, 5, 10],
    [9, 1, 3, 1, 2, 8],
    [20, 1, 1, 2, 3, 7],
    [3, 2, 1, 3, 3, 9],
  ])('depthwise, %i channels x %i, stride %i, dilation %i, kernel %i, side %i', (...sizes) =>
    same(() => {
      const [c, multiplier, stride, dilation, kernel, side] = sizes;
      const x = normal([2, side, side - 1, c], 1);
      const filter = normal([kernel, kernel, c, multiplier], 2);
      const f = (a: tf.Tensor, b: tf.Tensor) =>
        tf.depthwiseConv2d(images(a), images(b), stride, 'same', 'NHWC', dilation);
      const y = f(x, filter);
      // tfjs knows no gradient of dilated ones.
      return dilation > 1 ? [y] : [y, ...tf.grads(f)([x, filter], normal(y.shape, 3))];
    }),
  );
});

describe('products', () => {
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('matMul with transposes %s %s, of odd sizes, also batched', (ta, tb) =>
    same(() => {
      const shape = (swap: boolean, rows: number, columns: number) =>
        swap ? [columns, rows] : [rows, columns];
      const products: tf.Tensor[] = [];
      for (const [m, k, n] of [
        [13, 37, 21],
        [1, 5, 1],
        [300, 9, 3],
        [32, 100, 65],
        [7, 300, 140],
      ] as const) {
        products.push(tf.matMul(normal(shape(ta, m, k), 1), normal(shape(tb, k, n), 2), ta, tb));
      }
      const a = normal([2, 3, ...shape(ta, 5, 6)], 3);
      const b = normal([3, ...shape(tb, 6, 4)], 4);
      products.push(tf.matMul(a, b, ta, tb));
      return products;
    }),
  );

  it('gradients of matMul', () =>
    same(() => {
      const f = (a: tf.Tensor, b: tf.Tensor) => tf.matMul(a, b);
      return tf.grads(f)([normal([9, 20], 1), normal([20, 11], 2)], normal([9, 11], 3));
    }));

  it('fused matMul with bias and activation', () =>
    same(() =>
      [false, true].map((transposeA) =>
        tf.fused.matMul({
          a: normal(transposeA ? [30, 9] : [9, 30], 1),
          b: normal([30, 12], 2),
          transposeA,
          bias: normal([12], 3),
          activation: 'relu',
        }),
      ),
    ));
});

describe('our own kernels', () => {
  const runKernel = (name: string, inputs: tf.NamedTensorMap, attrs: object): tf.Tensor =>
    tf.engine().runKernel(name, inputs, { ...attrs });

  it('agree with stock operations', async () => {
    await tf.setBackend(SIMD_BACKEND);
    const check = (actual: tf.Tensor, expected: tf.Tensor) => {
      expect(actual.shape).toEqual(expected.shape);
      expect(relativeError(actual.dataSync(), expected.dataSync())).toBeLessThan(TOLERANCE);
    };
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      const x = images(normal([2, 5, 6, 7], 1));
      const filter = images(normal([3, 3, 7, 10], 2));
      const bias = normal([10], 3);
      const attrs = { strides: [2, 2], pad: [1, 1, 0, 1], activation: 'leakyRelu', alpha: 0.2 };
      const y = tf.conv2d(x, filter, 2, [
        [0, 0],
        [1, 1],
        [0, 1],
        [0, 0],
      ]);
      check(runKernel('GanvasConv2d', { x, filter, bias }, attrs), tf.leakyRelu(tf.add(y, bias), 0.2));
      const dy = normal(y.shape, 4);
      const [dx, dFilter] = tf.grads((a, b) =>
        tf.conv2d(images(a), images(b), 2, [
          [0, 0],
          [1, 1],
          [0, 1],
          [0, 0],
        ]),
      )([x, filter], dy);
      check(runKernel('GanvasConv2dGradInput', { dy, filter }, { ...attrs, inputShape: x.shape }), dx);
      check(runKernel('GanvasConv2dGradFilter', { x, dy }, { ...attrs, filterShape: filter.shape }), dFilter);
      const wide = {
        outputShape: [2, 10, 12, 4],
        strides: [2, 2],
        pad: [1, 1, 1, 1],
        activation: 'tanh',
        alpha: 0,
      };
      const up = images(normal([4, 4, 4, 7], 5));
      const shift = normal([4], 6);
      check(
        runKernel('GanvasConv2dTranspose', { x, filter: up, bias: shift }, wide),
        tf.tanh(tf.add(tf.conv2dTranspose(x, up, [2, 10, 12, 4], 2, 'same'), shift)),
      );
      const big = tf.image.resizeNearestNeighbor(x, [10, 12]);
      check(
        runKernel('GanvasUpsampleConv2d', { x, filter, bias }, { activation: 'relu', alpha: 0 }),
        tf.relu(tf.add(tf.conv2d(big, filter, 1, 'same'), bias)),
      );
      const w = normal([7, 9], 7);
      const rows = normal([12, 7], 8);
      const offset = normal([9], 9);
      check(
        runKernel('GanvasDense', { x: rows, w, bias: offset }, { activation: 'sigmoid', alpha: 0 }),
        tf.sigmoid(tf.add(tf.matMul(rows, w), offset)),
      );
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});
