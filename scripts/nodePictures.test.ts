// Pictures read under Node: a folder as a person gives it becomes the images that the page would make of it.
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeImages } from '../src/datasets/imageFolder/decode';
import { boxResize } from '../src/datasets/imageFolder/boxResize';
import { encodePng } from '../src/exporters/formats/png';
import { inTemporaryFolder, pythonMisses } from '../src/testing/tools';
import { givenFolder, readPicturesInNode } from './nodePictures';

const missing = pythonMisses('PIL', 'python3-pil');
const pixelsOf = (height: number, width: number): Uint8Array =>
  Uint8Array.from({ length: 3 * height * width }, (_, i) => (i * 37 + (i >> 5)) % 256);
const pngOf = (height: number, width: number): Uint8Array =>
  encodePng({ height, width, channels: 3, pixels: pixelsOf(height, width) });

describe.skipIf(missing)(`pictures under Node ${missing ?? ''}`, () => {
  let end: () => void;
  beforeAll(() => {
    end = readPicturesInNode();
  });
  afterAll(() => {
    end();
    vi.unstubAllGlobals();
  });

  it('reads a folder, and names what is no picture or cannot be read', () =>
    inTemporaryFolder(async (_, at) => {
      await mkdir(join(at, 'one'));
      await mkdir(join(at, 'two'));
      await writeFile(join(at, 'one', 'a.png'), pngOf(8, 8));
      await writeFile(join(at, 'one', 'notes.txt'), 'no picture');
      await writeFile(join(at, 'two', 'b.PNG'), pngOf(40, 24));
      await writeFile(join(at, 'two', 'c.png'), pngOf(8, 8).slice(0, 60));
      const { files, unopened } = await givenFolder(at);
      const root = basename(at);
      expect(files.map(({ name }) => name)).toEqual(
        ['one/a.png', 'two/b.PNG', 'two/c.png'].map((n) => `${root}/${n}`),
      );
      expect(unopened).toEqual([`${root}/one/notes.txt`]);
      const { pixels, good, broken } = await decodeImages(
        files.map(({ name, file }) => ({ path: name, open: () => ({ file }) })),
        { side: 8, channels: 3 },
        new AbortController().signal,
        () => undefined,
      );
      expect(good).toHaveLength(2);
      expect(broken.map(({ path }) => path)).toEqual([`${root}/two/c.png`]);
      expect(pixels.subarray(0, 192)).toEqual(pixelsOf(8, 8));
      // The middle square of the other, averaged.
      const middle = pixelsOf(40, 24).subarray(3 * 24 * 8, 3 * 24 * 32);
      const rgba = Uint8ClampedArray.from({ length: 4 * 24 * 24 }, (_, i) =>
        i % 4 === 3 ? 255 : middle[3 * (i >> 2) + (i % 4)],
      );
      const wanted = boxResize(rgba, { width: 24, height: 24 }, { width: 8, height: 8 });
      expect(pixels.subarray(192)).toEqual(Uint8Array.from(wanted, Math.round));
    }));
});
