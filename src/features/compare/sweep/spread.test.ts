// Spreads against numbers worked out by hand, and the figures of runs that have them.
import { expect, it } from 'vitest';
import type { SweepPlan } from '../../../core/sweep';
import { testRecord } from '../../../testing/comparedRecords';
import { FAKE_CATALOGUE } from '../../../testing/fakeCatalogue';
import { figuresOfRun, groupsOf, numberOf, reportedBy, spreadOf } from './spread';

const taskOf = (id: string) => FAKE_CATALOGUE.tasks.find((task) => task.id === id);

it('spreads', () => {
  expect(spreadOf([2, 4, 9])).toEqual({
    ...{ runs: 3, mean: 5, deviation: Math.sqrt((9 + 1 + 16) / 2), least: 2, most: 9 },
  });
  expect(spreadOf([3, NaN])).toMatchObject({ runs: 1, mean: 3, deviation: NaN });
  expect(spreadOf([NaN])).toBeNull();
});

it('has a group for each combination, with the runs that are done', () => {
  const plan: SweepPlan = { base: {}, swept: [{ key: 'batch', values: [8, 16] }], seeds: [1, 2] };
  const runs = [5, 6, 7].map((steps, i) => figuresOfRun(testRecord(`r${i}`, steps), taskOf));
  const groups = groupsOf(plan, [runs[0], runs[1], null, runs[2]]);
  expect(
    groups.map(({ values, runs: own }) => [values, own.map(({ seed, run }) => [seed, run.step])]),
  ).toEqual([
    [[8], [[1, 5]]],
    [
      [16],
      [
        [1, 6],
        [2, 7],
      ],
    ],
  ]);
});

it('reads the end or the best of what was reported', () => {
  const run = figuresOfRun(testRecord('r', 40), taskOf);
  const reported = reportedBy([run]);
  expect(reported[0]).toMatchObject({ isMeasured: true });
  expect(reported[0].better).not.toBeNull();
  const loss = reported.find(({ id }) => id.endsWith('/dLoss'));
  if (!loss) throw new Error(`No loss among ${reported.map(({ id }) => id).join()}`);
  expect(numberOf(run, loss, 'last')).toBe(run.figures.get(loss.id)?.last.value);
  const best = { ...loss, better: 'lower' } as const;
  expect(numberOf(run, best, 'best')).toBeLessThan(numberOf(run, best, 'last'));
  expect(numberOf(run, { ...loss, id: 'nothing' }, 'last')).toBeNaN();
});
