import { memory, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { inputShape, volume } from '../core/network';
import { normalArray } from '../core/random';
import { Network } from '../engine/network';
import { writeWeights } from '../graph/networkWeights';
import { RESNET_GENERATOR, UNET_GENERATOR } from '../testing/branchedModels';
import { difference, startTestEngine } from '../testing/exportEngine';
import { seededWeights } from '../testing/exportModels';
import { graphOf } from '../training/generatorGraph';
import { trainedTranslator } from '../training/translatorGraph';
import { Pupil } from './pupil';
import { attention, lookApart, watching } from './watchedLayers';

beforeAll(startTestEngine);

it('an attention is the strength of maps over channels, of length one', async () => {
  // Two pictures of two pixels with two channels: means of squares are 1 and 2, then 8 and 0.
  const maps = tensor([1, 1, 2, 0, 4, 0, 0, 0], [2, 1, 2, 2]);
  const found = await attention(maps).data();
  expect(difference(found, [1 / Math.sqrt(5), 2 / Math.sqrt(5), 1, 0]).max).toBeLessThan(1e-5);
  const apart = lookApart(tensor([[[1, 0]], [[0, 1]]]), tensor([[[0, 1]], [[0, 1]]]));
  expect((await apart.data())[0]).toBe(1);
});

it.each([
  ['U-Net', UNET_GENERATOR],
  ['ResNet', RESNET_GENERATOR],
])('%s: a folded generator draws and looks where the network itself does', async (_, spec) => {
  const network = new Network(spec, 1);
  writeWeights(network, seededWeights(spec, 3));
  const generator = await trainedTranslator(network);
  const folded = graphOf(generator);
  const range = { min: -1, max: 1 };
  const ranges = { input: range, nodes: folded.nodes.map(() => range) };
  const pupil = new Pupil(generator, folded, ranges, 8, true);
  const before = memory().numTensors;
  tidy(() => {
    const shape = inputShape(spec);
    const pictures = tensor(normalArray(2 * volume(shape), 5), [2, ...shape]);
    const wanted = watching(network, { kind: 'inference' })(pictures);
    const found = pupil.wanted(pictures);
    expect(wanted.length).toBeGreaterThan(3);
    expect(found.map((one) => one.shape)).toEqual(wanted.map((one) => one.shape));
    for (const [i, one] of found.entries())
      expect(difference(one.dataSync(), wanted[i].dataSync()).max, `value ${i}`).toBeLessThan(1e-4);
  });
  expect(memory().numTensors).toBe(before);
  pupil.dispose();
  network.dispose();
});
