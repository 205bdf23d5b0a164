import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { datasetFile } from './serveDatasets';

describe('datasetFile', () => {
  const base = mkdtempSync(join(tmpdir(), 'datasets-'));
  const folder = join(base, 'public');

  beforeAll(() => {
    mkdirSync(join(folder, 'mnist'), { recursive: true });
    writeFileSync(join(folder, 'mnist', 'train.idx3-ubyte.gz'), 'x');
    writeFileSync(join(base, 'secret.txt'), 'x');
    symlinkSync(join(base, 'secret.txt'), join(folder, 'mnist', 'link.txt'));
  });

  it('finds a file of a data set', async () => {
    expect(await datasetFile(folder, '/datasets/mnist/train.idx3-ubyte.gz')).toMatch(
      /train\.idx3-ubyte\.gz$/,
    );
  });

  it.each([
    '/datasets/mnist/missing.gz',
    '/datasets/mnist/',
    '/datasets/../secret.txt',
    '/datasets/mnist/../../secret.txt',
    '/datasets/mnist/..%2f..%2fsecret.txt',
    '/datasets/mnist/link.txt',
    '/datasets/.hidden/file',
  ])('answers nothing for %s', async (path) => {
    expect(await datasetFile(folder, path)).toBeNull();
  });
});
