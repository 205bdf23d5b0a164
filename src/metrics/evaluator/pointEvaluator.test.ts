import { describe, expect, it } from 'vitest';
import { modeRows, pointEvaluator } from './pointEvaluator';
import { NO_CLASS, predictedClasses } from './predictedClasses';

const modes = { centres: [[0.5, 0] as const, [-0.5, 0] as const], deviation: 0.1 };

describe('modeRows', () => {
  it('gives a point to the mode that it lies within three deviations of', () => {
    const points = Float32Array.from([0.5, 0.29, -0.5, 0.31, -0.4, -0.1]);
    expect([...modeRows(points, modes)]).toEqual([1, 0, 0, 0, 0, 1]);
    expect([...predictedClasses(modeRows(points, modes), 2)]).toEqual([0, NO_CLASS, 1]);
  });

  it('gives a point between two that overlap to the nearer one', () => {
    const wide = { ...modes, deviation: 1 };
    expect([...modeRows(Float32Array.from([0.1, 0, -0.1, 0]), wide)]).toEqual([1, 0, 0, 1]);
  });
});

describe('pointEvaluator', () => {
  it('says what counts as good, and knows no classes where there are no modes', () => {
    expect(pointEvaluator(modes)).toMatchObject({
      classNames: ['cluster 1', 'cluster 2'],
      size: 2,
      sees: 'points',
    });
    expect(pointEvaluator(modes).label).toContain('3 standard deviations');
    expect(pointEvaluator(null)).toMatchObject({ classNames: [], label: 'distances in the plane' });
  });
});
