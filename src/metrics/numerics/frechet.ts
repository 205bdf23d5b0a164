// Fréchet distance of two normal distributions with the moments of two sets of features (Dowson & Landau 1982; as a
// measure of generators: Heusel et al. 2017). Pure numbers; which features they are is the evaluator's choice.
import type { Moments } from './moments';
import { multiply, symmetricEigen } from './symmetricEigen';

/**
 * |m1 - m2|^2 + trace(C1 + C2 - 2 (C1 C2)^(1/2)). The trace of the root is that of sqrt(C1) C2 sqrt(C1), which is
 * symmetric: the root of the sum over its eigenvalues, with no complex numbers on the way.
 * @param first its covariance's root is kept: put the set here that is compared again and again
 * @returns at least 0 (squared units of the features)
 */
export function frechetDistance(first: Moments, second: Moments): number {
  const n = first.mean.length;
  let distance = 0;
  for (let i = 0; i < n; i++) {
    distance += (first.mean[i] - second.mean[i]) ** 2;
    distance += first.covariance[i * n + i] + second.covariance[i * n + i];
  }
  const root = first.root();
  const product = multiply(multiply(root, second.covariance, n), root, n);
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      product[i * n + j] = product[j * n + i] = (product[i * n + j] + product[j * n + i]) / 2;
    }
  }
  for (const value of symmetricEigen(product, n).values) distance -= 2 * Math.sqrt(Math.max(0, value));
  return Number.isNaN(distance) ? NaN : Math.max(0, distance);
}
