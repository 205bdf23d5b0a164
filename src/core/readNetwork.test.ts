import { describe, expect, it } from 'vitest';
import { chain, type NetworkSpec } from './network';
import { readNetwork } from './readNetwork';

const GRAPH: NetworkSpec = {
  name: 'n',
  inputs: [
    { name: 'noise', shape: [4] },
    { name: 'image', shape: [2, 2, 1] },
  ],
  nodes: [
    { kind: 'dense', units: 4, useBias: false, id: 'start', from: ['noise'], frozen: true },
    { kind: 'conv2d', filters: 1, kernel: 3, padding: 'valid', id: 'conv', from: ['image'] },
    { kind: 'activation', fn: 'leakyRelu', alpha: 0.1, id: 'end', from: ['start'] },
  ],
  outputs: ['end', 'conv'],
};
const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('readNetwork', () => {
  it('gives back what was written, inputs, outputs and frozen nodes included', () => {
    expect(readNetwork(through(GRAPH), 'n')).toEqual(GRAPH);
  });

  it('reads the layers of networks that were saved before there were branches', () => {
    const layers = [
      { kind: 'dense', units: 4, init: { kind: 'normal', standardDeviation: 0.02 } },
      { kind: 'dropout', rate: 0.25 },
      { kind: 'dense', units: 2, spectral: true },
    ] as const;
    const read = readNetwork(through({ name: 'old', input: [3], layers }), 'n');
    expect(read).toEqual(chain('n', [3], layers));
    expect(read.nodes.map(({ id }) => id)).toEqual(['dense_1', 'dropout_1', 'dense_2']);
  });

  const changed = (change: object) => ({ ...GRAPH, nodes: [{ ...GRAPH.nodes[0], ...change }] });
  it.each([
    [
      'an option that its kind does not know',
      changed({ dilation: 2 }),
      /nodes\[0\] has the option "dilation"/,
    ],
    ['an unknown kind', changed({ kind: 'explode' }), /nodes\[0\] is of the kind "explode"/],
    ['a kind that every object has', changed({ kind: 'constructor' }), /of the kind "constructor"/],
    ['a misshapen option', changed({ units: 2.5 }), /nodes\[0\]\.units is 2\.5/],
    ['a missing option', changed({ units: undefined }), /nodes\[0\]\.units is missing/],
    ['another type', changed({ useBias: 'no' }), /nodes\[0\]\.useBias is "no"/],
    ['a strange id', changed({ id: '../x' }), /nodes\[0\]\.id is "\.\.\/x"/],
    ['no sources', changed({ from: 'noise' }), /nodes\[0\]\.from is "noise"/],
    ['too many nodes', { ...GRAPH, nodes: Array(2000).fill(GRAPH.nodes[0]) }, /2000 nodes/],
    ['an input without a size', { ...GRAPH, inputs: [{ name: 'noise', shape: [] }] }, /inputs\[0\]\.shape/],
    ['no network', 'nothing', /the network is "nothing"/],
  ])('refuses %s', (_, value, message) => {
    expect(() => readNetwork(through(value), 'n')).toThrow(message);
  });
});
