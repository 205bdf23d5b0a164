import { expect, it } from 'vitest';
import { fixtureMeasure } from '../../testing/runFixture';
import { quality, RANDOM_CAVEAT } from './quality';

const at = (step: number, evaluator: string, distance: number) =>
  fixtureMeasure(step, { evaluator, values: { 'frechet-distance': distance } });

it('of a run that began with random features only what the feature network measured is a line', () => {
  const measures = [at(100, 'fixed random features', 0.008), at(200, 'feature network', 20)];
  const [line, floor] = quality.toChartData(measures);
  expect([...line.values]).toEqual([NaN, 20]);
  expect([...floor.values]).toEqual([NaN, 0.1]);
  expect(quality.instead?.(measures)).toBeNull();
  expect(quality.instead?.(measures.slice(0, 1))).toBe(RANDOM_CAVEAT);
});
