import { expect, it } from 'vitest';
import { bytes, duration, milliseconds } from './figures';

it('writes numbers for people', () => {
  expect([0.1123, 5.2, 134.4].map(milliseconds)).toEqual(['0.112 ms', '5.20 ms', '134 ms']);
  expect([12, 459_616, 16_777_216].map(bytes)).toEqual(['12 B', '460 kB', '16.8 MB']);
  expect([5, 65, 93_784].map(duration)).toEqual(['5 s', '1 min 5 s', '1 d 2 h 3 min 4 s']);
});
