import { expect, it } from 'vitest';
import { fromKiosk, reachedFiles, versionOf } from './kioskOffline';

const files = new Map<string, string | Uint8Array>([
  ['index.html', 'assets/main-1.js'],
  ['kiosk/index.html', '<script src="../assets/kiosk-2.js">'],
  ['assets/main-1.js', 'import "./vue-3.js"; "tfjs-9.js"'],
  ['assets/kiosk-2.js', 'import "./vue-3.js"; new Worker("./kiosk.worker-4.js")'],
  ['assets/vue-3.js', 'export {}'],
  ['assets/kiosk.worker-4.js', '"relaxed-5.wasm" import("./liteRt-6.js")'],
  ['assets/relaxed-5.wasm', Uint8Array.of(1)],
  ['assets/liteRt-6.js', '"litert-7.wasm"'],
  ['assets/litert-7.wasm', Uint8Array.of(2)],
  ['assets/tfjs-9.js', ''],
]);

it('keeps what the kiosk needs and nothing of the playground', () => {
  expect(reachedFiles(files, 'kiosk/index.html')).toEqual([
    'assets/kiosk-2.js',
    'assets/kiosk.worker-4.js',
    'assets/relaxed-5.wasm',
    'assets/vue-3.js',
    'kiosk/index.html',
  ]);
});

it('names files as the worker sees them', () => {
  expect(['kiosk/index.html', 'kiosk/a.json', 'assets/b.js'].map(fromKiosk)).toEqual([
    './',
    './a.json',
    '../assets/b.js',
  ]);
});

it('has another version for any other content', () => {
  const one = versionOf([{ name: 'a', content: 'x' }]);
  expect(versionOf([{ name: 'a', content: 'x' }])).toBe(one);
  expect(versionOf([{ name: 'a', content: 'y' }])).not.toBe(one);
  expect(versionOf([{ name: 'b', content: 'x' }])).not.toBe(one);
});
