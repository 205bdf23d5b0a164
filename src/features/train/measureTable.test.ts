import { describe, expect, it } from 'vitest';
import type { MetricEntry } from '../../protocol';
import { fixtureMeasure } from '../../testing/runFixture';
import { quality } from '../../ui/charts/quality';
import { classBars, evenHeight, measureCaveat, measureRows, measureText } from './measureTable';

const entry = (id: string, unit: string): MetricEntry => ({
  id,
  label: id,
  help: `What ${id} says.`,
  paper: '',
  params: [],
  unit,
  better: 'lower',
  live: true,
});

describe('measureText', () => {
  it('writes shares, counts and numbers as people read them', () => {
    expect(measureText(0.874, '%')).toBe('87\u00a0%');
    expect(measureText(9, 'classes')).toBe('9');
    expect([0.1434, 13.882, 1234.5].map((value) => measureText(value, ''))).toEqual([
      '0.143',
      '13.88',
      '1235',
    ]);
    expect(measureText(undefined, '')).toBe('no value');
    expect(measureText(NaN, '%')).toBe('no value');
  });
});

describe('measureRows', () => {
  it('gives each metric that was measured, value beside floor', () => {
    const point = fixtureMeasure(5, { values: { a: 0.25, c: 2 }, floors: { a: 0.5 } });
    const rows = measureRows([entry('a', '%'), entry('b', ''), entry('c', 'nats')], point);
    expect(rows.map(({ id, label, value, floor }) => [id, label, value, floor])).toEqual([
      ['a', 'a', '25\u00a0%', '50\u00a0%'],
      ['c', 'c (nats)', '2.000', 'no value'],
    ]);
  });

  it('names the distance without a value where the data set has too few images, and says why', () => {
    const point = fixtureMeasure(5, { values: {}, floors: {}, floorSamples: 0 });
    expect(measureRows([entry('frechet-distance', '')], point)).toMatchObject([
      { value: 'no value', floor: 'no value' },
    ]);
    expect(measureCaveat(point)).toContain('too few images');
  });

  it('shows no distance of random features, and says what would tell', () => {
    const point = fixtureMeasure(5, {
      evaluator: 'fixed random features',
      values: { 'frechet-distance': 0.016, variety: 0.9 },
      floors: { 'frechet-distance': 0.001, variety: 1 },
      floorSamples: 100,
    });
    const rows = measureRows([entry('frechet-distance', ''), entry('variety', '%')], point);
    expect(rows.map(({ id }) => id)).toEqual(['variety']);
    expect(measureCaveat(point)).toContain('random features');
    expect(quality.instead?.([point])).toBe(measureCaveat(point));
    const trained = { ...point, evaluator: 'MNIST classifier' };
    expect(measureCaveat(trained)).toBeNull();
    expect(quality.instead?.([trained])).toBeNull();
  });
});

describe('classBars', () => {
  const point = fixtureMeasure(5, { classNames: ['x', 'y'], classCounts: [30, 10] });

  it('measures bars against the tallest', () => {
    expect(classBars(point).map(({ share, height }) => [share, height])).toEqual([
      [0.75, 1],
      [0.25, 1 / 3],
    ]);
  });

  it('draws the even share at its height', () => {
    expect(evenHeight(point)).toBeCloseTo(20 / 30, 12);
  });
});
