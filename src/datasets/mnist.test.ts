// The facts on record about the published files, against the files themselves where they are at hand.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultParams } from '../core/paramSpec';
import { createMemoryStore } from './deviceStore';
import { FASHION_MNIST } from './fashionMnist';
import { idxDataset, type IdxDatasetFacts } from './idxDataset';
import { MNIST } from './mnist';

const FOLDER = process.env.DATASETS_DIR ?? resolve('..', 'shared', 'data');

interface Expected {
  readonly facts: IdxDatasetFacts;
  readonly firstTrain: readonly number[];
  readonly firstTest: readonly number[];
  /** Training images of class 5. */
  readonly fives: number;
}

const cases: Expected[] = [
  { facts: MNIST, firstTrain: [5, 0, 4, 1], firstTest: [7, 2, 1, 0], fives: 5421 },
  { facts: FASHION_MNIST, firstTrain: [9, 0, 0, 3], firstTest: [9, 2, 1, 1], fives: 6000 },
];

describe.each(cases)('$facts.label', ({ facts, firstTrain, firstTest, fives }) => {
  const folder = resolve(FOLDER, facts.id);

  it.skipIf(!existsSync(folder))(
    'from DATASETS_DIR has the checksums, sizes and labels on record',
    async () => {
      const asked: string[] = [];
      const dataset = idxDataset(facts, () => ({
        store,
        appBase: 'http://app.test/',
        stallTimeoutMs: 10_000,
        fetch: async (input) => {
          asked.push(String(input));
          return new Response(await readFile(resolve(folder, String(input).split('/').at(-1) ?? '')));
        },
      }));
      const store = createMemoryStore('test');
      const context = (classes: string) => ({
        params: { ...defaultParams(dataset.params), classes },
        signal: new AbortController().signal,
        progress: () => undefined,
      });
      const train = await dataset.load(context('all'));
      expect(train.size).toBe(60_000);
      expect([...(train.read([0, 1, 2, 3]).labels ?? [])]).toEqual(firstTrain);
      expect((await dataset.load(context('5'))).size).toBe(fives);
      const test = await dataset.loadTest?.(context('all'));
      expect(test?.size).toBe(10_000);
      expect([...(test?.read([0, 1, 2, 3]).labels ?? [])]).toEqual(firstTest);
      expect(asked).toHaveLength(4);
    },
  );

  it('offers mirrors over https only', () => {
    for (const mirror of facts.mirrors) expect(mirror).toMatch(/^https:\/\/.*\/$/);
  });
});
