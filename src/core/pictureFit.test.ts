import { expect, it } from 'vitest';
import { middleCrop, resizedPictures, writeChannels, isGrey } from './pictureFit';

it.each([
  [[640, 480, 1], { left: 80, top: 0, width: 480, height: 480 }],
  [[480, 641, 1], { left: 0, top: 80, width: 480, height: 480 }],
  [[640, 480, 2], { left: 0, top: 80, width: 640, height: 320 }],
  [[640, 480, 0.5], { left: 200, top: 0, width: 240, height: 480 }],
  [[1, 1000, 4], { left: 0, top: 499, width: 1, height: 1 }],
] as const)('the middle of %j', ([width, height, ratio], crop) => {
  expect(middleCrop(width, height, ratio)).toEqual(crop);
});

it('colours stay as they are, or become grey by their luma; alpha is passed over', () => {
  const rgba = [255, 0, 0, 255, 10, 20, 30, 0];
  const colours = new Uint8Array(7);
  writeChannels(rgba, 4, 3, colours, 1);
  expect([...colours]).toEqual([0, 255, 0, 0, 10, 20, 30]);
  const grey = new Uint8Array(2);
  writeChannels([255, 0, 0, 10, 20, 30], 3, 1, grey);
  expect([...grey]).toEqual([76, 18]);
});

it('pictures in other sides: the middle, between the pixels, one after the other', () => {
  const ramp = Float32Array.of(0, 1, 2, 3, 10, 11, 12, 13);
  expect([...resizedPictures(ramp, [2, 2, 1], { height: 2, width: 2 })]).toEqual([...ramp]);
  const wide = resizedPictures(ramp, [2, 4, 1], { height: 2, width: 2 });
  expect([...wide]).toEqual([1, 2, 11, 12]);
  expect([...resizedPictures(Float32Array.of(0, 4), [1, 2, 1], { height: 2, width: 4 })].slice(0, 4)).toEqual(
    [0, 1, 3, 4],
  );
  expect(resizedPictures(new Float32Array(12), [1, 1, 3], { height: 2, width: 2 }, 2)).toHaveLength(24);
});

it('is grey where no pixel has a colour', () => {
  expect(isGrey(Uint8Array.of(3, 3, 3, 200, 200, 200))).toBe(true);
  expect(isGrey(Uint8Array.of(3, 3, 3, 200, 200, 201))).toBe(false);
  expect(isGrey(Uint8Array.of(3, 4, 3, 200, 200, 200))).toBe(false);
});
