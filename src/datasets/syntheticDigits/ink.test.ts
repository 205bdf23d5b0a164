import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random';
import { GLYPHS } from './glyphs';
import { Hand } from './hand';
import { Ink } from './ink';
import { PenPath } from './penPath';

/** First and last row and column with ink. */
function bounds(pixels: Uint8Array): { left: number; right: number; top: number; bottom: number } {
  let left = 28;
  let right = -1;
  let top = 28;
  let bottom = -1;
  pixels.forEach((value, at) => {
    if (value === 0) return;
    left = Math.min(left, at % 28);
    right = Math.max(right, at % 28);
    top = Math.min(top, Math.floor(at / 28));
    bottom = Math.max(bottom, Math.floor(at / 28));
  });
  return { left, right, top, bottom };
}

describe('Ink', () => {
  it('draws a straight pen stroke with the area of a stadium', () => {
    const areas: number[] = [];
    for (let i = 0; i < 200; i++) {
      const path = new PenPath();
      path.addStroke(Float64Array.from([0, -1, 0, 1]), new Uint8Array(2), 0, 2);
      const pixels = new Uint8Array(784);
      new Ink().draw(path, createRandom(5, i), pixels, 0);
      const area = pixels.reduce((sum, value) => sum + value, 0) / 255;
      const row = pixels.subarray(14 * 28, 15 * 28).reduce((sum, value) => sum + value, 0) / 255;
      // A stadium of height 20 and width w has the area 20 w - (1 - pi / 4) w^2.
      areas.push(area / (20 * row - (1 - Math.PI / 4) * row * row));
    }
    const mean = areas.reduce((a, b) => a + b, 0) / areas.length;
    expect(mean).toBeGreaterThan(0.95);
    expect(mean).toBeLessThan(1.05);
  });

  it.each(GLYPHS.map((g) => [`${g.digit} ${g.name}`, g] as const))(
    'draws %s inside a 20 x 20 box',
    (_, g) => {
      const hand = new Hand();
      const ink = new Ink();
      const path = new PenPath();
      for (let i = 0; i < 40; i++) {
        const random = createRandom(9, i);
        const pixels = new Uint8Array(784);
        hand.write(g, random, path);
        ink.draw(path, random, pixels, 0);
        const { left, right, top, bottom } = bounds(pixels);
        const longest = Math.max(right - left, bottom - top) + 1;
        expect(longest).toBeLessThanOrEqual(20);
        expect(longest).toBeGreaterThanOrEqual(18);
        expect(Math.max(...pixels)).toBeGreaterThan(180);
      }
    },
  );
});
