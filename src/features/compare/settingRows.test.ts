// Settings side by side: which differ, what they are called, and what a run that lacks one shows.
import { expect, it } from 'vitest';
import { readRunConfig } from '../../core/runConfig';
import { FAKE_CATALOGUE } from '../../testing/fakeCatalogue';
import { settingRows } from './settingRows';

const config = (pairs: Readonly<Record<string, unknown>>) => readRunConfig(pairs, FAKE_CATALOGUE);
const differing = (...pairs: Readonly<Record<string, unknown>>[]) =>
  settingRows(pairs.map(config), FAKE_CATALOGUE).filter(({ differs }) => differs);

it('finds nothing between equal runs, and still has every setting', () => {
  const rows = settingRows([config({}), config({})], FAKE_CATALOGUE);
  expect(rows.filter(({ differs }) => differs)).toEqual([]);
  const keys = rows.map(({ key }) => key);
  for (const key of ['task', 'dataset', 'model', 'loss', 'batch', 'threads', 'frozenLayers'])
    expect(keys).toContain(key);
  expect(new Set(keys).size).toBe(keys.length);
});

it('says numbers, switches and seeds as people read them', () => {
  const rows = differing(
    { seed: 1234567891, learningRateG: 0.0002 },
    { seed: 1234567892, learningRateG: 0.001 },
  );
  expect(rows.map(({ key, values }) => [key, values])).toEqual([
    ['seed', ['1234567891', '1234567892']],
    ['learningRateG', ['0.0002', '0.001']],
  ]);
  expect(differing({ spectralNorm: true }, { spectralNorm: false })[0].values).toEqual(['on', 'off']);
});

it('differs where one of three does', () => {
  expect(differing({}, {}, { batch: 8 }).map(({ key }) => key)).toEqual(['batch']);
});

it('names what was chosen by its label, and has nothing where a run has no such setting', () => {
  const { losses } = FAKE_CATALOGUE;
  const plain = losses.find(({ params }) => params.length === 0);
  const other = losses.find(({ params }) => params.length > 0);
  if (!plain || !other) throw new Error('The fake catalogue has no two such losses.');
  const rows = differing({ loss: plain.id }, { loss: other.id });
  expect(rows.find(({ key }) => key === 'loss')?.values).toEqual([plain.label, other.label]);
  const own = rows.find(({ key }) => key === `loss.${other.params[0].id}`);
  expect(own?.label).toBe(other.params[0].label);
  expect(own?.values[0]).toBeNull();
  expect(own?.values[1]).not.toBeNull();
});
