import { memory, tensor, tidy } from '@tensorflow/tfjs-core';
import { inputShape } from '../core/network';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WeightBits } from '../core/compressionRecord';
import { withWidths } from '../core/layerWidths';
import { normalArray } from '../core/random';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import {
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_GENERATOR,
} from '../testing/exportModels';
import { buildGraph } from '../graph/buildGraph';
import { calibrate, type Calibration } from '../graph/calibration';
import { engineRunner } from '../graph/engineRunner';
import { runFloatGraph } from '../graph/floatReference';
import type { ExportGraph } from '../graph/graph';
import { EngineGraph } from '../graph/graphOps';
import { quantizeGraph } from '../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../graph/integerReference';
import { quantizeAware, roundingHooks, weightRoundings, type QuantizeAwareJob } from './quantizeAware';
import { tiedBiases, unfoldWeights } from '../graph/unfold';

beforeAll(startTestEngine);

const ROWS = 16;
const weights = seededWeights(TINY_GENERATOR, 3);
const graph = buildGraph(TINY_GENERATOR, weights);
const ranges = (): Promise<Calibration> =>
  calibrate(graph, seededInputs(TINY_GENERATOR, 64, 5), 64, 'min-max', engineRunner);

const job = async (bits: WeightBits, changes: Partial<QuantizeAwareJob> = {}): Promise<QuantizeAwareJob> => ({
  graph,
  calibration: await ranges(),
  weightBits: bits,
  keepsZeros: false,
  fixedBiases: tiedBiases(TINY_GENERATOR),
  steps: 20,
  learningRate: 1e-4,
  inputs: (step) => tensor(normalArray(32 * 16, 7, step), [32, 16]),
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});

// Sums that lie between two steps round either way, and a leaky slope is requantized with two roundings: single steps,
// which the layers behind carry on.
it.each([
  ['dcgan-light', LIGHT_GENERATOR, 8, 0.8],
  ['dcgan-light', LIGHT_GENERATOR, 4, 1.2],
  ['tiny', TINY_GENERATOR, 8, 1.5],
  ['tiny', TINY_GENERATOR, 4, 1.5],
] as const)('%s: rounding in training draws what integers draw, %#', async (_, spec, bits, steps) => {
  const own = buildGraph(spec, seededWeights(spec, 3));
  const calibration = await calibrate(own, seededInputs(spec, 64, 5), 64, 'min-max', engineRunner);
  const x = seededInputs(spec, 4);
  const held = new EngineGraph(own);
  const rounding = roundingHooks(own, weightRoundings(own, bits), calibration);
  const drawn = tidy(() =>
    held.apply(rounding.input(tensor(x, [4, ...inputShape(spec)])), rounding.hooks).dataSync(),
  );
  held.dispose();
  const q = quantizeGraph(own, calibration, bits);
  const integers = dequantizeValues(runInt8Graph(q, quantizeValues(x, q.input), 4), q.output);
  expect(difference(drawn, integers).mean).toBeLessThan(steps / 128);
});

describe.each([8, 4] as const)('%i-bit weights', (bits) => {
  const spec = withWidths(LIGHT_GENERATOR, [48, 12, 8, 1]);
  const [size] = inputShape(spec);
  const own = buildGraph(spec, seededWeights(spec, 3));
  const x = seededInputs(spec, ROWS);
  const asTrained = runFloatGraph(own, x, ROWS);
  const distance = (of: ExportGraph, calibration: Calibration): number => {
    const q = quantizeGraph(of, calibration, bits);
    const integers = runInt8Graph(q, quantizeValues(x, q.input), ROWS);
    return difference(dequantizeValues(integers, q.output), asTrained).mean;
  };

  it('draws closer to float than quantizing after training, and leaves no tensors', async () => {
    const watched = seededInputs(spec, 64, 5);
    const calibration = await calibrate(own, watched, 64, 'min-max', engineRunner);
    const task = await job(bits, {
      graph: own,
      calibration,
      fixedBiases: tiedBiases(spec),
      inputs: (step) => tensor(normalArray(32 * size, 7, step), [32, size]),
      steps: 60,
    });
    const before = memory().numTensors;
    const trained = await quantizeAware(task);
    expect(memory().numTensors).toBe(before);
    const after = distance(own, calibration);
    expect(distance(trained.graph, trained.calibration)).toBeLessThan(bits === 8 ? after : 0.9 * after);
  });
});

it('repeats', async () => {
  const [a, b] = [await quantizeAware(await job(8)), await quantizeAware(await job(8))];
  expect(b).toEqual(a);
});

it('keeps pruned weights at zero', async () => {
  const pruned = new Map(weights);
  const kernel = weights.get('conv2d_1/kernel');
  if (!kernel) throw new TypeError('no kernel');
  pruned.set('conv2d_1/kernel', { ...kernel, values: kernel.values.map((w, i) => (i % 3 === 0 ? 0 : w)) });
  const sparse = buildGraph(TINY_GENERATOR, pruned);
  const zeros = (of: ExportGraph) =>
    of.nodes.map((node) => ('weights' in node ? node.weights.filter((w) => w === 0).length : 0));
  const trained = await quantizeAware(await job(8, { graph: sparse, keepsZeros: true, steps: 10 }));
  expect(zeros(trained.graph)).toEqual(zeros(sparse));
  expect(Math.max(...zeros(sparse))).toBeGreaterThan(100);
});

it('stops when asked to, and leaves no tensors', async () => {
  const controller = new AbortController();
  const before = memory().numTensors;
  const stopped = quantizeAware(
    await job(8, { signal: controller.signal, progress: () => controller.abort() }),
  );
  await expect(stopped).rejects.toThrow('cancelled');
  expect(memory().numTensors).toBe(before);
});

it.each([
  ['tiny', TINY_GENERATOR],
  ['dcgan-light', LIGHT_GENERATOR],
  ['depthwise', DEPTHWISE_GENERATOR],
  ['lw-gan', LW_GENERATOR],
] as const)('%s: a changed graph goes back into the network it was folded from', (_, spec) => {
  const own = seededWeights(spec, 3);
  const folded = buildGraph(spec, own);
  const tied = tiedBiases(spec);
  const changed: ExportGraph = {
    ...folded,
    nodes: folded.nodes.map((node) =>
      'weights' in node
        ? {
            ...node,
            weights: node.weights.map((w, i) => w * (1 + 0.1 * Math.sin(i))),
            bias: tied.has(node.name) ? node.bias : node.bias.map((b, i) => b + 0.05 * Math.cos(i)),
          }
        : node,
    ),
  };
  const put = unfoldWeights(spec, own, changed);
  const x = seededInputs(spec, 3);
  const wanted = runFloatGraph(changed, x, 3);
  expect(difference(engineOutput(spec, put, x, 3), wanted).max).toBeLessThan(5e-5);
  expect(difference(runFloatGraph(folded, x, 3), wanted).max).toBeGreaterThan(0.01);
});
