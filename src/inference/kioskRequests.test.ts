import { describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/buildGraph';
import { KioskModelError, readKioskManifest, type KioskManifest } from '../core/kioskManifest';
import { sha256Hex } from '../datasets/sha256';
import { writeTflite } from '../exporters/formats/tflite';
import { floatTfliteModel } from '../exporters/tflite/floatModel';
import { seededWeights, TINY_GENERATOR } from '../testing/exportModels';
import { checkedModel, KioskRequests } from './kioskRequests';
import { toPixels } from './pictureWork';

const graph = buildGraph(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 4));
const bytes = writeTflite(floatTfliteModel(graph, 'float32', { input: 'latent', output: 'image' }));

async function manifest(change: Partial<KioskManifest> = {}): Promise<KioskManifest> {
  return readKioskManifest({
    version: 1,
    name: 'Tiny',
    file: 'tiny.tflite',
    format: 'tflite',
    bytes: bytes.length,
    sha256: await sha256Hex(bytes),
    latent: 16,
    classes: 0,
    image: [12, 12, 3],
    range: [-1, 1],
    ...change,
  });
}

it('writes numbers of the range as bytes, and keeps what lies outside in bounds', () => {
  expect([...toPixels(Float32Array.of(-1, 0, 1, 7, -7), [-1, 1])]).toEqual([0, 128, 255, 255, 0]);
  expect([...toPixels(Float32Array.of(0, 0.5, 1), [0, 1])]).toEqual([0, 128, 255]);
});

describe('checkedModel', () => {
  it('takes what fits', async () => {
    expect((await checkedModel(await manifest(), bytes)).weights).toBe('float32');
  });

  it.each([
    [{ bytes: 7 }, 'bytes of 7'],
    [{ sha256: '0'.repeat(64) }, 'checksum'],
    [{ latent: 15 }, 'its manifest says'],
    [{ classes: 2 }, 'its manifest says'],
    [{ image: [12, 12, 1] as const }, 'its manifest says'],
  ])('refuses a manifest with %j', async (change, message) => {
    const checked = checkedModel(await manifest(change), bytes);
    await expect(checked).rejects.toThrow(KioskModelError);
    await expect(checked).rejects.toThrow(message);
  });
});

it('writes PNG files, and draws nothing before a model is there', async () => {
  const requests = new KioskRequests();
  const images = [new Uint8Array(432), new Uint8Array(432)];
  const files = await requests.answer({ kind: 'png', images, image: [12, 12, 3] });
  expect(files).toHaveLength(2);
  await expect(requests.answer({ kind: 'draw', inputs: new Float32Array(16), rows: 1 })).rejects.toThrow(
    'No model is loaded',
  );
});
