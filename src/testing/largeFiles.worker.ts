// Large files as a worker of the page has them: asked by src/datasets/largeFiles.browser.test.ts, part of no page.
import { arrayDataset } from '../datasets/arrayDataset';
import { createMemoryStore, type DeviceStore } from '../datasets/deviceStore';
import type { ImageFormat } from '../datasets/imageFolder/decode';
import { decodeSet } from '../datasets/imageFolder/decodeSet';
import { keptPixels } from '../datasets/imageFolder/keptPixels';
import { keepSet, readKeptImages, readPack } from '../datasets/imageFolder/imageStore';
import { openLargeFiles, type LargeFiles } from '../datasets/largeFiles';

export interface LargeFilesAnswer {
  /** Images that could be read, in their order. */
  readonly good: readonly string[];
  readonly broken: readonly string[];
  /** First byte of the images 2, 0, 1, from the file. */
  readonly drawn: readonly number[];
  readonly keys: readonly string[];
  /** First byte of the images, decoded again as grey ones from the pictures in the file. */
  readonly resized: readonly number[];
  /** Bytes of pixels that lie in the store, and so in memory. */
  readonly stored: readonly string[];
  readonly afterNextSet: readonly string[];
  /** What a run of the set before is told. */
  readonly replaced: string;
  readonly refusal: string;
  readonly afterCancel: readonly string[];
}

const FORMAT: ImageFormat = { side: 16, channels: 3 };

async function picture(red: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(20, 20);
  const pen = canvas.getContext('2d');
  if (!pen) throw new TypeError('There is no 2D context');
  pen.fillStyle = `rgb(${red}, 0, 0)`;
  pen.fillRect(0, 0, 20, 20);
  return canvas.convertToBlob({ type: 'image/png' });
}

async function tryFiles(): Promise<LargeFilesAnswer> {
  const files = await openLargeFiles('ganvas-large-files-test');
  if (!files) throw new TypeError('There is no place for large files');
  for (const key of await files.keys('')) await files.remove(key);
  const memory = createMemoryStore('test');
  const store: DeviceStore = { ...memory, largeFiles: (): Promise<LargeFiles> => Promise.resolve(files) };
  const blobs = [await picture(10), new Blob(['no picture']), await picture(20), await picture(30)];
  const given = blobs.map((file, i) => ({ path: `${i}.png`, open: () => ({ file }) }));
  const still = { signal: new AbortController().signal, progress: () => undefined };
  const place = (generation: number) => ({ store, generation, originals: true });
  const { entries, broken, parts } = await decodeSet(given, FORMAT, place(1), still, 1000);
  await keepSet(store, { generation: 1, entries }, parts);
  const set = await readKeptImages(store);
  const pixels = set && (await readPack(store, set, FORMAT));
  if (!pixels) throw new TypeError('The pixels are not there');
  const data = arrayDataset({ shape: [16, 16, 3], pixels, labels: null, classNames: null });
  const { pixels: drawn } = data.read([2, 0, 1]);
  const keys = await files.keys('');
  const stored = await store.keys('image-folder/set-1/pack');

  const other = await keptPixels(set, { side: 8, channels: 1 }, { ...still, params: {} }, store);
  const resized = new Uint8Array(3 * 8 * 8);
  other.copy(0, resized.length, resized, 0);

  const next = await decodeSet(given.slice(2), FORMAT, place(2), still, 1000);
  await keepSet(store, { generation: 2, entries: next.entries }, next.parts);
  const afterNextSet = await files.keys('');
  let replaced = '';
  try {
    data.read([0]);
  } catch (error) {
    replaced = String(error);
  }
  const cancel = new AbortController();
  const cancelled = {
    signal: cancel.signal,
    progress: () => {
      cancel.abort();
    },
  };
  const refusal = await decodeSet([...given, ...given, ...given], FORMAT, place(3), cancelled, 1000).catch(
    String,
  );
  return {
    good: entries.map(({ path }) => path),
    broken: broken.map(({ path }) => path),
    drawn: [0, 1, 2].map((i) => drawn[i * 16 * 16 * 3]),
    keys,
    resized: [0, 1, 2].map((i) => resized[i * 64]),
    stored,
    afterNextSet,
    replaced,
    refusal: typeof refusal === 'string' ? refusal : 'nothing was refused',
    afterCancel: await files.keys(''),
  };
}

void tryFiles().then(
  (answer) => {
    postMessage(answer);
  },
  (error: unknown) => {
    postMessage(String(error));
  },
);
