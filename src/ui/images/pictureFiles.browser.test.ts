import { expect, it } from 'vitest';
import { NoPictureError, pictureOfFile } from './pictureOfFile';
import { pngOf } from './pngOf';

const picture = {
  ...{ count: 1, height: 2, width: 2, channels: 3 },
  pixels: Uint8Array.of(255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255),
};

it('writes a picture as a file and reads it back, in colour and grey', async () => {
  const file = await pngOf(picture);
  expect(file.type).toBe('image/png');
  expect((await pictureOfFile(file, 'a.png', [2, 2, 3])).pixels).toEqual(picture.pixels);
  expect((await pictureOfFile(file, 'a.png', [2, 2, 1])).pixels).toEqual(Uint8Array.of(76, 150, 29, 255));
});

it('names a file that is no picture', async () => {
  await expect(pictureOfFile(new Blob(['no']), 'notes.png', [2, 2, 3])).rejects.toThrow(NoPictureError);
});
