import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/core/random';
import { median, summarize } from '../statistics';
import { medianInterval, roundRatios, verdictOf } from './verdict';

describe('medianInterval', () => {
  it('takes the order statistics of the tables', () => {
    const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
    // The largest r with P(B <= r - 1) <= 0.025 for B of n fair coins: ranks r and n + 1 - r.
    expect(medianInterval(upTo(5))).toEqual({ low: 1, high: 5 });
    expect(medianInterval(upTo(6))).toEqual({ low: 1, high: 6 });
    expect(medianInterval(upTo(9))).toEqual({ low: 2, high: 8 });
    expect(medianInterval(upTo(15))).toEqual({ low: 4, high: 12 });
    expect(medianInterval(upTo(20))).toEqual({ low: 6, high: 15 });
  });

  it('holds the median as often as it says', () => {
    const random = createRandom(3);
    let held = 0;
    for (let i = 0; i < 2000; i++) {
      const { low, high } = medianInterval(Array.from({ length: 12 }, random.uniform));
      if (low <= 0.5 && 0.5 <= high) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.95);
  });
});

describe('ratios', () => {
  it('compare what was measured in the same round', () => {
    const before = summarize('before', [[10], [20], [40]]);
    const after = summarize('after', [[11], [22], [44]]);
    expect(median(roundRatios(before, after))).toBeCloseTo(1.1);
  });

  it('are worse, hold or leave it open, and say nothing of too few rounds', () => {
    const spread = (from: number, to: number) => [0, 1, 2, 3, 4, 5].map((i) => from + ((to - from) * i) / 5);
    expect(verdictOf(spread(0.99, 1.01), 1.02)).toBe('holds');
    expect(verdictOf(spread(1.03, 1.05), 1.02)).toBe('worse');
    expect(verdictOf(spread(1.01, 1.05), 1.02)).toBe('unclear');
    expect(verdictOf([1.5, 1.5], 1.02)).toBe('unclear');
  });
});
