// Minimal filtering with 36 products a tile (4 x 4 outputs of 3 x 3 taps, 3 x 3 of 4 x 4), forward and in both gradients: against double precision, with what it rounds
// beside tiles of 2 x 2, and the same bits on any number of threads.
import { afterAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../../core/random';
import {
  referenceConv,
  referenceGradFilter,
  referenceGradInput,
  relativeError,
} from '../../../testing/convReference';
import { loadTestModule } from '../../../testing/simdModule';
import type { SimdModule } from '../module';
import { conv2dForward, conv2dGradInput } from './conv2d';
import { conv2dGradFilter } from './filterGradient';
import { convGeometry, forwardTaps, type ConvGeometry } from './geometry';
import { suitsLarge } from './largeTiles';
import { runMinimalJobs } from './minimal';
import { minimalGradFilter } from './minimalFilter';

/** Of the largest magnitude; tiles of 2 x 2 keep below 3e-6 (conv2d.test.ts). */
const TOLERANCE = 4e-6;

const square = (
  [n, h, w]: readonly [number, number, number],
  [ci, co]: readonly [number, number],
  pad: readonly [number, number, number, number] = [1, 1, 1, 1],
  taps = 3,
): ConvGeometry => convGeometry([n, h, w, ci], [taps, taps, ci, co], [1, 1], pad);

const CASES: readonly [string, ConvGeometry][] = [
  ['whole tiles', square([1, 32, 32], [16, 24])],
  ['tiles over both edges, a last panel of four', square([2, 25, 27], [12, 20])],
  ['no padding, as behind a mirrored border', square([1, 34, 30], [32, 12], [0, 0, 0, 0])],
  ['unequal padding', square([3, 23, 26], [28, 16], [0, 2, 2, 0])],
  ['many channels', square([1, 28, 30], [80, 76])],
  ['as small a map as pays', square([2, 16, 16], [36, 32])],
  ['several groups of panels', square([1, 29, 34], [148, 68])],
  ['whole tiles, 4 x 4 taps', square([1, 18, 18], [16, 24], [1, 2, 1, 2], 4)],
  ['tiles over both edges, 4 x 4 taps', square([2, 16, 19], [12, 20], [1, 2, 2, 1], 4)],
  ['no padding, 4 x 4 taps', square([1, 20, 17], [32, 12], [0, 0, 0, 0], 4)],
  ['several groups of panels, 4 x 4 taps', square([3, 11, 10], [148, 76], [2, 1, 1, 2], 4)],
];

/** Compiling the kernels and starting threads takes longer than most cases: each build is loaded once for all of them. */
const loaded = new Map<string, Promise<SimdModule>>();
afterAll(async () => {
  for (const module of loaded.values()) (await module).dispose();
});
function moduleOf(relaxed: 'on' | 'off', threads: number): Promise<SimdModule> {
  const module = loaded.get(`${relaxed} ${threads}`) ?? loadTestModule({ relaxed, threads });
  loaded.set(`${relaxed} ${threads}`, module);
  return module;
}

interface Data {
  readonly x: Float32Array;
  readonly filter: Float32Array;
  readonly dy: Float32Array;
  readonly bias: Float32Array;
}

const dataOf = (g: ConvGeometry): Data => ({
  x: normalArray(g.n * g.h * g.w * g.ci, 1),
  filter: normalArray(g.kh * g.kw * g.ci * g.co, 2),
  dy: normalArray(g.n * g.outH * g.outW * g.co, 3),
  bias: normalArray(g.co, 4),
});

type Use = (at: Readonly<Record<keyof Data, number>>, out: number) => void;

/** Runs `use` with an output of `count` floats, poisoned, and returns what it wrote; nothing may follow it. */
function written(module: SimdModule, data: Data, count: number, use: Use): Float32Array {
  const put = (values: Float32Array): number => {
    const pointer = module.heap.malloc(values.length * 4);
    module.heap.f32(pointer, values.length).set(values);
    return pointer;
  };
  const at = { x: put(data.x), filter: put(data.filter), dy: put(data.dy), bias: put(data.bias) };
  const out = module.heap.malloc(count * 4 + 64);
  module.heap.f32(out, count + 16).fill(NaN);
  use(at, out);
  const values = module.heap.f32(out, count + 16).slice();
  for (const pointer of [...Object.values(at), out]) module.heap.free(pointer);
  expect(values.subarray(count).every(Number.isNaN)).toBe(true);
  return values.subarray(0, count);
}

const LINEAR = { activation: 'linear', alpha: 0 } as const;

/** Forward, gradient of the input, gradient of the filter. */
function passes(module: SimdModule, g: ConvGeometry): readonly Float32Array[] {
  const data = dataOf(g);
  return [
    written(module, data, data.dy.length, (at, out) =>
      conv2dForward(module, g, { ...at, out, activation: { activation: 'leakyRelu', alpha: 0.2 } }),
    ),
    written(module, data, data.x.length, ({ dy, filter }, dx) =>
      conv2dGradInput(module, g, { dy, filter, dx }),
    ),
    written(module, data, data.filter.length, (at, dFilter) =>
      conv2dGradFilter(module, g, { ...at, dFilter }),
    ),
  ];
}

/** The same passes in double precision, worked out once for both builds of the kernels. */
const known = new Map<ConvGeometry, readonly Float64Array[]>();
function expectedPasses(g: ConvGeometry): readonly Float64Array[] {
  const { x, filter, dy, bias } = dataOf(g);
  const leaky = (value: number, i: number): number =>
    Math.max(value + bias[i % g.co], 0.2 * (value + bias[i % g.co]));
  const expected = known.get(g) ?? [
    referenceConv(g, x, filter).map(leaky),
    referenceGradInput(g, dy, filter),
    referenceGradFilter(g, x, dy),
  ];
  known.set(g, expected);
  return expected;
}

describe.each(['on', 'off'] as const)('large tiles, relaxed SIMD %s', (relaxed) => {
  it.each(CASES)('%s: agree with double precision, the same on 1, 2 and 3 threads', async (_, g) => {
    expect([suitsLarge(g, 'forward'), suitsLarge(g, 'input')]).toEqual([true, true]);
    const some = await Promise.all([1, 2, 3].map((threads) => moduleOf(relaxed, threads)));
    const [one, ...others] = some.map((module) => passes(module, g));
    for (const other of others) expect(other).toEqual(one);
    expectedPasses(g).forEach((expected, pass) =>
      expect(relativeError(one[pass], expected)).toBeLessThan(TOLERANCE),
    );
  });
});

it.each([3, 4])('rounds at most eight times as much as tiles of 2 x 2, %i taps a side', async (taps) => {
  const g = square([1, 32, 32], [64, 64], [1, taps - 2, 1, taps - 2], taps);
  const module = await moduleOf('on', 1);
  const data = dataOf(g);
  const fields = { n: g.n, h: g.h, w: g.w, c: g.ci, gridH: g.outH, gridW: g.outW, strideH: 1, strideW: 1 };
  const target = { outH: g.outH, outW: g.outW, outC: g.co, outStepH: 1, outStepW: 1 };
  const [large, small] = [
    written(module, data, data.dy.length, ({ x, filter }, out) =>
      conv2dForward(module, g, { x, filter, bias: 0, out, activation: LINEAR }),
    ),
    written(module, data, data.dy.length, ({ x, filter }, out) =>
      runMinimalJobs(module, [
        {
          ...{ ...fields, ...target, input: x, out, filter, tapsOf: forwardTaps(g) },
          ...{ outStartH: 0, outStartW: 0, tapStride: g.ci * g.co, innerStride: g.co, outerStride: 1 },
          ...{ bias: 0, activation: 0, alpha: 0 },
        },
      ]),
    ),
  ];
  const exact = referenceConv(g, data.x, data.filter);
  expect(relativeError(large, exact)).toBeLessThan(8 * relativeError(small, exact));
  const [largeGradient, smallGradient] = [conv2dGradFilter, minimalGradFilter].map((run) =>
    written(module, data, data.filter.length, (at, dFilter) => run(module, g, { ...at, dFilter })),
  );
  const gradient = referenceGradFilter(g, data.x, data.dy);
  expect(relativeError(largeGradient, gradient)).toBeLessThan(8 * relativeError(smallGradient, gradient));
});

it('treats a picture the same whatever is beside it', () => {
  for (const side of [8, 14, 16, 20, 24, 28, 32]) {
    const chosen = [1, 2, 8, 64].map((n) => suitsLarge(square([n, side, side], [64, 64]), 'forward'));
    expect(new Set(chosen).size, `${side} pixels`).toBe(1);
  }
});

it.each([3, 4])(
  'a picture alone, with more filters than tiles, is the same to the bit as among others, %i taps a side',
  async (taps) => {
    const [alone, among] = [1, 12].map((n) =>
      square([n, 18, 18], [24, 64], [1, taps - 2, 1, taps - 2], taps),
    );
    const data = dataOf(among);
    for (const relaxed of ['on', 'off'] as const) {
      const module = await moduleOf(relaxed, 2);
      const [one, all] = [alone, among].map((g) => {
        const given = { ...data, x: data.x.subarray(0, g.n * g.h * g.w * g.ci) };
        return written(module, given, g.n * g.outH * g.outW * g.co, (at, out) =>
          conv2dForward(module, g, { ...at, out, activation: LINEAR }),
        );
      });
      expect(all.subarray(0, one.length)).toEqual(one);
    }
  },
);

it('leaves small maps, few channels, other taps and strides to other ways', () => {
  const none: readonly ConvGeometry[] = [
    square([1, 8, 8], [64, 64]),
    square([64, 14, 14], [64, 64]),
    square([1, 64, 64], [8, 64]),
    square([1, 64, 64], [64, 18]),
    convGeometry([1, 64, 64, 32], [3, 3, 32, 32], [2, 2], [0, 1, 0, 1]),
    convGeometry([1, 64, 64, 32], [3, 3, 32, 32], [1, 1], [2, 2, 2, 2], [2, 2]),
    convGeometry([1, 64, 64, 32], [5, 5, 32, 32], [1, 1], [2, 2, 2, 2]),
    convGeometry([1, 64, 64, 32], [4, 3, 32, 32], [1, 1], [1, 2, 1, 1]),
    convGeometry([1, 64, 64, 32], [4, 4, 32, 32], [2, 2], [1, 1, 1, 1]),
    square([1, 4, 4], [64, 64], [1, 2, 1, 2], 4),
  ];
  for (const g of none) expect([suitsLarge(g, 'forward'), suitsLarge(g, 'input')]).toEqual([false, false]);
});
