import { expect, it } from 'vitest';
import { DIFFERENCE_GAIN, differenceImages } from './differenceImages';

it('shows differences enlarged, saturated, for the images that both have', () => {
  const batch = (...pixels: number[]) => ({
    count: pixels.length / 2,
    height: 1,
    width: 2,
    channels: 1,
    pixels: Uint8Array.from(pixels),
  });
  const difference = differenceImages(batch(10, 20, 0, 255), batch(12, 19));
  expect(difference.count).toBe(1);
  expect([...difference.pixels]).toEqual([2 * DIFFERENCE_GAIN, DIFFERENCE_GAIN]);
  expect([...differenceImages(batch(0, 255), batch(255, 0)).pixels]).toEqual([255, 255]);
});
