import { memory } from '@tensorflow/tfjs-core';
import { inputShape } from '../../core/network';
import { beforeAll, describe, expect, it } from 'vitest';
import { volume } from '../../graph/graph';
import { difference, engineOutput, startTestEngine } from '../../testing/exportEngine';
import {
  AN12954_SMALL_DISCRIMINATOR,
  AN12954_SMALL_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../../testing/exportModels';
import { runLayersModel } from '../runtimes/layersModel';
import { storeWeight } from './affineWeights';
import { tfjsModelFiles } from './layersModel';

beforeAll(startTestEngine);

describe.each([
  ['tiny generator', TINY_GENERATOR],
  ['tiny discriminator', TINY_DISCRIMINATOR],
  ['dcgan-light', LIGHT_GENERATOR],
  ['depthwise', DEPTHWISE_GENERATOR],
  ['lw-gan', LW_GENERATOR],
  ['dcgan-an12954 of 12 pixels', AN12954_SMALL_GENERATOR],
  ['dcgan-an12954 discriminator of 12 pixels', AN12954_SMALL_DISCRIMINATOR],
] as const)('%s, loaded by tf.loadLayersModel', (_, spec) => {
  const weights = seededWeights(spec, 3);
  const count = [...weights.values()].reduce((sum, w) => sum + volume(w.shape), 0);

  it.each([
    ['float32', 4, 2e-5],
    ['float16', 2, 0.02],
    ['uint16', 2, 0.002],
    ['uint8', 1, 0.5],
  ] as const)('%s weights', async (kind, bytes, bound) => {
    const inputs = seededInputs(spec, 2);
    const expected = engineOutput(spec, weights, inputs, 2);
    const size = Math.max(1, ...expected.map(Math.abs));
    const files = tfjsModelFiles(spec, weights, kind);
    expect(files['weights.bin'].length).toBe(bytes * count);
    const drawn = await runLayersModel(files, inputs, 2, inputShape(spec));
    expect(difference(drawn, expected).max / size).toBeLessThan(bound);
  });
});

it('keeps no tensors', async () => {
  const files = tfjsModelFiles(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 1), 'uint8');
  const before = memory().numTensors;
  await runLayersModel(files, seededInputs(TINY_GENERATOR, 2), 2, inputShape(TINY_GENERATOR));
  expect(memory().numTensors).toBe(before);
});

it('refuses a file that is cut short', async () => {
  const files = tfjsModelFiles(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 1), 'float32');
  const cut = { ...files, 'weights.bin': files['weights.bin'].slice(0, 100) };
  await expect(runLayersModel(cut, seededInputs(TINY_GENERATOR, 1), 1, [16])).rejects.toThrow('refuses');
});

it.each(['uint8', 'uint16'] as const)('%s keeps zero and stays within half a step', (kind) => {
  const values = Float32Array.of(-0.3, 0, 0.001, 1.7, -1.2, 0.9);
  const { bytes, quantization } = storeWeight(values, kind);
  if (!quantization || quantization.dtype === 'float16') throw new TypeError('not affine');
  const integers = kind === 'uint8' ? bytes : new Uint16Array(bytes.slice().buffer);
  const back = Array.from(integers, (q) => q * quantization.scale + quantization.min);
  expect(back[1]).toBe(0);
  expect(difference(back, values).max).toBeLessThanOrEqual(quantization.scale * 0.5001);
  expect([...storeWeight(Float32Array.of(2, 2), kind).bytes].every((b) => b === 0)).toBe(true);
});
