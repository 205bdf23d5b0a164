import { describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { frechetDistance } from './frechet';
import { momentsOf } from './moments';
import { multiply, squareRoot, symmetricEigen } from './symmetricEigen';

const SIZE = 6;
const features = normalArray(200 * SIZE, 3);
const covariance = momentsOf(features, SIZE).covariance;

describe('symmetricEigen', () => {
  it('solves a matrix whose eigenvalues are known', () => {
    const { values } = symmetricEigen(Float64Array.of(2, 1, 0, 1, 2, 0, 0, 0, 5), 3);
    expect([...values].toSorted((a, b) => a - b)).toEqual([1, 3, 5].map((v) => expect.closeTo(v, 12)));
  });

  it('finds vectors that the matrix only stretches', () => {
    const { values, vectors } = symmetricEigen(covariance, SIZE);
    for (let k = 0; k < SIZE; k++) {
      const v = vectors.subarray(k * SIZE, (k + 1) * SIZE);
      for (let i = 0; i < SIZE; i++) {
        const stretched = v.reduce((sum, value, j) => sum + covariance[i * SIZE + j] * value, 0);
        expect(stretched).toBeCloseTo(values[k] * v[i], 12);
      }
    }
  });
});

describe('squareRoot', () => {
  it('gives the matrix back when squared', () => {
    const root = squareRoot(covariance, SIZE);
    multiply(root, root, SIZE).forEach((value, i) => expect(value).toBeCloseTo(covariance[i], 12));
  });
});

describe('frechetDistance', () => {
  const moments = momentsOf(features, SIZE);

  it('is 0 for a set and itself', () => {
    expect(frechetDistance(moments, moments)).toBeLessThan(1e-12);
  });

  it('is the squared shift when only the mean moves', () => {
    const shifted = momentsOf(
      features.map((value, i) => value + (i % SIZE === 2 ? 3 : 0)),
      SIZE,
    );
    expect(frechetDistance(moments, shifted)).toBeCloseTo(9, 5);
  });

  it('is the closed form when only the spread grows', () => {
    const doubled = momentsOf(
      features.map((value) => 2 * value),
      SIZE,
    );
    const trace = Array.from({ length: SIZE }, (_, i) => covariance[i * SIZE + i]).reduce((a, b) => a + b);
    const mean = moments.mean.reduce((sum, value) => sum + value * value, 0);
    expect(frechetDistance(moments, doubled)).toBeCloseTo(trace + mean, 6);
  });

  it('is the same both ways, also where a feature never changes', () => {
    const flat = momentsOf(
      features.map((value, i) => (i % SIZE === 0 ? 1 : value * 0.5)),
      SIZE,
    );
    expect(frechetDistance(moments, flat)).toBeCloseTo(frechetDistance(flat, moments), 8);
  });
});
