import { expect, it } from 'vitest';
import { labOf, rgbOf } from './labColour';

it.each([
  // Values of colormath and of Bruce Lindbloom's calculator for D65.
  ['white', [255, 255, 255], [100, 0, 0]],
  ['black', [0, 0, 0], [0, 0, 0]],
  ['red', [255, 0, 0], [53.24, 80.09, 67.2]],
  ['green', [0, 255, 0], [87.73, -86.18, 83.18]],
  ['blue', [0, 0, 255], [32.3, 79.19, -107.86]],
  ['grey', [119, 119, 119], [50.03, 0, 0]],
])('knows the lightness and colour of %s', (_, rgb, [l, a, b]) => {
  const { lightness, colour } = labOf(Uint8Array.from(rgb));
  expect(50 * (lightness[0] + 1)).toBeCloseTo(l, 1);
  expect(110 * colour[0]).toBeCloseTo(a, 1);
  expect(110 * colour[1]).toBeCloseTo(b, 1);
});

it('gives every colour back, and greys without colour', () => {
  const rgb = Uint8Array.from({ length: 3 * 4096 }, (_, i) => {
    const at = Math.floor(i / 3);
    return 17 * ((at >> (4 * (i % 3))) & 15);
  });
  const { lightness, colour } = labOf(rgb);
  expect(rgbOf(lightness, colour)).toEqual(rgb);
  const grey = rgbOf(lightness, new Float32Array(colour.length));
  for (let i = 0; i < grey.length; i += 3) expect(Math.abs(grey[i] - grey[i + 2])).toBeLessThanOrEqual(1);
});
