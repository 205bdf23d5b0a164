import { describe, expect, it } from 'vitest';
import { arrowEnd, arrowScale, borderLines, fromX, inkOf, surfacePixels, toX, toY } from './planePicture';

const REAL = [0, 158, 115] as const;
const FORGED = [199, 119, 0] as const;

describe('places', () => {
  it('go from the lower left of the plane to the lower left of the canvas', () => {
    expect([toX(-1, 300), toY(-1, 300), toX(1, 300), toY(1, 300)]).toEqual([0, 300, 300, 0]);
    expect(fromX(toX(0.3, 300), 300)).toBeCloseTo(0.3);
  });
});

describe('surfacePixels', () => {
  it('turns the rows over and shows doubt as paleness', () => {
    const pixels = surfacePixels(Float32Array.from([1, 0.5, 0, 0.75]), 2, REAL, FORGED);
    expect([...pixels.subarray(0, 3)]).toEqual([...FORGED]); // upper left was the third number
    expect([...pixels.subarray(8, 11)]).toEqual([...REAL]);
    expect(pixels[15]).toBe(0);
    expect(pixels[7]).toBeCloseTo(pixels[11] / 2, -1);
  });

  it('shows also a small doubt, but not the smallest', () => {
    const strength = (share: number) => surfacePixels(new Float32Array(4).fill(share), 2, REAL, FORGED)[3];
    expect(strength(0.6)).toBe(strength(1));
    expect(strength(0.51)).toBeLessThan(strength(1) / 4);
  });

  it('reads the inks of the style sheet', () => expect(inkOf(' #009e73')).toEqual([0, 158, 115]));
});

describe('borderLines', () => {
  it('lies where the surface crosses one half', () => {
    const side = 16;
    const surface = Float32Array.from({ length: side * side }, (_, i) => {
      const x = (((i % side) + 0.5) / side) * 2 - 1;
      return 0.5 + 0.4 * (x - 0.25);
    });
    const lines = borderLines(surface, side);
    expect(lines.length).toBe(4 * (side - 1));
    for (let i = 0; i < lines.length; i += 2) expect(lines[i]).toBeCloseTo(0.25, 5);
  });

  it('is empty where there is no border, and two lines at a saddle', () => {
    expect(borderLines(new Float32Array(9).fill(0.9), 3)).toHaveLength(0);
    expect(borderLines(Float32Array.from([0, 1, 1, 0]), 2)).toHaveLength(8);
  });
});

describe('arrows', () => {
  it('are drawn to one scale, and cut off where one is far longer', () => {
    const pushes = Float32Array.from(Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 + i / 1000 : 0)));
    const scale = arrowScale(pushes);
    const [x] = arrowEnd(0, 0, 1, 0, scale);
    expect(x).toBeGreaterThan(0.14);
    expect(arrowEnd(0, 0, 1000, 0, scale)[0]).toBeCloseTo(0.16);
    expect(arrowEnd(0.5, 0, 0, -1000, scale)[1]).toBeCloseTo(-0.16);
    expect(arrowScale(new Float32Array(8))).toBe(0);
  });
});
