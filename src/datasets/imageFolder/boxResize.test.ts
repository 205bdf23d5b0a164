import { expect, it } from 'vitest';
import { mix32 } from '../../core/random';
import { boxResize } from './boxResize';

const noise = (side: number): Uint8ClampedArray =>
  Uint8ClampedArray.from({ length: side * side * 4 }, (_, i) => mix32(i) & 255);

it('keeps a picture of the same side as it is', () => {
  const rgba = noise(5);
  const expected = [...rgba].filter((_, i) => i % 4 !== 3);
  expect([...boxResize(rgba, { width: 5, height: 5 }, { width: 5, height: 5 })]).toEqual(expected);
});

it.each([
  [6, 2],
  [7, 3],
  [64, 28],
  [65, 64],
])('averages %i to %i like the mean over the area', (from, to) => {
  const rgba = noise(from);
  const small = boxResize(rgba, { width: from, height: from }, { width: to, height: to });
  // Reference: every pixel cut into to x to equal parts, so that parts fall into new pixels without remainder.
  const sums = new Float64Array(to * to * 3);
  const at = (fine: number): [number, number] => [Math.floor(fine / to), Math.floor(fine / from)];
  for (let fineY = 0; fineY < from * to; fineY++) {
    for (let fineX = 0; fineX < from * to; fineX++) {
      const [[y, newY], [x, newX]] = [at(fineY), at(fineX)];
      for (let c = 0; c < 3; c++) sums[(newY * to + newX) * 3 + c] += rgba[(y * from + x) * 4 + c];
    }
  }
  const worst = small.reduce((max, v, i) => Math.max(max, Math.abs(v - sums[i] / (from * from))), 0);
  expect(worst).toBeLessThan(1e-3);
});

it('averages each side by itself', () => {
  const rgba = noise(4);
  const small = boxResize(rgba, { width: 8, height: 2 }, { width: 2, height: 1 });
  const mean = (c: number, left: number): number =>
    [0, 1, 2, 3, 8, 9, 10, 11].reduce((sum, i) => sum + rgba[4 * (i + left) + c], 0) / 8;
  for (const [i, value] of small.entries()) expect(value).toBeCloseTo(mean(i % 3, i < 3 ? 0 : 4), 3);
});
