import { describe, expect, it } from 'vitest';
import { inputShape, networkTotals, resolveNetwork, stepMultiplyAdds } from '../core/network';
import { defaultParams } from '../core/paramSpec';
import { RUN_PARAMS } from '../core/runParams';
import { dcganAn12954 } from './dcganAn12954';
import { dcganColour } from './dcganColour';
import { dcganLight } from './dcganLight';
import { dcganRadford } from './dcganRadford';
import type { ModelDefinition } from './define';
import { models } from './index';
import { lwGan } from './lwGan';

const MNIST = [28, 28, 1] as const;

describe.each(models.map((m) => [m.id, m] as const))('%s', (_, model) => {
  const params = defaultParams(model.params);
  const classes = model.classes?.source === 'generators' ? Number(params.generators) : 10;

  it.each([
    [28, 28, 1],
    [32, 32, 3],
    [64, 64, 3],
  ] as const)('draws and judges %i x %i x %i', (...shape) => {
    const generator = model.buildGenerator(shape, params, classes);
    expect(networkTotals(generator).output).toEqual(shape);
    const latent = Number(params.latentSize);
    const inputs = { labels: latent + classes, generators: latent * classes, none: latent };
    expect(inputShape(generator)).toEqual([inputs[model.classes?.source ?? 'none']]);
    const discriminator = model.buildDiscriminator(shape, params, classes);
    expect(inputShape(discriminator)).toEqual(shape);
    expect(networkTotals(discriminator).output).toEqual([model.classes ? 1 + classes : 1]);
  });

  it('refuses a side it cannot double to, naming it', () => {
    const build = () => model.buildGenerator([30, 30, 1], params, classes);
    if (model.sideMultiple === undefined) expect(networkTotals(build()).output).toEqual([30, 30, 1]);
    else expect(build).toThrow(/30 x 30/);
  });

  it('says truly whether its discriminator has batch normalization', () => {
    const { nodes } = model.buildDiscriminator(MNIST, params, classes);
    expect(nodes.some(({ kind }) => kind === 'batchNorm')).toBe(model.normalizesD === true);
  });

  it('has a permanent id and recommends known settings', () => {
    expect(model.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const known = new Set([...RUN_PARAMS.map((p) => p.id as string), 'lossParams']);
    expect(Object.keys(model.recommended).filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('dcgan-an12954', () => {
  const params = defaultParams(dcganAn12954.params);

  it('has the parameters that Keras prints for the note’s networks', () => {
    // Generator: 633,472 + 147,584 + 512 + 73,792 + 256 + 577; discriminator: 320 + 18,496 + 256 + 73,856 + 512
    // + 295,168 + 1,024 + 4,097. Half of each batch norm's numbers are moving statistics.
    const g = networkTotals(dcganAn12954.buildGenerator(MNIST, params));
    expect([g.trainable, g.nonTrainable]).toEqual([633472 + 147584 + 256 + 73792 + 128 + 577, 384]);
    const d = networkTotals(dcganAn12954.buildDiscriminator(MNIST, params));
    expect([d.trainable, d.nonTrainable]).toEqual([
      320 + 18496 + 128 + 73856 + 256 + 295168 + 512 + 4097,
      896,
    ]);
  });

  it('has the maps of the note’s figure', () => {
    const maps = resolveNetwork(dcganAn12954.buildDiscriminator(MNIST, params)).map((l) =>
      l.output.join('x'),
    );
    expect(maps.filter((m, i) => m !== maps[i - 1])).toEqual([
      '14x14x32',
      '7x7x64',
      '8x8x64',
      '4x4x128',
      '4x4x256',
      '4096',
      '1',
    ]);
  });
});

it('lw-gan’s generator needs at least five times fewer multiply-adds than the light DCGAN’s', () => {
  const cost = (model: ModelDefinition) =>
    networkTotals(model.buildGenerator(MNIST, defaultParams(model.params))).multiplyAdds;
  expect(cost(dcganLight) / cost(lwGan)).toBeGreaterThan(5);
});

it('dcgan-radford starts at four to seven pixels whatever the side', () => {
  const params = defaultParams(dcganRadford.params);
  const starts = [28, 32, 48, 64].map((side) => {
    const layers = resolveNetwork(dcganRadford.buildGenerator([side, side, 3], params));
    return layers.find(({ layer }) => layer.kind === 'reshape')?.output[0];
  });
  expect(starts).toEqual([7, 4, 6, 4]);
});

it('dcgan-colour starts at maps of 7 to 13 pixels where sides can be halved so often, and judges down to as few', () => {
  const params = defaultParams(dcganColour.params);
  const ends = [16, 28, 32, 48, 64, 96, 128].map((side) => {
    const drawn = resolveNetwork(dcganColour.buildGenerator([side, side, 3], params));
    const judged = resolveNetwork(dcganColour.buildDiscriminator([side, side, 3], params));
    const last = judged.findLast(({ layer }) => layer.kind === 'conv2d');
    return [drawn.find(({ layer }) => layer.kind === 'reshape')?.output[0], last?.output[0]];
  });
  expect(ends).toEqual([8, 7, 8, 12, 8, 12, 8].map((side) => [side, side]));
  // What was chosen at 64 pixels: docs/light-trials.md.
  const totals = networkTotals(dcganColour.buildGenerator([64, 64, 3], params));
  expect([totals.trainable + totals.nonTrainable, Math.round(totals.multiplyAdds / 1e5)]).toEqual([
    152_315, 72,
  ]);
});

it('dcgan-light needs at least five times fewer multiply-adds per step than the reference', () => {
  const cost = (model: typeof dcganLight) => {
    const params = defaultParams(model.params);
    const batch = model.recommended.batch ?? 32;
    return stepMultiplyAdds(
      model.buildGenerator(MNIST, params),
      model.buildDiscriminator(MNIST, params),
      batch,
    );
  };
  expect(cost(dcganAn12954) / cost(dcganLight)).toBeGreaterThan(5);
});
