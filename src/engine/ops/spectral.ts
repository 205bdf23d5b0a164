// Spectral normalization (Miyato et al. 2018, https://arxiv.org/abs/1802.05957): a kernel divided by its largest singular
// value, which bounds how fast a layer's output can change. The singular vectors are state, refined by one round of power
// iteration per update; under a gradient they are constants.
import {
  add,
  div,
  matMul,
  mul,
  norm,
  outerProduct,
  reshape,
  sum,
  tidy,
  type Tensor,
  type Tensor1D,
  type Variable,
} from '@tensorflow/tfjs-core';
import { moveTowards } from './lerp';
import { matrix, vector } from './rank';

/** Keeps a kernel of zeros from dividing by zero. */
const EPSILON = 1e-12;

const unit = (v: Tensor): Tensor1D => vector(div(v, add(norm(v), EPSILON)));

const asMatrix = (kernel: Tensor, units: number) => matrix(reshape(kernel, [kernel.size / units, units]));

/** One round of power iteration on kernel [..., n]; replaces `into` [size / n] and `out` [n], in place. */
export function refineSingularVectors(kernel: Tensor, into: Variable, out: Variable): void {
  tidy(() => {
    const w = asMatrix(kernel, out.size);
    const left = unit(reshape(matMul(w, reshape(out, [out.size, 1])), [into.size]));
    const right = unit(reshape(matMul(reshape(left, [1, into.size]), w), [out.size]));
    moveTowards([into, out], [left, right], 1);
  });
}

/** The kernel over its largest singular value. Gradients flow to the kernel, through the singular value too. */
export function spectrallyNormalized(kernel: Tensor, into: Tensor, out: Tensor): Tensor {
  const direction = reshape(outerProduct(vector(into), vector(out)), kernel.shape);
  return div(kernel, sum(mul(kernel, direction)));
}
