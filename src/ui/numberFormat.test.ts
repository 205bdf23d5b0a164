import { describe, expect, it } from 'vitest';
import { bytes, count, duration, figure, magnitude, measured, percent, rate } from './numberFormat';

describe('numbers as people read them', () => {
  it.each([
    [count(1234567), '1,234,567'],
    [duration(7.52), '7.5 s'],
    [duration(59.2), '59 s'],
    [duration(200), '3 min 20 s'],
    [duration(7500), '2 h 5 min'],
    [bytes(512), '512 B'],
    [bytes(1_234_000_000), '1.2 GB'],
    [bytes(61_400_000), '61 MB'],
    [bytes(999_900), '1.0 MB'],
    [magnitude(950), '950'],
    [magnitude(1_420_000), '1.42 M'],
    [magnitude(12_900), '12.9 k'],
    [figure(0.0002), '0.0002'],
    [figure(0.000001), '1e-6'],
    [figure(0.999), '0.999'],
    [measured(0.1432, ''), '0.143'],
    [measured(1.83e-7, ''), '1.8e-7'],
    [percent(0.637), '64\u00a0%'],
    [rate(0.4242), '0.42'],
    [rate(21.72), '21.7'],
    [rate(140.4), '140'],
  ])('%s', (shown, expected) => {
    expect(shown).toBe(expected);
  });
});
