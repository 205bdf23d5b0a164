import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AbortedError } from '../../core/errors';
import { mix32 } from '../../core/random';
import { DatasetFileError } from '../errors';
import { classesOf, gatherImages, GATHER_LIMITS, type GatherLimits } from './gather';

const quiet = (): void => undefined;
const live = new AbortController().signal;
const noise = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => mix32(i) & 255);
const zipOf = (files: Zippable): Uint8Array<ArrayBuffer> => new Uint8Array(zipSync(files));
const named = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({ name, file: new Blob([bytes]) });
const gather = (files: ReturnType<typeof named>[], limits?: Partial<GatherLimits>) =>
  gatherImages(files, live, quiet, { ...GATHER_LIMITS, ...limits });

describe('gatherImages', () => {
  it('finds the images of a folder, sorted, and counts what it leaves out', async () => {
    const one = noise(10);
    const { images, leftOut } = await gather([
      named('set/dogs/2.JPG', one),
      named('set/cats/1.png', one),
      named('set/.DS_Store', one),
      named('set/readme.txt', one),
    ]);
    expect(images.map(({ path }) => path)).toEqual(['set/cats/1.png', 'set/dogs/2.JPG']);
    expect(leftOut).toBe(1);
  });

  it('unpacks a zip, stored and deflated, with its bytes intact', async () => {
    const data = noise(200_000);
    const zip = zipOf({
      'a/one.webp': [data, { level: 6 }],
      'b/two.png': [data, { level: 0 }],
      '__MACOSX/a/._one.webp': data,
      'b/notes.txt': strToU8('x'),
    });
    const { images, leftOut, broken } = await gather([named('set.zip', zip)]);
    expect(images.map(({ path }) => path)).toEqual(['a/one.webp', 'b/two.png']);
    for (const { file } of images)
      expect(Buffer.compare(Buffer.from(await file.arrayBuffer()), data)).toBe(0);
    expect({ leftOut, broken }).toEqual({ leftOut: 1, broken: [] });
  });

  it('unpacks a zip written as a stream, with the sizes behind the data', async () => {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    const zip = new Zip((_, chunk) => void parts.push(new Uint8Array(chunk)));
    const data = noise(100_000);
    for (const entry of [new ZipDeflate('a.png', { level: 6 }), new ZipPassThrough('b.png')]) {
      zip.add(entry);
      entry.push(data.slice(), true);
    }
    zip.end();
    const { images, broken } = await gather([{ name: 's.zip', file: new Blob(parts) }]);
    expect(broken).toEqual([]);
    for (const { file } of images)
      expect(Buffer.compare(Buffer.from(await file.arrayBuffer()), data)).toBe(0);
    expect(images).toHaveLength(2);
  });

  it('stops a zip that unpacks to more than is allowed', async () => {
    const bomb = zipOf({ 'bomb.png': [new Uint8Array(8_000_000), { level: 9 }] });
    expect(bomb.length).toBeLessThan(10_000);
    const refused = gather([named('bomb.zip', bomb)], { bytes: 2 * 1048576 });
    await expect(refused).rejects.toThrow(/more than 2097152 bytes; at most 20000 images of together 2 MiB/);
    await expect(refused).rejects.toThrow(DatasetFileError);
  });

  it('refuses too many images and too many files in a zip', async () => {
    const three = zipOf({ '1.png': noise(5), '2.png': noise(5), '3.png': noise(5) });
    await expect(gather([named('a.zip', three)], { images: 2 })).rejects.toThrow(/more than 2 images/);
    await expect(gather([named('a.zip', three)], { zipEntries: 2 })).rejects.toThrow(/more than 2 files/);
    const files = [named('1.png', noise(9)), named('2.png', noise(9))];
    await expect(gather(files, { bytes: 17 })).rejects.toThrow(/more than 17 bytes/);
  });

  it.each([0, 6])(
    'keeps what came whole from a truncated zip at level %i and names the rest',
    async (level) => {
      const zip = zipOf({
        'a.png': [noise(40_000), { level: level === 0 ? 0 : 6 }],
        'b.png': [noise(40_000), { level: level === 0 ? 0 : 6 }],
      });
      const { images, broken } = await gather([named('cut.zip', zip.subarray(0, 60_000))]);
      expect(images.map(({ path }) => path)).toEqual(['a.png']);
      expect(broken.join()).toMatch(/b\.png \(cut\.zip ends before it\)/);
    },
  );

  it('names an entry whose deflated data is damaged and goes on', async () => {
    const text = strToU8('pixel data that packs well '.repeat(3000));
    const zip = zipOf({ 'a.png': [text, { level: 6 }], 'b.png': [text, { level: 6 }] });
    zip.fill(0xff, 60, 120);
    const { images, broken } = await gather([named('bad.zip', zip)]);
    expect(broken.join()).toMatch(/a\.png/);
    expect(images.map(({ path }) => path)).not.toContain('a.png');
  });

  it('refuses a file that only calls itself a zip, and stops when told to', async () => {
    await expect(gather([named('a.zip', noise(100))])).rejects.toThrow(/a\.zip is not a zip archive/);
    const aborted = AbortSignal.abort();
    const zip = named('b.zip', zipOf({ 'a.png': noise(10) }));
    await expect(gatherImages([zip], aborted, quiet)).rejects.toThrow(AbortedError);
  });
});

describe('classesOf', () => {
  it('takes the folder that an image lies in', () => {
    const { labels, classNames } = classesOf([
      'set/dogs/1.png',
      'set/cats/x/2.png',
      'set/dogs/3.png',
      '4.png',
    ]);
    expect(classNames).toEqual(['no folder', 'dogs', 'x']);
    expect([...(labels ?? [])]).toEqual([1, 2, 1, 0]);
  });

  it('makes no classes of one folder or of more than 256', () => {
    expect(classesOf(['set/1.png', 'set/2.png'])).toEqual({ labels: null, classNames: null });
    expect(classesOf(Array.from({ length: 257 }, (_, i) => `${i}/a.png`)).labels).toBeNull();
  });
});
