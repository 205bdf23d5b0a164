import { expect, it } from 'vitest';
import { gridClasses, gridSize, samplesPerClass } from './sampleGrid';

it('gives every class one row of the grid', () => {
  expect([gridSize(0), gridSize(10), gridSize(4), gridSize(100)]).toEqual([64, 60, 64, 100]);
  const classes = gridClasses(10);
  const columns = samplesPerClass(10);
  for (let i = 0; i < classes.length; i++) expect(classes[i]).toBe(Math.floor(i / columns));
  expect(new Set(classes).size).toBe(10);
});

it('gives all the samples one class where there are none', () => {
  expect(new Set(gridClasses(0))).toEqual(new Set([0]));
});
