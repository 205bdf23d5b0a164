import { expect, it } from 'vitest';
import { showable } from './pointPicture';

it('draws points where they lie, y up', () => {
  const points = {
    count: 3,
    width: 1,
    height: 1,
    channels: 2,
    pixels: Uint8Array.from([0, 0, 255, 255, 255, 0]),
  };
  const { width, height, count, pixels } = showable(points);
  expect([count, pixels.length]).toEqual([1, width * height]);
  const bright = [...pixels.keys()].filter((i) => pixels[i] === 255);
  // Upper right, then the lower corners.
  expect(bright).toEqual([width - 1, (height - 1) * width, height * width - 1]);
});

it('leaves images alone', () => {
  const image = { count: 2, width: 1, height: 1, channels: 1, pixels: Uint8Array.from([1, 2]) };
  expect(showable(image)).toBe(image);
});
