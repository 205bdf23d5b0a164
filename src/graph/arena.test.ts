import { describe, expect, it } from 'vitest';
import { createRandom } from '../core/random';
import { planArena, type Lifetime } from './arena';

const chain = (sizes: readonly number[]): Lifetime[] =>
  sizes.map((bytes, i) => ({ bytes, from: i, to: i + 1 }));

function expectApart(values: readonly Lifetime[]): number {
  const { sizeBytes, offsets } = planArena(values);
  for (const [i, a] of values.entries()) {
    expect(offsets[i] >= 0 && offsets[i] + a.bytes <= sizeBytes).toBe(true);
    for (const [j, b] of values.entries()) {
      const together = a.from <= b.to && b.from <= a.to;
      if (j <= i || !together) continue;
      expect(offsets[i] + a.bytes <= offsets[j] || offsets[j] + b.bytes <= offsets[i]).toBe(true);
    }
  }
  return sizeBytes;
}

it.each([[[10, 40, 7, 25, 30]], [[5, 3, 3, 5]], [[9]], [[1, 2, 3, 4, 5, 6]]])(
  'a chain of %j takes what its two largest neighbours take',
  (sizes) => {
    const most = Math.max(...sizes.map((size, i) => size + (sizes[i + 1] ?? 0)));
    expect(expectApart(chain(sizes))).toBe(most);
  },
);

describe('values that live long', () => {
  it('stay untouched under what comes and goes beside them', () => {
    const values = [
      { bytes: 8, from: 0, to: 6 },
      ...chain([4, 2, 6, 3]).map((v) => ({ ...v, from: v.from + 1, to: v.to + 1 })),
    ];
    expect(expectApart(values)).toBe(8 + 9);
  });

  it('never overlap, whatever their lives are', () => {
    const random = createRandom(3);
    for (let round = 0; round < 200; round++) {
      const values = Array.from({ length: 12 }, (_, from) => ({
        bytes: 1 + Math.floor(40 * random.uniform()),
        from,
        to: from + Math.floor(5 * random.uniform()),
      }));
      const total = values.reduce((sum, { bytes }) => sum + bytes, 0);
      expect(expectApart(values)).toBeLessThanOrEqual(total);
    }
  });
});

it('nothing takes nothing', () => {
  expect(planArena([])).toEqual({ sizeBytes: 0, offsets: [] });
});
