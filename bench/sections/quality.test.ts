import { expect, it } from 'vitest';
import { firstPassing } from './quality';

it('takes the first point that is at least as good, also where a later one is worse again', () => {
  const points = [
    { step: 100, frechetDistance: 200 },
    { step: 150, frechetDistance: 70 },
    { step: 200, frechetDistance: 90 },
    { step: 250, frechetDistance: 60 },
  ];
  expect(firstPassing(points, 70)?.step).toBe(150);
  expect(firstPassing(points, 65)?.step).toBe(250);
  expect(firstPassing(points, 10)).toBeUndefined();
});
