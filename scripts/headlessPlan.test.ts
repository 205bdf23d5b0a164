import { describe, expect, it } from 'vitest';
import { planStops } from './headlessPlan';

describe('planStops', () => {
  it('leaves a run without stops as it is', () => {
    expect(planStops('dataset=mnist&steps=5', [])).toEqual({ query: 'dataset=mnist&steps=5', later: [] });
  });

  it('goes to the first stop, then from stop to stop, then to the budget', () => {
    expect(planStops('seed=2&steps=900', [100, 400])).toEqual({
      query: 'seed=2&steps=100',
      later: [400, 900],
    });
  });

  it('ends at the last stop where the query names no budget, or the same one', () => {
    expect(planStops('seed=2', [100, 400])).toEqual({ query: 'seed=2&steps=100', later: [400] });
    expect(planStops('steps=400', [100, 400])).toEqual({ query: 'steps=100', later: [400] });
    expect(planStops('', [7])).toEqual({ query: 'steps=7', later: [] });
  });
});
