import { describe, expect, it } from 'vitest';
import { defaultParams } from '../core/paramSpec';
import { lazyDigits, syntheticDigits } from './syntheticDigitsDataset';

describe('lazyDigits', () => {
  it('draws a digit once, when it is first asked for', () => {
    const drawn: number[] = [];
    const digits = lazyDigits(1000, 7, (seed, index) => {
      drawn.push(index);
      return { pixels: new Uint8Array(784).fill(seed + (index % 100)), label: index % 10 };
    });
    expect(drawn).toEqual([]);
    const first = digits.read([3, 999, 3]);
    expect(drawn).toEqual([3, 999]);
    expect([...(first.labels ?? [])]).toEqual([3, 9, 3]);
    expect([first.pixels[0], first.pixels[784], first.pixels[784 * 2]]).toEqual([10, 106, 10]);
    first.pixels.fill(0);
    expect(digits.read([3]).pixels[783]).toBe(10);
    expect(drawn).toHaveLength(2);
  });

  it('draws the rare digit beyond its memory anew', () => {
    let count = 0;
    const draw = (_: number, index: number) => ({
      pixels: new Uint8Array(784).fill(++count),
      label: index % 10,
    });
    const digits = lazyDigits(1_000_000, 1, draw);
    digits.read([999_999]);
    expect(digits.read([999_999]).pixels[0]).toBe(2);
  });

  it('refuses an index outside', () => {
    expect(() => lazyDigits(10, 1).read([10])).toThrow(/Image 10 was asked for; the data set has 10 images/);
  });
});

it('offers digits of 28 x 28 that differ by index and style, all ten of them', async () => {
  const load = (style: number) =>
    syntheticDigits.load({
      params: { ...defaultParams(syntheticDigits.params), style },
      signal: new AbortController().signal,
      progress: () => undefined,
    });
  const [one, two] = [await load(1), await load(2)];
  expect(one).toMatchObject({ shape: [28, 28, 1], size: 20_000 });
  const indices = Array.from({ length: 200 }, (_, i) => i);
  const { pixels, labels } = one.read(indices);
  expect(new Set(labels).size).toBe(10);
  expect(pixels).toHaveLength(200 * 784);
  expect(pixels.reduce((max, value) => Math.max(max, value), 0)).toBeGreaterThan(200);
  expect(one.read([0]).pixels).not.toEqual(one.read([1]).pixels);
  expect(one.read([0]).pixels).not.toEqual(two.read([0]).pixels);
});
