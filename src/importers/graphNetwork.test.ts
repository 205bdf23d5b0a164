import { describe, expect, it } from 'vitest';
import { normalArray } from '../core/random';
import { buildGraph } from '../graph/buildGraph';
import { inputShape } from '../graph/edges';
import { runFloatGraph } from '../graph/floatReference';
import { volume, type ExportGraph } from '../graph/graph';
import { difference } from '../testing/exportEngine';
import { classifierGraph, residualGraph, singleNodeGraphs, unetGraph } from '../testing/exportGraphs';
import { DEPTHWISE_GENERATOR, ODD_GENERATOR, seededWeights } from '../testing/exportModels';
import { networkOfGraph } from './graphNetwork';

const ROWS = 3;
const trained = (spec: typeof ODD_GENERATOR): ExportGraph => buildGraph(spec, seededWeights(spec, 3));

const GRAPHS: readonly (readonly [string, ExportGraph])[] = [
  ...Object.entries(singleNodeGraphs()),
  ['U-Net', unetGraph()],
  ['residual network', residualGraph()],
  ['residual network with layer normalization', residualGraph('layer')],
  ['residual network with instance normalization', residualGraph('instance')],
  ['classifier', classifierGraph()],
  ['odd generator', trained(ODD_GENERATOR)],
  ['depthwise generator', trained(DEPTHWISE_GENERATOR)],
];

describe.each(GRAPHS)('%s', (_, graph) => {
  it('is the same function after it became layers and a graph again', () => {
    const inputs = normalArray(ROWS * volume(inputShape(graph)), 9);
    const { network, weights, notes } = networkOfGraph(graph);
    const back = runFloatGraph(buildGraph(network, weights), inputs, ROWS);
    expect(difference(back, runFloatGraph(graph, inputs, ROWS)).max).toBeLessThan(2e-5);
    expect(notes).toEqual([]);
  });
});

it('names a node that says another shape than it makes', () => {
  const graph = trained(ODD_GENERATOR);
  const at = graph.nodes.findIndex(({ kind }) => kind === 'zeroPad');
  const { name } = graph.nodes[at];
  const nodes = graph.nodes.with(at, { ...graph.nodes[at], output: [4, 4, 5] });
  expect(() => networkOfGraph({ ...graph, nodes })).toThrow(`${name} makes [4, 4, 4] and says [4, 4, 5]`);
});
