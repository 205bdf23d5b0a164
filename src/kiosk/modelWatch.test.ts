import { beforeEach, expect, it } from 'vitest';
import type { StoredModel } from './modelCache';
import { ModelWatch } from './modelWatch';

const manifest = {
  version: 1,
  name: 'Digits',
  file: 'digits.tflite',
  format: 'tflite',
  bytes: 3,
  sha256: 'ab'.repeat(32),
  latent: 4,
  classes: 0,
  image: [2, 2, 1],
  range: [-1, 1],
};

let files: Map<string, string>;
let online: boolean;
let fetched: string[];
let loaded: StoredModel[];
let refuse: boolean;
let watch: ModelWatch;

beforeEach(() => {
  files = new Map();
  online = true;
  refuse = false;
  fetched = [];
  loaded = [];
  watch = new ModelWatch({
    root: 'http://board/',
    async fetch(url, { cache }) {
      expect(cache).toBe('no-store');
      if (!online) throw new TypeError('Failed to fetch');
      fetched.push(url);
      const content = files.get(url);
      return content === undefined ? new Response('', { status: 404 }) : new Response(content);
    },
    async load(model) {
      if (refuse) throw new RangeError('It is damaged.');
      loaded.push(model);
    },
  });
});

const put = (change: object = {}, content = 'abc'): void => {
  files.set('http://board/models/digits.tflite', content);
  files.set('http://board/models/kiosk.json', JSON.stringify({ ...manifest, ...change }));
};

it('says that there is none, and that the board is away', async () => {
  expect((await watch.look()).kind).toBe('none');
  online = false;
  expect((await watch.look()).kind).toBe('away');
});

it('takes a model once, and the next one when it comes', async () => {
  put();
  expect((await watch.look()).kind).toBe('loaded');
  expect((await watch.look()).kind).toBe('same');
  expect(fetched.filter((url) => url.endsWith('tflite'))).toHaveLength(1);
  put({ name: 'Letters' });
  expect(await watch.look()).toMatchObject({ kind: 'loaded', manifest: { name: 'Letters' } });
  expect(loaded.map((m) => m.manifest.name)).toEqual(['Digits', 'Letters']);
  watch.forget();
  expect((await watch.look()).kind).toBe('loaded');
});

it.each([
  ['a file of another size', {}, 'abcd', /4 bytes of 3/],
  ['a manifest with a path', { file: '../secret' }, 'abc', /file/],
])('refuses %s', async (_, change, content, message) => {
  put(change, content);
  const seen = await watch.look();
  expect(seen.kind).toBe('refused');
  if (seen.kind === 'refused') expect(seen.error.message).toMatch(message);
  expect(loaded).toEqual([]);
});

it('refuses what is no JSON, and a file that is not there', async () => {
  files.set('http://board/models/kiosk.json', '{"version":1,');
  expect((await watch.look()).kind).toBe('refused');
  put();
  files.delete('http://board/models/digits.tflite');
  expect((await watch.look()).kind).toBe('refused');
});

it('takes a page in place of the manifest for none', async () => {
  const page = new ModelWatch({
    root: '',
    fetch: async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
    load: async () => undefined,
  });
  expect((await page.look()).kind).toBe('none');
});

it('tries a refused model again, less and less often, and a new one at once', async () => {
  put();
  refuse = true;
  const kinds: string[] = [];
  for (let i = 0; i < 12; i++) kinds.push((await watch.look()).kind);
  expect(kinds.filter((kind) => kind === 'refused').length).toBeLessThanOrEqual(4);
  refuse = false;
  put({ name: 'Mended' });
  expect((await watch.look()).kind).toBe('loaded');
});
