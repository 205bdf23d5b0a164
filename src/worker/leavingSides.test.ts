// What takes pictures leaves for other sides than it learned from: every format, proved, .tflite and ONNX by the official runtimes;
// what is sent to a board then runs in the kiosk's worker as the run itself does. Sides that layers or memory do not take are named.
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { manifestOf } from '../features/board/boardModel';
import { KioskRequests } from '../inference/kioskRequests';
import type { ExportedModel, ModelExportRequest } from '../protocol';
import { openNodeWorker, type NodeWorker } from '../testing/nodeWorker';
import { catalogue } from './catalogue';
import { requireEngine } from './context';

vi.mock('../exporters/runtimes/liteRtPage', async () => {
  const { bootLiteRtInNode } = await import('../testing/liteRt');
  return { bootLiteRtInPage: bootLiteRtInNode };
});

let worker: NodeWorker;
beforeAll(async () => {
  worker = await openNodeWorker('plain', 1);
});
afterAll(() => worker.close());

const start = async (pairs: Readonly<Record<string, unknown>>): Promise<void> => {
  const shared = { 'dataset.size': 64, batch: 2, measureEvery: 0, steps: 1 };
  await worker.client.request('run/start', { config: readRunConfig({ ...shared, ...pairs }, catalogue) });
};
const leaves = (request: Omit<ModelExportRequest, 'calibration'>): Promise<ExportedModel> =>
  worker.client.request('model/export', { calibration: 'min-max', ...request });
const SIDES = { height: 20, width: 36 };
const GREY = { latent: 20 * 36, classes: 0 };

/** A picture with something in it. */
const picture = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 37 + (i >> 4) * 11) % 256);

/** What the kiosk's worker makes of a picture by the file that a board is sent. */
async function inKiosk(exported: ExportedModel, pixels: Uint8Array) {
  const requests = new KioskRequests();
  const manifest = manifestOf(exported, 'Run', null);
  const bytes = Uint8Array.from(exported.file?.bytes ?? []).buffer;
  await requests.answer({ kind: 'load', manifest, bytes });
  const seen = await requests.answer({ kind: 'picture', pixels });
  return 'outcome' in seen ? seen.outcome : null;
}

const farthest = (a: Uint8Array, b: Uint8Array): number =>
  a.reduce((most, byte, i) => Math.max(most, Math.abs(byte - b[i])), Number(a.length !== b.length) * 255);

it('a translator, in every format', { timeout: 120_000 }, async () => {
  await start({ task: 'cycle-gan', 'task.poolSize': 4, 'task.width': 2, 'task.patchWidth': 2 });
  const network = 'generatorBA';
  for (const [exporter, variant] of [
    ['tflite', 'float32'],
    ['tflite', 'int8'],
    ['onnx', 'float32'],
    ['tfjs', 'float32'],
    ['keras', 'h5'],
    ['pytorch', 'npz'],
    ['c', 'int8'],
    ['native', 'int8'],
  ]) {
    const { proof, input, trained, drawn } = await leaves({ exporter, variant, network, sides: SIDES });
    expect([exporter, input, proof.images > 0]).toEqual([exporter, GREY, true]);
    expect([trained?.height, trained?.width, drawn?.width]).toEqual([20, 36, 36]);
    if (exporter === 'tflite') expect(proof.runtime).toContain('LiteRT');
  }
  const pixels = picture(20 * 36);
  const images = { count: 1, ...SIDES, channels: 1, pixels };
  const { pixels: made } = await worker.client.request('samples/translate', { network, images });
  const { file } = await leaves({ exporter: 'onnx', variant: 'float32', network, sides: SIDES });
  const session = await InferenceSession.create(file?.bytes ?? new Uint8Array());
  const given = Float32Array.from(pixels, (byte) => byte / 127.5 - 1);
  const { image } = await session.run({ latent: new Tensor('float32', given, [1, pixels.length]) });
  const drawn = Uint8Array.from(Float32Array.from(image.data, Number), (v) => Math.round((v + 1) * 127.5));
  expect(farthest(drawn, made)).toBeLessThanOrEqual(1);
  const exported = await leaves({ exporter: 'tflite', variant: 'float32', network, sides: SIDES });
  const outcome = await inKiosk(exported, pixels);
  expect(outcome?.kind === 'made' && farthest(outcome.made, made)).toBeLessThanOrEqual(1);

  await expect(leaves({ exporter: 'c', variant: 'int8', sides: { height: 21, width: 600 } })).rejects.toThrow(
    'does not take pictures of 21 x 600',
  );
  const refused = leaves({ exporter: 'c', variant: 'int8', sides: { height: 21, width: 600 } });
  await expect(refused).rejects.toMatchObject({
    hint: expect.stringMatching(/nearest that it takes are 20 x 512/),
  });
  const { running } = requireEngine(worker.context);
  const room = vi.spyOn(running, 'room', 'get').mockReturnValue({ device: 2e6, tensor: null, inPage: false });
  try {
    const large = { height: 512, width: 256 };
    await expect(leaves({ exporter: 'c', variant: 'int8', sides: large })).rejects.toThrow(
      /Pictures of 512 x 256 takes about .* MB of memory/,
    );
    const blank = { count: 1, ...large, channels: 1, pixels: picture(512 * 256) };
    await expect(worker.client.request('samples/translate', { network, images: blank })).rejects.toThrow(
      'Pictures of 512 x 256',
    );
  } finally {
    room.mockRestore();
  }
});

it('one that colours is shown in colours by the kiosk, and one that makes fine is given blocks', async () => {
  const pairs = { task: 'pair-translation', 'task.width': 2, 'task.patchWidth': 2 };
  for (const [more, channels] of [
    [{ dataset: 'drawn-scenes', 'dataset.side': '32', 'task.mode': 'colour' }, 3],
    [{ 'task.mode': 'coarse' }, 1],
  ] as const) {
    await start({ ...pairs, ...more });
    const exported = await leaves({ exporter: 'tflite', variant: 'float32' });
    const [height, width] = exported.picture?.shape ?? [0, 0];
    const pixels = picture(height * width * channels);
    const images = { count: 1, height, width, channels, pixels };
    const { pixels: made } = await worker.client.request('samples/translate', {
      network: 'generator',
      images,
    });
    const outcome = await inKiosk(exported, pixels);
    expect(outcome?.kind === 'made' && farthest(outcome.made, made)).toBeLessThanOrEqual(1);
    expect(farthest(outcome?.given ?? pixels, pixels)).toBeGreaterThan(20);
  }
});

it('a classifier, whose names the kiosk gives as it does', async () => {
  await start({ task: 'retrain', 'task.encoder': 'mobilenet', 'task.width': 0.125, 'dataset.size': 100 });
  const sides = { height: 56, width: 28 };
  const larger = await leaves({ exporter: 'tflite', variant: 'float32', sides });
  expect(larger.input).toMatchObject({ latent: 56 * 28 });
  expect(larger.proof.naming?.agreement).toBeGreaterThan(0.9);
  const exported = await leaves({ exporter: 'tflite', variant: 'float32' });
  const pixels = picture(784);
  const images = { count: 1, height: 28, width: 28, channels: 1, pixels };
  const { shares } = await worker.client.request('samples/name', { images });
  const outcome = await inKiosk(exported, pixels);
  const named = outcome?.kind === 'named' ? outcome.shares : new Float32Array();
  expect(named).toHaveLength(10);
  named.forEach((share, i) => expect(share).toBeCloseTo(shares[i], 3));
});
