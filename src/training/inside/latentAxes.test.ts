// Directions of generators that are linear maps, whose main directions are known from how they were made.
import { expect, it } from 'vitest';
import { createRandom, normalArray } from '../../core/random';
import { latentAxes } from './latentAxes';

const [SIZE, VOLUME, COUNT] = [5, 12, 4000];

/** Rows of length 1 at right angles: cosines of rising frequency (the DCT), in another order for another seed. */
function rightAngles(rows: number, length: number, seed: number): readonly Float64Array[] {
  const order = Array.from({ length }, (_, i) => i);
  const random = createRandom(seed);
  for (let i = length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return Array.from({ length: rows }, (_, k) =>
    Float64Array.from({ length }, (_, i) => {
      const scale = Math.sqrt((k === 0 ? 1 : 2) / length);
      return scale * Math.cos((Math.PI * (order[i] + 0.5) * k) / length);
    }),
  );
}

it('are those along which a linear generator stretches noise most, with their share of the variance', () => {
  const stretches = [4, 2, 1, 0.5, 0.25];
  const inNoise = rightAngles(SIZE, SIZE, 1);
  const inPicture = rightAngles(SIZE, VOLUME, 2);
  const latents = normalArray(COUNT * SIZE, 3);
  const pictures = new Float32Array(COUNT * VOLUME);
  for (let row = 0; row < COUNT; row++)
    stretches.forEach((stretch, k) => {
      let along = 0;
      for (let j = 0; j < SIZE; j++) along += inNoise[k][j] * latents[row * SIZE + j];
      for (let at = 0; at < VOLUME; at++)
        pictures[row * VOLUME + at] += 0.3 + stretch * along * inPicture[k][at];
    });
  const { axes, shares } = latentAxes(latents, pictures, SIZE, 3);
  const whole = stretches.reduce((sum, s) => sum + s * s, 0);
  for (let k = 0; k < 3; k++) {
    const own = axes.subarray(k * SIZE, (k + 1) * SIZE);
    const cosine = own.reduce((sum, value, j) => sum + value * inNoise[k][j], 0);
    expect(Math.abs(cosine), `direction ${k}`).toBeGreaterThan(0.995);
    expect(shares[k]).toBeCloseTo(stretches[k] ** 2 / whole, 1);
  }
});

it('of a generator that draws one picture explain nothing', () => {
  const latents = normalArray(50 * SIZE, 3);
  const { axes, shares } = latentAxes(latents, new Float32Array(50 * VOLUME).fill(0.5), SIZE, 2);
  expect(shares).toEqual([0, 0]);
  expect([...axes].every(Number.isFinite)).toBe(true);
});
