import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights, TINY_GENERATOR } from '../testing/exportModels';
import { buildGraph } from '../graph/buildGraph';
import { calibrate } from '../graph/calibration';
import { engineRunner } from '../graph/engineRunner';
import type { NodeOf } from '../graph/graph';
import { histogramOf, reportLayers } from './layerReport';

beforeAll(startTestEngine);

const node: NodeOf<'dense'> = {
  kind: 'dense',
  name: 'dense_1',
  from: ['input'],
  inputs: [[3]],
  output: [2],
  weights: Float32Array.of(-1, 0, 0.5, 0, 1, 1),
  bias: new Float32Array(2),
  relu: false,
};

it('counts the weights of a layer in bins from the largest negative to the largest positive', () => {
  const { reach, counts, levels } = histogramOf(node, 'float32');
  expect(reach).toBe(1);
  expect(levels).toBe(4);
  expect(counts).toHaveLength(41);
  expect([counts[0], counts[20], counts[30], counts[40]]).toEqual([1, 2, 1, 2]);
  expect(histogramOf({ ...node, weights: new Float32Array(6) }, 'float32').counts[20]).toBe(6);
});

it('few bits leave few levels, and errors grow as bits go', async () => {
  const graph = buildGraph(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 3));
  const inputs = seededInputs(TINY_GENERATOR, 4);
  const calibration = await calibrate(graph, inputs, 4, 'min-max', engineRunner);
  const before = memory().numTensors;
  const [float, half, int8, int4] = await Promise.all(
    (['float32', 'float16', 'int8', 'int8-int4'] as const).map((variant) =>
      reportLayers({ graph, variant, calibration, inputs, rows: 4 }),
    ),
  );
  expect(memory().numTensors).toBe(before);
  expect(float.map(({ outputError }) => outputError)).toEqual(graph.nodes.map(() => null));
  const last = (layers: typeof float) => layers.at(-1)?.outputError ?? NaN;
  expect(last(half)).toBeGreaterThan(0);
  expect(last(half)).toBeLessThan(0.005);
  expect(last(int8)).toBeGreaterThan(2 * last(half));
  expect(last(int4)).toBeGreaterThan(2 * last(int8));
  const weighted = graph.nodes.findIndex(({ kind }) => kind === 'conv2d');
  const filters = graph.nodes[weighted].output[2];
  expect(int4[weighted].histogram?.levels).toBeLessThanOrEqual(15 * filters);
  expect(int4[weighted].weightError).toBeGreaterThan(int8[weighted].weightError ?? NaN);
  expect(half.find(({ kind }) => kind === 'tanh')?.histogram).toBeNull();
});

it('counts no error where the curve behind stands still: far beyond the reach of tanh', async () => {
  // A generator of white digits on black: before tanh nearly everything lies far below -4.
  const weights = new Map(
    [...seededWeights(TINY_GENERATOR, 3)].map(([name, weight]) => {
      const isLast = name === 'conv2dTranspose_1/bias';
      return [name, isLast ? { ...weight, values: weight.values.map(() => -15) } : weight];
    }),
  );
  const graph = buildGraph(TINY_GENERATOR, weights);
  const inputs = seededInputs(TINY_GENERATOR, 4);
  const calibration = await calibrate(graph, inputs, 4, 'min-max', engineRunner);
  const layers = await reportLayers({ graph, variant: 'int8', calibration, inputs, rows: 4 });
  const known = layers.filter(({ outputError }) => outputError !== null);
  expect(known.map(({ kind }) => kind)).toContain('conv2dTranspose');
  for (const { outputError } of known) expect(outputError).toBeLessThan(0.05);
});
