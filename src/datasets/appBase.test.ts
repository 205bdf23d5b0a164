import { expect, it } from 'vitest';
import { appBaseUrl, resolveAppBase } from './appBase';

it.each([
  ['http://localhost:5173/src/worker/entry.worker.ts?worker_file&type=module', '/', 'http://localhost:5173/'],
  ['https://example.org/gan/assets/entry.worker-abc.js', './', 'https://example.org/gan/'],
  ['https://example.org/gan/assets/entry.worker-abc.js', '/gan/', 'https://example.org/gan/'],
  ['https://example.org/gan/index.html', './', 'https://example.org/gan/'],
  ['https://example.org/assets/entry.worker-abc.js', '', 'https://example.org/'],
])('%s with base %s lives at %s', (script, base, expected) => {
  expect(resolveAppBase(script, base)).toBe(expected);
});

it('has no server where there is none', () => {
  expect(resolveAppBase('file:///tmp/x.js', './')).toBeNull();
  expect(appBaseUrl()).toBeNull();
});
