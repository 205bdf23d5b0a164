// Numbers of a run's compression that a changed file lacks are named as missing.
import { expect, it } from 'vitest';
import { readCompression } from './compressionFields';

it.each([
  [{ min: -1 }, 'max is missing, expected a number'],
  [{ min: '1', max: 2 }, 'min is "1", expected a number'],
  [{ min: null, max: 2 }, 'min is null, expected a number'],
])('refuses the range %j', (input, said) => {
  const compression = {
    ...{ widths: null, keepsZeros: false, notes: [] },
    ranges: { step: 1, weightBits: 8, input, nodes: [] },
  };
  expect(() => readCompression({ compression })).toThrow(said);
});
