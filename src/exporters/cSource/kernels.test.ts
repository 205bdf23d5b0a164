import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { FUNCTIONS, kernelSource, NATIVE_FILES } from './kernels';

it.each(Object.entries(NATIVE_FILES))('board/native/%s is this text', async (name, text) => {
  const file = fileURLToPath(new URL(`../../../board/native/${name}`, import.meta.url));
  expect(await readFile(file, 'utf8')).toBe(text);
});

it('a program holds the functions that it calls and no others', () => {
  const source = kernelSource(new Set(['upsample', 'table']));
  expect(source).toContain(FUNCTIONS.upsample.name);
  expect(source).not.toContain(FUNCTIONS.dense.name);
  expect(source).not.toContain('scaled');
});
