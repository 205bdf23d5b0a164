import { outputShape } from '../../graph/edges';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LiteRt } from '@litertjs/core';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { runFloatGraph } from '../../graph/floatReference';
import { volume } from '../../graph/graph';
import { quantizeGraph } from '../../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../../graph/integerReference';
import { difference } from '../../testing/exportEngine';
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
} from '../../testing/exportModels';
import { loadTestLiteRt } from '../../testing/liteRt';
import { writeTflite } from '../formats/tflite';
import { openInt8LiteModel, openLiteModel } from '../runtimes/liteRt';
import { floatTfliteModel } from './floatModel';
import { int8TfliteModel } from './int8Model';

const NAMES = { input: 'latent', output: 'image' };
let runtime: LiteRt;
beforeAll(async () => {
  runtime = await loadTestLiteRt();
});

async function runRows(bytes: Uint8Array, inputs: Float32Array, rows: number): Promise<Float32Array> {
  const model = await openLiteModel(runtime, bytes);
  const size = inputs.length / rows;
  const results: number[] = [];
  for (let row = 0; row < rows; row++)
    results.push(...(await model.run(inputs.slice(row * size, (row + 1) * size))));
  model.dispose();
  return Float32Array.from(results);
}

async function runInt8Rows(bytes: Uint8Array, inputs: Int8Array, rows: number, outputSize: number) {
  const model = await openInt8LiteModel(runtime, bytes, outputSize);
  const size = inputs.length / rows;
  const results = new Int8Array(rows * outputSize);
  for (let row = 0; row < rows; row++) {
    results.set(await model.run(inputs.slice(row * size, (row + 1) * size)), row * outputSize);
  }
  model.dispose();
  return results;
}

describe.each([
  ['tiny generator', TINY_GENERATOR, 6],
  ['tiny discriminator', TINY_DISCRIMINATOR, 6],
  ['dcgan-light', LIGHT_GENERATOR, 3],
  ['depthwise', DEPTHWISE_GENERATOR, 4],
  ['lw-gan', LW_GENERATOR, 3],
  ['dcgan-an12954', AN12954_GENERATOR, 2],
  ['dcgan-an12954 discriminator', AN12954_DISCRIMINATOR, 2],
] as const)('%s, run by LiteRT', (_, spec, rows) => {
  const graph = buildGraph(spec, seededWeights(spec, 3));
  const inputs = seededInputs(spec, rows);
  const expected = runFloatGraph(graph, inputs, rows);
  const size = Math.max(1, ...expected.map(Math.abs));
  let ranges: ReturnType<typeof calibrate> | undefined;

  it.each([
    ['float32', 2e-5, 1e-5],
    ['float16', 0.02, 0.002],
    ['int8', 0.2, 0.05],
    ['int4', 2, 0.4],
  ] as const)('%s weights', async (kind, max, mean) => {
    const bytes = writeTflite(floatTfliteModel(graph, kind, NAMES));
    const d = difference(await runRows(bytes, inputs, rows), expected);
    expect(d.max / size).toBeLessThan(max);
    expect(d.mean / size).toBeLessThan(mean);
    if (kind !== 'float32') expect(d.max).toBeGreaterThan(0);
  });

  it.each([8, 4] as const)('full-integer, %i-bit weights', async (bits) => {
    ranges ??= calibrate(graph, seededInputs(spec, 8), 8, 'min-max', runFloatGraph);
    const q = quantizeGraph(graph, await ranges, bits);
    const integers = quantizeValues(inputs, q.input);
    const bytes = writeTflite(int8TfliteModel(q, 'int8', NAMES));
    const drawn = await runInt8Rows(bytes, integers, rows, volume(outputShape(graph)));
    const real = dequantizeValues(drawn, q.output);
    expect(difference(real, expected).mean / size).toBeLessThan(bits === 8 ? 0.1 : 0.4);
    const float = await runRows(writeTflite(int8TfliteModel(q, 'float32', NAMES)), inputs, rows);
    expect(difference(float, real).max).toBe(0);
  });

  it('full-integer sums agree with the integer reference before the last activation', async () => {
    const last = graph.nodes.at(-1);
    const short =
      last?.kind === 'curve' ? { ...graph, nodes: graph.nodes.slice(0, -1), outputs: last.from } : graph;
    const calibration = await calibrate(short, seededInputs(spec, 8), 8, 'percentile', runFloatGraph);
    const q = quantizeGraph(short, calibration);
    const integers = quantizeValues(inputs, q.input);
    const oracle = runInt8Graph(q, integers, rows);
    const bytes = writeTflite(int8TfliteModel(q, 'int8', NAMES));
    const drawn = await runInt8Rows(bytes, integers, rows, oracle.length / rows);
    // The runtime's fast kernels round once where the specification rounds twice: single steps, now and then.
    const steps = difference(drawn, oracle);
    const isJudge = outputShape(q.graph).length === 1; // one sum over everything: its steps are finest
    expect(steps.max).toBeLessThanOrEqual(isJudge ? 8 : 3);
    expect(steps.mean).toBeLessThan(isJudge ? 5 : 0.7);
  });
});

it('an int8 file of the reference generator is about a quarter of the float one', async () => {
  const graph = buildGraph(AN12954_GENERATOR, seededWeights(AN12954_GENERATOR, 3));
  const calibration = await calibrate(graph, seededInputs(AN12954_GENERATOR, 1), 1, 'min-max', runFloatGraph);
  const float = writeTflite(floatTfliteModel(graph, 'float32', NAMES)).length;
  const int8 = writeTflite(int8TfliteModel(quantizeGraph(graph, calibration), 'int8', NAMES)).length;
  expect(int8 / float).toBeLessThan(0.26);
});

it('a file that is cut short is refused, not run', async () => {
  const graph = buildGraph(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 3));
  const bytes = writeTflite(floatTfliteModel(graph, 'float32', NAMES));
  await expect(openLiteModel(runtime, bytes.slice(0, bytes.length >> 1))).rejects.toThrow('LiteRT refuses');
});
