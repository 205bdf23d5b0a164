import { expect, it } from 'vitest';
import { heatColour, heatMap, lowerThan, strongestAt } from './anomaly';

const picture = { count: 1, height: 2, width: 3, channels: 1, pixels: Uint8Array.of(0, 0, 255, 0, 0, 0) };
const luminance = ([r, g, b]: readonly number[]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

it('counts the pictures that are more usual', () => {
  const usual = { scores: Float32Array.of(0.1, 0.2, 0.3, 0.4) };
  expect([0.05, 0.25, 0.5].map((score) => lowerThan(score, usual))).toEqual([0, 2, 4]);
});

it('grows lighter with every tenth, so that it reads in grey', () => {
  const scale = Array.from({ length: 11 }, (_, i) => luminance(heatColour(i / 10)));
  for (let i = 1; i < scale.length; i++) expect(scale[i]).toBeGreaterThan(scale[i - 1] + 5);
  expect(heatColour(7)).toEqual(heatColour(1));
});

it('is brightest where the picture differs most, and shows a trace of it elsewhere', () => {
  const { pixels, channels } = heatMap(picture, [0, 0.1, 0, 0, 0.4, 0], 0.4);
  expect(channels).toBe(3);
  const colours = Array.from({ length: 6 }, (_, i) => [...pixels.subarray(3 * i, 3 * i + 3)]);
  expect(colours[4]).toEqual([...heatColour(1)]);
  expect(colours[0]).toEqual([...heatColour(0)]);
  expect(luminance(colours[2])).toBeGreaterThan(luminance(colours[0]));
  expect(strongestAt(picture, [0, 0.1, 0, 0, 0.4, 0])).toEqual({ row: 2, column: 2 });
});
