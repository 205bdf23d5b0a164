import { describe, expect, it } from 'vitest';
import { AbortedError } from '../core/errors';
import { defaultParams, type ParamValues } from '../core/paramSpec';
import { mix32 } from '../core/random';
import type { LoadContext } from './define';
import { createMemoryStore, type DeviceStore } from './deviceStore';
import { DatasetFileError, DatasetUnavailableError } from './errors';
import type { NamedFile } from '../protocol';
import { gzip } from './gzip';
import { idxDataset, type IdxDatasetFacts } from './idxDataset';
import { writeIdx, type Bytes } from './idx';
import { MNIST } from './mnist';
import { sha256Hex } from './sha256';

const COUNT = 40;
const IMAGES = writeIdx(
  [COUNT, 28, 28],
  Uint8Array.from({ length: COUNT * 784 }, (_, i) => mix32(i) % 256),
);
const LABELS = writeIdx(
  [COUNT],
  Uint8Array.from({ length: COUNT }, (_, i) => i % 10),
);
const PUBLISHED: Record<string, Bytes> = { 'images.gz': IMAGES, 'labels.gz': LABELS };

async function smallFacts(): Promise<IdxDatasetFacts> {
  const split = {
    images: { name: 'images.gz', dims: [COUNT, 28, 28], packedBytes: 1000, sha256: await sha256Hex(IMAGES) },
    labels: { name: 'labels.gz', dims: [COUNT], packedBytes: 40, sha256: await sha256Hex(LABELS) },
  };
  const mirrors = ['https://one.test/m/', 'https://two.test/m/'];
  return { ...MNIST, id: 'small', label: 'Small', mirrors, train: split, test: split };
}

type Answer = (file: string, init: RequestInit | undefined) => Response | Promise<Response>;

const fail: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const gz: Answer = async (file) => new Response(await gzip(PUBLISHED[file]));
const html: Answer = () =>
  new Response('<!doctype html><title>App</title>', { headers: { 'content-type': 'text/html' } });

interface Bench {
  readonly store: DeviceStore;
  readonly asked: string[];
  readonly shown: { what: string; fraction: number | null }[];
  readonly abort: AbortController;
  context(params?: ParamValues): LoadContext;
  dataset(answers: Record<string, Answer>): ReturnType<typeof idxDataset>;
}

async function createBench(facts?: IdxDatasetFacts): Promise<Bench> {
  const chosen = facts ?? (await smallFacts());
  const store = createMemoryStore('test');
  const asked: string[] = [];
  const shown: Bench['shown'] = [];
  const abort = new AbortController();
  return {
    store,
    asked,
    shown,
    abort,
    context: (params = {}) => ({
      params: { ...defaultParams(idxDataset(chosen).params), ...params },
      signal: abort.signal,
      progress: (what, fraction) => void shown.push({ what, fraction }),
    }),
    dataset: (answers) =>
      idxDataset(chosen, () => ({
        store,
        appBase: 'http://app.test/gan/',
        stallTimeoutMs: 50,
        fetch: (input, init) => {
          const url = new URL(String(input));
          asked.push(url.href);
          const file = url.pathname.split('/').at(-1) ?? '';
          return Promise.resolve().then(() => (answers[url.host] ?? fail)(file, init));
        },
      })),
  };
}

const failure = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('where files come from', () => {
  it('asks the server of the page first and keeps what it gives', async () => {
    const bench = await createBench();
    const dataset = bench.dataset({ 'app.test': gz });
    const loaded = await dataset.load(bench.context());
    expect(bench.asked).toEqual([
      'http://app.test/gan/datasets/small/images.gz',
      'http://app.test/gan/datasets/small/labels.gz',
    ]);
    expect(loaded).toMatchObject({ shape: [28, 28, 1], size: COUNT });
    const { pixels, labels } = loaded.read([3, 39]);
    expect(pixels.subarray(0, 784)).toEqual(IMAGES.subarray(16 + 3 * 784, 16 + 4 * 784));
    expect([...(labels ?? [])]).toEqual([3, 9]);
    await dataset.load(bench.context());
    expect(bench.asked).toHaveLength(2);
  });

  it('passes over the app page that a server gives for unknown paths', async () => {
    const bench = await createBench();
    const unlabelled: Answer = () => new Response('<!doctype html>', { headers: { 'content-type': '' } });
    for (const page of [html, unlabelled]) {
      bench.asked.length = 0;
      const dataset = bench.dataset({ 'app.test': page, 'one.test': gz });
      expect((await dataset.load(bench.context())).size).toBe(COUNT);
      expect(bench.asked).toContain('https://one.test/m/images.gz');
      await bench.store.remove('small/images.gz');
      await bench.store.remove('small/labels.gz');
    }
  });

  it('takes files that the network has unpacked already', async () => {
    const bench = await createBench();
    const dataset = bench.dataset({ 'app.test': (file) => new Response(PUBLISHED[file]) });
    expect((await dataset.load(bench.context())).size).toBe(COUNT);
  });

  it('goes on to the next mirror when one fails, is silent, truncated or wrong', async () => {
    const wrong = IMAGES.slice();
    wrong[100] ^= 1;
    const answers: Record<string, Answer> = {
      missing: () => new Response('no', { status: 404 }),
      silent: (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
      truncated: async (file) => new Response((await gzip(PUBLISHED[file])).slice(0, 30)),
      wrong: async () => new Response(await gzip(wrong)),
      unreachable: fail,
    };
    for (const answer of Object.values(answers)) {
      const bench = await createBench();
      const dataset = bench.dataset({ 'app.test': answer, 'one.test': answer, 'two.test': gz });
      expect((await dataset.load(bench.context())).size).toBe(COUNT);
    }
  });

  it('lists every source with its failure, and the way out, when all fail', async () => {
    const bench = await createBench();
    const wrong = IMAGES.slice();
    wrong[100] ^= 1;
    const dataset = bench.dataset({ 'app.test': html, 'one.test': () => new Response(wrong) });
    const error = await failure(dataset.load(bench.context()));
    if (!(error instanceof DatasetUnavailableError)) throw new Error(`unexpected ${String(error)}`);
    expect(error.name).toBe('DatasetUnavailableError');
    expect(error.attempts.map(({ source }) => source)).toEqual(['this server', 'one.test', 'two.test']);
    expect(error.message).toContain('this server: a web page came instead of the file');
    expect(error.message).toContain(`expected ${await sha256Hex(IMAGES)}`);
    expect(error.message).toContain('two.test: Failed to fetch');
    expect(error.hint).toMatch(/synthetic digits.*images\.gz and labels\.gz/);
  });

  it('drops a damaged copy and gets it again', async () => {
    const bench = await createBench();
    const damaged = IMAGES.slice();
    damaged[5000] ^= 1;
    await bench.store.put('small/images.gz', new Blob([damaged]));
    await bench.store.put('small/labels.gz', new Blob([LABELS]));
    const loaded = await bench.dataset({ 'app.test': gz }).load(bench.context());
    expect(bench.asked).toEqual(['http://app.test/gan/datasets/small/images.gz']);
    expect(loaded.read([6]).pixels).toEqual(IMAGES.subarray(16 + 6 * 784, 16 + 7 * 784));
    expect(bench.shown[0].what).toMatch(/damaged .*SHA-256/);
  });

  it('shows progress by bytes that never goes back and ends full', async () => {
    // Both come in small pieces; the first source breaks off after three quarters.
    const pieces =
      (share: number): Answer =>
      async (file) => {
        const packed = await gzip(PUBLISHED[file]);
        let at = 0;
        const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
          if (at >= packed.length * share) return controller.close();
          controller.enqueue(packed.subarray(at, at + 997));
          at += 997;
        };
        return new Response(new ReadableStream({ pull }));
      };
    const facts = await smallFacts();
    const packedBytes = (await gzip(IMAGES)).length;
    const images = { ...facts.train.images, packedBytes };
    const bench = await createBench({ ...facts, train: { ...facts.train, images } });
    await bench.dataset({ 'app.test': pieces(0.75), 'one.test': pieces(1) }).load(bench.context());
    const fractions = bench.shown.flatMap(({ fraction }) => (fraction === null ? [] : [fraction]));
    expect(fractions.length).toBeGreaterThan(40);
    expect(new Set(fractions).size).toBeGreaterThan(20);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
  });

  it('stops when it is told to', async () => {
    const bench = await createBench();
    const endless: Answer = (_, init) => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => {
          controller.enqueue(Uint8Array.of(0x1f, 0x8b, 8, 0, 0));
          init?.signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
        },
        // Asked for more than it has: the download is under way.
        pull: () => bench.abort.abort(),
      });
      return new Response(body);
    };
    const error = await failure(bench.dataset({ 'app.test': endless, 'one.test': gz }).load(bench.context()));
    expect(error).toBeInstanceOf(AbortedError);
    expect(bench.asked).toHaveLength(1);
  });
});

describe('parameters', () => {
  it('takes the first images, or those of one class', async () => {
    const bench = await createBench();
    const dataset = bench.dataset({ 'app.test': gz });
    expect((await dataset.load(bench.context({ size: 17 }))).size).toBe(17);
    const threes = await dataset.load(bench.context({ classes: '3', size: 2 }));
    expect(threes.size).toBe(2);
    expect([...(threes.read([0, 1]).labels ?? [])]).toEqual([3, 3]);
    expect(threes.read([1]).pixels).toEqual(IMAGES.subarray(16 + 13 * 784, 16 + 14 * 784));
    expect(() => threes.read([2])).toThrow(/Image 2 was asked for; the data set has 2 images/);
  });

  it('loads the test images apart, all of them', async () => {
    const bench = await createBench();
    const loaded = await bench.dataset({ 'app.test': gz }).loadTest?.(bench.context({ size: 16 }));
    expect(loaded?.size).toBe(COUNT);
  });
});

const given = (...files: readonly NamedFile[]) => ({ files, unopened: [] });

describe("the person's own files", () => {
  const named = (name: string, bytes: Bytes) => ({ name, file: new Blob([bytes]) });

  it('recognises published files and keeps them', async () => {
    const bench = await createBench();
    const dataset = bench.dataset({});
    const files = [named('renamed.bin', await gzip(IMAGES)), named('labels', LABELS)];
    const provided = await dataset.provide?.({ files, unopened: [] }, bench.context());
    expect(provided?.message).toContain('renamed.bin: the published 40 train images, checked.');
    expect(provided?.message).toContain('kept until the page is closed only: test');
    const loaded = await dataset.load(bench.context({ files: 'published' }));
    expect(loaded.size).toBe(COUNT);
    expect(bench.asked).toEqual([]);
  });

  it('uses valid files that are not the published ones, with or without labels', async () => {
    const bench = await createBench();
    const dataset = bench.dataset({ 'app.test': gz });
    const own = writeIdx([20, 28, 28], new Uint8Array(20 * 784).fill(9));
    const provided = await dataset.provide?.(given(named('mine.idx', own)), bench.context());
    expect(provided?.message).toMatch(
      /mine\.idx: 20 train images of your own \(not the published Small file\)/,
    );
    const unlabelled = await dataset.load(bench.context());
    expect(unlabelled).toMatchObject({ size: 20, classNames: null });
    expect(unlabelled.read([19]).labels).toBeNull();
    await expect(dataset.load(bench.context({ classes: '1' }))).rejects.toThrow(/carry no labels/);
    await dataset.provide?.(
      given(named('mine-labels', writeIdx([20], new Uint8Array(20).fill(4)))),
      bench.context(),
    );
    expect((await dataset.load(bench.context())).read([0]).labels).toEqual(Uint8Array.of(4));
    expect((await dataset.load(bench.context({ files: 'published' }))).size).toBe(COUNT);
    await dataset.provide?.(given(named('images.gz', IMAGES), named('labels.gz', LABELS)), bench.context());
    expect((await dataset.load(bench.context())).size).toBe(COUNT);
  });

  it('takes files for test images where "test" is a word of their names', async () => {
    const own = writeIdx([20, 28, 28], new Uint8Array(20 * 784).fill(9));
    const names = { 'latest-train.idx': 'train', contest: 'train', t10k: 'test', 'my_test.idx': 'test' };
    for (const [name, split] of Object.entries(names)) {
      const bench = await createBench();
      const provided = await bench.dataset({}).provide?.(given(named(name, own)), bench.context());
      expect(provided?.message).toContain(`20 ${split} images of your own`);
    }
  });

  it('refuses files of another kind, naming what came', async () => {
    const bench = await createBench();
    const dataset = bench.dataset({ 'app.test': gz });
    const give = (bytes: Bytes) => dataset.provide?.(given(named('x.idx', bytes)), bench.context());
    await expect(give(writeIdx([2, 32, 32], new Uint8Array(2048)))).rejects.toThrow(
      /x\.idx holds 2 x 32 x 32 values; expected images of n x 28 x 28 or n labels/,
    );
    await expect(give(IMAGES.subarray(0, 1000))).rejects.toThrow(/truncated: .* came 1000/);
    await expect(give(writeIdx([1], Uint8Array.of(26)))).rejects.toThrow(
      /label 26; expected labels from 0 to 9/,
    );
    await expect(give(new TextEncoder().encode('PK\u0003\u0004'))).rejects.toThrow(/a zip archive/);
    await give(writeIdx([3], new Uint8Array(3)));
    await expect(dataset.load(bench.context())).rejects.toThrow(/40 images and 3 labels/);
    await expect(dataset.load(bench.context())).rejects.toThrow(DatasetFileError);
  });
});
