// Grey by one range or by each picture's own, and signs as hues.
import { expect, it } from 'vitest';
import { greyImages, overlaid, rangeOf } from './numberImages';

const pictures = { count: 2, height: 1, width: 2, values: Float32Array.of(0, 1, 1, 5) };

it('stretches all pictures together or each alone, and leaves what is not there black', () => {
  expect([...greyImages(pictures, false).pixels]).toEqual([0, 51, 51, 255]);
  expect([...greyImages(pictures, true).pixels]).toEqual([0, 255, 0, 255]);
  expect([...greyImages({ ...pictures, values: Float32Array.of(3, 3, NaN, 3) }, false).pixels]).toEqual([
    0, 0, 0, 0,
  ]);
  expect(rangeOf([NaN])).toEqual({ least: 0, most: 0 });
});

it('colours the strongest pixels by their sign and leaves still ones grey', () => {
  const picture = { count: 1, height: 1, width: 3, channels: 1, pixels: Uint8Array.of(0, 0, 0) };
  const { pixels } = overlaid(picture, [2, 0, -2]);
  expect([...pixels]).toEqual([0, 158, 115, 96, 96, 96, 230, 130, 0]);
});
