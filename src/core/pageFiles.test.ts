import { expect, it } from 'vitest';
import { readFileList } from './pageFiles';

const file = { path: 'assets/index-1.js', bytes: 3, sha256: 'a'.repeat(64) };
const list = { version: 1, build: 'b'.repeat(64), files: [file] };

it('reads what the build writes', () => {
  expect(readFileList(list)).toEqual(list);
});

it.each([
  null,
  'text',
  { ...list, version: 2 },
  { ...list, files: [] },
  { ...list, build: undefined },
  { ...list, files: [{ ...file, path: '../secret' }] },
  { ...list, files: [{ ...file, path: 'a/../../secret' }] },
  { ...list, files: [{ ...file, path: '/etc/passwd' }] },
  { ...list, files: [{ ...file, path: 'https://elsewhere.example/x' }] },
  { ...list, files: [{ ...file, bytes: '3' }] },
])('refuses %j', (value) => {
  expect(() => readFileList(value)).toThrow('is not one');
});
