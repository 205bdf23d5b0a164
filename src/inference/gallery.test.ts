import { expect, it } from 'vitest';
import { galleryPictures } from './gallery';

it.each([
  [28, 28, 1],
  [64, 64, 3],
  [20, 36, 3],
  [300, 200, 1],
] as const)('pictures of %i x %i x %i, all different, the same each time', (...shape) => {
  const pictures = galleryPictures(shape);
  const [height, width, channels] = shape;
  expect(pictures).toHaveLength(8);
  for (const picture of pictures) {
    expect(picture).toHaveLength(height * width * channels);
    expect(
      Math.max(...picture.subarray(0, 60_000)) - Math.min(...picture.subarray(0, 60_000)),
    ).toBeGreaterThan(60);
  }
  expect(new Set(pictures.map((picture) => picture.join())).size).toBe(8);
  expect(galleryPictures(shape)).toEqual(pictures);
});

it('digits of grey networks are as MNIST has them, and their outlines dark upon white', () => {
  const [digit, , , , outline] = galleryPictures([28, 28, 1]);
  expect([digit[0], outline[0]]).toEqual([0, 255]);
  expect(digit.some((byte) => byte > 200)).toBe(true);
  const inked = digit.findIndex((byte) => byte > 250);
  expect(outline[inked]).toBeGreaterThan(200);
});
