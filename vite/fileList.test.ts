import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { belongsOnBoard, fileList, filesBelow, listFiles } from './fileList';

let base = '';
const at = (...parts: string[]): string => join(base, ...parts);

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'file-list-'));
  await mkdir(at('public'));
  await mkdir(at('board', 'server'), { recursive: true });
  await writeFile(at('index.html'), '<script type="module" src="./main.js"></script>');
  await writeFile(at('main.js'), 'document.title = "x";');
  await writeFile(at('public', 'icon.svg'), '<svg/>');
  await writeFile(at('board', 'install.sh'), '#!/bin/sh\n');
  await writeFile(at('board', 'server', 'nginx.conf'), 'events {}\n');
  await writeFile(at('board', 'board.test.ts'), '');
  await build({
    root: base,
    configFile: false,
    base: './',
    logLevel: 'silent',
    plugins: [fileList(at('board'))],
  });
});

afterAll(() => rm(base, { recursive: true }));

it('lists every file of the built page, what is public and what a board needs included', async () => {
  const list: unknown = JSON.parse(await readFile(at('dist', 'files.json'), 'utf8'));
  expect(list).toEqual(await listFiles(at('dist')));
  const paths = (await listFiles(at('dist'))).files.map((file) => file.path);
  expect(paths).toEqual((await filesBelow(at('dist'))).filter((path) => path !== 'files.json'));
  expect(paths).toEqual(expect.arrayContaining(['board/install.sh', 'board/server/nginx.conf', 'icon.svg']));
  expect(paths).toEqual(expect.not.arrayContaining(['board/board.test.ts']));
});

it('says size and SHA-256 of each', async () => {
  const { files } = await listFiles(at('dist'));
  for (const { path, bytes, sha256 } of files) {
    const content = await readFile(at('dist', path));
    expect(content.length).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  }
});

it('names the build anew when a byte changes, and as before when it changes back', async () => {
  const before = await listFiles(at('dist'));
  await writeFile(at('dist', 'icon.svg'), '<svg />');
  expect((await listFiles(at('dist'))).build).not.toBe(before.build);
  await writeFile(at('dist', 'icon.svg'), '<svg/>');
  expect((await listFiles(at('dist'))).build).toBe(before.build);
});

it('leaves out of a board what only tests it', () => {
  expect(
    ['install.sh', 'native/infer.c', 'board.test.ts', 'native/build/infer'].filter(belongsOnBoard),
  ).toEqual(['install.sh', 'native/infer.c']);
});
