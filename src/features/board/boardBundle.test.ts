import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import type { KioskManifest } from '../../core/kioskManifest';
import type { FileList } from '../../core/pageFiles';
import { boardBundle, type BoardModel, type BundleJob } from './boardBundle';

const texts: Readonly<Record<string, string>> = {
  'assets/index-1.js': 'export {};',
  'board/bin/ganvas-token': '#!/bin/sh',
  'board/install.sh': '#!/bin/sh',
  'board/server/nginx.conf': 'events {}',
  'index.html': '<!doctype html>',
};
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const list: FileList = {
  version: 1,
  build: 'b',
  files: Object.entries(texts).map(([path, text]) => ({
    path,
    bytes: text.length,
    sha256: sha256(bytesOf(text)),
  })),
};
const bytes = bytesOf('TFL3 and so on');
const manifest: KioskManifest = {
  version: 1,
  name: 'Digits',
  file: 'digits-1.tflite',
  format: 'tflite',
  bytes: bytes.length,
  sha256: sha256(bytes),
  latent: 64,
  classes: 0,
  image: [28, 28, 1],
  range: [-1, 1],
};
const model: BoardModel = { manifest, bytes, native: bytesOf('GANVAS1') };
const job = (changes: Partial<BundleJob> = {}): BundleJob => ({
  list,
  read: async (path) => bytesOf(texts[path]),
  model,
  origins: ['http://127.0.0.1:4173'],
  ...changes,
});

it('holds page, model, board files and origin, each in its place', async () => {
  const fractions: number[] = [];
  const zip = unzipSync(await boardBundle(job({ onProgress: (_, f) => fractions.push(f) })));
  expect(Object.keys(zip).sort()).toEqual(
    [
      'bin/ganvas-token',
      'install.sh',
      'model/digits-1.tflite',
      'model/kiosk.json',
      'native/model.bin',
      'origins.txt',
      'page/assets/index-1.js',
      'page/files.json',
      'page/index.html',
      'server/nginx.conf',
    ].map((path) => `ganvas-board/${path}`),
  );
  const text = (path: string): string => new TextDecoder().decode(zip[`ganvas-board/${path}`]);
  expect(JSON.parse(text('model/kiosk.json'))).toEqual(manifest);
  expect(JSON.parse(text('page/files.json'))).toEqual(list);
  expect(text('origins.txt')).toBe('http://127.0.0.1:4173\n');
  expect(zip['ganvas-board/model/digits-1.tflite']).toEqual(bytes);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
});

it('leaves out what there is not', async () => {
  const paths = Object.keys(unzipSync(await boardBundle(job({ model: null, origins: [] }))));
  expect(paths.filter((path) => /model|origins/.test(path))).toEqual([]);
});

it.each([
  ['of another size', 'export {};;'],
  ['of another content', 'export [];'],
])('refuses a page of two builds: a file %s', async (_, text) => {
  const read: BundleJob['read'] = async (path) => bytesOf(path === 'assets/index-1.js' ? text : texts[path]);
  await expect(boardBundle(job({ read }))).rejects.toThrow('assets/index-1.js');
});

it('refuses a model that its manifest does not name, and a name that leads elsewhere', async () => {
  for (const wrong of [{ bytes: 3 }, { file: '../index.html' }]) {
    const changed = { ...model, manifest: { ...manifest, ...wrong } };
    await expect(boardBundle(job({ model: changed }))).rejects.toThrow('manifest names');
  }
});

it('stops when asked to', async () => {
  const controller = new AbortController();
  const stopping = job({ signal: controller.signal, onProgress: () => controller.abort() });
  await expect(boardBundle(stopping)).rejects.toThrow('abort');
});
