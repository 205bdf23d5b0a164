import { describe, expect, it } from 'vitest';
import { InvalidValueError } from './errors';
import {
  chain,
  chainLayers,
  inputShape,
  NotAChainError,
  networkTotals,
  resolveNetwork,
  samePadding,
  stepMultiplyAdds,
  type NetworkSpec,
} from './network';

const generator: NetworkSpec = chain(
  'generator',
  [10],
  [
    { kind: 'dense', units: 2 * 2 * 6 },
    { kind: 'reshape', shape: [2, 2, 6] },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 4, kernel: 3 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'conv2dTranspose', filters: 3, kernel: 4, stride: 2, useBias: false },
  ],
);

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
    const wrong: NetworkSpec = chain('g', [10], [{ kind: 'reshape', shape: [3, 3, 1] }]);
    expect(() => resolveNetwork(wrong)).toThrow(InvalidValueError);
    expect(() => resolveNetwork(wrong)).toThrow(/\[10\].*\[3, 3, 1\]/);
    expect(() => resolveNetwork(chain('g', [10], [{ kind: 'conv2d', filters: 1, kernel: 3 }]))).toThrow(
      /image/,
    );
  });
});

describe('a network with branches', () => {
  const branched: NetworkSpec = {
    name: 'two',
    inputs: [
      { name: 'a', shape: [4] },
      { name: 'b', shape: [3] },
    ],
    nodes: [
      { kind: 'dense', units: 5, id: 'left', from: ['a'], frozen: true },
      { kind: 'dense', units: 6, id: 'right', from: ['b'] },
      { kind: 'dense', units: 2, id: 'again', from: ['left'] },
    ],
    outputs: ['again', 'right'],
  };

  it('follows each, and trains no weight of a frozen node', () => {
    expect(resolveNetwork(branched).map((n) => [n.name, ...n.input, ...n.output])).toEqual([
      ['left', 4, 5],
      ['right', 3, 6],
      ['again', 5, 2],
    ]);
    const totals = networkTotals(branched);
    expect([totals.trainable, totals.nonTrainable]).toEqual([24 + 12, 25]);
    expect(totals.output).toEqual([2]);
  });

  it('is refused where it takes what is not there, or says an id twice, and is no chain', () => {
    const change = (node: object) => ({
      ...branched,
      nodes: [{ ...branched.nodes[0], ...node }, ...branched.nodes.slice(1)],
    });
    expect(() => resolveNetwork(change({ from: ['right'] }))).toThrow(/left of two takes "right"/);
    expect(() => resolveNetwork(change({ id: 'right', from: ['a'] }))).toThrow(/two values named right/);
    expect(() => resolveNetwork(change({ from: ['a', 'b'] }))).toThrow(/2 inputs; it takes one/);
    expect(() => resolveNetwork({ ...branched, outputs: ['lost'] })).toThrow(/"lost"/);
    expect(() => chainLayers(branched)).toThrow(NotAChainError);
    expect(() => inputShape(branched)).toThrow(/2 inputs \(a, b\)/);
    expect(chainLayers(generator)).toEqual(resolveNetwork(generator));
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
    const d: NetworkSpec = chain('d', [4], [{ kind: 'dense', units: 1 }]);
    const g: NetworkSpec = chain('g', [2], [{ kind: 'dense', units: 4 }]);
    expect(stepMultiplyAdds(g, d, 1, 1)).toBe(8 + 2 * 4 * 3 + 8 * 3 + 4 * 2);
    expect(stepMultiplyAdds(g, d, 2, 3)).toBe(2 * (3 * (8 + 24) + 24 + 8));
  });
});
