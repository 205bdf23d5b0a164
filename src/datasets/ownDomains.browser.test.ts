import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultParams, type ParamValues } from '../core/paramSpec';
import type { NamedFile } from '../protocol';
import type { DatasetDefinition, LoadContext } from './define';
import { createMemoryStore, type DeviceStore } from './deviceStore';
import { DatasetUnavailableError } from './errors';
import { movingGif, png16, printJpeg, turnedJpeg } from '../testing/oddPictures';
import { imageDomainsDataset, imagePairsDataset } from './ownDomains';

/** A picture whose left and right half have a colour each. */
async function picture(left: string, right = left, side = 40): Promise<Blob> {
  const canvas = new OffscreenCanvas(2 * side, side);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D context');
  pen.fillStyle = left;
  pen.fillRect(0, 0, side, side);
  pen.fillStyle = right;
  pen.fillRect(side, 0, side, side);
  return canvas.convertToBlob({ type: 'image/png' });
}

const [RED, BLUE] = ['rgb(200, 0, 0)', 'rgb(0, 0, 200)'];
const named = (name: string, file: Blob): NamedFile => ({ name, file });
async function zipped(name: string, files: Readonly<Record<string, Blob>>): Promise<NamedFile> {
  const entries: Record<string, Uint8Array> = {};
  for (const [path, file] of Object.entries(files)) entries[path] = new Uint8Array(await file.arrayBuffer());
  return named(name, new Blob([Uint8Array.from(zipSync(entries))]));
}

const contextOf = (dataset: DatasetDefinition, params: ParamValues = {}): LoadContext => ({
  params: { ...defaultParams(dataset.params), side: '28', ...params },
  signal: new AbortController().signal,
  progress: () => undefined,
});

async function opened(
  make: (store: () => DeviceStore) => DatasetDefinition,
  files: readonly NamedFile[],
  params?: ParamValues,
) {
  const store = createMemoryStore('');
  const dataset = make(() => store);
  const { message = '' } = (await dataset.provide?.({ files, unopened: [] }, contextOf(dataset))) ?? {};
  const { pair } = await dataset.load(contextOf(dataset, params));
  if (!pair) throw new Error('no pair');
  return { message, pair, dataset };
}

const firstPixel = (
  pair: NonNullable<Awaited<ReturnType<typeof opened>>['pair']>,
  which: 'a' | 'b',
  i = 0,
) => [...pair[which].images.read([i]).pixels.subarray(0, 3)];

describe('my two kinds of pictures', () => {
  it('come from two zips by their names, whatever their counts', async () => {
    const { message, pair } = await opened(imageDomainsDataset, [
      await zipped('oranges.zip', { '1.png': await picture(BLUE), 'notes.txt': new Blob(['x']) }),
      await zipped('apples.zip', { '1.png': await picture(RED), '2.png': await picture(RED) }),
    ]);
    expect(message).toContain('2 pictures of apples and 1 of oranges are ready');
    expect([pair.a.name, pair.a.images.size, pair.b.name, pair.b.images.size]).toEqual([
      'apples',
      2,
      'oranges',
      1,
    ]);
    expect([firstPixel(pair, 'a'), firstPixel(pair, 'b')]).toEqual([
      [200, 0, 0],
      [0, 0, 200],
    ]);
    expect(pair.aligned).toBe(false);
  });

  it('come from one zip in the form of the field, its test pictures apart', async () => {
    const { dataset, pair } = await opened(imageDomainsDataset, [
      await zipped('set.zip', {
        'set/trainA/1.png': await picture(RED),
        'set/trainB/1.png': await picture(BLUE),
        'set/testA/9.png': await picture(BLUE),
        'set/testB/9.png': await picture(RED),
      }),
    ]);
    expect([pair.a.images.size, pair.b.images.size]).toEqual([1, 1]);
    const test = await dataset.loadTest?.(contextOf(dataset, { channels: 'grey' }));
    expect(test?.shape).toEqual([28, 28, 1]);
    expect(test?.pair?.a.images.read([0]).pixels[0]).toBe(Math.round(0.114 * 200));
  });

  it('of which one kind has few learn from all of the other, too', async () => {
    const many: Record<string, Blob> = {};
    for (let i = 0; i < 20; i++) many[`${i}.png`] = await picture(RED);
    const few = { '1.png': await picture(BLUE), '2.png': await picture(BLUE) };
    const { dataset, pair } = await opened(imageDomainsDataset, [
      await zipped('apples.zip', many),
      await zipped('oranges.zip', few),
    ]);
    expect([pair.a.images.size, pair.b.images.size]).toEqual([20, 2]);
    await expect(dataset.loadTest?.(contextOf(dataset))).rejects.toThrow('no test pictures of apples');
    const enough = { ...many };
    delete enough['19.png'];
    const both = await opened(imageDomainsDataset, [
      await zipped('apples.zip', many),
      await zipped('oranges.zip', enough),
    ]);
    expect([both.pair.a.images.size, both.pair.b.images.size]).toEqual([18, 18]);
    const test = await both.dataset.loadTest?.(contextOf(both.dataset));
    expect([test?.pair?.a.images.size, test?.pair?.b.images.size]).toEqual([2, 1]);
  });

  it('are taken as cameras, printers and the web make them, and what cannot be is named', async () => {
    const jpeg = await picture(RED, RED, 64);
    const turned = await createImageBitmap(jpeg).then(async (bitmap) => {
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
      return turnedJpeg(await canvas.convertToBlob({ type: 'image/jpeg' }), 6);
    });
    const { message, pair } = await opened(imageDomainsDataset, [
      named('a/small.png', await picture(RED, RED, 7)),
      named('a/large.png', await picture(RED, RED, 700)),
      named('a/grey.png', await picture('rgb(90, 90, 90)')),
      named('a/turned.jpg', turned),
      named('b/deep.png', png16(8, [0xffff, 0x8000, 0])),
      named('b/print.jpg', printJpeg([255, 255, 0, 255])),
      named('b/moves.gif', movingGif([255, 0, 255], [0, 255, 0])),
      named('b/cut.png', (await picture(BLUE)).slice(0, 60)),
    ]);
    expect(message).toContain('4 pictures of a and 3 of b are ready');
    expect(message).toContain('One is an animation, of which the first picture is used: b/moves.gif.');
    expect(message).toContain('One of them is grey and stays so among the coloured ones: a/grey.png.');
    expect(message).toMatch(/One file was left out: b\/cut\.png \([^)]/);
    expect([pair.a.images.size, pair.b.images.size]).toEqual([4, 3]);
    expect(pair.a.images.shape).toEqual(pair.b.images.shape);
  });

  it('are refused where a domain is empty or nothing is left, and asked for where there are none', async () => {
    const red = await picture(RED);
    const broken = new Blob([strToU8('no picture')]);
    await expect(opened(imageDomainsDataset, [named('a/1.png', red), named('a/2.png', red)])).rejects.toThrow(
      'are of one kind',
    );
    await expect(
      opened(imageDomainsDataset, [named('x/trainA/1.png', red), named('x/trainB/1.png', broken)]),
    ).rejects.toThrow('Domain B has no picture');
    const empty = imageDomainsDataset(() => createMemoryStore(''));
    await expect(empty.load(contextOf(empty))).rejects.toBeInstanceOf(DatasetUnavailableError);
  });
});

describe('my pairs of pictures', () => {
  it('are the halves of each picture', async () => {
    const { message, pair } = await opened(imagePairsDataset, [
      named('1.png', await picture(RED, BLUE)),
      named('2.png', await picture(BLUE, RED)),
    ]);
    expect(message).toContain('2 pairs are ready');
    expect(pair.aligned).toBe(true);
    expect([firstPixel(pair, 'a', 1), firstPixel(pair, 'b', 1)]).toEqual([
      [0, 0, 200],
      [200, 0, 0],
    ]);
  });

  it('are equal names in two folders, and others are named', async () => {
    const { message, pair } = await opened(imagePairsDataset, [
      named('set/in/1.png', await picture(RED)),
      named('set/in/2.png', await picture(RED)),
      named('set/in/3.png', await picture(RED)),
      named('set/out/1.png', await picture(BLUE)),
      named('set/out/2.png', await picture(BLUE)),
    ]);
    expect(message).toContain('set/in/3.png (there is no other picture of this name in out)');
    expect([pair.a.name, pair.a.images.size, pair.b.images.size]).toEqual(['in', 2, 2]);
    expect(firstPixel(pair, 'b')).toEqual([0, 0, 200]);
  });

  it('lose both pictures where one is damaged, and both are named', async () => {
    const { message, pair } = await opened(imagePairsDataset, [
      named('set/in/1.png', await picture(RED)),
      named('set/in/2.png', await picture(RED)),
      named('set/out/1.png', await picture(BLUE)),
      named('set/out/2.png', new Blob([strToU8('no picture')])),
    ]);
    expect([pair.a.images.size, pair.b.images.size]).toEqual([1, 1]);
    expect(message).toContain('2 files were left out: set/out/2.png (');
    expect(message).toContain('set/in/2.png (there is no other picture of this name in out)');
  });
});
