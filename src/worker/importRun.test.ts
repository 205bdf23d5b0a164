// A network from image to image that comes from a file: a saved run that opens, draws from noise in the place of its picture,
// and leaves again for a board as one that takes so many numbers.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inputShape, volume } from '../core/network';
import { writeTflite } from '../exporters/formats/tflite';
import { floatTfliteModel } from '../exporters/tflite/floatModel';
import { buildGraph } from '../graph/buildGraph';
import { runFloatGraph } from '../graph/floatReference';
import { PLAIN_RESNET_GENERATOR, UNET_GENERATOR } from '../testing/branchedModels';
import { difference } from '../testing/exportEngine';
import { seededWeights } from '../testing/exportModels';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';

let worker: NodeWorker;
beforeEach(async () => {
  worker = await openNodeWorker('relaxed', 1);
});
afterEach(() => worker.close());

it.each([
  ['U-Net', UNET_GENERATOR],
  ['ResNet', PLAIN_RESNET_GENERATOR],
] as const)('%s', async (_, spec) => {
  const { client } = worker;
  const graph = buildGraph(spec, seededWeights(spec, 5));
  const bytes = writeTflite(floatTfliteModel(graph, 'float32', { input: 'picture', output: 'image' }));
  const files = [{ name: 'translator.tflite', file: new Blob([bytes]) }];
  const { id } = await client.request('runs/import', { files });
  const run = await client.request('run/open', { id });
  const numbers = volume(inputShape(spec));
  expect(run.imported?.notes.join()).toContain('takes a picture, [32, 32, 1]');

  const source = { kind: 'seed', seed: 4, count: 2 } as const;
  const { images, latents } = await client.request('samples/draw', { source });
  expect(latents).toHaveLength(2 * numbers);
  expect([images.height, images.width, images.channels]).toEqual([32, 32, 3]);
  const expected = runFloatGraph(graph, latents, 2).map((v) => 127.5 * (v + 1));
  expect(difference(images.pixels, expected).max).toBeLessThan(1);

  const board = await client.request('model/export', {
    exporter: 'native',
    variant: 'int8',
    calibration: 'min-max',
  });
  expect(board.input).toEqual({ latent: numbers, classes: 0 });
  expect(board.file?.bytes.length).toBeGreaterThan(1000);
});
