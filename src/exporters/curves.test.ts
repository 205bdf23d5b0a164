// Every activation in every format that a graph leaves in, against the official runtimes: each alone, over numbers that
// would overflow a careless formula, and all in one generator. What no graph can hold is refused by name.
import type { LiteRt } from '@litertjs/core';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACTIVATIONS, chain, inputShape, type NetworkSpec } from '../core/network';
import { buildGraph } from '../graph/buildGraph';
import { calibrate } from '../graph/calibration';
import { runFloatGraph } from '../graph/floatReference';
import { UnsupportedModelError, volume } from '../graph/graph';
import { EngineGraph } from '../graph/graphOps';
import { quantizeGraph, type Int8Graph } from '../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../graph/integerReference';
import { openModel } from '../importers';
import { GraphRunner } from '../inference/graphRunner';
import { readTfliteModel } from '../readers/tflite/model';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { CURVED_GENERATOR } from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights } from '../testing/exportModels';
import { loadTestLiteRt } from '../testing/liteRt';
import { loadTestModule } from '../testing/simdModule';
import { writeOnnx } from './formats/onnx';
import { writeTflite } from './formats/tflite';
import { floatOnnxModel, int8OnnxModel } from './onnx/model';
import { openInt8LiteModel, openLiteModel } from './runtimes/liteRt';
import { floatTfliteModel, type FloatWeights } from './tflite/floatModel';
import { int8TfliteModel } from './tflite/int8Model';

const PORTS = { input: 'latent', output: 'image' };
let runtime: LiteRt;
beforeAll(async () => {
  await startTestEngine();
  runtime = await loadTestLiteRt();
});

const graphOf = (spec: NetworkSpec) => buildGraph(spec, seededWeights(spec, 3));

async function drawnByLiteRt(bytes: Uint8Array, inputs: Float32Array, rows: number): Promise<Float32Array> {
  const model = await openLiteModel(runtime, bytes);
  const size = inputs.length / rows;
  const drawn: number[] = [];
  for (let i = 0; i < rows; i++) drawn.push(...(await model.run(inputs.slice(i * size, (i + 1) * size))));
  model.dispose();
  return Float32Array.from(drawn);
}

async function drawnByOnnx(bytes: Uint8Array, inputs: Float32Array, shape: number[]): Promise<Float32Array> {
  const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const { data } = (await session.run({ latent: new Tensor('float32', inputs, shape) })).image;
  return Float32Array.from(data, Number);
}

/** From far below to far above zero, closer around it. */
const NUMBERS = Float32Array.from({ length: 301 }, (_, i) => 100 * ((i - 150) / 150) ** 3);
/** What full integers are calibrated on. */
const NEAR = Float32Array.from({ length: 301 }, (_, i) => (8 * (i - 150)) / 150);
describe.each(ACTIVATIONS)('%s alone', (fn) => {
  const spec = chain('generator', [NUMBERS.length], [{ kind: 'activation', fn }]);
  const graph = graphOf(spec);
  const expected = runFloatGraph(graph, NUMBERS, 1);
  /** Largest difference, of numbers above one in shares of them. */
  const off = (drawn: Float32Array): number =>
    drawn.length === expected.length
      ? expected.reduce((most, v, i) => Math.max(most, Math.abs(drawn[i] - v) / Math.max(1, Math.abs(v))), 0)
      : NaN;

  it('is what the engine trains, also as a graph', () => {
    expect(off(engineOutput(spec, new Map(), NUMBERS, 1))).toBeLessThan(2e-6);
    const held = new EngineGraph(graph);
    expect(
      off(Float32Array.from(tidy(() => held.apply(tensor(NUMBERS, [1, NUMBERS.length])).dataSync()))),
    ).toBeLessThan(2e-6);
    held.dispose();
  });

  it('is the same in LiteRT and comes back as one', async () => {
    const bytes = writeTflite(floatTfliteModel(graph, 'float32', PORTS));
    expect(off(await drawnByLiteRt(bytes, NUMBERS, 1))).toBeLessThan(2e-6);
    const { nodes } = readTfliteModel(bytes).graph;
    expect(nodes).toMatchObject(
      graph.nodes.map(({ kind, ...node }) => ({ kind, ...('fn' in node && { fn }) })),
    );
  });

  it('is the same in onnxruntime', async () => {
    const bytes = writeOnnx(floatOnnxModel(graph, 'float32', PORTS));
    expect(off(await drawnByOnnx(bytes, NUMBERS, [1, NUMBERS.length]))).toBeLessThan(2e-6);
  });

  it('is a table in full integers, and within a step of it in LiteRT', async () => {
    const q = quantizeGraph(graph, await calibrate(graph, NEAR, 1, 'min-max', runFloatGraph));
    const given = quantizeValues(NEAR, q.input);
    const oracle = runInt8Graph(q, given, 1);
    const real = runFloatGraph(graph, dequantizeValues(given, q.input), 1);
    expect(difference(dequantizeValues(oracle, q.output), real).max).toBeLessThan(1.01 * q.output.scale);
    expect(difference(await stepsOfLiteRt(q, given), oracle).max).toBeLessThanOrEqual(1);
  });
});

async function stepsOfLiteRt(q: Int8Graph, given: Int8Array): Promise<Int8Array> {
  const bytes = writeTflite(int8TfliteModel(q, 'int8', PORTS));
  expect(readTfliteModel(bytes).graph.nodes.map(({ kind }) => kind)).toEqual(
    q.graph.nodes.map(({ kind }) => kind),
  );
  const model = await openInt8LiteModel(runtime, bytes, given.length);
  const drawn = await model.run(Int8Array.from(given));
  model.dispose();
  return Int8Array.from(drawn);
}

describe('a generator with every curve', () => {
  const ROWS = 3;
  const spec = CURVED_GENERATOR;
  const graph = graphOf(spec);
  const inputs = seededInputs(spec, ROWS);
  const expected = runFloatGraph(graph, inputs, ROWS);
  const tflite = (kind: FloatWeights) => writeTflite(floatTfliteModel(graph, kind, PORTS));
  const quantized = async () => {
    const seen = seededInputs(spec, 32, 4);
    return quantizeGraph(graph, await calibrate(graph, seen, 32, 'min-max', runFloatGraph));
  };

  it('holds each, and draws what the engine draws', () => {
    const fns = spec.nodes.flatMap((node) => (node.kind === 'activation' ? [node.fn] : []));
    const curves = ACTIVATIONS.filter((fn) => fn !== 'relu' && fn !== 'leakyRelu');
    expect(fns.toSorted()).toEqual(curves.toSorted());
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1);
    expect(difference(engineOutput(spec, seededWeights(spec, 3), inputs, ROWS), expected).max).toBeLessThan(
      2e-5,
    );
  });

  it('draws the same in the kiosk', async () => {
    const module = await loadTestModule();
    const runner = new GraphRunner(module, graph);
    expect(difference(runner.run(inputs, ROWS), expected).max).toBeLessThan(2e-5);
    runner.dispose();
    module.dispose();
  });

  it.each([
    ['float32', 2e-5],
    ['float16', 0.005],
    ['int8', 0.05],
    ['int4', 0.25],
  ] as const)('as .tflite with %s weights', async (kind, bound) => {
    expect(difference(await drawnByLiteRt(tflite(kind), inputs, ROWS), expected).mean).toBeLessThan(bound);
  });

  it.each([
    ['float32', 2e-5],
    ['float16', 0.005],
  ] as const)('as ONNX with %s weights', async (kind, bound) => {
    const bytes = writeOnnx(floatOnnxModel(graph, kind, PORTS));
    const drawn = await drawnByOnnx(bytes, inputs, [ROWS, ...inputShape(spec)]);
    expect(difference(drawn, expected).mean).toBeLessThan(bound);
  });

  it('in full integers as ONNX and as .tflite', async () => {
    const q = await quantized();
    const oracle = dequantizeValues(runInt8Graph(q, quantizeValues(inputs, q.input), ROWS), q.output);
    expect(difference(oracle, expected).mean).toBeLessThan(0.08);
    const bytes = writeOnnx(int8OnnxModel(q, PORTS));
    const drawn = await drawnByOnnx(bytes, inputs, [ROWS, ...inputShape(spec)]);
    expect(difference(drawn, oracle).mean).toBeLessThan(0.02);
    const lite = await drawnByLiteRt(writeTflite(int8TfliteModel(q, 'float32', PORTS)), inputs, ROWS);
    expect(difference(lite, expected).mean).toBeLessThan(0.08);
  });

  it('opens again from .tflite as it was, curve by curve', async () => {
    const { imported, weights } = await openModel([{ name: 'generator.tflite', bytes: tflite('float32') }]);
    const fns = ({ nodes }: NetworkSpec) =>
      nodes.flatMap((node) => (node.kind === 'activation' ? [node.fn] : []));
    expect(fns(imported.network)).toEqual(fns(spec));
    expect(difference(engineOutput(imported.network, weights, inputs, ROWS), expected).max).toBeLessThan(
      2e-5,
    );
  });
});

it('minibatchStd is refused by name, with the format that holds it', () => {
  const shape = [2, 2, 3];
  const spec = chain('generator', [volume(shape)], [{ kind: 'reshape', shape }, { kind: 'minibatchStd' }]);
  expect(() => buildGraph(spec, new Map())).toThrow(UnsupportedModelError);
  expect(() => buildGraph(spec, new Map())).toThrow('minibatchStd_1 compares the images of a batch');
});
