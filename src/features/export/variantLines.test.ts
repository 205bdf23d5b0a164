import { expect, it } from 'vitest';
import { RANDOM_EVALUATOR, type MeasurePoint } from '../../core/measures';
import type { VariantReport } from '../../protocol';
import { publishedFigures } from './publishedFigures';
import { shownColumns, variantCell, variantLine, type ComparedRow } from './variantLines';

const norms = { gradient: 0, weights: 0 };
const measures: MeasurePoint = {
  step: 4,
  seconds: 0,
  samples: 1000,
  evaluator: 'a judge',
  values: { 'frechet-distance': 6.6341, 'modes-covered': 10 },
  floors: {},
  floorSamples: 1000,
  classNames: [],
  classCounts: [],
  generator: norms,
  discriminator: norms,
};
const report: VariantReport = {
  generatorLoss: 0.51,
  losses: [],
  judged: 256,
  measures,
  parameters: 855_425,
  multiplyAdds: 87_782_912,
  zeroShare: 0,
  sizeBytes: 882_560,
  gzipBytes: 755_940,
  millisecondsPerImage: null,
  pictures: [],
  layers: [],
};

const row: ComparedRow = { key: 'k', runName: 'Run', what: 'int8', outcome: report, published: null };

it('makes a line of what was measured, and dashes of what was not', () => {
  const line = variantLine(row, report);
  const cells = shownColumns([row]).map((column) => variantCell(line, column));
  expect(cells[0]).toBe('int8');
  expect(cells[2]).toBe('6.63');
  expect(cells[3]).toBe('–');
  expect(cells[4]).toBe('10');
  expect(cells.at(-1)).toBe('–');
  expect(line.cells.sizeBytes).toBe(882_560);
});

it('says why a line could not be measured', () => {
  const line = variantLine({ ...row, outcome: 'Layer x is of a kind.' }, report);
  expect(line.problem).toBe('Layer x is of a kind.');
  expect(line.measured).toBe(false);
  expect(variantLine({ ...row, outcome: null }, null).problem).toBeNull();
});

it('shows no distance of random features, and the others beside it where a judge knows them', () => {
  const evaluator = `${RANDOM_EVALUATOR} (no classifier for these images)`;
  const random = { ...row, outcome: { ...report, measures: { ...measures, evaluator } } };
  expect(variantLine(random, report).cells).toMatchObject({ frechet: null, modes: 10 });
  const hasDistance = (rows: readonly ComparedRow[]) => shownColumns(rows).some(({ id }) => id === 'frechet');
  expect([[row], [random], [row, random], []].map(hasDistance)).toEqual([true, false, true, true]);
});

it('holds translators against the first row, each loss by itself, and beside what was published', () => {
  const first = { ...report, measures: null, losses: [{ id: 'l1', label: 'L1', value: 0.0321 }] };
  const small = { ...first, generatorLoss: 0.52, sizeBytes: 220_640 };
  const rows = [
    { ...row, outcome: first, published: publishedFigures('cycle-gan', 'original') },
    { ...row, outcome: small, published: publishedFigures('cycle-gan', 'int8') },
  ];
  const columns = shownColumns(rows);
  const shown = rows.map((one) => {
    const line = variantLine(one, first);
    return Object.fromEntries(columns.map((column) => [column.label, variantCell(line, column)]));
  });
  expect(shown[0]).toMatchObject({ Change: '+0.0 %', L1: '0.0321', Published: '64 MB, loss 3.572' });
  expect(shown[1]).toMatchObject({
    Change: '+2.0 %',
    'Of the size': '25\u00a0%',
    Published: '30\u00a0%, +33.1 %',
  });
  expect(columns.some(({ id }) => id === 'frechet')).toBe(false);
  expect(shownColumns([{ ...row, outcome: first }]).at(-1)?.id).toBe('milliseconds');
});
