// Known answers that a backend must give before it may train: convolution forward and both gradients, batch norm.
// The answers were worked out by hand on small integers, so nothing computes its own reference.
import {
  conv2d,
  mul,
  sum,
  tensor1d,
  tensor4d,
  tidy,
  valueAndGrads,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { batchNormTraining } from './ops/batchNorm';
import { fusedConv2d } from './ops/convolution';
import { NO_DROPOUT } from './ops/dropout';
import { images } from './ops/rank';
import { LINEAR } from './plan';

const TOLERANCE = 1e-3;

interface Check {
  readonly what: string;
  readonly expected: readonly number[];
  compute(): Tensor;
}

const image = (): Tensor4D => tensor4d([1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 3, 3, 1]);
const outputWeights = (): Tensor4D => tensor4d([1, 2, 3, 4], [1, 2, 2, 1]);
const filter = (): Tensor4D => tensor4d([1, 2, 3, 4], [2, 2, 1, 1]);

/** Gradients of the weighted sum of a valid 2x2 convolution, weights 1, 2, 3, 4. */
function convolutionGradients(): [Tensor, Tensor] {
  const weighted = valueAndGrads((x: Tensor, w: Tensor) =>
    sum(
      mul(
        fusedConv2d(images(x), images(w), null, { stride: 1, padding: 'valid', ...LINEAR }),
        outputWeights(),
      ),
    ),
  );
  const { grads } = weighted([image(), filter()]);
  return [grads[0], grads[1]];
}

const checks: readonly Check[] = [
  {
    what: 'convolution',
    expected: [37, 47, 67, 77],
    compute: () => conv2d(image(), filter(), 1, 'valid'),
  },
  {
    what: 'convolution with bias and activation',
    expected: [-0.3, 7, 27, 37],
    compute: () =>
      fusedConv2d(image(), filter(), tensor1d([-40]), {
        stride: 1,
        padding: 'valid',
        activation: 'leakyRelu',
        alpha: 0.1,
      }),
  },
  {
    what: 'gradient of the convolution by its input',
    expected: [1, 4, 4, 6, 20, 16, 9, 24, 16],
    compute: () => convolutionGradients()[0],
  },
  {
    what: 'gradient of the convolution by its filter',
    expected: [37, 47, 67, 77],
    compute: () => convolutionGradients()[1],
  },
  {
    what: 'batch normalization',
    // mean 3, variance 2, epsilon 0: (x - 3) / sqrt(2) * 2 + 1
    expected: [1, 2, 3, 4, 5].map((x) => ((x - 3) / Math.SQRT2) * 2 + 1),
    compute: () =>
      batchNormTraining(
        tensor4d([1, 2, 3, 4, 5], [5, 1, 1, 1]),
        tensor1d([2]),
        tensor1d([1]),
        0,
        LINEAR,
        NO_DROPOUT,
      ).y,
  },
];

/**
 * Runs every check on the active backend.
 * @returns null when all hold, else a sentence that names the failing one with what came and what was expected
 */
export async function selfTest(): Promise<string | null> {
  for (const check of checks) {
    const result = tidy(check.compute);
    const values = await result.data();
    result.dispose();
    const wrong = check.expected.findIndex(
      (e, i) => !(Math.abs(values[i] - e) <= TOLERANCE * Math.max(1, Math.abs(e))),
    );
    if (wrong >= 0 || values.length !== check.expected.length) {
      return `Self-test of ${check.what} failed: value ${wrong} is ${values[wrong]}, expected ${check.expected[wrong]}.`;
    }
  }
  return null;
}
