// Convolutions from and to few channels, all of whose jobs gather their taps: against double precision, and within the
// scratch that they ask for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { byPlace, gatherBytes, suitsGather } from './gather';
import { convGeometry, forwardTaps, type ConvGeometry } from './geometry';

const TOLERANCE = 3e-6;
const POISON = 0x7fc0babe;

/** Every count of few channels, with strides 1 to 3, dilations 1 to 3 and padding that differs on all sides. */
const CASES: ConvGeometry[] = [1, 2, 3, 4, 5, 6, 7].flatMap((c) => [
  convGeometry([2, 9, 7, c], [3, 3, c, 8], [1, 1], [1, 1, 1, 1]),
  convGeometry([3, 11, 10, c], [4, 4, c, 17], [2, 2], [1, 1, 1, 1]),
  convGeometry([2, 7, 13, c], [5, 2, c, 9], [3, 1], [4, 0, 1, 3]),
  convGeometry([1, 12, 9, c], [2, 3, c, 5], [1, 3], [0, 2, 3, 0]),
  convGeometry([2, 10, 11, c], [3, 3, c, 16], [1, 1], [2, 3, 1, 4], [2, 3]),
  convGeometry([2, 8, 15, c], [2, 4, c, 3], [2, 2], [1, 2, 0, 3], [3, 1]),
  convGeometry([2, 5, 6, c], [1, 2, c, 40], [3, 3], [0, 0, 0, 0]),
  convGeometry([3, 6, 5, 12], [3, 3, 12, c], [1, 1], [1, 1, 1, 1]),
]);

/** Rows longer than a block of pixels, padding wider than the image, and single rows and columns. */
const EDGES: ConvGeometry[] = [
  convGeometry([1, 3, 400, 1], [3, 3, 1, 8], [1, 1], [1, 1, 1, 1]),
  convGeometry([2, 2, 700, 3], [2, 4, 3, 8], [1, 2], [0, 1, 1, 1]),
  convGeometry([2, 1, 2, 2], [3, 4, 2, 8], [1, 1], [3, 3, 5, 6]),
  convGeometry([700, 1, 1, 1], [1, 3, 1, 8], [1, 1], [0, 0, 1, 1]),
  convGeometry([1, 300, 1, 2], [3, 1, 2, 24], [2, 1], [1, 1, 0, 0]),
  convGeometry([20, 14, 14, 1], [4, 4, 1, 16], [2, 2], [1, 1, 1, 1]),
];

const shapeOf = (g: ConvGeometry): string =>
  `${[g.n, g.h, g.w, g.ci].join('x')} * ${[g.kh, g.kw, g.ci, g.co].join('x')}, stride ${g.strideH} ${g.strideW}, dilation ${g.dilationH} ${g.dilationW}`;

describe.each(['on', 'off'] as const)('few channels, relaxed SIMD %s', (relaxed) => {
  let module: SimdModule;
  beforeAll(async () => {
    module = await loadTestModule({ relaxed });
  });
  afterAll(() => module.dispose());

  const put = (values: Float32Array): number => {
    const pointer = module.heap.malloc(values.length * 4);
    module.heap.f32(pointer, values.length).set(values);
    return pointer;
  };

  /** What `use` writes to `count` floats; fails when it writes beyond the scratch that it asked for. */
  const written = (count: number, use: (own: SimdModule, out: number) => void): Float32Array => {
    const out = put(new Float32Array(count));
    const room = 1 << 22;
    const scratch = module.heap.malloc(room);
    module.heap.i32(scratch, room / 4).fill(POISON);
    let asked = 0;
    const own = { ...module, run: module.run, tableI32: module.tableI32, tableF32: module.tableF32 };
    own.scratch = (bytes) => {
      asked = bytes;
      return scratch;
    };
    use(own, out);
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(room);
    expect(
      module.heap.i32(scratch + asked, (room - asked) >> 2).every((word) => word === POISON),
      'scratch',
    ).toBe(true);
    const values = module.heap.f32(out, count).slice();
    module.heap.free(scratch);
    module.heap.free(out);
    return values;
  };

  it.each([...CASES, ...EDGES].map((g) => [shapeOf(g), g] as const))('%s', (_name, g) => {
    const x = normalArray(g.n * g.h * g.w * g.ci, 1);
    const filter = normalArray(g.kh * g.kw * g.ci * g.co, 2);
    const dy = normalArray(g.n * g.outH * g.outW * g.co, 3);
    const bias = normalArray(g.co, 4);
    const [xAt = 0, filterAt = 0, dyAt = 0, biasAt = 0] = [x, filter, dy, bias].map(put);
    const activation = { activation: 'leakyRelu', alpha: 0.2 } as const;
    const y = written(dy.length, (own, out) =>
      conv2dForward(own, g, { x: xAt, filter: filterAt, bias: biasAt, out, activation }),
    );
    const expected = referenceConv(g, x, filter).map((v, i) => {
      const sum = v + (bias[i % g.co] ?? 0);
      return sum > 0 ? sum : 0.2 * sum;
    });
    expect(relativeError(y, expected)).toBeLessThan(TOLERANCE);
    const dx = written(x.length, (own, out) =>
      conv2dGradInput(own, g, { dy: dyAt, filter: filterAt, dx: out }),
    );
    expect(relativeError(dx, referenceGradInput(g, dy, filter))).toBeLessThan(TOLERANCE);
    const dFilter = written(filter.length, (own, out) =>
      conv2dGradFilter(own, g, { x: xAt, dy: dyAt, dFilter: out }),
    );
    expect(relativeError(dFilter, referenceGradFilter(g, x, dy))).toBeLessThan(TOLERANCE);
    for (const pointer of [xAt, filterAt, dyAt, biasAt]) module.heap.free(pointer);
  });

  it('reads no more of an image than its own pixels', () => {
    const g = convGeometry([1, 5, 5, 1], [3, 3, 1, 8], [1, 1], [1, 1, 1, 1]);
    const around = new Float32Array(25 + 64).fill(NaN);
    const x = normalArray(25, 5);
    around.set(x, 32);
    const xAt = put(around) + 128;
    const filter = normalArray(72, 6);
    const activation = { activation: 'linear', alpha: 0 } as const;
    const y = written(200, (own, out) =>
      conv2dForward(own, g, { x: xAt, filter: put(filter), bias: 0, out, activation }),
    );
    expect(relativeError(y, referenceConv(g, x, filter))).toBeLessThan(TOLERANCE);
  });
});

describe('the plan of gathering', () => {
  it('is for few channels and several taps', () => {
    expect([suitsGather(7, 2), suitsGather(8, 9), suitsGather(1, 1), suitsGather(1, 0)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('orders taps by place', () => {
    const g = convGeometry([1, 4, 4, 1], [2, 2, 1, 1], [1, 1], [0, 0, 0, 0]);
    const backwards = forwardTaps(g).toReversed();
    expect(byPlace(backwards)).toEqual(forwardTaps(g));
  });

  it('asks for the rows of the pixels and the part of the image behind them', () => {
    const g = convGeometry([1, 28, 28, 1], [4, 4, 1, 16], [2, 2], [1, 1, 1, 1]);
    const shape = { c: 1, gridH: 14, gridW: 14, strideH: 2, strideW: 2 };
    const rows = 80 * 96;
    const band = (7 * 2 + 4) * (13 * 2 + 4) * 4;
    expect(gatherBytes(shape, forwardTaps(g), 96)).toBe(rows + band + 32);
  });
});
