import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AbortedError } from '../core/errors';
import { defaultParams, type ParamValues } from '../core/paramSpec';
import type { NamedFile } from '../protocol';
import type { LoadContext } from './define';
import { createCacheStore, createMemoryStore, type DeviceStore } from './deviceStore';
import { DatasetFileError, DatasetUnavailableError } from './errors';
import { imageFolderDataset } from './imageFolder';

type Paint = (pen: OffscreenCanvasRenderingContext2D, width: number, height: number) => void;

/** A picture of the given size and type. */
async function picture(width: number, height: number, type: string, paint: Paint): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no 2D context');
  paint(pen, width, height);
  return canvas.convertToBlob({ type, quality: 1 });
}

const fill =
  (colour: string): Paint =>
  (pen, width, height) => {
    pen.fillStyle = colour;
    pen.fillRect(0, 0, width, height);
  };
const named = (name: string, file: Blob): NamedFile => ({ name, file });

function contextOf(params: ParamValues = {}, signal = new AbortController().signal): LoadContext {
  const defaults = defaultParams(imageFolderDataset().params);
  return { params: { ...defaults, ...params }, signal, progress: () => undefined };
}

async function give(store: DeviceStore, files: NamedFile[], params?: ParamValues): Promise<string> {
  return (
    (await imageFolderDataset(() => store).provide?.({ files, unopened: [] }, contextOf(params)))?.message ??
    ''
  );
}

const load = (store: DeviceStore, params?: ParamValues) =>
  imageFolderDataset(() => store).load(contextOf(params));

const openStore = (): DeviceStore => createCacheStore(caches);
const clear = async (): Promise<void> => {
  const store = openStore();
  for (const key of await store.keys('image-folder/')) await store.remove(key);
};
beforeEach(clear);
afterEach(clear);

describe('what images become', () => {
  it('decodes PNG, JPEG and WebP in colour, with the folder as class', async () => {
    const message = await give(openStore(), [
      named('set/red/1.png', await picture(40, 40, 'image/png', fill('rgb(200, 10, 20)'))),
      named('set/red/2.jpg', await picture(64, 64, 'image/jpeg', fill('rgb(200, 10, 20)'))),
      named('set/blue/3.webp', await picture(50, 50, 'image/webp', fill('rgb(0, 40, 250)'))),
      named('set/notes.txt', new Blob(['x'])),
    ]);
    expect(message).toBe(
      '3 images in 2 classes (blue, red) are ready at 32 x 32 pixels. One other file was left out: set/notes.txt (.txt is no kind of picture that is read).',
    );
    const loaded = await load(openStore());
    expect(loaded).toMatchObject({ shape: [32, 32, 3], size: 3, classNames: ['blue', 'red'] });
    const { pixels, labels } = loaded.read([0, 1, 2]);
    expect([...(labels ?? [])]).toEqual([0, 1, 1]);
    const middle = (image: number): number[] => [
      ...pixels.subarray((image * 1024 + 528) * 3, (image * 1024 + 529) * 3),
    ];
    expect(middle(1)).toEqual([200, 10, 20]);
    const near = (got: number[], wanted: number[]): number =>
      Math.max(...got.map((v, i) => Math.abs(v - wanted[i])));
    expect(near(middle(0), [0, 40, 250])).toBeLessThan(10); // WebP and JPEG are lossy
    expect(near(middle(2), [200, 10, 20])).toBeLessThan(6);
  });

  it('keeps the pixels of an image that has the right size', async () => {
    const paint: Paint = (pen) => {
      const data = pen.createImageData(28, 28);
      for (let i = 0; i < 784; i++)
        data.data.set([(i * 37) % 256, (i * 37) % 256, (i * 37) % 256, 255], 4 * i);
      pen.putImageData(data, 0, 0);
    };
    const params = { side: '28', channels: 'grey' };
    await give(openStore(), [named('a.png', await picture(28, 28, 'image/png', paint))], params);
    const { pixels, labels } = (await load(openStore(), params)).read([0]);
    expect([...pixels]).toEqual(Array.from({ length: 784 }, (_, i) => (i * 37) % 256));
    expect(labels).toBeNull();
  });

  it('crops to the middle square, weighs grey like BT.601 and puts white behind transparency', async () => {
    const flag: Paint = (pen) => {
      fill('rgb(255, 0, 0)')(pen, 300, 100);
      pen.fillStyle = 'rgb(0, 255, 0)';
      pen.fillRect(100, 0, 100, 100);
    };
    const clearPaint: Paint = () => undefined;
    const files = [
      named('1.png', await picture(300, 100, 'image/png', flag)),
      named('2.png', await picture(20, 20, 'image/png', clearPaint)),
    ];
    await give(openStore(), files, { side: '16', channels: 'grey' });
    const { pixels } = (await load(openStore(), { side: '16', channels: 'grey' })).read([0, 1]);
    expect(new Set(pixels.subarray(0, 256))).toEqual(new Set([150])); // round(0.587 * 255)
    expect(new Set(pixels.subarray(256))).toEqual(new Set([255]));
  });

  it('follows the parameters: side, channels, number of images', async () => {
    const files = await Promise.all(
      ['#000', '#111', '#222', '#333'].map(async (colour, i) =>
        named(`${i}.png`, await picture(70, 70, 'image/png', fill(colour))),
      ),
    );
    await give(openStore(), files);
    const loaded = await load(openStore(), { side: '64', channels: 'grey', size: 2 });
    expect(loaded).toMatchObject({ shape: [64, 64, 1], size: 2 });
    expect(loaded.read([0, 1]).pixels[4096]).toBe(0x22); // spread over all four: images 0 and 2
  });
});

describe('what is kept', () => {
  it('finds the images again after a reload, ready-made or from the originals', async () => {
    await give(openStore(), [named('a.png', await picture(32, 32, 'image/png', fill('rgb(1, 2, 3)')))]);
    expect(await openStore().keys('image-folder/set-1/pack')).toEqual(['image-folder/set-1/pack-32x32x3']);
    const other = await load(openStore(), { side: '48' });
    expect([...other.read([0]).pixels.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect(await openStore().keys('image-folder/set-1/pack')).toHaveLength(2);
    await openStore().put('image-folder/set-1/pack-48x48x3', new Blob(['cut off']));
    expect((await load(openStore(), { side: '48' })).read([0]).pixels).toHaveLength(48 * 48 * 3);
  });

  it('replaces the set before, and only by a complete one', async () => {
    const store = openStore();
    const black = await picture(32, 32, 'image/png', fill('#000'));
    await give(store, [named('a.png', black), named('b.png', black)]);
    await expect(give(store, [named('c.png', new Blob(['no image']))])).rejects.toThrow(DatasetFileError);
    expect((await load(openStore())).size).toBe(2);
    await give(store, [named('c.png', black)]);
    expect((await load(openStore())).size).toBe(1);
    expect(await store.keys('image-folder/set-1')).toEqual([]);
  });

  it('says so when the originals are damaged or nothing was given', async () => {
    await expect(load(openStore())).rejects.toThrow(DatasetUnavailableError);
    const store = openStore();
    await give(store, [named('a.png', await picture(32, 32, 'image/png', fill('#000')))]);
    await store.put('image-folder/set-1/originals', new Blob(['x']));
    await expect(load(openStore(), { side: '16' })).rejects.toThrow(
      /damaged on this device: expected \d+ bytes, came 1/,
    );
  });

  it('says when they are kept for this session only', async () => {
    const store = createMemoryStore('no storage here');
    const message = await give(store, [named('a.png', await picture(32, 32, 'image/png', fill('#000')))]);
    expect(message).toContain('kept until the page is closed only: no storage here.');
    expect((await load(store)).size).toBe(1);
  });
});

describe('what is refused', () => {
  it('counts and names broken images in a zip and takes the rest', async () => {
    const good = new Uint8Array(await (await picture(32, 32, 'image/png', fill('#808080'))).arrayBuffer());
    const zip = zipSync({
      'set/a/good.png': good,
      'set/b/good.png': good,
      'set/b/cut.png': good.subarray(0, 40),
      'set/b/fake.jpg': strToU8('<html>'),
    });
    const message = await give(openStore(), [named('set.zip', new Blob([new Uint8Array(zip)]))]);
    expect(message).toMatch(/^2 images in 2 classes \(a, b\) are ready/);
    expect(message).toMatch(/2 could not be read: .*set\/b\/fake\.jpg \(does not start like/);
    const { pixels, labels } = (await load(openStore())).read([1]);
    expect([...pixels.subarray(0, 3)]).toEqual([128, 128, 128]);
    expect([...(labels ?? [])]).toEqual([1]);
  });

  it('fails with the names when none can be read, and when there is no image', async () => {
    const broken = give(openStore(), [named('a.png', new Blob(['x'])), named('b.png', new Blob(['y']))]);
    await expect(broken).rejects.toThrow(/None of the 2 images could be read: a\.png .*b\.png/);
    await expect(give(openStore(), [named('a.txt', new Blob(['x']))])).rejects.toThrow(
      /The file is no picture: a\.txt \(\.txt is no kind/,
    );
  });

  it('stops when told to', async () => {
    const file = named('a.png', await picture(32, 32, 'image/png', fill('#000')));
    const provided = imageFolderDataset(openStore).provide?.(
      { files: [file], unopened: [] },
      contextOf({}, AbortSignal.abort()),
    );
    await expect(provided).rejects.toThrow(AbortedError);
  });
});
