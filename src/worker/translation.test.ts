// A run that translates, as the page drives it: started, watched in grids, asked for pictures, saved, and gone on with to the
// last bit.
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { gridsIn } from '../core/gridLayout';
import { readRunConfig } from '../core/runConfig';
import { mayHalve } from '../engine/halfProducts';
import { Network } from '../engine/network';
import type { OpenedRun } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';

let worker: NodeWorker;
/** Of every pass of a network: whether its products may have factors of 16 bits. */
const allowed: boolean[] = [];
const allowedSince = (): Set<boolean> => new Set(allowed.splice(0));
beforeAll(async () => {
  const apply = Object.getOwnPropertyDescriptor(Network.prototype, 'apply')?.value;
  vi.spyOn(Network.prototype, 'apply').mockImplementation(function (this: Network, ...given) {
    allowed.push(mayHalve());
    return Reflect.apply(apply, this, given);
  });
  worker = await openNodeWorker('plain', 1);
});
beforeEach(() => {
  allowed.length = 0;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await worker.close();
});

const SMALL = { 'task.width': 2, 'task.patchWidth': 2, 'dataset.size': 64, batch: 2, measureEvery: 0 };
const OUTLINES = { task: 'cycle-gan', 'task.poolSize': 4, ...SMALL };

const start = (pairs: Readonly<Record<string, unknown>>): Promise<OpenedRun> =>
  worker.client.request('run/start', { config: readRunConfig(pairs, catalogue) });

/** Plays to the end. */
async function finish(): Promise<void> {
  await worker.client.request('run/play', {});
  await worker.context.run?.session.ended();
}

const lastPoint = () => worker.context.run?.session.history.at(-1)?.values;

it('shows both ways in grids, takes pictures, and goes on from its save to the last bit', async () => {
  const opened = await start({ ...OUTLINES, steps: 3 });
  expect(opened.config).toMatchObject({ dataset: 'digits-outlines', loss: 'least-squares', emaDecay: 0 });
  expect(opened.grids.map(({ id, columns }) => [id, columns])).toEqual([
    ['a-to-b', ['Digits', 'made Inverted outlines', 'and back', 'right answer']],
    ['b-to-a', ['Inverted outlines', 'made Digits', 'and back', 'right answer']],
  ]);
  expect(opened.networks.map(({ id }) => id)).toEqual([
    ...['generatorAB', 'generatorBA', 'discriminatorA', 'discriminatorB'],
  ]);
  expect(opened.estimatedPeakBytes).toBeGreaterThan(0);
  expect(gridsIn(opened.timeline[0].images, opened.grids)).not.toBeNull();
  await finish();
  expect(allowedSince()).toEqual(new Set([false]));
  const images = { ...opened.realImages, count: 2, pixels: opened.realImages.pixels.slice(0, 2 * 784) };
  const made = await worker.client.request('samples/translate', { network: 'generatorBA', images });
  expect([made.count, made.height, made.channels]).toEqual([2, 28, 1]);
  expect(allowedSince()).toEqual(new Set([true]));
  await expect(
    worker.client.request('samples/translate', { network: 'discriminatorA', images }),
  ).rejects.toThrow('no network discriminatorA that takes pictures');
  await expect(
    worker.client.request('samples/translate', { network: 'generatorAB', images: { ...images, height: 14 } }),
  ).rejects.toThrow('2 pictures of 14 x 28 x 1');
  expect(opened.pictureTakers.map(({ network, label, shape }) => [network, label, shape])).toEqual([
    ['generatorAB', 'Digits to Inverted outlines', [28, 28, 1]],
    ['generatorBA', 'Inverted outlines to Digits', [28, 28, 1]],
  ]);
  const step = opened.pictureTakers[0].free?.step ?? 0;
  expect([2, 4]).toContain(step);
  const blank = (height: number, width: number) => ({
    ...{ count: 1, height, width, channels: 1 },
    pixels: new Uint8Array(height * width).fill(128),
  });
  const [high, wide] = [28 + 2 * step, 56];
  const larger = await worker.client.request('samples/translate', {
    network: 'generatorAB',
    images: blank(high, wide),
  });
  expect([larger.height, larger.width, larger.pixels.length]).toEqual([high, wide, high * wide]);
  await expect(
    worker.client.request('samples/translate', { network: 'generatorAB', images: blank(29, 29) }),
  ).rejects.toThrow(/Digits to Inverted outlines does not take pictures of 29 x 29/);
  const { id: saved } = await worker.client.request('run/save', {});
  const { id } = await worker.client.request('runs/duplicate', { id: saved });
  await worker.client.request('run/set', { steps: 6 });
  await finish();
  const whole = lastPoint();
  await worker.client.request('run/close', { discard: true });

  await worker.client.request('run/open', { id });
  expect(worker.context.run?.session.step).toBe(3);
  await worker.client.request('run/set', { steps: 6 });
  await finish();
  expect(lastPoint()).toEqual(whole);
});

it('translates two classes of labelled images, and refuses what has no two kinds before anything is loaded', async () => {
  const opened = await start({
    ...OUTLINES,
    dataset: 'synthetic-digits',
    'task.classA': 3,
    'task.classB': 8,
  });
  expect(opened.grids[0].columns.slice(0, 2)).toEqual(['3', 'made 8']);
  await expect(start({ ...OUTLINES, dataset: 'points-moons' })).rejects.toMatchObject({
    name: 'IncompatibleSettingsError',
  });
  await expect(start({ ...OUTLINES, loss: 'wgan-gp' })).rejects.toThrow('slope');
});

it('learns fine pictures of coarse ones, as any task', async () => {
  const opened = await start({ task: 'pair-translation', steps: 2, ...SMALL });
  expect(opened.grids[0].columns).toEqual(['coarse', 'made fine', 'original']);
  await finish();
  expect(Object.keys(lastPoint() ?? {})).toEqual(['generator', 'discriminator', 'generator/l1']);
  const { realImages: images } = opened;
  expect(allowedSince()).toEqual(new Set([false]));
  const made = await worker.client.request('samples/translate', { network: 'generator', images });
  expect(made.count).toBe(images.count);
  expect(allowedSince()).toEqual(new Set([true]));
});

it.each([
  ['c', 'int8', 'generatorBA'],
  ['keras', 'h5', 'generatorBA'],
  ['onnx', 'float32', 'generatorAB'],
])(
  'writes a translator as %s, proved on held-back pictures',
  { timeout: 60_000 },
  async (exporter, variant, network) => {
    await start({ ...OUTLINES, steps: 1, 'task.generator': network === 'generatorAB' ? 'resnet' : 'unet' });
    const request = { exporter, variant, network, calibration: 'min-max' as const };
    const { proof, trained, drawn, input } = await worker.client.request('model/export', request);
    expect(proof.images).toBeGreaterThan(0);
    expect(input).toEqual({ latent: 784, classes: 0 });
    expect([trained?.height, drawn?.channels]).toEqual([28, 1]);
    await expect(
      worker.client.request('model/export', { ...request, network: 'discriminatorA' }),
    ).rejects.toThrow('no network discriminatorA that takes pictures');
  },
);
