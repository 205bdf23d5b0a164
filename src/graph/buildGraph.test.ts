import { beforeAll, describe, expect, it } from 'vitest';
import { chain, type NetworkSpec } from '../core/network';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import {
  AN12954_DISCRIMINATOR,
  AN12954_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../testing/exportModels';
import { buildGraph } from './buildGraph';
import { kindWord } from './curves';
import { multiplyAdds, parameterCount } from './facts';
import { runFloatGraph } from './floatReference';
import type { ExportGraph } from './graph';
import { transpose } from './kernelLayouts';

beforeAll(startTestEngine);

const kinds = (graph: ExportGraph) =>
  graph.nodes.map((n) => kindWord(n) + ('relu' in n && n.relu ? '+relu' : ''));

describe.each([
  ['tiny generator', TINY_GENERATOR, 4],
  ['tiny discriminator', TINY_DISCRIMINATOR, 4],
  ['dcgan-light', LIGHT_GENERATOR, 2],
  ['depthwise', DEPTHWISE_GENERATOR, 4],
  ['lw-gan', LW_GENERATOR, 2],
  ['dcgan-an12954', AN12954_GENERATOR, 2],
  ['dcgan-an12954 discriminator', AN12954_DISCRIMINATOR, 2],
] as const)('%s', (_, spec, rows) => {
  it('gives what the engine gives', () => {
    const weights = seededWeights(spec, 3);
    const inputs = seededInputs(spec, rows);
    const expected = engineOutput(spec, weights, inputs, rows);
    const graph = buildGraph(spec, weights);
    const size = Math.max(1, ...expected.map(Math.abs));
    expect(difference(runFloatGraph(graph, inputs, rows), expected).max / size).toBeLessThan(2e-5);
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(
      rows === 2 && expected.length === 2 ? 0 : 0.1,
    );
  });
});

describe('folding', () => {
  const folded = (spec: NetworkSpec) => kinds(buildGraph(spec, seededWeights(spec, 1)));

  it('leaves no batch norm in the generators', () => {
    expect(folded(AN12954_GENERATOR)).toEqual(
      'dense+relu reshape upsample conv2d+relu upsample conv2d+relu conv2d tanh'.split(' '),
    );
    expect(folded(LIGHT_GENERATOR)).toEqual(
      'dense+relu dense+relu reshape upsample conv2d+relu upsample conv2d tanh'.split(' '),
    );
    expect(folded(TINY_GENERATOR).slice(0, 3)).toEqual(['dense+relu', 'reshape', 'upsample']);
  });

  it('keeps a batch norm behind zero padding, where folding would change the border', () => {
    expect(folded(AN12954_DISCRIMINATOR).filter((kind) => kind === 'scaleShift')).toHaveLength(1);
  });

  it('folds forward into a dense layer, not into a convolution with padding', () => {
    expect(folded(TINY_DISCRIMINATOR).slice(-3)).toEqual(['conv2d+relu', 'reshape', 'dense']);
    const spec: NetworkSpec = chain(
      'x',
      [4, 4, 2],
      [
        { kind: 'batchNorm', momentum: 0.8 },
        { kind: 'conv2d', filters: 2, kernel: 3 },
      ],
    );
    expect(folded(spec)).toEqual(['scaleShift', 'conv2d']);
  });
});

it('counts parameters and multiply-adds of what is left', () => {
  const graph = buildGraph(AN12954_GENERATOR, seededWeights(AN12954_GENERATOR, 1));
  expect(parameterCount(graph)).toBe(
    101 * 6272 + 129 * 0 + (9 * 128 + 1) * 128 + (9 * 128 + 1) * 64 + 9 * 64 + 1,
  );
  expect(multiplyAdds(graph)).toBe(100 * 6272 + 14 * 14 * 9 * 128 * 128 + 28 * 28 * 9 * (128 * 64 + 64));
});

it('transposes', () => {
  const values = Float32Array.from({ length: 24 }, (_, i) => i);
  const moved = transpose(values, [2, 3, 4], [2, 0, 1]); // [4, 2, 3]
  expect(moved[1 * 6 + 1 * 3 + 2]).toBe(1 * 12 + 2 * 4 + 1);
  expect(transpose(moved, [4, 2, 3], [1, 2, 0])).toEqual(values);
});

it('names the weight that is missing or has another shape', () => {
  const weights = new Map(seededWeights(TINY_GENERATOR, 1));
  weights.set('conv2d_1/bias', { shape: [9], values: new Float32Array(9) });
  expect(() => buildGraph(TINY_GENERATOR, weights)).toThrow('conv2d_1/bias is 9; the network needs 10');
  weights.delete('conv2d_1/bias');
  expect(() => buildGraph(TINY_GENERATOR, weights)).toThrow('conv2d_1/bias is missing');
});
