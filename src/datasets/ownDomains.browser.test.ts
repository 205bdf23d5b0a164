import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { defaultParams, type ParamValues } from '../core/paramSpec';
import type { NamedFile } from '../protocol';
import type { DatasetDefinition, LoadContext } from './define';
import { createMemoryStore, type DeviceStore } from './deviceStore';
import { DatasetUnavailableError } from './errors';
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
});
