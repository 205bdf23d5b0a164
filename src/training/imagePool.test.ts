import { tensor } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { startTestEngine } from '../testing/exportEngine';
import { drawFromPool, ImagePool } from './imagePool';

beforeAll(startTestEngine);

it('shows what a plain list of images would, replaced in the middle of a batch too', () => {
  const [size, batch] = [4, 3];
  const pool = new ImagePool('pool', size, 1, 9, 0);
  const list: number[] = [];
  const seen = { fresh: 0, past: 0 };
  for (let step = 1; step <= 40; step++) {
    const fresh = Array.from({ length: batch }, (_, i) => 10 * step + i);
    const { shown, placed } = drawFromPool(9, 0, step, { size, filled: list.length, batch });
    const before = [...list];
    // The list: what lies at a place when its image is drawn may have come in this very step.
    placed.forEach((i, place) => {
      if (i >= 0) list[place] = fresh[i];
    });
    const expected = [...shown].map((place) => (place >= 0 ? before[place] : fresh[-1 - place]));
    const given = tensor(fresh, [batch, 1, 1, 1]);
    const out = pool.exchange(given, () => step);
    expect([...out.dataSync()]).toEqual(expected);
    for (const value of expected) seen[fresh.includes(value) ? 'fresh' : 'past']++;
    given.dispose();
    out.dispose();
    expect(pool.filledBefore(step + 1)).toBe(list.length);
  }
  expect([...pool.held.network.weights[0].variable.dataSync()].map(Math.round)).toEqual(list);
  expect(Math.min(seen.fresh, seen.past)).toBeGreaterThan(30);
  pool.dispose();
});

it('draws each time what the seed and the step say, and nothing past without a pool', () => {
  const draw = (seed: number, step: number) => drawFromPool(seed, 1, step, { size: 8, filled: 8, batch: 16 });
  expect(draw(3, 5)).toEqual(draw(3, 5));
  expect(draw(3, 5)).not.toEqual(draw(3, 6));
  expect(drawFromPool(3, 1, 5, { size: 0, filled: 0, batch: 3 }).shown).toEqual(Int32Array.of(-1, -2, -3));
});

it('counts on from where a saved run stood, also with another batch', () => {
  const pool = new ImagePool('pool', 10, 1, 1, 0);
  pool.resume(7, 4);
  const feed = (step: number, count: number) => {
    const given = tensor(new Float32Array(count), [count, 1, 1, 1]);
    pool.exchange(given, () => step).dispose();
    given.dispose();
  };
  feed(7, 2);
  expect(pool.filledBefore(8)).toBe(6);
  feed(8, 3);
  expect(pool.filledBefore(9)).toBe(9);
  expect(pool.filledBefore(20)).toBe(10);
  pool.dispose();
});
