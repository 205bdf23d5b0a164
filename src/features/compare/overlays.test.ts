// Runs over each other: a line for each run and series at its own steps, and figures that are those of the line.
import { expect, it } from 'vitest';
import { FAKE_CATALOGUE } from '../../testing/fakeCatalogue';
import { drawnLines } from '../../ui/charts/drawnLines';
import { fixtureMeasure } from '../../testing/runFixture';
import { comparedRuns } from './compared';
import { figuresOf, overlaysOf } from './overlays';
import { testRecord } from '../../testing/comparedRecords';

const taskOf = (id: string) => FAKE_CATALOGUE.tasks.find((task) => task.id === id);
const overlay = (id: string, records = [testRecord('a', 3), testRecord('b', 5)]) => {
  const found = overlaysOf(comparedRuns(records), taskOf).find((one) => one.id === id);
  if (!found) throw new Error(`There is no overlay ${id}`);
  return found;
};

it('draws each run at its own steps, in a colour and dashes of its own', () => {
  const lines = overlay('losses/gLoss').layers.flatMap(({ definition, record }) =>
    drawnLines(definition, record, 'step'),
  );
  expect(lines.map(({ label, role, raw }) => ({ label, role, raw }))).toEqual([
    { label: 'Run a', role: 'run-1', raw: [1, 2, 3].map((x) => ({ x, y: x + 1 })) },
    { label: 'Run b', role: 'run-2', raw: [1, 2, 3, 4, 5].map((x) => ({ x, y: x + 1 })) },
  ]);
  const byTime = overlay('losses/dLoss').layers.map(({ definition, record }) =>
    drawnLines(definition, record, 'time')[0].raw.at(-1),
  );
  expect(byTime).toEqual([
    { x: 0.3, y: 3 },
    { x: 0.5, y: 5 },
  ]);
});

it('has a chart for every series of every chart, floors aside', () => {
  const ids = overlaysOf(comparedRuns([testRecord('a', 3), testRecord('b', 3)]), taskOf).map(({ id }) => id);
  expect(ids).toEqual([
    ...['losses/gLoss', 'losses/dLoss', 'accuracy/accuracyReal', 'accuracy/accuracyFake'],
    ...['quality/frechet', 'evenness/kl'],
  ]);
});

it('names runs that have no such numbers, and judges that differ', () => {
  const measured = testRecord('a', 3);
  const bare = { ...testRecord('b', 3), measures: [] };
  expect(overlay('quality/frechet', [measured, bare]).without.map(({ name }) => name)).toEqual(['Run b']);
  const other = { ...testRecord('c', 3), measures: [fixtureMeasure(3, { evaluator: 'another judge' })] };
  expect(overlay('quality/frechet', [measured, other]).judges).toEqual([
    'classifier of a test',
    'another judge',
  ]);
  expect(overlay('quality/frechet').judges).toEqual([]);
  const random = {
    ...testRecord('d', 3),
    measures: [fixtureMeasure(3, { evaluator: 'fixed random features' })],
  };
  const { layers, caveat } = overlay('quality/frechet', [measured, random]);
  expect(layers.map(({ run }) => run.name)).toEqual(['Run a']);
  expect(caveat).toMatch(/random features/);
});

it('says the last, lowest and highest value of the smoothed line, and where they stand', () => {
  const record = testRecord('a', 3);
  const history = record.history.map((point, i) => ({ ...point, values: { gLoss: [4, 1, NaN][i] } }));
  const [layer] = overlay('losses/gLoss', [{ ...record, history }, testRecord('b', 3)]).layers;
  // The mean of two points with weights 1 - 2/41 and 1, written out.
  const keep = 1 - 2 / 41;
  const mean = (keep * 4 + 1) / (keep + 1);
  const figures = figuresOf(layer);
  expect(figures?.last.step).toBe(2);
  expect(figures?.last.value).toBeCloseTo(mean, 12);
  expect(figures?.lowest).toEqual(figures?.last);
  expect(figures?.highest).toEqual({ value: 4, step: 1 });
});

it('tells runs of one name apart', () => {
  const named = (id: string, seed: number) => ({ ...testRecord(id, 1, { seed }), name: 'Digits' });
  const names = (...records: ReturnType<typeof named>[]) => comparedRuns(records).map(({ name }) => name);
  expect(names(named('a', 1), named('b', 2))).toEqual(['Digits (1)', 'Digits (2)']);
  expect(names(named('abcdefgh', 1), named('ijklmnop', 1))).toEqual(['Digits (abcdef)', 'Digits (ijklmn)']);
});
