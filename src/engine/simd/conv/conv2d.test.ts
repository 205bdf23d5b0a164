import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../../../core/random';
import {
  referenceConv,
  referenceGradFilter,
  referenceGradInput,
  referenceUpsample,
  relativeError,
} from '../../../testing/convReference';
import { loadTestModule } from '../../../testing/simdModule';
import type { SimdModule } from '../module';
import { NO_ACTIVATION, type ActivationSpec } from './activation';
import { conv2dForward, conv2dGradInput } from './conv2d';
import { conv2dGradFilter } from './filterGradient';
import { convGeometry, type ConvGeometry } from './geometry';
import { upsampleConvForward, upsampleConvGradInput } from './upsample';
import { upsampleConvGradFilter } from './upsampleFilter';

const TOLERANCE = 3e-6;

/** x, kernel, channels out, strides, pad, dilations */
const CASES: readonly [string, ConvGeometry][] = [
  ['3x3 same', convGeometry([2, 7, 5, 9], [3, 3, 9, 16], [1, 1], [1, 1, 1, 1])],
  ['1 channel, stride 2, pad at the end', convGeometry([3, 9, 8, 1], [3, 3, 1, 32], [2, 2], [0, 1, 0, 1])],
  ['3 channels, 5x5', convGeometry([1, 8, 8, 3], [5, 5, 3, 7], [1, 1], [2, 2, 2, 2])],
  ['1 output channel', convGeometry([2, 9, 7, 17], [3, 3, 17, 1], [1, 1], [1, 1, 1, 1])],
  ['3 output channels, stride 2', convGeometry([2, 9, 7, 10], [4, 4, 10, 3], [2, 2], [1, 2, 1, 2])],
  ['stride 2, 4x4', convGeometry([2, 10, 6, 12], [4, 4, 12, 20], [2, 2], [1, 1, 1, 1])],
  ['stride 3, kernel smaller than stride', convGeometry([1, 11, 10, 8], [2, 2, 8, 9], [3, 3], [0, 0, 0, 0])],
  ['strides differ', convGeometry([1, 9, 12, 5], [3, 2, 5, 6], [1, 3], [2, 0, 0, 1])],
  ['dilated', convGeometry([2, 11, 9, 8], [3, 3, 8, 8], [1, 1], [2, 2, 3, 3], [2, 3])],
  ['1x1', convGeometry([2, 5, 5, 13], [1, 1, 13, 11], [1, 1], [0, 0, 0, 0])],
  ['one pixel', convGeometry([1, 1, 1, 8], [3, 3, 8, 8], [1, 1], [1, 1, 1, 1])],
  ['3x3, minimal, odd sides', convGeometry([2, 7, 5, 18], [3, 3, 18, 21], [1, 1], [1, 1, 1, 1])],
  ['3x3, minimal, unequal padding', convGeometry([2, 6, 8, 16], [3, 3, 16, 16], [1, 1], [0, 2, 1, 0])],
  ['3x3, minimal, no padding', convGeometry([1, 8, 6, 33], [3, 3, 33, 16], [1, 1], [0, 0, 0, 0])],
  ['one input channel, stride 2, 4x4', convGeometry([9, 6, 14, 1], [4, 4, 1, 9], [2, 2], [1, 1, 1, 1])],
  ['two input channels, stride 2, 4x4', convGeometry([1, 18, 2, 2], [4, 4, 2, 16], [2, 2], [1, 1, 1, 1])],
  ['stride 2, 4x4, odd outputs', convGeometry([3, 14, 10, 16], [4, 4, 16, 33], [2, 2], [1, 1, 1, 1])],
  ['stride 2, 4x4, odd sides', convGeometry([2, 11, 9, 13], [4, 4, 13, 19], [2, 2], [2, 1, 0, 3])],
  ['stride 2, 3x3', convGeometry([3, 14, 12, 17], [3, 3, 17, 24], [2, 2], [0, 1, 0, 1])],
  ['stride 2, 3x3, odd sides', convGeometry([2, 9, 15, 32], [3, 3, 32, 14], [2, 2], [1, 1, 2, 0])],
  ['stride 2, 3x4', convGeometry([2, 8, 9, 16], [3, 4, 16, 16], [2, 2], [1, 1, 1, 2])],
  ['stride 2, 4x3, one output', convGeometry([2, 4, 4, 16], [4, 3, 16, 12], [2, 2], [0, 0, 0, 0])],
  ['stride 2, many pixels', convGeometry([4, 33, 30, 12], [4, 4, 12, 12], [2, 2], [1, 1, 1, 1])],
  [
    'phases packed by tasks and before them',
    convGeometry([3, 14, 14, 54], [3, 3, 54, 1], [2, 2], [0, 1, 0, 1]),
  ],
  ['5x5, stride 2', convGeometry([2, 14, 11, 16], [5, 5, 16, 13], [2, 2], [1, 2, 2, 2])],
  ['5x5, stride 1', convGeometry([2, 7, 9, 12], [5, 5, 12, 17], [1, 1], [2, 2, 2, 2])],
  ['7x6, stride 2', convGeometry([1, 13, 16, 12], [7, 6, 12, 12], [2, 2], [3, 3, 2, 2])],
  ['2x7, strides differ', convGeometry([2, 8, 13, 14], [2, 7, 14, 12], [1, 2], [0, 1, 3, 3])],
  ['1x3', convGeometry([2, 5, 6, 16], [1, 3, 16, 16], [1, 1], [0, 0, 1, 1])],
  ['4x4, stride 1', convGeometry([1, 9, 6, 20], [4, 4, 20, 12], [1, 1], [1, 2, 2, 1])],
  ['wide', convGeometry([1, 4, 4, 150], [3, 3, 150, 136], [1, 1], [1, 1, 1, 1])],
  ['many pixels', convGeometry([3, 33, 31, 8], [3, 3, 8, 8], [1, 1], [1, 1, 1, 1])],
  ['1 to 1 channel', convGeometry([2, 6, 6, 1], [3, 3, 1, 1], [1, 1], [1, 1, 1, 1])],
];

const ACTIVATIONS: Readonly<Record<string, (x: number) => number>> = {
  linear: (x) => x,
  relu: (x) => Math.max(0, x),
  leakyRelu: (x) => (x > 0 ? x : 0.2 * x),
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
};

describe.each([
  ['relaxed, 2 threads', { relaxed: 'on', threads: 2 }],
  ['plain, 1 thread', { relaxed: 'off', threads: 1 }],
] as const)('convolution kernels (%s)', (_, options) => {
  let module: SimdModule;
  beforeAll(async () => {
    module = await loadTestModule(options);
  });
  afterAll(() => module.dispose());

  const put = (values: Float32Array): number => {
    const pointer = module.heap.malloc(values.length * 4);
    module.heap.f32(pointer, values.length).set(values);
    return pointer;
  };
  /** Runs `use` with an output of `count` floats, poisoned, and returns what it wrote; nothing may follow it. */
  const output = (count: number, use: (pointer: number) => void): Float32Array => {
    const pointer = module.heap.malloc(count * 4 + 64);
    module.heap.f32(pointer, count + 16).fill(NaN);
    use(pointer);
    const values = module.heap.f32(pointer, count + 16).slice();
    expect(values.subarray(count).every(Number.isNaN)).toBe(true);
    return values.subarray(0, count);
  };

  it.each(CASES)('%s', (_name, g) => {
    const x = normalArray(g.n * g.h * g.w * g.ci, 1);
    const filter = normalArray(g.kh * g.kw * g.ci * g.co, 2);
    const dy = normalArray(g.n * g.outH * g.outW * g.co, 3);
    const [xAt, filterAt, dyAt] = [put(x), put(filter), put(dy)];
    const y = output(dy.length, (out) =>
      conv2dForward(module, g, { x: xAt, filter: filterAt, bias: 0, out, activation: NO_ACTIVATION }),
    );
    expect(relativeError(y, referenceConv(g, x, filter))).toBeLessThan(TOLERANCE);
    const dx = output(x.length, (out) => conv2dGradInput(module, g, { dy: dyAt, filter: filterAt, dx: out }));
    expect(relativeError(dx, referenceGradInput(g, dy, filter))).toBeLessThan(TOLERANCE);
    const dFilter = output(filter.length, (out) =>
      conv2dGradFilter(module, g, { x: xAt, dy: dyAt, dFilter: out }),
    );
    expect(relativeError(dFilter, referenceGradFilter(g, x, dy))).toBeLessThan(TOLERANCE);
    for (const pointer of [xAt, filterAt, dyAt]) module.heap.free(pointer);
  });

  it.each(['linear', 'relu', 'leakyRelu', 'tanh', 'sigmoid'] as const)('fuses bias and %s', (name) => {
    const activation: ActivationSpec = { activation: name, alpha: 0.2 };
    for (const co of [1, 11]) {
      const g = convGeometry([2, 5, 5, 9], [3, 3, 9, co], [1, 1], [1, 1, 1, 1]);
      const x = normalArray(g.n * g.h * g.w * g.ci, 4);
      const filter = normalArray(9 * g.ci * co, 5).map((v) => v / 5);
      const bias = normalArray(co, 6);
      const expected = referenceConv(g, x, filter).map((v, i) => ACTIVATIONS[name](v + bias[i % co]));
      const y = output(expected.length, (out) =>
        conv2dForward(module, g, { x: put(x), filter: put(filter), bias: put(bias), out, activation }),
      );
      expect(relativeError(y, expected)).toBeLessThan(TOLERANCE);
    }
  });

  it('adds bias and activation to a transposed convolution, also where no tap reaches', () => {
    const g = convGeometry([1, 7, 7, 5], [2, 2, 5, 8], [3, 3], [0, 1, 0, 1]);
    const dy = normalArray(g.n * g.outH * g.outW * g.co, 7);
    const filter = normalArray(4 * 5 * 8, 8);
    const bias = normalArray(5, 9);
    const expected = referenceGradInput(g, dy, filter).map((v, i) => Math.tanh(v + bias[i % 5]));
    const y = output(expected.length, (out) =>
      conv2dGradInput(module, g, {
        dy: put(dy),
        filter: put(filter),
        dx: out,
        bias: put(bias),
        activation: { activation: 'tanh', alpha: 0 },
      }),
    );
    expect(relativeError(y, expected)).toBeLessThan(TOLERANCE);
  });

  it.each([
    [2, 4, 5, 8, 8],
    [1, 1, 1, 8, 16],
    [3, 7, 7, 12, 10],
    [2, 3, 9, 5, 3],
    [1, 6, 2, 1, 1],
    [2, 8, 8, 33, 17],
    [9, 5, 7, 24, 1],
    [1, 20, 2, 9, 2],
  ])('upsamples and convolves [%i, %i, %i, %i] to %i channels', (n, h, w, ci, co) => {
    const shape = { n, h, w, ci, co };
    const g = convGeometry([n, 2 * h, 2 * w, ci], [3, 3, ci, co], [1, 1], [1, 1, 1, 1]);
    const x = normalArray(n * h * w * ci, 10);
    const filter = normalArray(9 * ci * co, 11);
    const dy = normalArray(n * 4 * h * w * co, 12);
    const bias = normalArray(co, 13);
    const [xAt, filterAt, dyAt] = [put(x), put(filter), put(dy)];
    const up = referenceUpsample(n, h, w, ci, x);
    const y = output(dy.length, (out) =>
      upsampleConvForward(module, shape, {
        x: xAt,
        filter: filterAt,
        bias: put(bias),
        out,
        activation: { activation: 'relu', alpha: 0 },
      }),
    );
    const expected = referenceConv(g, up, filter).map((v, i) => Math.max(0, v + bias[i % co]));
    expect(relativeError(y, expected)).toBeLessThan(TOLERANCE);

    const wide = referenceGradInput(g, dy, filter);
    const folded = new Float64Array(x.length);
    for (let i = 0; i < wide.length; i++) {
      const [c, px] = [i % ci, Math.floor(i / ci)];
      const [column, line] = [px % (2 * w), Math.floor(px / (2 * w))];
      const row = Math.floor(line / (2 * h)) * h + ((line % (2 * h)) >> 1);
      folded[(row * w + (column >> 1)) * ci + c] += wide[i];
    }
    const dx = output(x.length, (out) =>
      upsampleConvGradInput(module, shape, { dy: dyAt, filter: filterAt, dx: out }),
    );
    expect(relativeError(dx, folded)).toBeLessThan(TOLERANCE);

    const dFilter = output(filter.length, (out) =>
      upsampleConvGradFilter(module, shape, { x: xAt, dy: dyAt, dFilter: out }),
    );
    expect(relativeError(dFilter, referenceGradFilter(g, up, dy))).toBeLessThan(TOLERANCE);
  });
});
