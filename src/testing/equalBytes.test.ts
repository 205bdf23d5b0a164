import { expect, it } from 'vitest';
import { equalBytes } from './equalBytes';

it('arrays of one kind with the same bytes are equal, in a larger buffer too', () => {
  const values = Float32Array.of(1, -0, NaN);
  expect(equalBytes(values, values.slice())).toBe(true);
  expect(equalBytes(Float32Array.of(9, 1, -0, NaN).subarray(1), values)).toBe(true);
  expect([values]).toEqual([values.slice()]);
});

it('leaves what is unlike, or of another kind, to expect', () => {
  const values = Float32Array.of(1, 0);
  expect(equalBytes(values, Float32Array.of(1, 2))).toBeUndefined();
  expect(equalBytes(values, Float32Array.of(1))).toBeUndefined();
  expect(equalBytes(values, new Uint8Array(values.buffer))).toBeUndefined();
  expect(equalBytes([1, 0], [1, 0])).toBeUndefined();
  expect(values).not.toEqual(Float32Array.of(1, -0));
  expect(() => expect(values).toEqual(Float32Array.of(1, 2))).toThrow('2');
});
