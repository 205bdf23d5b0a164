// Operations of the layer kinds against their definitions in double precision, in plain JavaScript and on the CPU engine.
import '@tensorflow/tfjs-backend-cpu';
import { setBackend, slice, tensor1d, tensor2d, tensor4d, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InvalidValueError } from '../../core/errors';
import { normalArray } from '../../core/random';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { SIMD_BACKEND } from '../simd/register';
import { concatChannels } from './concat';
import { crop } from './crop';
import { curves, type CurveName } from './curves';
import { embedding } from './embedding';
import { averagePool, globalAveragePool, maxPool } from './pooling';
import { prelu } from './prelu';
import { reflectionPad } from './reflectionPad';
import { bilinearResize, nearestResize } from './resize';
import { softmax } from './softmax';

type Shape = [number, number, number, number];
const SHAPE: Shape = [2, 5, 7, 3];
const [B, H, W, C] = SHAPE;
const values = normalArray(B * H * W * C, 5);
const at = (b: number, y: number, x: number, c: number): number => values[((b * H + y) * W + x) * C + c];
const image = () => tensor4d(values, SHAPE);

/** All elements of [B, height, width, C] by their place. */
const map = (height: number, width: number, of: (b: number, y: number, x: number, c: number) => number) =>
  Array.from({ length: B * height * width * C }, (_, i) => {
    const [row, c] = [Math.floor(i / C), i % C];
    return of(Math.floor(row / width / height), Math.floor(row / width) % height, row % width, c);
  });

function expectValues(compute: () => Tensor, shape: readonly number[], expected: readonly number[]): void {
  tidy(() => {
    const y = compute();
    expect(y.shape).toEqual(shape);
    y.dataSync().forEach((value, i) => expect(value, `element ${i}`).toBeCloseTo(expected[i], 5));
  });
}

/** The pixels of a window, those inside the image only. */
function windowOf(y: number, x: number, [kh, kw]: readonly number[], b: number, c: number): number[] {
  const found: number[] = [];
  for (let i = y; i < y + kh; i++)
    for (let j = x; j < x + kw; j++) if (i >= 0 && j >= 0 && i < H && j < W) found.push(at(b, i, j, c));
  return found;
}

/** Linear interpolation between rows or columns at a place that may lie outside: the border goes on there. */
function between(place: number, side: number, of: (index: number) => number): number {
  const held = Math.min(Math.max(place, 0), side - 1);
  const low = Math.floor(held);
  const share = held - low;
  return (1 - share) * of(low) + share * of(Math.min(low + 1, side - 1));
}

/** Abramowitz and Stegun 7.1.5, enough terms for |x| below 4. */
function erf(x: number): number {
  let [sum, term] = [x, x];
  for (let n = 1; n < 80; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}

const definitions: Record<CurveName, (x: number) => number> = {
  relu6: (x) => Math.min(Math.max(x, 0), 6),
  elu: (x) => (x > 0 ? x : Math.exp(x) - 1),
  selu: (x) => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.exp(x) - 1)),
  gelu: (x) => (x / 2) * (1 + erf(x / Math.SQRT2)),
  geluTanh: (x) => (x / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  swish: (x) => x / (1 + Math.exp(-x)),
  softplus: (x) => Math.log1p(Math.exp(x)),
  hardSigmoid: (x) => Math.min(Math.max(x / 6 + 0.5, 0), 1),
};

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

describe.each(['cpu', SIMD_BACKEND])('on %s', (backend) => {
  beforeAll(() => setBackend(backend));

  it.each([
    [[2, 2], [2, 2], 'valid', [2, 3], [0, 0]],
    [[3, 3], [2, 2], 'same', [3, 4], [1, 1]],
    [[3, 2], [1, 3], 'same', [5, 3], [1, 0]],
    [[1, 7], [2, 1], 'valid', [3, 1], [0, 0]],
  ] as const)('windows %j by %j %s', (size, stride, padding, [height, width], [top, left]) => {
    const over = (reduce: (inside: readonly number[]) => number) =>
      map(height, width, (b, y, x, c) =>
        reduce(windowOf(y * stride[0] - top, x * stride[1] - left, size, b, c)),
      );
    const shape = [B, height, width, C];
    expectValues(
      () => averagePool(image(), size, stride, padding),
      shape,
      over((inside) => inside.reduce((a, b) => a + b, 0) / inside.length),
    );
    expectValues(
      () => maxPool(image(), size, stride, padding),
      shape,
      over((inside) => Math.max(...inside)),
    );
  });

  it('averages over everything', () => {
    const means = Array.from({ length: B * C }, (_, i) => {
      const all = windowOf(0, 0, [H, W], Math.floor(i / C), i % C);
      return all.reduce((a, b) => a + b, 0) / all.length;
    });
    expectValues(() => globalAveragePool(image()), [B, C], means);
  });

  it.each([
    [10, 14],
    [3, 20],
    [5, 7],
    [1, 1],
    [2, 3],
  ])('bilinear to %i x %i', (height, width) => {
    const expected = map(height, width, (b, y, x, c) =>
      between(((y + 0.5) * H) / height - 0.5, H, (row) =>
        between(((x + 0.5) * W) / width - 0.5, W, (column) => at(b, row, column, c)),
      ),
    );
    expectValues(() => bilinearResize(image(), [height, width]), [B, height, width, C], expected);
  });

  it.each([
    [1, 2],
    [3, 1],
    [2, 5],
  ])('pixels %i x %i times', (fy, fx) => {
    const expected = map(H * fy, W * fx, (b, y, x, c) => at(b, Math.floor(y / fy), Math.floor(x / fx), c));
    expectValues(() => nearestResize(image(), [fy, fx]), [B, H * fy, W * fx, C], expected);
  });

  it('mirrors borders and cuts them off', () => {
    const mirrored = (place: number, side: number) => {
      if (place < 0) return -place;
      return place < side ? place : 2 * side - 2 - place;
    };
    const expected = map(2 + H + 4, 6 + W, (b, y, x, c) => at(b, mirrored(y - 2, H), mirrored(x - 6, W), c));
    expectValues(() => reflectionPad(image(), [2, 4, 6, 0]), [B, H + 6, W + 6, C], expected);
    expectValues(() => crop(reflectionPad(image(), [2, 4, 6, 0]), [2, 4, 6, 0]), SHAPE, [...values]);
  });

  it('joins channels', () => {
    const expected = Array.from({ length: B * H * W }, (_, i) => {
      const pixel = [...values.slice(i * C, i * C + C)];
      return [...pixel, ...pixel.slice(0, 1)];
    }).flat();
    expectValues(
      () => concatChannels([image(), slice(image(), [0, 0, 0, 0], [B, H, W, 1])]),
      [B, H, W, C + 1],
      expected,
    );
  });

  it('slopes of negative values by channel', () => {
    const alpha = [0.25, -1, 0];
    const expected = map(H, W, (b, y, x, c) => at(b, y, x, c) * (at(b, y, x, c) > 0 ? 1 : alpha[c]));
    expectValues(() => prelu(image(), tensor1d(alpha)), SHAPE, expected);
  });

  it('takes rows by class', () => {
    const rows = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    const classes = [2, 0, 2, 1, 7, -1];
    const expected = classes.flatMap((i) => rows.at(i < 0 ? rows.length : i) ?? [0, 0]);
    expectValues(() => embedding(tensor1d(classes), tensor2d(rows)), [6, 2], expected);
  });

  it('softmax, also of large numbers', () => {
    const logits = [
      [1, 2, 3],
      [1000, 1001, 999],
      [-1000, -1000, -1000],
    ];
    const expected = logits.flatMap((row) => {
      const powers = row.map((x) => Math.exp(x - Math.max(...row)));
      return powers.map((p) => p / powers.reduce((a, b) => a + b, 0));
    });
    expectValues(() => softmax(tensor2d(logits)), [3, 3], expected);
  });

  it.each(Object.entries(curves))('%s', (name, curve) => {
    const places = Array.from({ length: 61 }, (_, i) => (i - 30) / 8);
    const define = Object.entries(definitions).find(([defined]) => defined === name)?.[1];
    expectValues(() => curve(tensor1d(places)), [61], define ? places.map(define) : []);
  });
});

it('refuses what no image has', () => {
  tidy(() => {
    expect(() => reflectionPad(image(), [0, 0, W, 0])).toThrow(InvalidValueError);
    expect(() => reflectionPad(image(), [H, 0, 0, 0])).toThrow('5 pixels wide');
    expect(() => crop(image(), [3, 2, 0, 0])).toThrow('3, 2, 0, 0');
    expect(() => crop(image(), [-1, 0, 0, 0])).toThrow(InvalidValueError);
    expect(() => nearestResize(image(), 1.5)).toThrow('1.5 times');
    expect(() => embedding(tensor1d([1], 'int32'), tensor2d([[1]]))).toThrow('int32');
  });
});
