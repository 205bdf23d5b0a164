import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImageHeader } from './imageHeader';

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const header = (bytes: number[]) => readImageHeader(new Blob([Uint8Array.from(bytes)]));

const png = (width: number[], height: number[]): number[] => [
  ...[0x89, ...ascii('PNG'), 13, 10, 26, 10, 0, 0, 0, 13, ...ascii('IHDR')],
  ...width,
  ...height,
];
const webp = (kind: string, rest: number[]): number[] => [
  ...ascii('RIFF'),
  ...[0, 0, 0, 0],
  ...ascii('WEBP'),
  ...ascii(kind),
  ...[0, 0, 0, 0],
  ...rest,
  ...new Array<number>(12).fill(0),
];
const jpegFrame = [0xff, 0xc2, 0, 11, 8, 1, 0x2c, 2, 0x58, 1, 1, 0x11, 0];

describe('readImageHeader', () => {
  it('reads PNG, WebP of all three kinds, and JPEG', async () => {
    expect(await header(png([0, 0, 1, 0], [0, 0, 0, 7]))).toMatchObject({
      type: 'image/png',
      width: 256,
      height: 7,
    });
    const lossy = webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xf0, 0x00]);
    expect(await header(lossy)).toMatchObject({ type: 'image/webp', width: 320, height: 240 });
    // 14 bits of width - 1, then 14 bits of height - 1
    const lossless = webp('VP8L', [0x2f, 99 & 255, (49 << 6) & 255, (49 >> 2) & 255, 0]);
    expect(await header(lossless)).toMatchObject({ type: 'image/webp', width: 100, height: 50 });
    const extended = webp('VP8X', [0, 0, 0, 0, 0xff, 1, 0, 0x0f, 0, 0]);
    expect(await header(extended)).toMatchObject({ type: 'image/webp', width: 512, height: 16 });
    expect(await header([0xff, 0xd8, ...jpegFrame])).toMatchObject({
      type: 'image/jpeg',
      width: 600,
      height: 300,
    });
  });

  it('reads GIF, BMP of both kinds and AVIF', async () => {
    expect(await header([...ascii('GIF89a'), 44, 1, 200, 0])).toMatchObject({
      type: 'image/gif',
      width: 300,
      height: 200,
    });
    const bmp = (rest: number[]) => header([...ascii('BM'), ...new Array<number>(12).fill(0), ...rest]);
    const sizes = [40, 0, 0, 0, 5, 0, 0, 0, 0xfd, 0xff, 0xff, 0xff]; // 5 x -3: from the top
    expect(await bmp(sizes)).toMatchObject({ type: 'image/bmp', width: 5, height: 3 });
    expect(await bmp([12, 0, 0, 0, 7, 0, 9, 0, 1, 0, 1, 0])).toMatchObject({
      type: 'image/bmp',
      width: 7,
      height: 9,
    });
    const ispe = (width: number, height: number) => [
      ...ascii('ispe'),
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      width,
      0,
      0,
      0,
      height,
    ];
    const avif = [0, 0, 0, 28, ...ascii('ftypavif'), 0, 0, 0, 0, ...ispe(8, 8), ...ispe(20, 30)];
    expect(await header(avif)).toMatchObject({ type: 'image/avif', width: 20, height: 30 });
  });

  it('gives up on a JPEG of nothing but metadata', async () => {
    const empty = new Uint8Array(40 * 1024 * 1024);
    for (let at = 0; at < empty.length; at += 4) empty.set([0xff, 0xe1, 0, 2], at);
    await expect(readImageHeader(new Blob([Uint8Array.of(0xff, 0xd8), empty]))).rejects.toThrow(
      /does not start like/,
    );
  });

  it('finds the size of a JPEG behind a lot of metadata', async () => {
    const segment = [0xff, 0xe1, 0xff, 0xff, ...new Array<number>(0xffff - 2).fill(0)];
    const bytes = [0xff, 0xd8, ...segment, ...segment, ...segment, 0xff, ...jpegFrame];
    expect(await header(bytes)).toMatchObject({ width: 600, height: 300 });
  });

  it('refuses other kinds, cut off headers and pictures that fill the memory', async () => {
    await expect(header(ascii('<svg xmlns="http://www.w3.org/2000/svg">'))).rejects.toThrow(
      /does not start like a PNG, JPEG, WebP, GIF, BMP or AVIF/,
    );
    await expect(header([])).rejects.toThrow(/does not start like/);
    await expect(header([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0])).rejects.toThrow(/does not start like/);
    await expect(header(webp('VP9?', []))).rejects.toThrow(/does not start like/);
    await expect(header(png([0, 1, 0, 0], [0, 1, 0, 0]))).rejects.toThrow(/65536 x 65536 pixels/);
    await expect(header(png([0, 0, 0, 0], [0, 0, 0, 1]))).rejects.toThrow(/0 x 1 pixels/);
  });

  const daisies = resolve(process.env.DATASETS_DIR ?? resolve('..', 'shared', 'data'), 'flowers96/val/daisy');

  it.skipIf(!existsSync(daisies))('reads real photographs', async () => {
    for (const name of readdirSync(daisies).slice(0, 20)) {
      const file = new Blob([await readFile(resolve(daisies, name))]);
      expect(await readImageHeader(file)).toMatchObject({ type: 'image/jpeg', width: 96, height: 96 });
    }
  });
});
