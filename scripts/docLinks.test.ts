// Every link between documents, and from them to code, leads somewhere.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from './runTool';

const inDocs = (await readdir(join(repositoryRoot, 'docs'), { recursive: true }))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name.replaceAll('\\', '/')}`);

it.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...inDocs])('%s', async (path) => {
  const text = await readFile(join(repositoryRoot, path), 'utf8');
  const targets = [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map(([, target]) => target);
  const local = targets.filter((target) => !/^[a-z]+:/.test(target));
  const dead = local.filter((target) => !existsSync(join(repositoryRoot, dirname(path), target)));
  expect(dead).toEqual([]);
});
