import { describe, expect, it } from 'vitest';
import { createRandom, hashSeed, normalArray } from './random';

describe('createRandom', () => {
  it('repeats a stream and separates neighbours', () => {
    const draw = (seed: number, ...stream: number[]) => {
      const random = createRandom(seed, ...stream);
      return Array.from({ length: 4 }, () => random.uint32());
    };
    expect(draw(1, 2)).toEqual(draw(1, 2));
    expect(draw(1, 2)).not.toEqual(draw(1, 3));
    expect(draw(1, 2)).not.toEqual(draw(2, 1));
    expect(draw(1)).not.toEqual(draw(1, 0));
  });

  it('draws uniform and normal numbers with the right moments', () => {
    const random = createRandom(7);
    const n = 40000;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += random.uniform();
    expect(Math.abs(sum / n - 0.5)).toBeLessThan(0.006);
    const normals = normalArray(n, 7, 1);
    const mean = normals.reduce((s, x) => s + x, 0) / n;
    const variance = normals.reduce((s, x) => s + (x - mean) ** 2, 0) / n;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });

  it('fills arrays with the normal numbers that are drawn one by one', () => {
    for (const length of [0, 1, 2, 7, 64]) {
      const random = createRandom(11, 4);
      const one = Float32Array.from({ length }, () => random.normal());
      expect(normalArray(length, 11, 4)).toEqual(one);
    }
  });

  it('gives integers of the whole range', () => {
    const random = createRandom(3, 9);
    const seen = new Set(Array.from({ length: 400 }, () => random.int(10)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('pins the hash that saved runs depend on', () => {
    expect([hashSeed(0), hashSeed(1, 2, 3)]).toMatchInlineSnapshot(`
      [
        33350994,
        134667642,
      ]
    `);
    const random = createRandom(42, 1);
    expect([random.uint32(), random.uint32()]).toMatchInlineSnapshot(`
      [
        2952596135,
        1980165435,
      ]
    `);
  });
});
