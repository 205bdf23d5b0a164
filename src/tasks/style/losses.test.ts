// The gradient of Gram matrices, which is one product, against the two products of automatic differentiation, and against finite
// differences in its first entries.
import { grad, matMul, mul, reshape, sum, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeSimd, openSimd, sample } from '../../testing/simdAgreement';
import { relativeError } from '../../testing/convReference';
import { gramMatrices, gramMatrix } from './losses';

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

const COUNT = 3;
const [HEIGHT, WIDTH, FILTERS] = [5, 7, 6];
const plain = (maps: Tensor): Tensor => {
  const rows = reshape(maps, [-1, HEIGHT * WIDTH, FILTERS]);
  return mul(matMul(rows, rows, true, false), 1 / (HEIGHT * WIDTH * FILTERS));
};

it.each([
  ['one picture', 1, (maps: Tensor): Tensor => reshape(gramMatrix(maps), [1, FILTERS, FILTERS])],
  ['several pictures', COUNT, gramMatrices],
] as const)('of %s', (_, count, gram) => {
  const maps = sample([count, HEIGHT, WIDTH, FILTERS]);
  // No symmetric matrix: a loss may weigh an entry and its mirror image differently.
  const weights = sample([count, FILTERS, FILTERS], 2);
  const loss = (of: (maps: Tensor) => Tensor) => (x: Tensor) => sum(mul(of(x), weights));
  const own = grad(loss(gram))(maps).dataSync();
  expect(relativeError(own, grad(loss(plain))(maps).dataSync())).toBeLessThan(2e-6);
  const values = maps.dataSync();
  const lossAt = (at: number, step: number): number => {
    const moved = Float32Array.from(values, (value, i) => (i === at ? value + step : value));
    return tidy(() => loss(gram)(tensor(moved, maps.shape)).dataSync()[0]);
  };
  for (const at of [0, 1, FILTERS, FILTERS * WIDTH + 2]) {
    // The loss is a square of each entry, of which central differences are exact but for rounding.
    expect((lossAt(at, 1) - lossAt(at, -1)) / 2).toBeCloseTo(own[at], 4);
  }
});
