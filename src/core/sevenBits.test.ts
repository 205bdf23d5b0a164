import { expect, it } from 'vitest';
import { normalArray } from './random';
import { fromSevenBits, toSevenBits } from './sevenBits';

it.each([0, 1, 6, 7, 8, 9, 20_000])('gives %i bytes back, and at most one more', (length) => {
  const bytes = Uint8Array.from(normalArray(length, 3), (value) => value * 90);
  const back = fromSevenBits(toSevenBits(bytes));
  expect(back.length - length).toBeLessThanOrEqual(1);
  expect(Buffer.compare(back.subarray(0, length), bytes)).toBe(0);
});

it('has the high bits first, and two codes in one character where the first would not survive', () => {
  expect(toSevenBits(Uint8Array.of(0b1000_0011, 0b0111_1111))).toBe('A_`');
  expect(
    [...toSevenBits(Uint8Array.of(0b0001_1011, 0, 0, 0, 0, 0, 0))].map((char) => char.charCodeAt(0)),
  ).toEqual([128 + 128 + 64, 128, 128, 128]);
  const every = toSevenBits(Uint8Array.from({ length: 256 * 7 }, (_, i) => i * 37));
  expect(every).not.toMatch(/[\0\r<]/);
});

it('takes an eighth more than the bytes in UTF-8', () => {
  const bytes = Uint8Array.from(normalArray(50_000, 4), (value) => value * 1e6);
  const taken = new TextEncoder().encode(toSevenBits(bytes)).length;
  expect(Math.abs(taken - (50_000 * 8) / 7)).toBeLessThan(2);
});
