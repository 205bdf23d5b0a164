import { tensor, tidy } from '@tensorflow/tfjs-core';
import { inputShape } from '../core/network';
import { beforeAll, expect, it } from 'vitest';
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
import { calibrate } from '../graph/calibration';
import { engineRunner } from '../graph/engineRunner';
import { runFloatGraph } from '../graph/floatReference';
import type { ExportGraph } from '../graph/graph';
import { EngineGraph } from '../graph/graphOps';
import { quantizeGraph } from '../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../graph/integerReference';
import { roundingHooks, weightRoundings, zeroMasks } from './quantizeAware';
import { tiedBiases, unfoldWeights } from '../graph/unfold';

beforeAll(startTestEngine);

const weights = seededWeights(TINY_GENERATOR, 3);

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

it('masks the zeros of a pruned graph, laid out as the engine has them', () => {
  const pruned = new Map(weights);
  const kernel = weights.get('conv2d_1/kernel');
  if (!kernel) throw new TypeError('no kernel');
  pruned.set('conv2d_1/kernel', { ...kernel, values: kernel.values.map((w, i) => (i % 3 === 0 ? 0 : w)) });
  const mask = zeroMasks(buildGraph(TINY_GENERATOR, pruned)).get('conv2d_1/kernel');
  expect([...(mask ?? [])]).toEqual(Array.from(kernel.values, (_, i) => (i % 3 === 0 ? 0 : 1)));
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
