// Pages of networks that take pictures: what the page makes of one, or names in it, is what the float reference and the kiosk do.
import { expect, it } from 'vitest';
import { labOf, rgbOf } from '../../core/labColour';
import { chain, volume, type NetworkSpec } from '../../core/network';
import { coarsened, type PictureShape } from '../../core/pictureFit';
import { toSignedUnit } from '../../datasets/sampling';
import { buildGraph } from '../../graph/buildGraph';
import { inputShape } from '../../graph/edges';
import { runFloatGraph } from '../../graph/floatReference';
import { styleStudent } from '../../models/networks/styleStudent';
import { unet } from '../../models/networks/unet';
import { openWebPage } from '../../player/openWebPage';
import { openPictures } from '../../player/pictures';
import type { LeavingPicture } from '../../protocol';
import { RESNET_GENERATOR } from '../../testing/branchedModels';
import { difference } from '../../testing/exportEngine';
import { seededInputs, seededWeights, TINY_DISCRIMINATOR } from '../../testing/exportModels';
import type { ModelExportJob } from '../defineModel';
import { findModelExporter } from '../models';
import { readWebPage } from './html';

const exporter = findModelExporter('web-page');
const SHAPE = [16, 24, 3] as const;
const NAMES = ['daisy', 'rose <red>', '鬱金香'];
const CLASSIFIER = chain('classifier', SHAPE, [
  { kind: 'conv2d', filters: 6, kernel: 3, stride: 2 },
  { kind: 'batchNorm', momentum: 0.9 },
  { kind: 'activation', fn: 'relu6' },
  { kind: 'depthwiseConv2d', kernel: 3, stride: 1 },
  { kind: 'flatten' },
  { kind: 'dense', units: NAMES.length },
  { kind: 'softmax' },
]);
const translator = (shape: PictureShape, channels: number): NetworkSpec =>
  unet({ shape, channels, width: 4, depth: 2, normalization: 'instance' });
const student = styleStudent({ shape: SHAPE, channels: 3, width: 8, depth: 1, blocks: 2, classes: 1 });
const [resnetHeight, resnetWidth, resnetChannels] = [32, 32, 1];

const jobOf = (spec: NetworkSpec, picture: LeavingPicture, names?: readonly string[]): ModelExportJob => {
  const weights = seededWeights(spec, 3);
  const graph = buildGraph(spec, weights);
  return {
    ...{ name: 'pictures', title: 'A "network" & <pictures>', generator: { spec, weights }, graph, picture },
    input: { latent: volume(inputShape(graph)), classes: 0, ...(names && { names }) },
    discriminator: { spec: TINY_DISCRIMINATOR, weights: seededWeights(TINY_DISCRIMINATOR, 4) },
    int8: () => Promise.reject(new Error('No full integers are asked for.')),
  };
};

async function pageOf(job: ModelExportJob, variant = 'float32'): Promise<string> {
  const { files } = await exporter.write(job, variant);
  return String(files['pictures.html']);
}

it.each([
  ['U-Net', translator(SHAPE, 3), { shape: SHAPE }],
  ['ResNet', RESNET_GENERATOR, { shape: [resnetHeight, resnetWidth, resnetChannels] }],
  ['student of a style', student, { shape: SHAPE }],
  ['colouriser', translator([16, 24, 1], 2), { shape: SHAPE, preparation: { kind: 'lightness' } }],
  ['classifier', CLASSIFIER, { shape: SHAPE }],
] as const)('%s: the page computes what was trained, in every precision, by the kernels', async (...of) => {
  const [, spec, picture] = of;
  const job = jobOf(spec, picture, spec === CLASSIFIER ? NAMES : undefined);
  const inputs = seededInputs(spec, 1);
  const expected = runFloatGraph(job.graph, inputs, 1);
  for (const { id, meanBound } of exporter.variants) {
    const html = await pageOf(job, id);
    const page = await openWebPage(html);
    expect(difference(page.draw(inputs, 1), expected).mean).toBeLessThan(meanBound);
    page.dispose();
    const { facts, model } = readWebPage(html);
    const player = await openPictures(model, facts);
    expect(player.runtime).toMatch(/^WebAssembly/);
    player.dispose();
  }
});

it('shows of a picture what the kiosk shows: as it is, made coarse, coloured, named', async () => {
  const pixels = Uint8Array.from({ length: volume(SHAPE) }, (_, i) => (i * 37 + (i >> 5) * 11) % 256);
  const seen = async (spec: NetworkSpec, picture: LeavingPicture, names?: readonly string[]) => {
    const job = jobOf(spec, picture, names);
    const { facts, model } = readWebPage(await pageOf(job));
    const player = await openPictures(model, facts);
    const outcome = await player.see(pixels);
    player.dispose();
    return {
      outcome,
      made: player.made,
      draw: (inputs: Float32Array) => runFloatGraph(job.graph, inputs, 1),
    };
  };
  const bytes = (values: Float32Array) => Uint8ClampedArray.from(values, (v) => (v + 1) * 127.5);

  const plain = await seen(translator(SHAPE, 3), { shape: SHAPE });
  if (plain.outcome.kind !== 'made') throw new Error('nothing was made');
  expect(plain.outcome.given).toEqual(pixels);
  expect(difference(plain.outcome.made, bytes(plain.draw(toSignedUnit(pixels)))).max).toBeLessThanOrEqual(1);

  const coarse = await seen(translator(SHAPE, 3), {
    shape: SHAPE,
    preparation: { kind: 'coarse', block: 5 },
  });
  if (coarse.outcome.kind !== 'made') throw new Error('nothing was made');
  const blocks = coarsened(toSignedUnit(pixels), SHAPE, 5);
  expect(difference(coarse.outcome.given, bytes(blocks)).max).toBeLessThanOrEqual(1);
  expect(difference(coarse.outcome.made, bytes(coarse.draw(blocks))).max).toBeLessThanOrEqual(1);

  const lightness = { shape: SHAPE, preparation: { kind: 'lightness' } } as const;
  const coloured = await seen(translator([16, 24, 1], 2), lightness);
  if (coloured.outcome.kind !== 'made') throw new Error('nothing was made');
  const { lightness: light } = labOf(pixels);
  expect(coloured.made).toEqual(SHAPE);
  expect(difference(coloured.outcome.made, rgbOf(light, coloured.draw(light))).max).toBeLessThanOrEqual(1);

  const named = await seen(CLASSIFIER, { shape: SHAPE }, NAMES);
  if (named.outcome.kind !== 'named') throw new Error('nothing was named');
  expect(difference(named.outcome.shares, named.draw(toSignedUnit(pixels))).max).toBeLessThan(1e-5);
});

it('a page whose words do not fit its model is refused', async () => {
  const html = await pageOf(
    jobOf(translator([16, 24, 1], 2), { shape: SHAPE, preparation: { kind: 'lightness' } }),
  );
  const { facts, model } = readWebPage(html);
  expect(facts).toMatchObject({ version: 2, latent: 384, title: 'A "network" & <pictures>' });
  for (const [from, to] of [
    ['"version":2', '"version":1'],
    ['"shape":[16,24,3]', '"shape":[16,23,3]'],
    ['"shape":[16,24,3]', '"shape":[24,16,3]'],
    ['"preparation":{"kind":"lightness"}', '"preparation":{"kind":"coarse","block":2}'],
    ['"names":null', '"names":["a"]'],
  ] as const) {
    const changed = html.replace(from, to);
    expect(changed).not.toBe(html);
    const read = readWebPage(changed);
    await expect(openPictures(model, read.facts)).rejects.toThrow('This page is damaged');
  }
  for (const [from, to] of [
    ['"shape":[16,24,3]', '"shape":[16,24,2]'],
    ['"shape":[16,24,3]', '"shape":[16,99999,3]'],
    ['{"kind":"lightness"}', '{"kind":"magic"}'],
    ['"names":null', '"names":[]'],
  ] as const)
    expect(() => readWebPage(html.replace(from, to))).toThrow('This page is damaged');
});
