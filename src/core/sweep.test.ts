// Sweeps as configurations: which runs, in which order, and what is refused.
import { describe, expect, it } from 'vitest';
import { FAKE_CATALOGUE } from '../testing/fakeCatalogue';
import { plannedRuns, readSeeds, sweptConfig, type SweepPlan } from './sweep';

const PLAN: SweepPlan = {
  base: { steps: 40, seed: 9 },
  swept: [
    { key: 'batch', values: [8, 16] },
    { key: 'dSteps', values: [1, 5] },
  ],
  seeds: [3, 4],
};

describe('a sweep', () => {
  it('takes every combination with a seed before it takes the next seed', () => {
    expect(plannedRuns(PLAN).map(({ values, seed }) => [...values, seed])).toEqual([
      [8, 1, 3],
      [8, 5, 3],
      [16, 1, 3],
      [16, 5, 3],
      [8, 1, 4],
      [8, 5, 4],
      [16, 1, 4],
      [16, 5, 4],
    ]);
  });

  it('gives the configuration of each run, and refuses what a setting cannot be', () => {
    const [first] = plannedRuns(PLAN);
    const config = sweptConfig(PLAN, first, FAKE_CATALOGUE);
    expect(config).toMatchObject({ batch: 8, dSteps: 1, seed: 3, steps: 40 });
    const wrong = { ...PLAN, swept: [{ key: 'batch', values: [0] }] };
    expect(() => sweptConfig(wrong, { values: [0], seed: 1 }, FAKE_CATALOGUE)).toThrow(
      'Batch size (batch) is 0',
    );
  });

  it('leaves parameters of what is chosen by it at their defaults', () => {
    const [from, to] = FAKE_CATALOGUE.models;
    const own = from.params.find(({ kind }) => kind === 'integer' || kind === 'number');
    if (own?.kind !== 'integer' && own?.kind !== 'number') throw new Error('The first model has no number.');
    const plan = {
      base: { model: from.id, [`model.${own.id}`]: own.max },
      swept: [{ key: 'model', values: [to.id] }],
      seeds: [1],
    };
    const config = sweptConfig(plan, { values: [to.id], seed: 1 }, FAKE_CATALOGUE);
    expect(config.model).toBe(to.id);
    expect(config.modelParams).toEqual(
      Object.fromEntries(to.params.map((param) => [param.id, param.default])),
    );
  });
});

it.each([
  ['1-3,7', [1, 2, 3, 7]],
  [' 5 ', [5]],
  ['2; 1 2', [2, 1]],
  ['3-1', null],
  ['1-11', null],
  ['-1', null],
  ['1.5', null],
  ['', null],
])('reads the seeds %j', (text, seeds) => expect(readSeeds(text, 10)).toEqual(seeds));
