// Graphs with branches in every format that holds them: the engine, LiteRT, onnxruntime, the kiosk's runner and the
// integer reference against the float reference.
import type { LiteRt } from '@litertjs/core';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { beforeAll, describe, expect, it } from 'vitest';
import { normalArray } from '../core/random';
import type { NetworkSpec } from '../core/network';
import { buildGraph } from '../graph/buildGraph';
import { calibrate } from '../graph/calibration';
import { inputShape, outputShape } from '../graph/edges';
import { engineRunner } from '../graph/engineRunner';
import { runFloatGraph } from '../graph/floatReference';
import { volume, type ExportGraph } from '../graph/graph';
import { EngineGraph } from '../graph/graphOps';
import { quantizeGraph, type Int8Graph } from '../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../graph/integerReference';
import { GraphRunner } from '../inference/graphRunner';
import { readTfliteModel } from '../readers/tflite/model';
import {
  CLASS_GENERATOR,
  COMPOSED_GENERATOR,
  RESNET_GENERATOR,
  UNET_GENERATOR,
} from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { classifierGraph, residualGraph, singleNodeGraphs, unetGraph } from '../testing/exportGraphs';
import { seededInputs, seededWeights } from '../testing/exportModels';
import { loadTestLiteRt } from '../testing/liteRt';
import { loadTestModule } from '../testing/simdModule';
import { writeOnnx } from './formats/onnx';
import { writeTflite } from './formats/tflite';
import { floatOnnxModel, int8OnnxModel } from './onnx/model';
import { openInt8LiteModel, openLiteModel } from './runtimes/liteRt';
import { floatTfliteModel } from './tflite/floatModel';
import { int8TfliteModel } from './tflite/int8Model';

const PORTS = { input: 'latent', output: 'image' };
const ROWS = 3;
let runtime: LiteRt;
beforeAll(async () => {
  await startTestEngine();
  runtime = await loadTestLiteRt();
});

const trained = (spec: NetworkSpec): ExportGraph => buildGraph(spec, seededWeights(spec, 3));

it.each([
  ['U-Net', UNET_GENERATOR],
  ['residual network', RESNET_GENERATOR],
])('%s: the graph is what the engine trains', (_, spec) => {
  const inputs = seededInputs(spec, ROWS);
  const expected = engineOutput(spec, seededWeights(spec, 3), inputs, ROWS);
  expect(difference(runFloatGraph(trained(spec), inputs, ROWS), expected).max).toBeLessThan(2e-5);
});

/** What LiteRT draws of int8 inputs, one after the other. */
async function stepsOfLiteRt(q: Int8Graph, inputs: Int8Array): Promise<Int8Array> {
  const size = volume(inputShape(q.graph));
  const bytes = writeTflite(int8TfliteModel(q, 'int8', PORTS));
  const model = await openInt8LiteModel(runtime, bytes, volume(outputShape(q.graph)));
  const drawn: number[] = [];
  for (let at = 0; at < inputs.length; at += size)
    drawn.push(...(await model.run(inputs.slice(at, at + size))));
  model.dispose();
  return Int8Array.from(drawn);
}

it.each(Object.entries(singleNodeGraphs()))(
  '%s in integers as LiteRT does it, to a step',
  async (_, graph) => {
    const size = volume(inputShape(graph));
    const inputs = normalArray(20 * size, 6);
    const q = quantizeGraph(graph, await calibrate(graph, inputs, 20, 'percentile', runFloatGraph));
    const given = quantizeValues(inputs, q.input);
    const oracle = runInt8Graph(q, given, 20);
    const steps = difference(await stepsOfLiteRt(q, given), oracle);
    expect(steps.max).toBeLessThanOrEqual(1);
    expect(steps.mean).toBeLessThan(0.1); // fast kernels round once where the specification rounds twice
    const real = runFloatGraph(graph, dequantizeValues(given, q.input), 20);
    expect(difference(dequantizeValues(oracle, q.output), real).mean).toBeLessThan(1.5 * q.output.scale);
  },
);

it('a class in integers as LiteRT does it, exactly up to the layer behind', async () => {
  const graph = trained(CLASS_GENERATOR);
  const rows = graph.nodes[0].kind === 'embedding' ? graph.nodes.slice(0, 1) : [];
  const first = { ...graph, nodes: rows, outputs: rows.map(({ name }) => name) };
  const classes = Float32Array.of(0, 1, 2, 3);
  const q = quantizeGraph(first, await calibrate(first, classes, 4, 'min-max', runFloatGraph));
  const given = quantizeValues(classes, q.input);
  const oracle = runInt8Graph(q, given, 4);
  expect(difference(await stepsOfLiteRt(q, given), oracle).max).toBe(0);
  const real = runFloatGraph(first, classes, 4);
  expect(difference(dequantizeValues(oracle, q.output), real).max).toBeLessThan(0.51 * q.output.scale);
});

describe.each([
  ['U-Net', unetGraph()],
  ['residual network', residualGraph()],
  ['residual network with layer normalization', residualGraph('layer')],
  ['residual network with instance normalization', residualGraph('instance')],
  ['classifier', classifierGraph()],
  ['U-Net as it is trained', trained(UNET_GENERATOR)],
  ['residual network as it is trained', trained(RESNET_GENERATOR)],
  ['kinds of several operators', trained(COMPOSED_GENERATOR)],
] as const)('%s', (_, graph) => {
  const size = volume(inputShape(graph));
  const inputs = normalArray(ROWS * size, 9);
  const expected = runFloatGraph(graph, inputs, ROWS);
  const row = (i: number): Float32Array => inputs.slice(i * size, (i + 1) * size);
  const quantized = async () =>
    quantizeGraph(graph, await calibrate(graph, normalArray(16 * size, 4), 16, 'min-max', runFloatGraph));

  async function drawnByLiteRt(bytes: Uint8Array): Promise<Float32Array> {
    const model = await openLiteModel(runtime, bytes);
    const drawn: number[] = [];
    for (let i = 0; i < ROWS; i++) drawn.push(...(await model.run(row(i))));
    model.dispose();
    return Float32Array.from(drawn);
  }

  async function drawnByOnnx(bytes: Uint8Array): Promise<Float32Array> {
    const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] });
    const feeds = { latent: new Tensor('float32', inputs, [ROWS, ...inputShape(graph)]) };
    const { data } = (await session.run(feeds)).image;
    return Float32Array.from(data, Number);
  }

  it('spreads', () => expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1));

  it('draws the same on the engine', async () => {
    const held = new EngineGraph(graph);
    const drawn = tidy(() => held.apply(tensor(inputs, [ROWS, ...inputShape(graph)])).dataSync());
    held.dispose();
    expect(difference(drawn, expected).max).toBeLessThan(2e-5);
    const ranges = await calibrate(graph, inputs, ROWS, 'min-max', engineRunner);
    expect(ranges.nodes).toHaveLength(graph.nodes.length);
  });

  it.each([1, 2])('draws the same in the kiosk on %i thread(s)', async (threads) => {
    const module = await loadTestModule({ threads });
    const runner = new GraphRunner(module, graph);
    expect(difference(runner.run(inputs, ROWS), expected).max).toBeLessThan(2e-5);
    expect(
      difference(runner.run(row(1), 1), expected.slice(expected.length / 3, (2 * expected.length) / 3)).max,
    ).toBeLessThan(2e-5);
    runner.dispose();
    expect(module.heap.used).toBe(0);
    module.dispose();
  });

  it.each([
    ['float32', 2e-5, 1e-5],
    ['float16', 0.01, 0.002],
    ['int8', 0.2, 0.05],
    ['int4', 2, 0.5],
  ] as const)('draws the same as .tflite with %s weights', async (kind, max, mean) => {
    const drawn = await drawnByLiteRt(writeTflite(floatTfliteModel(graph, kind, PORTS)));
    const d = difference(drawn, expected);
    expect(d.max).toBeLessThan(max);
    expect(d.mean).toBeLessThan(mean);
  });

  it('comes back from .tflite for the kiosk', () => {
    const { graph: read } = readTfliteModel(writeTflite(floatTfliteModel(graph, 'float32', PORTS)));
    expect(read.nodes.map(({ kind }) => kind)).toEqual(graph.nodes.map(({ kind }) => kind));
    expect(difference(runFloatGraph(read, inputs, ROWS), expected).max).toBeLessThan(1e-6);
  });

  it.each([
    ['float32', 2e-5],
    ['float16', 0.01],
  ] as const)('draws the same as ONNX with %s weights', async (kind, bound) => {
    const drawn = await drawnByOnnx(writeOnnx(floatOnnxModel(graph, kind, PORTS)));
    expect(difference(drawn, expected).max).toBeLessThan(bound);
  });

  it('holds every learned number of float16 ONNX as half', () => {
    const tensors = floatOnnxModel(graph, 'float16', PORTS).tensors.filter(({ type }) => type === 'float');
    // Factors of a resize and numbers of the format itself, such as an epsilon, are not learned.
    const single = tensors.filter(({ name }) => !/\/(scales|epsilon|[a-zA-Z0-9]+_\d+)$/.test(name));
    expect(single.map(({ name }) => name)).toEqual([]);
  });

  it('draws nearly the same in full integers', async () => {
    const q = await quantized();
    const given = quantizeValues(inputs, q.input);
    const oracle = runInt8Graph(q, given, ROWS);
    expect(difference(dequantizeValues(oracle, q.output), expected).mean).toBeLessThan(0.05);
    const onnx = await drawnByOnnx(writeOnnx(int8OnnxModel(q, PORTS)));
    // Norms make single steps larger.
    expect(difference(onnx, dequantizeValues(oracle, q.output)).mean).toBeLessThan(0.05);
    // Curves at the end and norms on the way make single steps of the runtime's fast kernels large.
    expect(difference(await stepsOfLiteRt(q, given), oracle).mean).toBeLessThan(5);
  });
});
