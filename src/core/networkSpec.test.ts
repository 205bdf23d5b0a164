import { describe, expect, it } from 'vitest';
import { InvalidValueError } from './errors';
import {
  networkTotals,
  resolveNetwork,
  samePadding,
  stepMultiplyAdds,
  type NetworkSpec,
} from './networkSpec';

const generator: NetworkSpec = {
  name: 'generator',
  input: [10],
  layers: [
    { kind: 'dense', units: 2 * 2 * 6 },
    { kind: 'reshape', shape: [2, 2, 6] },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 4, kernel: 3 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'conv2dTranspose', filters: 3, kernel: 4, stride: 2, useBias: false },
  ],
};

describe('resolveNetwork', () => {
  it('follows shapes and names layers', () => {
    expect(resolveNetwork(generator).map((l) => [l.name, ...l.output])).toEqual([
      ['dense_1', 24],
      ['reshape_1', 2, 2, 6],
      ['upsample_1', 4, 4, 6],
      ['conv2d_1', 4, 4, 4],
      ['batchNorm_1', 4, 4, 4],
      ['conv2dTranspose_1', 8, 8, 3],
    ]);
  });

  it('counts parameters and multiply-adds by hand', () => {
    const totals = networkTotals(generator);
    expect(totals.trainable).toBe(10 * 24 + 24 + 9 * 6 * 4 + 4 + 2 * 4 + 16 * 3 * 4);
    expect(totals.nonTrainable).toBe(8);
    expect(totals.multiplyAdds).toBe(240 + 16 * 9 * 6 * 4 + 64 + 16 * 4 * 16 * 3);
  });

  it('refuses layers that do not fit, naming both shapes', () => {
    const wrong: NetworkSpec = { name: 'g', input: [10], layers: [{ kind: 'reshape', shape: [3, 3, 1] }] };
    expect(() => resolveNetwork(wrong)).toThrow(InvalidValueError);
    expect(() => resolveNetwork(wrong)).toThrow(/\[10\].*\[3, 3, 1\]/);
    expect(() => resolveNetwork({ ...wrong, layers: [{ kind: 'conv2d', filters: 1, kernel: 3 }] })).toThrow(
      /image/,
    );
  });
});

describe('samePadding', () => {
  it.each([
    [28, 3, 2, [0, 1]],
    [14, 3, 2, [0, 1]],
    [7, 3, 2, [1, 1]],
    [28, 4, 2, [1, 1]],
    [28, 3, 1, [1, 1]],
    [5, 1, 1, [0, 0]],
  ])('side %i kernel %i stride %i', (side, kernel, stride, expected) => {
    expect(samePadding(side, kernel, stride)).toEqual(expected);
  });
});

describe('stepMultiplyAdds', () => {
  it('counts forward passes and gradients of both updates', () => {
    const d: NetworkSpec = { name: 'd', input: [4], layers: [{ kind: 'dense', units: 1 }] };
    const g: NetworkSpec = { name: 'g', input: [2], layers: [{ kind: 'dense', units: 4 }] };
    expect(stepMultiplyAdds(g, d, 1, 1)).toBe(8 + 2 * 4 * 3 + 8 * 3 + 4 * 2);
    expect(stepMultiplyAdds(g, d, 2, 3)).toBe(2 * (3 * (8 + 24) + 24 + 8));
  });
});
