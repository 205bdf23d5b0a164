// Files for older runtimes and for any number of images, run by LiteRT.
import type { LiteRt } from '@litertjs/core';
import { Tensor } from '@litertjs/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { chain, inputShape, type NetworkSpec } from '../../core/network';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { runFloatGraph } from '../../graph/floatReference';
import { isWeighted, type ExportGraph } from '../../graph/graph';
import { quantizeGraph, type Int8Graph } from '../../graph/int8Graph';
import { readTfliteModel } from '../../readers/tflite/model';
import { branchedGenerator, COMPOSED_GENERATOR, UNET_GENERATOR } from '../../testing/branchedModels';
import { difference } from '../../testing/exportEngine';
import { DEPTHWISE_GENERATOR, ODD_GENERATOR, seededInputs, seededWeights } from '../../testing/exportModels';
import { loadTestLiteRt } from '../../testing/liteRt';
import { writeTflite, type TfliteModel } from '../formats/tflite';
import { floatTfliteModel } from './floatModel';
import { int8TfliteModel } from './int8Model';
import { oldestTensorFlow } from './operatorVersions';

const PORTS = { input: 'latent', output: 'image' };
const OLDER = { runtimes: 'older', batch: 'one' } as const;
const ANY = { runtimes: 'current', batch: 'any' } as const;
const TRANSPOSE_CONV = 67;
let runtime: LiteRt;
beforeAll(async () => {
  runtime = await loadTestLiteRt();
});

/** Transposed convolutions with a rectifier that is folded in, and without. */
const RECTIFIED: NetworkSpec = chain(
  'generator',
  [5],
  [
    { kind: 'dense', units: 3 * 3 * 4 },
    { kind: 'reshape', shape: [3, 3, 4] },
    { kind: 'conv2dTranspose', filters: 5, kernel: 4, stride: 2, useBias: false },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'conv2dTranspose', filters: 1, kernel: 3, stride: 2 },
    { kind: 'activation', fn: 'tanh' },
  ],
);

/** The file as it is after its input was resized: operators find every other shape themselves. */
function resized(model: TfliteModel, rows: number): TfliteModel {
  const ports = [...model.inputs, ...model.outputs];
  const tensors = model.tensors.map((tensor, index) => ({
    ...tensor,
    signature: undefined,
    shape: ports.includes(index) ? [rows, ...tensor.shape.slice(1)] : tensor.shape,
  }));
  return { ...model, tensors };
}

async function drawn(
  model: TfliteModel,
  inputs: Float32Array,
  shape: readonly number[],
): Promise<Float32Array> {
  const rows = shape[0];
  const opened = await runtime.loadAndCompile(writeTflite(resized(model, rows)), { accelerator: 'wasm' });
  const [output] = await opened.run(new Tensor(inputs, [...shape]));
  const values = Float32Array.from(output.toTypedArray());
  opened.delete();
  return values;
}

const trained = (spec: NetworkSpec): ExportGraph => buildGraph(spec, seededWeights(spec, 3));
const quantized = async (spec: NetworkSpec): Promise<Int8Graph> => {
  const graph = trained(spec);
  return quantizeGraph(
    graph,
    await calibrate(graph, seededInputs(spec, 16, 4), 16, 'min-max', runFloatGraph),
  );
};

describe.each([
  ['rectified', RECTIFIED, '1.14', '2.2'],
  ['every chain kind', ODD_GENERATOR, '1.14', '2.2'],
  ['U-Net', UNET_GENERATOR, '1.14', '2.3'],
] as const)('%s for older runtimes', (_, spec, oldestFloat, oldestInt8) => {
  const inputs = seededInputs(spec, 2);
  const shape = [2, ...inputShape(spec)];
  const one = (i: number): Float32Array =>
    inputs.slice((i * inputs.length) / 2, ((i + 1) * inputs.length) / 2);

  async function expectSame(model: TfliteModel, expected: Float32Array, mean: number): Promise<void> {
    const sums = model.operators.filter(({ code }) => code === TRANSPOSE_CONV);
    expect(sums.length).toBeGreaterThan(0);
    for (const { inputs: operands, version } of sums) {
      expect(operands).toHaveLength(3);
      expect(version).toBeLessThan(3);
    }
    for (const i of [0, 1]) {
      const own = await drawn(model, one(i), [1, ...shape.slice(1)]);
      const half = expected.length / 2;
      expect(difference(own, expected.slice(i * half, (i + 1) * half)).mean).toBeLessThan(mean);
    }
  }

  it('adds biases behind transposed convolutions, and is one node each again when it is read', async () => {
    const graph = trained(spec);
    const expected = runFloatGraph(graph, inputs, 2);
    const model = floatTfliteModel(graph, 'float32', PORTS, OLDER);
    expect(oldestTensorFlow(model)).toBe(oldestFloat);
    await expectSame(model, expected, 1e-5);
    const { graph: read } = readTfliteModel(writeTflite(model));
    expect(read.nodes.map((node) => [node.kind, isWeighted(node) && node.relu])).toEqual(
      graph.nodes.map((node) => [node.kind, isWeighted(node) && node.relu]),
    );
    expect(difference(runFloatGraph(read, inputs, 2), expected).max).toBeLessThan(1e-6);
  });

  it('does so in integers, a rounding more than with the bias inside', async () => {
    const q = await quantized(spec);
    const usual = runFloatGraph(q.graph, inputs, 2);
    const model = int8TfliteModel(q, 'float32', PORTS, OLDER);
    expect(oldestTensorFlow(model)).toBe(oldestInt8);
    await expectSame(model, usual, 0.06);
    const { graph: read } = readTfliteModel(writeTflite(model));
    expect(read.nodes.map(({ kind }) => kind)).toEqual(q.graph.nodes.map(({ kind }) => kind));
  });
});

describe.each([
  ['dense, doubled, depthwise', DEPTHWISE_GENERATOR],
  ['transposed', RECTIFIED],
  ['every branch', branchedGenerator()],
  ['several operators a layer', COMPOSED_GENERATOR],
] as const)('%s', (_, spec) => {
  it.each([1, 3])('draws %i images at once, left free', async (rows) => {
    const graph = trained(spec);
    const inputs = seededInputs(spec, rows);
    const model = floatTfliteModel(graph, 'float32', PORTS, ANY);
    for (const index of [...model.inputs, ...model.outputs])
      expect(model.tensors[index].signature?.[0]).toBe(-1);
    const expected = runFloatGraph(graph, inputs, rows);
    const found = await drawn(model, inputs, [rows, ...inputShape(spec)]);
    expect(difference(found, expected).max).toBeLessThan(5e-5 * Math.max(1, ...expected.map(Math.abs)));
    const { graph: read } = readTfliteModel(writeTflite(model));
    expect(read.nodes.map(({ kind }) => kind)).toEqual(graph.nodes.map(({ kind }) => kind));
  });
});

it('resizes by itself where no transposed convolution says its output, also in integers', async () => {
  const [spec, rows] = [DEPTHWISE_GENERATOR, 4];
  const q = await quantized(spec);
  const inputs = seededInputs(spec, rows);
  const model = int8TfliteModel(q, 'float32', PORTS);
  const each: number[] = [];
  const size = inputs.length / rows;
  for (let i = 0; i < rows; i++)
    each.push(...(await drawn(model, inputs.slice(i * size, (i + 1) * size), [1, size])));
  const together = await drawn(model, inputs, [rows, size]);
  expect(difference(together, each).max).toBe(0);
});

it('a pruned run is no larger in integers than the one that it was made of', async () => {
  const graph = trained(RECTIFIED);
  const pruned: ExportGraph = {
    ...graph,
    // Few channels keep large weights, the others next to none.
    nodes: graph.nodes.map((node) =>
      node.kind === 'dense'
        ? { ...node, weights: node.weights.map((w, i) => (i % 9 === 0 ? 5 * w : 0)) }
        : node,
    ),
  };
  const sizes = await Promise.all(
    [graph, pruned].map(async (each) => {
      const ranges = await calibrate(each, seededInputs(RECTIFIED, 8, 4), 8, 'min-max', runFloatGraph);
      return writeTflite(int8TfliteModel(quantizeGraph(each, ranges), 'int8', PORTS)).length;
    }),
  );
  expect(sizes[1]).toBeLessThanOrEqual(sizes[0]);
});
