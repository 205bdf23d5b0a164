import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { difference, startTestEngine } from '../testing/exportEngine';
import {
  AN12954_DISCRIMINATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../testing/exportModels';
import { buildGraph } from './buildGraph';
import { affineOf, calibrate } from './calibration';
import { engineRunner } from './engineRunner';
import { runFloatGraph } from './floatReference';

beforeAll(startTestEngine);

describe.each([
  ['tiny generator', TINY_GENERATOR],
  ['tiny discriminator', TINY_DISCRIMINATOR],
  ['dcgan-light', LIGHT_GENERATOR],
  ['depthwise', DEPTHWISE_GENERATOR],
  ['dcgan-an12954 discriminator', AN12954_DISCRIMINATOR],
] as const)('%s', (_, spec) => {
  const graph = buildGraph(spec, seededWeights(spec, 3));
  const inputs = seededInputs(spec, 3);

  it('the engine sees the ranges that the reference sees, and keeps nothing', async () => {
    const before = memory().numTensors;
    const engine = await calibrate(graph, inputs, 3, 'min-max', engineRunner);
    expect(memory().numTensors).toBe(before);
    const reference = await calibrate(graph, inputs, 3, 'min-max', runFloatGraph);
    const flat = (c: typeof engine) => [c.input, ...c.nodes].flatMap((r) => [r.min, r.max]);
    const size = Math.max(...flat(reference).map(Math.abs));
    expect(difference(flat(engine), flat(reference)).max / size).toBeLessThan(1e-5);
  });

  it('percentiles cut the tails off', async () => {
    const whole = await calibrate(graph, inputs, 3, 'min-max', runFloatGraph);
    const cut = await calibrate(graph, inputs, 3, 'percentile', runFloatGraph);
    const width = (c: typeof cut) => c.nodes.reduce((sum, r) => sum + r.max - r.min, 0);
    expect(width(cut)).toBeLessThanOrEqual(width(whole));
    expect(width(cut)).toBeGreaterThan(0.3 * width(whole));
  });
});

it('int8 forms meet zero exactly and span the range', () => {
  for (const range of [
    { min: -1.3, max: 4.2 },
    { min: 0, max: 6 },
    { min: 2, max: 3 },
    { min: -5, max: -1 },
    { min: 0, max: 0 },
  ]) {
    const { scale, zeroPoint } = affineOf(range);
    expect(Number.isInteger(zeroPoint) && zeroPoint >= -128 && zeroPoint <= 127).toBe(true);
    expect(scale * (127 - zeroPoint)).toBeGreaterThanOrEqual(Math.max(0, range.max) - scale);
    expect(scale * (-128 - zeroPoint)).toBeLessThanOrEqual(Math.min(0, range.min) + scale);
  }
});
