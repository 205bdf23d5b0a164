// Products with a transposed left side: against double precision, whole tiles and edges, one block and several. Gram matrices, and
// products of one row (against the same row among others): to the bit.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../../core/random';
import { relativeError } from '../../../testing/convReference';
import { loadTestModule } from '../../../testing/simdModule';
import type { SimdModule } from '../module';
import { matMul } from './matMul';

/** a' b for a [k, m] and b [k, n], or [n, k]. */
function reference(
  m: number,
  k: number,
  n: number,
  a: Float32Array,
  b: Float32Array,
  transposeB = false,
): Float64Array {
  const out = new Float64Array(m * n);
  for (let p = 0; p < k; p++) {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        out[i * n + j] += (a[p * m + i] ?? 0) * (b[transposeB ? j * k + p : p * n + j] ?? 0);
      }
    }
  }
  return out;
}

describe.each([
  ['relaxed, 3 threads', { relaxed: 'on', threads: 3 }],
  ['plain, 1 thread', { relaxed: 'off', threads: 1 }],
] as const)('products with a transposed left side (%s)', (_, options) => {
  let module: SimdModule;
  beforeAll(async () => {
    module = await loadTestModule(options);
  });
  afterAll(() => module.dispose());

  const put = (values: Float32Array): number => {
    const pointer = module.heap.malloc(Math.max(1, values.length) * 4);
    module.heap.f32(pointer, values.length).set(values);
    return pointer;
  };

  const product = (
    shape: { m: number; k: number; n: number; transposeB?: boolean },
    a: Float32Array,
    b: Float32Array,
    bias: number,
  ): Float32Array => {
    const { m, n, transposeB = false } = shape;
    const beyond = 16;
    const out = put(new Float32Array(m * n + beyond).fill(NaN));
    const activation = { activation: 'linear', alpha: 0 } as const;
    const aAt = put(a);
    const bAt = b === a ? aAt : put(b);
    matMul(module, { ...shape, transposeA: true, transposeB, bias, activation }, [{ a: aAt, b: bAt, out }]);
    const values = module.heap.f32(out, m * n + beyond).slice();
    for (const pointer of new Set([out, aAt, bAt])) module.heap.free(pointer);
    expect(values.subarray(m * n).every(Number.isNaN), 'written beyond the end').toBe(true);
    return values.subarray(0, m * n);
  };

  it.each([
    [1, 1, 1],
    [7, 3, 5],
    [24, 64, 16],
    [128, 64, 1],
    [37, 64, 130],
    [12, 256, 8],
    [14, 257, 9],
    [6, 5000, 24],
    [3400, 300, 9],
  ])('[%i x %i] times %i columns', (m, k, n) => {
    const a = normalArray(m * k, 1);
    const b = normalArray(k * n, 2);
    expect(relativeError(product({ m, k, n }, a, b, 0), reference(m, k, n, a, b))).toBeLessThan(3e-6);
  });

  it.each([
    [1, 1],
    [5, 7],
    [16, 300],
    [33, 1000],
    [130, 513],
    [64, 5000],
  ])(
    'of a matrix with itself, %i columns of %i numbers, has the bits of the product with its copy',
    (m, k) => {
      const a = normalArray(m * k, 1);
      expect(product({ m, k, n: m }, a, a, 0)).toEqual(product({ m, k, n: m }, a, a.slice(), 0));
    },
  );

  it('gives 0 for sums of nothing', () => {
    const none = new Float32Array(0);
    expect(product({ m: 13, k: 0, n: 9 }, none, none, 0)).toEqual(new Float32Array(117));
  });

  it('transposes the right side too, and adds a bias', () => {
    const [m, k, n] = [19, 30, 11];
    const [a, b, bias] = [normalArray(m * k, 3), normalArray(k * n, 4), normalArray(n, 5)];
    const biasAt = put(bias);
    const expected = reference(m, k, n, a, b, true).map((sum, i) => sum + (bias[i % n] ?? 0));
    const actual = product({ m, k, n, transposeB: true }, a, b, biasAt);
    module.heap.free(biasAt);
    expect(relativeError(actual, expected)).toBeLessThan(3e-6);
  });
});

describe.each([
  ['relaxed, 3 threads', { relaxed: 'on', threads: 3 }],
  ['plain, 1 thread', { relaxed: 'off', threads: 1 }],
] as const)('products of one row (%s)', (_, options) => {
  let module: SimdModule;
  beforeAll(async () => {
    module = await loadTestModule(options);
  });
  afterAll(() => module.dispose());

  const beyond = 16;
  const put = (values: Float32Array): number => {
    const pointer = module.heap.malloc((values.length + 1) * 4);
    module.heap.f32(pointer, values.length).set(values);
    return pointer;
  };

  it.each([
    [1, 1, 'linear', false],
    [1, 9, 'relu', true],
    [8, 4, 'linear', true],
    [13, 30, 'leakyRelu', false],
    [64, 256, 'relu', true],
    [100, 257, 'tanh', true],
    [256, 1568, 'linear', true],
    [300, 1030, 'sigmoid', false],
  ] as const)('[1 x %i] times %i columns, %s, bias: %s', (k, n, activation, biased) => {
    const spec = { activation, alpha: activation === 'leakyRelu' ? 0.2 : 0 };
    const row = normalArray(k, 1);
    const two = new Float32Array(2 * k);
    two.set(row);
    two.set(normalArray(k, 2), k);
    const [b, bias] = [put(normalArray(k * n, 3)), biased ? put(normalArray(n, 4)) : 0];
    const rows = (m: number, values: Float32Array): Float32Array => {
      const [a, out] = [put(values), put(new Float32Array(m * n + beyond).fill(NaN))];
      const shape = { m, k, n, transposeA: false, transposeB: false, bias, activation: spec };
      matMul(module, shape, [{ a, b, out }]);
      const found = module.heap.f32(out, m * n + beyond).slice();
      expect(found.subarray(m * n).every(Number.isNaN), 'written beyond the end').toBe(true);
      return found.slice(0, n);
    };
    expect(rows(1, row)).toEqual(rows(2, two));
  });
});
