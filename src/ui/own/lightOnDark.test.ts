import { expect, it } from 'vitest';
import { darkAround, inverted } from './lightOnDark';

/** Two pictures of 4 x 4 whose outermost pixels and whose middles have these values. */
const framed = (around: number, inside: number, channels: number) => ({
  ...{ count: 2, height: 4, width: 4, channels },
  pixels: Uint8Array.from({ length: 32 * channels }, (_, i) => {
    const [x, y] = [Math.floor(i / channels) % 4, Math.floor(i / channels / 4) % 4];
    return x % 3 === 0 || y % 3 === 0 ? around : inside;
  }),
});

it.each([1, 3])('looks at the outermost pixels alone, of %s channels', (channels) => {
  expect(darkAround(framed(20, 255, channels))).toBe(true);
  expect(darkAround(framed(200, 0, channels))).toBe(false);
});

it('turns one into the other, and back', () => {
  const ink = framed(250, 10, 1);
  expect(darkAround(inverted(ink))).toBe(true);
  expect(inverted(inverted(ink))).toEqual(ink);
});
