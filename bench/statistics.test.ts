import { describe, expect, it } from 'vitest';
import { fastest, interleave, median, quantile, speedup, summarize } from './statistics';

describe('quantile', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2.5],
    [[10, 20, 30, 40], 0.25, 17.5],
    [[10, 20, 30, 40], 1, 40],
    [[7], 0.75, 7],
  ])('of %j at %f is %f', (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
  });

  it('is not a number for nothing', () => {
    expect(median([])).toBeNaN();
  });
});

describe('interleave', () => {
  it('gives every contestant every round, and every place in a round', async () => {
    const order: string[] = [];
    const contestant = (name: string, ms: number) => ({
      name,
      round: async () => {
        order.push(name);
        return [ms, ms];
      },
    });
    const timings = await interleave([contestant('a', 1), contestant('b', 2), contestant('c', 3)], 3);
    expect(order.join('')).toBe('abcbcacab');
    expect(timings.map((t) => t.medianMs)).toEqual([1, 2, 3]);
    expect(timings[0].rounds).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('speedup', () => {
  it('compares within a round, so that a machine that slows down changes nothing', () => {
    const ours = summarize('ours', [[10, 10], [20], [40]]);
    const peer = summarize('peer', [[15], [30], [60, 60]]);
    expect(speedup(ours, peer)).toBeCloseTo(1.5, 12);
  });
});

it('takes the least median for the fastest', () => {
  const slow = summarize('slow', [[5, 6]]);
  const quick = summarize('quick', [[4, 9, 4]]);
  expect(fastest([slow, quick])).toBe(quick);
  expect(() => fastest([])).toThrow(RangeError);
});
