import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeSimd, expectAgreement, openSimd, sample, sampleInts } from '../../../testing/simdAgreement';
import { reduction } from './shapes';

beforeAll(async () => void (await openSimd()));
afterAll(closeSimd);

type Reduce = (x: tf.Tensor, axis?: number | number[], keepDims?: boolean) => tf.Tensor;
const REDUCE: Record<string, Reduce> = {
  sum: tf.sum,
  mean: tf.mean,
  prod: tf.prod,
  max: tf.max,
  min: tf.min,
  all: (x, axis, keep) => tf.all(x.greater(-2), axis, keep),
  any: (x, axis, keep) => tf.any(x.greater(2), axis, keep),
  logSumExp: tf.logSumExp,
};
const CASES: readonly (readonly [number[], (number | number[] | undefined)[]])[] = [
  [[], [undefined]],
  [[1], [undefined, 0]],
  [[37], [undefined, 0, -1]],
  [
    [5, 7],
    [undefined, 0, 1, -1, [0, 1]],
  ],
  [
    [130, 6],
    [0, 1],
  ],
  [
    [3, 300, 2],
    [1, [0, 1], [1, 2], [0, 2]],
  ],
  [
    [2, 3, 4, 5],
    [0, 3, -2, [1, 2], [0, 1, 2], [0, 3], [0, 2], [1, 3], undefined],
  ],
  [
    [2, 1, 3, 1, 7],
    [[0, 2], [1, 3], 4, [0, 4], [2, 3, 4]],
  ],
];

describe('reductions', () => {
  it.each(Object.keys(REDUCE))('%s over any axes', (name) => {
    for (const [shape, axes] of CASES) {
      for (const axis of axes) {
        for (const keep of [false, true]) {
          expectAgreement(() => REDUCE[name]?.(sample(shape), axis, keep) ?? [], 1e-5);
        }
      }
    }
  });

  it.each(['sum', 'prod', 'max', 'min', 'mean'])('%s of int32', (name) => {
    for (const axis of [undefined, 0, 1, [0, 2]]) {
      expectAgreement(() => REDUCE[name]?.(sampleInts([3, 5, 2], -3, 4), axis) ?? []);
    }
  });

  it('reduces nothing to the neutral element', () => {
    expectAgreement(() => tf.sum(tf.zeros([0, 3]), 0));
    expectAgreement(() => tf.sum(tf.zeros([2, 0, 3]), 1));
    expectAgreement(() => tf.sum(tf.zeros([2, 0, 3]), 0));
  });

  it('carries not-a-number into extrema', () => {
    expectAgreement(() => [tf.max(tf.tensor1d([1, NaN, 3])), tf.min(tf.tensor1d([1, NaN, 3]))]);
  });

  it('finds the first extremum', () => {
    for (const axis of [0, 1, 2, -1]) {
      expectAgreement(() => tf.argMax(sample([3, 5, 9]).round(), axis));
      expectAgreement(() => tf.argMin(sample([3, 5, 9]).round(), axis));
    }
  });

  it('does not let long sums drift', () => {
    const rows = 40000;
    const means = tf.tidy(() => tf.mean(tf.fill([rows, 3], 0.1), 0).dataSync());
    for (const mean of means) expect(Math.abs(mean - Math.fround(0.1))).toBeLessThan(2e-7);
    const total = tf.tidy(() => tf.sum(tf.fill([1000003], 0.1)).dataSync()[0] ?? NaN);
    expect(Math.abs(total / 1000003 / Math.fround(0.1) - 1)).toBeLessThan(1e-6);
  });

  it('softmax and its logarithm', () => {
    for (const shape of [[1], [7], [5, 10], [2, 3, 4, 5], [4, 1]]) {
      expectAgreement(() => [tf.softmax(sample(shape)), tf.logSoftmax(sample(shape))]);
    }
    expectAgreement(() =>
      tf.softmax(
        tf.tensor2d([
          [1e30, -1e30, 0],
          [1000, 1001, 999],
        ]),
      ),
    );
  });

  it('sees a reduction as [outer, reduced, inner], transposing only when it must', () => {
    expect(reduction([2, 3, 4, 5], [1, 2], false)).toMatchObject({
      outer: 2,
      reduced: 12,
      inner: 5,
      order: null,
    });
    expect(reduction([2, 1, 4, 5], [0, 2], true)).toMatchObject({
      outer: 1,
      reduced: 8,
      inner: 5,
      order: null,
    });
    expect(reduction([2, 3, 4], [0, 2], false).order).toEqual([1, 0, 2]);
  });
});
