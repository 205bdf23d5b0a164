import { strToU8, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AbortedError } from '../../core/errors';
import { mix32 } from '../../core/random';
import { oddZip } from '../../testing/oddZips';
import { DatasetFileError } from '../errors';
import { gatherImages, GATHER_LIMITS, type Gathered, type GatherLimits } from './gather';

const quiet = (): void => undefined;
const live = new AbortController().signal;
const noise = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, i) => mix32(i) & 255);
const zipOf = (files: Zippable): Uint8Array<ArrayBuffer> => new Uint8Array(zipSync(files));
const named = (name: string, bytes: Uint8Array<ArrayBuffer>) => ({ name, file: new Blob([bytes]) });
const gather = (files: ReturnType<typeof named>[], limits?: Partial<GatherLimits>) =>
  gatherImages({ files, unopened: [] }, live, quiet, { ...GATHER_LIMITS, ...limits });
const pathsOf = ({ images }: Gathered): string[] => images.map(({ path }) => path);
const reasonsOf = ({ leftOut }: Gathered) =>
  Object.fromEntries(leftOut.map(({ path, reason }) => [path, reason]));

describe('gatherImages', () => {
  it('finds the images of a folder, sorted, and says why it leaves out what', async () => {
    const names = [
      'dogs/2.JPG',
      'cats/1.png',
      '.DS_Store',
      'readme.txt',
      'a.tif',
      'b.heic',
      'c.jfif',
      'd.avif',
      'e.gif',
      'LICENCE',
      '../f.png',
    ];
    const gathered = await gather(names.map((name) => named(`set/${name}`, noise(10))));
    expect(pathsOf(gathered)).toEqual([
      'set/../f.png',
      'set/c.jfif',
      'set/cats/1.png',
      'set/d.avif',
      'set/dogs/2.JPG',
      'set/e.gif',
    ]);
    expect(reasonsOf(gathered)).toEqual({
      'set/.DS_Store': 'belongs to the system, no picture of yours',
      'set/readme.txt': '.txt is no kind of picture that is read',
      'set/a.tif': 'TIFF, which browsers do not decode: save it as PNG',
      'set/b.heic': 'HEIC, which browsers do not decode: save it as JPEG',
      'set/LICENCE': 'its name has no ending, such as .png',
    });
  });

  it('opens the images of a zip, stored and deflated, with their bytes intact', async () => {
    const data = noise(200_000);
    const zip = zipOf({
      'a/one.webp': [data, { level: 6 }],
      'b/two.png': [data, { level: 0 }],
      '__MACOSX/a/._one.webp': data,
      'b/notes.txt': strToU8('x'),
    });
    const gathered = await gather([named('set.zip', zip)]);
    expect(pathsOf(gathered)).toEqual(['a/one.webp', 'b/two.png']);
    for (const { open } of gathered.images)
      expect(Buffer.compare(Buffer.from(await (await open()).file.arrayBuffer()), data)).toBe(0);
    expect([gathered.leftOut.length, gathered.broken]).toEqual([2, []]);
  });

  it('accounts for every one of 30,000 entries of a zip', async () => {
    const ending = ['png', 'txt', 'jpg', 'tif'];
    const entries = Array.from({ length: 30_000 }, (_, i) => ({
      name: `${i % 10}\\${i}.${ending[i % 4]}`,
      bytes: noise(20),
    }));
    const { images, leftOut, broken } = await gather([named('set.zip', oddZip(entries))]);
    expect([images.length, leftOut.length, broken.length]).toEqual([15_000, 15_000, 0]);
    expect(images[0].path).toBe('0/0.png');
  });

  it('takes as many as it can, spread over all, and names the others', async () => {
    const files = Array.from({ length: 10 }, (_, i) => named(`${i}.png`, noise(5)));
    const gathered = await gather(files, { images: 4 });
    expect(pathsOf(gathered)).toEqual(['2.png', '4.png', '7.png', '9.png']);
    expect(Object.keys(reasonsOf(gathered))).toHaveLength(6);
    expect(reasonsOf(gathered)['0.png']).toBe('one of 10; 4 are the most, spread over all of them');
  });

  it('names a zip that is cut off, with what came whole', async () => {
    const zip = oddZip([
      { name: 'a.png', bytes: noise(900) },
      { name: 'b.png', bytes: noise(900) },
    ]);
    const { images, broken } = await gather([named('cut.zip', zip.slice(0, 1200))]);
    expect(images.map(({ path }) => path)).toEqual(['a.png']);
    expect(broken).toEqual([
      { path: 'cut.zip', reason: expect.stringMatching(/ends too early.*it ends within b\.png/) },
    ]);
  });

  it('refuses a file that only calls itself a zip, and stops when told to', async () => {
    const refused = gather([named('a.zip', noise(100))]);
    await expect(refused).rejects.toThrow(/a\.zip: The file is no zip: 100 bytes/);
    await expect(refused).rejects.toThrow(DatasetFileError);
    await expect(
      gather(
        [
          named(
            'a.zip',
            oddZip([
              { name: '1.png', bytes: noise(1) },
              { name: '2.png', bytes: noise(1) },
            ]),
          ),
        ],
        { zipEntries: 1 },
      ),
    ).rejects.toThrow(/lists 2 files; 1 are the most/);
    const zip = named('b.zip', zipOf({ 'a.png': noise(10) }));
    await expect(gatherImages({ files: [zip], unopened: [] }, AbortSignal.abort(), quiet)).rejects.toThrow(
      AbortedError,
    );
  });
});
