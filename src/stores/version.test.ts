import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { VERSION } from './version';

const text = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

it('is that of package.json and of the newest section of the changelog', async () => {
  const manifest: unknown = JSON.parse(await text('package.json'));
  expect(manifest).toMatchObject({ version: VERSION });
  const sections = [...(await text('CHANGELOG.md')).matchAll(/^## (\S+) - \d{4}-\d\d-\d\d$/gm)];
  expect(sections[0][1]).toBe(VERSION);
});
