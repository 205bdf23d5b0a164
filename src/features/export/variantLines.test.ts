import { expect, it } from 'vitest';
import { RANDOM_EVALUATOR, type MeasurePoint } from '../../core/measures';
import type { VariantReport } from '../../protocol';
import { shownColumns, VARIANT_COLUMNS, variantCell, variantLine } from './variantLines';

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
  measures,
  parameters: 855_425,
  multiplyAdds: 87_782_912,
  zeroShare: 0,
  sizeBytes: 882_560,
  gzipBytes: 755_940,
  millisecondsPerImage: null,
  drawn: { count: 0, height: 1, width: 1, channels: 1, pixels: new Uint8Array() },
  layers: [],
};

it('makes a line of what was measured, and dashes of what was not', () => {
  const line = variantLine({ key: 'k', runName: 'Run', what: 'int8', outcome: report });
  const cells = VARIANT_COLUMNS.map(({ id }) => variantCell(line, id));
  expect(cells[0]).toBe('int8');
  expect(cells[2]).toBe('6.63');
  expect(cells[3]).toBe('–');
  expect(cells[4]).toBe('10');
  expect(cells.at(-1)).toBe('–');
  expect(line.sizeBytes).toBe(882_560);
});

it('says why a line could not be measured', () => {
  const line = variantLine({ key: 'k', runName: 'Run', what: 'int8', outcome: 'Layer x is of a kind.' });
  expect(line.problem).toBe('Layer x is of a kind.');
  expect(line.measured).toBe(false);
  expect(variantLine({ key: 'k', runName: 'Run', what: 'int8', outcome: null }).problem).toBeNull();
});

it('shows no distance of random features, and the others beside it where a judge knows them', () => {
  const row = { key: 'k', runName: 'Run', what: 'int8', outcome: report };
  const evaluator = `${RANDOM_EVALUATOR} (no classifier for these images)`;
  const random = { ...row, outcome: { ...report, measures: { ...measures, evaluator } } };
  expect(variantLine(random).frechet).toBeNull();
  expect(variantLine(random).modes).toBe(10);
  const hasDistance = (rows: readonly (typeof row)[]) =>
    shownColumns(rows).some(({ id }) => id === 'frechet');
  expect([[row], [random], [row, random], []].map(hasDistance)).toEqual([true, false, true, true]);
});
