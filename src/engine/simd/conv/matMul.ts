// Matrix products over addresses, with transposed sides, bias and activation: a convolution job with one tap, or,
// with a transposed left side, the same product as a filter gradient. A single row takes the matrix as it lies.
import type { SimdModule } from '../module';
import { activationCode, type ActivationSpec } from './activation';
import { runFilterGradient } from './filterGradient';
import { BY_POINTER, modeOf, runConvJobs, type JobShape } from './job';

export interface MatMul {
  readonly m: number;
  readonly k: number;
  readonly n: number;
  /** a is [k, m] instead of [m, k]. */
  readonly transposeA: boolean;
  /** b is [n, k] instead of [k, n]. */
  readonly transposeB: boolean;
  /** [n], 0 for none */
  readonly bias: number;
  readonly activation: ActivationSpec;
}

/** Addresses of one product of a batch. */
export interface MatMulAddresses {
  readonly a: number;
  readonly b: number;
  /** [m, n] */
  readonly out: number;
}

/** Products per kernel call: bounds the job list. */
const BATCH = 128;
const ONE_TAP = [{ dy: 0, dx: 0, index: 0 }];

/** out = act(a b + bias) for every product of the batch. */
export function matMul(module: SimdModule, p: MatMul, batch: readonly MatMulAddresses[]): void {
  if (p.m * p.n === 0) return;
  if (p.transposeA) {
    for (const at of batch) transposedLeft(module, p, at);
    return;
  }
  const [only] = batch;
  if (batch.length === 1 && suitsRow(p, only)) return rowProduct(module, p, only);
  for (let i = 0; i < batch.length; i += BATCH) {
    runConvJobs(
      module,
      batch.slice(i, i + BATCH).map((at) => productJob(p, at)),
    );
  }
}

const productJob = (p: MatMul, at: MatMulAddresses): JobShape => ({
  input: at.a,
  n: 1,
  h: 1,
  w: p.m,
  c: p.k,
  gridH: 1,
  gridW: p.m,
  strideH: 1,
  strideW: 1,
  tapsOf: ONE_TAP,
  out: at.out,
  outH: 1,
  outW: p.m,
  outC: p.n,
  outStepH: 1,
  outStepW: 1,
  outStartH: 0,
  outStartW: 0,
  filter: at.b,
  tapStride: 0,
  innerStride: p.transposeB ? 1 : p.n,
  outerStride: p.transposeB ? p.k : 1,
  bias: p.bias,
  activation: activationCode(p.activation.activation),
  alpha: p.activation.alpha,
});

/** Whether a product is one row whose sums a general job would form in the same order. */
const suitsRow = (p: MatMul, at: MatMulAddresses): boolean =>
  p.m === 1 && !p.transposeB && modeOf(productJob(p, at)) === BY_POINTER;

function rowProduct(module: SimdModule, p: MatMul, { a, b, out }: MatMulAddresses): void {
  const { activation, alpha } = p.activation;
  module.run('rowProduct', a, b, p.bias, out, p.k, p.n, activationCode(activation), alpha);
}

/** One product with a transposed left side. */
function transposedLeft(module: SimdModule, p: MatMul, at: MatMulAddresses): void {
  const plain = !p.transposeB && p.bias === 0 && p.activation.activation === 'linear';
  if (plain) {
    runFilterGradient(module, {
      x: at.a,
      n: 1,
      h: 1,
      w: p.k,
      c: p.m,
      gridH: 1,
      gridW: p.k,
      strideH: 1,
      strideW: 1,
      taps: ONE_TAP,
      dy: at.b,
      columns: p.n,
      out: at.out,
      tapStride: 0,
      rowStride: p.n,
      columnStride: 1,
    });
    return;
  }
  const a = module.heap.malloc(p.m * p.k * 4);
  try {
    module.run('transposeMatrix', module.args, at.a, a, p.k, p.m);
    runConvJobs(module, [productJob(p, { ...at, a })]);
  } finally {
    module.heap.free(a);
  }
}
