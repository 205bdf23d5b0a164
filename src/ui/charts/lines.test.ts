import { describe, expect, it } from 'vitest';
import type { HistoryPoint } from '../../core/history';
import { fixtureMeasure } from '../../testing/runFixture';
import { FAKE_CATALOGUE } from '../../testing/fakeCatalogue';
import { CLASS_CHARTS, SAMPLE_CHARTS } from '.';
import { taskCharts } from './taskCharts';
import { seriesOf } from './define';
import { decimateEvenly, decimateExtremes, indexAt, smooth } from './lines';

const range = (n: number) => Float64Array.from({ length: n }, (_, i) => i);

describe('smooth', () => {
  it('leaves a constant alone from the first point on', () => {
    for (const value of smooth(new Float64Array(50).fill(3), 20)) expect(value).toBeCloseTo(3, 12);
  });

  it('agrees with the weighted mean written out', () => {
    const values = Float64Array.of(1, 5, 2, 8);
    const keep = 1 - 2 / 4;
    const weights = [keep ** 3, keep ** 2, keep, 1];
    const expected = weights.reduce((s, w, i) => s + w * values[i], 0) / weights.reduce((s, w) => s + w, 0);
    expect(smooth(values, 3)[3]).toBeCloseTo(expected, 12);
  });

  it('steps over values that are not numbers', () => {
    expect([...smooth(Float64Array.of(2, NaN, 2), 5)]).toEqual([2, 2, 2]);
  });
});

describe('decimateExtremes', () => {
  it('keeps a single spike among many points', () => {
    const y = new Float64Array(10_000);
    y[7123] = 9;
    const points = decimateExtremes(range(10_000), y, 300);
    expect(points.length).toBeLessThanOrEqual(300);
    expect(points).toContainEqual({ x: 7123, y: 9 });
    expect(points.map((p) => p.x)).toEqual(points.map((p) => p.x).toSorted((a, b) => a - b));
  });

  it('passes few points through', () => {
    expect(decimateExtremes(range(3), Float64Array.of(4, 5, 6), 300)).toHaveLength(3);
  });
});

describe('decimateEvenly', () => {
  it('keeps both ends', () => {
    const points = decimateEvenly(range(1001), range(1001), 300);
    expect(points).toHaveLength(300);
    expect([points[0].x, points[299].x]).toEqual([0, 1000]);
  });
});

describe('indexAt', () => {
  it('finds the last x not above', () => {
    expect([-1, 0, 4, 5, 99].map((at) => indexAt([0, 5, 10], at))).toEqual([0, 0, 0, 1, 2]);
    expect(indexAt([], 4)).toBe(0);
  });
});

const [adversarial] = FAKE_CATALOGUE.tasks;
const CHARTS = [...taskCharts(adversarial), ...SAMPLE_CHARTS];

describe('the charts of a run', () => {
  const point: HistoryPoint = {
    step: 3,
    seconds: 1.5,
    values: { dLoss: 0.25, gLoss: 2, accuracyReal: 0.75, accuracyFake: 0.5 },
  };

  it('turn a history into named lines with one value per point', () => {
    const record = {
      history: [point, { ...point, step: 4 }],
      measures: [fixtureMeasure(3, { values: { 'frechet-distance': 4 } })],
    };
    const lines = [...CHARTS, ...CLASS_CHARTS].flatMap((chart) => seriesOf(chart, record));
    const values = Object.fromEntries(lines.map((line) => [line.id, [...line.values]]));
    expect(values).toEqual({
      gLoss: [2, 2],
      dLoss: [0.25, 0.25],
      accuracyReal: [0.75, 0.75],
      accuracyFake: [0.5, 0.5],
      frechet: [4],
      frechetFloor: [0.1],
      kl: [NaN],
      klFloor: [0.002],
    });
  });

  it('never tell two lines of a chart apart by colour alone', () => {
    for (const chart of [...FAKE_CATALOGUE.tasks.flatMap(taskCharts), ...SAMPLE_CHARTS, ...CLASS_CHARTS]) {
      const dashes = seriesOf(chart, { history: [point], measures: [] }).map((line) => line.dash.join());
      expect(new Set(dashes).size).toBe(dashes.length);
    }
  });
});
