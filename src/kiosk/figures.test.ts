import { expect, it } from 'vitest';
import { bytes, duration, figuresIn, milliseconds } from './figures';

it('writes numbers for people', () => {
  expect([0.1123, 5.2, 134.4].map(milliseconds)).toEqual(['0.112 ms', '5.20 ms', '134 ms']);
  expect([12, 459_616, 16_777_216].map(bytes)).toEqual(['12 B', '460 kB', '16.8 MB']);
  expect([5, 65, 93_784].map(duration)).toEqual(['5 s', '1 min 5 s', '1 d 2 h 3 min 4 s']);
});

it.each([
  ['en', '0.124 ms', '99.5 ms', '1,944 ms', '1.00 kB', '460 kB', '16.8 MB'],
  ['de', '0,124 ms', '99,5 ms', '1.944 ms', '1,00 kB', '460 kB', '16,8 MB'],
  ['es', '0,124 ms', '99,5 ms', '1944 ms', '1,00 kB', '460 kB', '16,8 MB'],
  ['zh', '0.124 ms', '99.5 ms', '1,944 ms', '1.00 kB', '460 kB', '16.8 MB'],
] as const)('writes them as its language does: %s', (to, ...written) => {
  const figures = figuresIn(to);
  expect([
    ...[0.12405, 99.5, 1944.4].map(figures.milliseconds),
    ...[1000, 459_616, 16_777_216].map(figures.bytes),
  ]).toEqual(written);
});

it('writes no powers of ten where a number is rounded up, is large or hardly there', () => {
  expect([999_600, 1_234_567_890].map(bytes)).toEqual(['1,000 kB', '1,230 MB']);
  expect([0, 0.000_000_12].map(milliseconds)).toEqual(['0.00 ms', '0.000000120 ms']);
});
