import { describe, expect, it } from 'vitest';
import { cosineRate, epochOrder } from './trainingPlan';

describe('the plan of the training', () => {
  it('slows down along half a cosine, and stays at rest', () => {
    expect(cosineRate(0.1, 0, 100)).toBeCloseTo(0.1);
    expect(cosineRate(0.1, 50, 100)).toBeCloseTo(0.05);
    expect(cosineRate(0.1, 100, 100)).toBeCloseTo(0);
    expect(cosineRate(0.1, 130, 100)).toBeCloseTo(0);
  });

  it('sees every image once an epoch, in another order each time', () => {
    const [first, second] = [epochOrder(50, 1, 0), epochOrder(50, 1, 7)];
    expect([...first].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(epochOrder(50, 1, 0)).toEqual(first);
    expect(second).not.toEqual(first);
  });
});
