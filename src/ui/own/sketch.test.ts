// Pens with soft edges, and drawings placed as MNIST places digits.
import { describe, expect, it } from 'vitest';
import { blankInk, INK_SIDE, inkPicture, strokeInk } from './sketch';

const SHAPE = [28, 28, 1] as const;

function drawn(...ways: readonly (readonly [number, number, number, number])[]): Uint8Array {
  const ink = blankInk();
  for (const [x, y, u, v] of ways) strokeInk(ink, { x, y }, { x: u, y: v }, 4);
  return ink;
}

/** Where the light is, in pixel numbers, and the smallest box that holds what can be seen. */
function placed(pixels: Uint8Array): { x: number; y: number; width: number; height: number } {
  let [mass, x, y] = [0, 0, 0];
  const seen: [number, number][] = [];
  pixels.forEach((value, at) => {
    const [column, row] = [at % 28, Math.floor(at / 28)];
    mass += value;
    x += value * column;
    y += value * row;
    if (value > 0) seen.push([column, row]);
  });
  const extent = (which: 0 | 1): number => {
    const places = seen.map((place) => place[which]);
    return Math.max(...places) - Math.min(...places) + 1;
  };
  return { x: x / mass, y: y / mass, width: extent(0), height: extent(1) };
}

describe('a stroke', () => {
  it('is as wide as its pen, soft at its edge and without gaps however fast', () => {
    const ink = drawn([10, 56, 100, 56]);
    const column = (x: number): number[] => Array.from({ length: INK_SIDE }, (_, y) => ink[y * INK_SIDE + x]);
    for (const x of [10, 37, 55, 99]) {
      const light = column(x).reduce((sum, value) => sum + value, 0) / 255;
      expect(light, `width at ${x}`).toBeCloseTo(8, 0);
    }
    expect(new Set(drawn([56, 56, 60, 71])).size).toBeGreaterThan(10);
  });

  it('stays on the paper, and is rubbed out where the rubber goes', () => {
    const ink = drawn([-20, 30, 130, 30]);
    strokeInk(ink, { x: 56, y: 30 }, { x: 130, y: 30 }, 12, true);
    expect(ink[30 * INK_SIDE + 10]).toBe(255);
    expect(ink[30 * INK_SIDE + 80]).toBe(0);
  });
});

describe('the picture of a drawing', () => {
  it.each([
    [
      'small in a corner',
      [
        [10, 10, 30, 12],
        [20, 10, 20, 34],
      ],
    ],
    [
      'over the whole paper',
      [
        [8, 40, 104, 52],
        [56, 8, 50, 104],
      ],
    ],
    ['wide and flat', [[4, 90, 108, 96]]],
  ] as const)('%s is as large and as central as MNIST has it', (_, ways) => {
    const { x, y, width, height } = placed(inkPicture(drawn(...ways), SHAPE, true).pixels);
    expect(Math.abs(x - 14)).toBeLessThan(0.1);
    expect(Math.abs(y - 14)).toBeLessThan(0.1);
    const longer = Math.max(width, height);
    // 20 pixels, which may begin and end within a pixel.
    expect(longer).toBeGreaterThanOrEqual(20);
    expect(longer).toBeLessThanOrEqual(22);
  });

  it('cuts nothing off where most ink lies at one end', () => {
    const { pixels } = inkPicture(
      drawn([10, 10, 102, 10], [10, 14, 102, 14], [56, 14, 56, 100]),
      SHAPE,
      true,
    );
    const { y, height } = placed(pixels);
    expect(height).toBeGreaterThanOrEqual(20);
    expect(y).toBeLessThan(14);
    expect(pixels.subarray(27 * 28).some((value) => value > 0)).toBe(true);
  });

  it('keeps the amount of ink, and many shades at its edges', () => {
    const ink = drawn([20, 20, 90, 95]);
    const whole = (values: Uint8Array): number => values.reduce((sum, value) => sum + value, 0);
    const { pixels } = inkPicture(ink, SHAPE, false);
    expect(whole(pixels) * 16).toBeCloseTo(whole(ink), -3);
    expect(new Set(pixels).size).toBeGreaterThan(20);
  });

  it('has all channels alike, and without ink is black', () => {
    const { pixels, channels } = inkPicture(drawn([20, 20, 90, 95]), [28, 28, 3], false);
    expect(channels).toBe(3);
    for (let at = 0; at < pixels.length; at += 3)
      expect([pixels[at], pixels[at + 1]]).toEqual([pixels[at + 1], pixels[at + 2]]);
    expect(inkPicture(blankInk(), SHAPE, true).pixels.every((value) => value === 0)).toBe(true);
  });
});
