// Pictures that decoders trip over: used rightly, or named with what is wrong.
import { expect, it } from 'vitest';
import { apng, movingGif, png16, printJpeg, turnedJpeg } from '../../testing/oddPictures';
import { decodeImages, type DecodedImages } from './decode';

const decode = (files: Readonly<Record<string, Blob>>, height = 8, width = 8): Promise<DecodedImages> =>
  decodeImages(
    Object.entries(files).map(([path, file]) => ({ path, open: () => ({ file }) })),
    { height, width, channels: 3 },
    new AbortController().signal,
    () => undefined,
  );

/** Two halves of a canvas, left and right, or noise. */
async function drawn(width: number, height: number, type: string, noise = false): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D context');
  pen.fillStyle = '#f00';
  pen.fillRect(0, 0, width / 2, height);
  pen.fillStyle = '#00f';
  pen.fillRect(width / 2, 0, width / 2, height);
  for (let i = 0; noise && i < width * height; i += 3) {
    pen.fillStyle = `rgb(${(i * 7) % 256}, ${(i * 13) % 256}, ${(i * 29) % 256})`;
    pen.fillRect(i % width, Math.floor(i / width), 1, 1);
  }
  return canvas.convertToBlob({ type, quality: 1 });
}

const pixel = ({ pixels }: DecodedImages, image: number, at: number): number[] => [
  ...pixels.subarray((image * 64 + at) * 3, (image * 64 + at) * 3 + 3),
];

it('turns as EXIF says, takes the middle of any ratio', async () => {
  const turned = await turnedJpeg(await drawn(64, 32, 'image/jpeg'), 6);
  const decoded = await decode({ 'turned.jpg': turned }, 16, 8);
  const [top, bottom] = [decoded.pixels.subarray(9, 12), decoded.pixels.subarray(15 * 24 + 9, 15 * 24 + 12)];
  expect([top[0] > 240, top[2] < 15, bottom[0] < 15, bottom[2] > 240]).toEqual([true, true, true, true]);
});

it('takes 16 bits, the colours of print, and the first picture of what moves, and says so', async () => {
  const decoded = await decode({
    'deep.png': png16(8, [0xffff, 0x8000, 0]),
    'print.jpg': printJpeg([255, 255, 0, 255]),
    'moves.png': apng(8, [10, 200, 30], [0, 0, 0]),
    'moves.gif': movingGif([255, 0, 255], [0, 255, 0]),
  });
  expect(decoded.broken).toEqual([]);
  expect(pixel(decoded, 0, 20)).toEqual([255, 128, 0]);
  const [red, green, blue] = pixel(decoded, 1, 20); // yellow, as much of it as there is
  expect([red > 200, green > 200, blue < 60]).toEqual([true, true, true]);
  expect(pixel(decoded, 2, 20)).toEqual([10, 200, 30]);
  expect(pixel(decoded, 3, 20)).toEqual([255, 0, 255]);
  expect(decoded.animated).toEqual(['moves.png', 'moves.gif']);
});

it.each(['image/png', 'image/jpeg', 'image/webp'])('names a %s that is cut off', async (type) => {
  const whole = await drawn(200, 200, type, true);
  const decoded = await decode({ whole, cut: whole.slice(0, Math.floor(whole.size * 0.6)) });
  expect(decoded.good.map(({ path }) => path)).toEqual(['whole']);
  expect(decoded.broken).toEqual([{ path: 'cut', reason: expect.stringMatching(/cut off|decoded/) }]);
});

it('names a picture that is far too large, without decoding it', async () => {
  const header = new Uint8Array(await png16(1, [0, 0, 0]).arrayBuffer());
  new DataView(header.buffer).setUint32(16, 100_000);
  new DataView(header.buffer).setUint32(20, 100_000);
  const { broken } = await decode({ 'huge.png': new Blob([header]) });
  expect(broken).toEqual([{ path: 'huge.png', reason: expect.stringContaining('100000 x 100000 pixels') }]);
});
