// Test support: the CPU engine beside tfjs' own cpu backend in one Node process, and their agreement.
import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { simdBackend, SIMD_BACKEND } from '../engine/simd/register';
import { closeSimd, openSimd } from './openSimd';

export { closeSimd, openSimd };

export interface Result {
  readonly shape: number[];
  readonly dtype: string;
  readonly values: number[];
}

/** What a computation gives on one backend; everything it made is disposed. */
export function resultsOn(backend: string, compute: () => tf.Tensor | tf.Tensor[]): Result[] {
  tf.setBackend(backend);
  const results = tf.tidy(() =>
    [compute()]
      .flat()
      .map((y) => ({ shape: [...y.shape], dtype: y.dtype, values: Array.from(y.dataSync()) })),
  );
  tf.setBackend(SIMD_BACKEND);
  return results;
}

const close = (a: number, b: number, tolerance: number): boolean =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= tolerance * (1 + Math.abs(b));

/** Asserts equal shapes and types and close values on both backends, and that nothing leaked. */
export function expectAgreement(compute: () => tf.Tensor | tf.Tensor[], tolerance = 2e-6): void {
  const expected = resultsOn('cpu', compute);
  const tensors = tf.memory().numTensors;
  const { heap } = simdBackend().module;
  const actual = resultsOn(SIMD_BACKEND, compute);
  // one block of module scratch may have grown; it is reused
  const used = heap.used;
  resultsOn(SIMD_BACKEND, compute);
  expect(heap.used, 'bytes in use').toBe(used);
  expect(tf.memory().numTensors, 'tensors').toBe(tensors);
  expect(actual.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
    expected.map(({ shape, dtype }) => ({ shape, dtype })),
  );
  actual.forEach(({ values, shape }, k) => {
    const wanted = expected[k]?.values ?? [];
    const at = values.findIndex((value, i) => !close(value, wanted[i] ?? NaN, tolerance));
    expect(at, `element ${at} of [${shape.join()}]: ${values[at]} for ${wanted[at]}`).toBe(-1);
  });
}

/** Seeded values in [-3, 3) with a few exact integers and zeros among them. */
export function sample(shape: number[], seed = 1): tf.Tensor {
  const size = tf.util.sizeFromShape(shape);
  let state = seed * 2654435761 + 12345;
  const values = Float32Array.from({ length: size }, (_, i) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const value = (state / 4294967296) * 6 - 3;
    return i % 7 === 3 ? Math.round(value) : value;
  });
  return tf.tensor(values, shape, 'float32');
}

/** Seeded whole numbers in [low, high). */
export const sampleInts = (shape: number[], low: number, high: number, seed = 1): tf.Tensor =>
  tf.tidy(() => {
    const unit = sample(shape, seed)
      .add(3)
      .div(6)
      .mul(high - low)
      .add(low);
    return unit
      .floor()
      .minimum(high - 1)
      .toInt();
  });

/** Shapes of every rank to 5, with one, odd and multiple-of-four sizes, and an empty one. */
export const SHAPES: readonly number[][] = [
  [],
  [1],
  [3],
  [8],
  [0],
  [5, 7],
  [4, 16],
  [2, 0, 3],
  [3, 5, 2],
  [2, 3, 4, 5],
  [2, 1, 3, 2, 7],
];
