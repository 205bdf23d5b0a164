import { describe, expect, it } from 'vitest';
import { interpolateLatents } from './latents';
import { drawnLatents, dropoutSeed, fixedLatents, generatorLatents } from './streams';

describe('streams', () => {
  it('give a sample that depends on its own number only', () => {
    const many = drawnLatents(5, 0, 6, 4);
    expect([...drawnLatents(5, 3, 2, 4)]).toEqual([...many.subarray(12, 20)]);
    expect([...fixedLatents(5, 2, 4)]).toEqual([...fixedLatents(5, 9, 4).subarray(0, 8)]);
  });

  it('differ between steps, passes and seeds', () => {
    expect([...generatorLatents(1, 1, 8)]).not.toEqual([...generatorLatents(1, 2, 8)]);
    expect([...generatorLatents(1, 1, 8)]).not.toEqual([...generatorLatents(2, 1, 8)]);
    const seeds = (['dropoutReal', 'dropoutFake', 'dropoutG'] as const).map((pass) =>
      dropoutSeed(1, pass, 1, 0),
    );
    expect(new Set(seeds).size).toBe(3);
  });
});

describe('interpolateLatents', () => {
  const from = Float32Array.of(1, 0, 0);
  const to = Float32Array.of(0, 1, 0);

  it('walks on the sphere from one end to the other', () => {
    const rows = interpolateLatents(from, to, 5);
    expect([...rows.subarray(0, 3)]).toEqual([1, 0, 0]);
    expect(rows[13]).toBeCloseTo(1, 6);
    for (let r = 0; r < 5; r++) expect(Math.hypot(...rows.subarray(3 * r, 3 * r + 3))).toBeCloseTo(1, 6);
    expect(rows[6]).toBeCloseTo(Math.SQRT1_2, 6);
  });

  it('goes straight between equal directions', () => {
    const rows = interpolateLatents(from, Float32Array.of(3, 0, 0), 3);
    expect([rows[0], rows[3], rows[6]]).toEqual([1, 2, 3]);
  });
});
