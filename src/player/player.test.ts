// The library: every kind of network drawn with the small kernels, what it takes, and what it refuses.
import { afterEach, describe, expect, it } from 'vitest';
import { writeTflite } from '../exporters/formats/tflite';
import { floatTfliteModel } from '../exporters/tflite/floatModel';
import { buildGraph } from '../graph/buildGraph';
import { runFloatGraph } from '../graph/floatReference';
import {
  AN12954_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_GENERATOR,
} from '../testing/exportModels';
import { load } from './index';
import type { Player } from './types';

let player: Player | undefined;
afterEach(() => player?.dispose());

const PORTS = { input: 'latent', output: 'image' };

function fileOf(spec: typeof TINY_GENERATOR, description?: string): Uint8Array<ArrayBuffer> {
  const model = floatTfliteModel(buildGraph(spec, seededWeights(spec, 5)), 'float32', PORTS);
  return writeTflite({ ...model, ...(description !== undefined && { description }) });
}

const networks = {
  'tiny generator': TINY_GENERATOR,
  'dcgan-light': LIGHT_GENERATOR,
  depthwise: DEPTHWISE_GENERATOR,
  'lw-gan': LW_GENERATOR,
  'dcgan-an12954': AN12954_GENERATOR,
};

describe.each(['auto', 'plain', 'none'] as const)('simd %s', (simd) => {
  it.each(Object.entries(networks))('%s draws what the reference draws', async (_, spec) => {
    player = await load(fileOf(spec), { simd });
    const rows = simd === 'none' ? 1 : 2;
    const latents = seededInputs(spec, rows, 8);
    const { values, count, height, width, channels } = player.draw(latents);
    const expected = runFloatGraph(buildGraph(spec, seededWeights(spec, 5)), latents, rows);
    expect([count, count * height * width * channels]).toEqual([rows, expected.length]);
    const size = Math.max(1, ...expected.map(Math.abs));
    expect(Math.max(...values.map((v, i) => Math.abs(v - expected[i]))) / size).toBeLessThan(2e-5);
    expect(player.runtime).toMatch(simd === 'none' ? /JavaScript/ : /^WebAssembly/);
    expect(player.limit).toBeNull();
  });
});

it('takes bytes, blobs and views; noise is the same for the same seed', async () => {
  const bytes = fileOf(TINY_GENERATOR);
  const shifted = new Uint8Array(bytes.length + 4);
  shifted.set(bytes, 4);
  const pictures: number[][] = [];
  for (const source of [bytes, bytes.buffer, new Blob([bytes]), shifted.subarray(4)]) {
    player = await load(source);
    expect(player.noise(3, 2)).toEqual(player.noise(3, 2));
    expect(player.noise(3)).not.toEqual(player.noise(4));
    pictures.push([...player.draw(player.noise(3, 2)).rgba(1)]);
    player.dispose();
  }
  expect(new Set(pictures.map(String)).size).toBe(1);
  expect(pictures[0].length).toBe(12 * 12 * 4);
  expect(pictures[0].filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
});

it('puts classes behind the noise where the file says that there are some', async () => {
  player = await load(fileOf(TINY_GENERATOR, 'x; input: 13 noise, 3 classes'));
  expect(player).toMatchObject({ inputSize: 16, latentSize: 13, classes: 3 });
  const noise = player.noise(1, 2);
  const whole = Float32Array.of(...noise.subarray(0, 13), 0, 0, 1, ...noise.subarray(13), 1, 0, 0);
  expect(player.draw(noise, [2, 0]).values).toEqual(player.draw(whole).values);
  expect(() => player?.draw(noise, 3)).toThrow('to be of class 3');
  expect(() => player?.draw(noise, [0])).toThrow('to be of class undefined');
});

it('puts the noise into the slot of the generator that is to draw', async () => {
  player = await load(fileOf(TINY_GENERATOR, 'x; input: noise in one of 4 slots, a slot for each generator'));
  expect(player).toMatchObject({ inputSize: 16, latentSize: 4, classes: 0, generators: 4 });
  const noise = player.noise(1, 2);
  const whole = new Float32Array(32);
  whole.set(noise.subarray(0, 4), 12);
  whole.set(noise.subarray(4), 16);
  expect(player.draw(noise, [3, 0]).values).toEqual(player.draw(whole).values);
  expect(() => player?.draw(noise, 4)).toThrow('to be by generator 4');
  expect(() => player?.draw(player.noise(1))).toThrow('4 numbers came.');
  player.dispose();
  player = await load(fileOf(TINY_GENERATOR, 'x; input: noise in one of 5 slots, a slot for each generator'));
  expect(player).toMatchObject({ latentSize: 16, generators: 1 }); // 16 numbers are no five slots
});

it('refuses another number of values, files of other programs, and addresses that are not there', async () => {
  player = await load(fileOf(TINY_GENERATOR));
  expect(() => player?.draw([1, 2, 3])).toThrow('3 numbers came');
  expect(() => player?.draw([])).toThrow('0 numbers came');
  expect(() => player?.draw(new Float32Array(16), 1)).toThrow('16 numbers came with a class');
  await expect(load(new Uint8Array(100))).rejects.toMatchObject({ hint: expect.any(String) });
  await expect(load('data:text/plain,none')).rejects.toThrow();
});
