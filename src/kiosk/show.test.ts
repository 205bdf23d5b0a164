import { describe, expect, it } from 'vitest';
import { normalArray } from '../core/random';
import {
  advance,
  chooseClass,
  holdTile,
  renewAll,
  showInputs,
  startShow,
  tapTile,
  tileKey,
  TILES,
} from './show';

const shape = { latent: 8, classes: 10 };
const all = Array.from({ length: TILES }, (_, i) => i);
const rowOf = (inputs: Float32Array, tile: number) => [...inputs.subarray(tile * 18, (tile + 1) * 18)];

describe('the show', () => {
  it('starts with ten images at rest, one of each class', () => {
    const inputs = showInputs(startShow(4), all, shape);
    for (const i of all) {
      const row = rowOf(inputs, i);
      expect(row.slice(0, 8)).toEqual([...normalArray(8, 4, i, 0)]);
      expect(row.slice(8)).toEqual(Array.from({ length: 10 }, (_, c) => (c === i ? 1 : 0)));
    }
  });

  it('walks to the next image and arrives there exactly', () => {
    let state = startShow(4);
    for (let ms = 0; ms < 4000; ms += 20) state = advance(state, 20);
    expect(rowOf(showInputs(state, all, shape), 0).slice(0, 8)).toEqual([...normalArray(8, 4, 0, 1)]);
    // Half way between it is neither, and about as long.
    for (let ms = 0; ms < 2700; ms += 20) state = advance(state, 20);
    const half = rowOf(showInputs(state, [0], shape), 0).slice(0, 8);
    const length = Math.hypot(...half);
    const ends = [1, 2].map((stop) => Math.hypot(...normalArray(8, 4, 0, stop)));
    expect(length).toBeGreaterThan(0.6 * Math.min(...ends));
    expect(length).toBeLessThan(1.3 * Math.max(...ends));
  });

  it.each([-5000, NaN, 1e12, Infinity])('takes a clock that jumps by %d ms', (jump) => {
    const before = startShow(1);
    const after = advance(before, jump);
    const moved = after.tiles[0].sinceMs - before.tiles[0].sinceMs;
    expect(moved).toBeGreaterThanOrEqual(0);
    expect(moved).toBeLessThanOrEqual(100);
  });

  it('a tap draws anew, a long press keeps, another lets go', () => {
    const state = startShow(2);
    const tapped = tapTile(state, 3);
    expect(tileKey(tapped, 3, 10)).not.toBe(tileKey(state, 3, 10));
    expect(tileKey(tapped, 4, 10)).toBe(tileKey(state, 4, 10));
    let kept = holdTile(tapped, 3);
    const key = tileKey(kept, 3, 10);
    for (let i = 0; i < 500; i++) kept = advance(kept, 50);
    expect(tileKey(kept, 3, 10)).toBe(key);
    expect(tileKey(renewAll(kept), 3, 10)).toBe(key);
    expect(tileKey(renewAll(kept), 2, 10)).not.toBe(tileKey(kept, 2, 10));
    expect(holdTile(kept, 3).tiles[3].kept).toBe(false);
    expect(tapTile(kept, 3).tiles[3].kept).toBe(false);
  });

  it('draws one class only when asked, and none where there are none', () => {
    const sevens = showInputs(chooseClass(startShow(1), 7), all, shape);
    for (const i of all) expect(rowOf(sevens, i)[8 + 7]).toBe(1);
    expect(showInputs(startShow(1), all, { latent: 8, classes: 0 })).toHaveLength(80);
  });

  it('runs for a day of frames without growing or leaving its bounds', () => {
    let state = startShow(1);
    for (let frame = 0; frame < 24 * 3600 * 10; frame++) state = advance(state, 100);
    const stops = state.tiles.map((tile) => tile.stop);
    expect(Math.min(...stops)).toBeGreaterThanOrEqual(21_598); // 86,400 s in rounds of 4 s
    expect(showInputs(state, all, shape).every(Number.isFinite)).toBe(true);
    expect(JSON.stringify(state).length).toBeLessThan(1000);
  });
});
