// What is trained here stays the same to the last bit, whatever is rebuilt: every model, the losses with penalties, the
// stabilizers, points, and everything else that learns. sameBits.json holds the numbers; `RECORD=1` adds those that are
// missing and overwrites none (testing/recorded), so a number that is meant to change is first taken out by hand.
import { afterEach, describe, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { models } from '../models';
import { openNodeWorker, type KernelKind, type NodeWorker } from '../testing/nodeWorker';
import { recordedValue } from '../testing/recorded';
import { judgeBits, standingBits, takeSteps } from '../testing/runBits';
import { RUN_MAKERS } from '../testing/runMakers';
import { catalogue } from './catalogue';

const NUMBERS = new URL('sameBits.json', import.meta.url);
const STEPS = 30;

const digits = { dataset: 'synthetic-digits', 'dataset.size': 200, batch: 4, measureEvery: 0 };
const points = { 'dataset.size': 500, batch: 16, measureEvery: 0, 'model.width': 16, 'model.latentSize': 4 };
const small = { ...digits, 'model.width': 0.25, 'model.latentSize': 8 };
const lw = { ...digits, model: 'lw-gan', 'model.channels': 6, 'model.latentSize': 8 };

const RUNS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'the reference': { ...digits, model: 'dcgan-an12954', seed: 1 },
  'light, averaged': { ...digits, model: 'dcgan-light', batch: 8, seed: 2, 'loss.labelSmoothing': 0.1 },
  'gradient penalty, two discriminator steps': {
    ...{ ...small, model: 'dcgan-light', seed: 3 },
    ...{ loss: 'wgan-gp', dSteps: 2, normD: 'layer', normG: 'instance' },
  },
  'relativistic with both penalties, noise that fades': {
    ...{ ...digits, model: 'dcgan-radford', 'model.channels': 8, 'model.latentSize': 16, seed: 4 },
    ...{ loss: 'relativistic-r1-r2', 'loss.gamma': 0.5, instanceNoise: 0.3, instanceNoiseSteps: 20 },
  },
  'packing, spectral norm, augmentation': {
    ...{ ...lw, seed: 5, loss: 'hinge', packing: 2, spectralNorm: true },
    augment: 'colour-translation-cutout',
  },
  'classes by a projection': { ...small, model: 'cgan', seed: 6, loss: 'wgan-clipping' },
  'classes guessed, minibatch deviation': {
    ...{ ...small, model: 'acgan', seed: 7, loss: 'relativistic-r1-r2' },
    ...{ minibatchStd: true, normD: 'none' },
  },
  'several generators, a mixture': {
    ...small,
    model: 'mad-gan',
    'model.generators': 3,
    seed: 8,
    loss: 'least-squares',
  },
  'several generators, a classifier': {
    ...small,
    model: 'mgan',
    'model.generators': 3,
    seed: 9,
    loss: 'wgan-gp',
    normD: 'none',
  },
  'dense layers draw digits': {
    ...{ ...digits, model: 'gan-mlp', 'model.width': 24, 'model.latentSize': 8, seed: 10 },
    ...{ loss: 'saturating', initScale: 0.5, augment: 'translation' },
  },
  'points, unrolled': { ...points, dataset: 'points-ring', model: 'gan-mlp', seed: 11, unrolledSteps: 3 },
  'points of several generators': {
    ...{ ...points, dataset: 'points-moons', model: 'mgan-mlp', 'model.generators': 3, seed: 12 },
    ...{ loss: 'wgan-gp', normG: 'batch', emaDecay: 0.9, packing: 1 },
  },
  'points that are drawn, packed': {
    ...points,
    dataset: 'points-drawn',
    model: 'gan-mlp',
    seed: 13,
    packing: 4,
  },
};

/** Ways to a smaller generator, by the run files that they make. */
const MADE_SMALLER = ['distilled', 'pruned-weights', 'pruned-channels', 'quantization-aware'];

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

async function expectSame(
  name: string,
  kind: KernelKind,
  found: Readonly<Record<string, unknown>>,
): Promise<void> {
  expect(found).toEqual(await recordedValue(NUMBERS, `${name}, ${kind} kernels`, found));
}

it('knows a run of every model', () => {
  const trained = Object.values(RUNS).map(({ model }) => model);
  expect(models.map(({ id }) => id).filter((id) => !trained.includes(id))).toEqual([]);
});

// Both builds of the kernels are cut into tasks by the same code: threads are compared in one of them.
describe.each<[KernelKind, number]>([
  ['relaxed', 1],
  ['relaxed', 2],
  ['plain', 1],
])('%s kernels on %i threads', (kind, threads) => {
  it.each(Object.keys(RUNS))('%s', async (name) => {
    worker = await openNodeWorker(kind, threads);
    const config = readRunConfig(RUNS[name], catalogue);
    await worker.client.request('run/start', { config, unsaved: true });
    const series = await takeSteps(worker, STEPS);
    await expectSame(name, kind, { series, ...(await standingBits(worker)) });
  });

  it.each(MADE_SMALLER)('%s', async (name) => {
    worker = await openNodeWorker(kind, threads);
    const id = await RUN_MAKERS[name](worker);
    await worker.client.request('run/open', { id });
    await expectSame(name, kind, await standingBits(worker));
  });

  it('mended while it runs', async () => {
    worker = await openNodeWorker(kind, threads);
    const { client } = worker;
    await client.request('run/start', { config: readRunConfig(lw, catalogue), unsaved: true });
    const before = await takeSteps(worker, 6);
    const changes = { ...lw, steps: 6, packing: 2, learningRateD: 2e-4, normD: 'layer', emaDecay: 0.8 };
    await client.request('run/change', { config: readRunConfig(changes, catalogue), keeps: 'both' });
    await client.request('run/set', { batch: 6, dSteps: 2, learningRateG: 1e-3 });
    const series = await takeSteps(worker, 8);
    await expectSame('mended', kind, { before, series, ...(await standingBits(worker)) });
  });

  it('the judge', async () => {
    worker = await openNodeWorker(kind, threads);
    await expectSame('the judge', kind, await judgeBits(worker, 'synthetic-digits', 4));
  });
});
