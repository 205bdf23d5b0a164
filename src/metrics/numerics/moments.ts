// Mean and covariance of feature rows in float64, and the covariance's square root when it is first asked for.
import { squareRoot, type SquareMatrix } from './symmetricEigen';

export interface Moments {
  /** [size] */
  readonly mean: Float64Array;
  /** [size * size], unbiased (divided by count - 1), as numpy.cov */
  readonly covariance: SquareMatrix;
  /** Symmetric square root of the covariance. */
  readonly root: () => SquareMatrix;
}

/**
 * @param features [count * size], row after row, count at least 2
 */
export function momentsOf(features: Float32Array, size: number): Moments {
  const count = features.length / size;
  const mean = new Float64Array(size);
  for (let i = 0; i < features.length; i++) mean[i % size] += features[i];
  for (let j = 0; j < size; j++) mean[j] /= count;
  const covariance = new Float64Array(size * size);
  const centred = new Float64Array(size);
  for (let row = 0; row < count; row++) {
    for (let j = 0; j < size; j++) centred[j] = features[row * size + j] - mean[j];
    for (let i = 0; i < size; i++) {
      const factor = centred[i];
      if (factor === 0) continue;
      for (let j = i; j < size; j++) covariance[i * size + j] += factor * centred[j];
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      covariance[i * size + j] /= count - 1;
      covariance[j * size + i] = covariance[i * size + j];
    }
  }
  let root: SquareMatrix | undefined;
  return { mean, covariance, root: () => (root ??= squareRoot(covariance, size)) };
}
