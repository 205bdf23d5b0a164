import { describe, expect, it } from 'vitest';
import { defaultParams } from '../../core/paramSpec';
import { lazyDigits } from '../syntheticDigitsDataset';
import { classesAsDomains } from './domains';
import { invertOutline, thin, turnQuarter } from './pictures';
import { readyPairs } from './readyPairs';

const picture = (rows: readonly string[]): Uint8Array =>
  Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 255 : 0));
const SQUARE = [5, 5] as const;
const STROKE = picture(['.....', '..#..', '..#..', '.....', '.....']);

describe('pictures', () => {
  it('turns ink into a dark outline on white, hollow inside', () => {
    const pixels = STROKE.slice();
    invertOutline(pixels, SQUARE);
    expect([...pixels]).toEqual([...picture(['#...#', '#.#.#', '#.#.#', '#...#', '#####'])]);
  });

  it('turns a picture by a quarter against the clock', () => {
    const pixels = picture(['##...', '.....', '.....', '.....', '#....']);
    turnQuarter(pixels, SQUARE);
    expect([...pixels]).toEqual([...picture(['.....', '.....', '.....', '#....', '#...#'])]);
  });

  it('makes a broad stroke one pixel wide, with soft sides', () => {
    const pixels = picture(['.###.', '.###.', '.###.', '.###.', '.###.']);
    thin(pixels, SQUARE);
    const bright = [...pixels].filter((value) => value === 255).length;
    expect(bright).toBeGreaterThan(0);
    expect(bright).toBeLessThanOrEqual(5);
  });
});

describe.each(readyPairs)('$id', (dataset) => {
  const context = {
    params: { ...defaultParams(dataset.params), size: 200 },
    signal: new AbortController().signal,
    progress: () => undefined,
  };

  it('has other digits in each domain to learn from, and the same digit in both of a test pair', async () => {
    const training = await dataset.load(context);
    expect(training.size).toBe(200);
    expect(training.pair?.aligned).toBe(false);
    const both = training.read([99, 100]);
    expect([...(both.labels ?? [])]).toEqual([0, 1]);
    expect(both.pixels.subarray(0, 784)).toEqual(training.pair?.a.images.read([99]).pixels);
    expect(both.pixels.subarray(784)).toEqual(training.pair?.b.images.read([0]).pixels);
    const test = await dataset.loadTest?.(context);
    expect(test?.pair?.aligned).toBe(true);
    const [a, b] = [test?.pair?.a.images.read([5, 6]), test?.pair?.b.images.read([5, 6])];
    expect(a?.labels).toEqual(b?.labels);
    expect(a?.pixels).not.toEqual(b?.pixels);
    expect(test?.pair?.b.images.read([5, 6]).pixels).toEqual(b?.pixels);
  });
});

describe('classesAsDomains', () => {
  const digits = lazyDigits(40, 1);

  it('makes domains of two classes', () => {
    const { a, b } = classesAsDomains(digits, 3, 7);
    expect([a.name, b.name, a.images.size, b.images.size]).toEqual(['3', '7', 4, 4]);
    expect([...(b.images.read([0, 3]).labels ?? [])]).toEqual([7, 7]);
    expect(() => a.images.read([4])).toThrow('the domain has 4 images');
  });

  it.each([
    ['the same class twice', digits, [3, 3], 'Both domains are the class 3'],
    ['a class that there is not', digits, [3, 11], 'There is no class 11'],
    ['a class without images', lazyDigits(1, 1), [0, 1], /None of the 1 images is of class/],
    ['images without labels', { ...digits, classNames: null }, [0, 1], 'of one kind'],
  ] as const)('refuses %s', (_, dataset, [a, b], words) => {
    expect(() => classesAsDomains(dataset, a, b)).toThrow(words);
  });
});
