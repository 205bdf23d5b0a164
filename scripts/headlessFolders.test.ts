import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { prepareFolders } from './headlessFolders';
import { UsageError } from './commandLine';

let folder = '';
let file = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ganvas-folders-'));
  file = join(folder, 'file');
  await writeFile(file, 'in the way');
});
afterEach(() => rm(folder, { recursive: true }));

it('makes the folder to write to, with those above it', async () => {
  const out = join(folder, 'a', 'b');
  expect(await prepareFolders({ out, images: folder })).toBe(out);
  expect((await stat(out)).isDirectory()).toBe(true);
});

it.each([
  ['a file to write to', () => ({ out: file, images: undefined }), 'where no folder can be written'],
  [
    'a folder below a file',
    () => ({ out: join(file, 'b'), images: undefined }),
    'where no folder can be written',
  ],
  ['a file of images', () => ({ out: folder, images: file }), 'no folder; give the folder'],
  ['images that are not there', () => ({ out: folder, images: `${file}s` }), 'no such file'],
] as const)('refuses %s', async (_, given, said) => {
  const refused = prepareFolders(given());
  await expect(refused).rejects.toThrow(UsageError);
  await expect(refused).rejects.toThrow(said);
});
