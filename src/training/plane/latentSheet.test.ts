import { describe, expect, it } from 'vitest';
import { latentSheet } from './latentSheet';

const row = (sheet: Float32Array, size: number, at: number) => [
  ...sheet.subarray(at * size, (at + 1) * size),
];
const length = (values: readonly number[]) => Math.hypot(...values);

describe('latentSheet', () => {
  it('cuts a normal distribution into rings of equal share', () => {
    const sheet = latentSheet(2, 4, 8, 1);
    // the share of a normal distribution in the plane within radius r is 1 - exp(-r^2 / 2)
    const shares = [0, 1, 2, 3].map((ring) => 1 - Math.exp(-(length(row(sheet, 2, 8 * ring + 3)) ** 2) / 2));
    shares.forEach((share, ring) => expect(share).toBeCloseTo(ring / 4, 5));
    expect(row(sheet, 2, 8)[1]).toBeCloseTo(0, 6);
    expect(row(sheet, 2, 10)[0]).toBeCloseTo(0, 6);
  });

  it('keeps to one plane of a larger space, at the lengths that latents have there', () => {
    const size = 64;
    const sheet = latentSheet(size, 2, 4, 7);
    const [right, top, left] = [4, 5, 6].map((at) => row(sheet, size, at));
    expect(right.reduce((sum, value, i) => sum + value * top[i], 0)).toBeCloseTo(0, 3);
    right.forEach((value, i) => expect(left[i]).toBeCloseTo(-value, 5));
    // half of all latents of 64 numbers are longer than this, half shorter: about 8
    expect(length(right)).toBeGreaterThan(6);
    expect(length(right)).toBeLessThan(8);
    expect(latentSheet(size, 2, 4, 7)).toEqual(sheet);
    expect(latentSheet(size, 2, 4, 8)).not.toEqual(sheet);
  });

  it('is a line where there is one latent', () => {
    expect(latentSheet(1, 3, 4, 1)).toHaveLength(12);
  });
});
