// The kiosk draws networks from image to image: a U-Net and residual networks of 32 pixels, as Export writes them, checked
// against their manifest, on plain loops and on the compute module, as the engine draws them.
import { beforeAll, describe, expect, it } from 'vitest';
import { inputShape, networkTotals, volume, type NetworkSpec } from '../core/network';
import { KioskModelError, readKioskManifest, type KioskManifest } from '../core/kioskManifest';
import { sha256Hex } from '../datasets/sha256';
import { findModelExporter } from '../exporters/models';
import { PLAIN_RESNET_GENERATOR, RESNET_GENERATOR, UNET_GENERATOR } from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { runFloatGraph } from '../graph/floatReference';
import { exportJobOf } from '../testing/exportJob';
import { seededInputs, seededWeights } from '../testing/exportModels';
import { loadTestModule } from '../testing/simdModule';
import { GraphRunner } from './graphRunner';
import { checkedModel } from './kioskRequests';

const ROWS = 2;

beforeAll(startTestEngine);

const jobOf = (spec: NetworkSpec) => exportJobOf(spec, 8);

const tflite = findModelExporter('tflite');

async function fileOf(spec: NetworkSpec, variant: string): Promise<Uint8Array<ArrayBuffer>> {
  const { files } = await tflite.write(jobOf(spec), variant);
  const [content] = Object.entries(files)
    .filter(([name]) => name.endsWith('.tflite'))
    .map(([, bytes]) => bytes);
  return Uint8Array.from(typeof content === 'string' ? [] : content);
}

async function manifestOf(spec: NetworkSpec, bytes: Uint8Array<ArrayBuffer>): Promise<KioskManifest> {
  return readKioskManifest({
    version: 1,
    name: 'From a picture',
    file: 'picture.tflite',
    format: 'tflite',
    bytes: bytes.length,
    sha256: await sha256Hex(bytes),
    latent: volume(inputShape(spec)),
    classes: 0,
    image: networkTotals(spec).output,
    range: [-1, 1],
  });
}

const WHOLE = ['float32', 'float16', 'dynamic-int8', 'int4', 'int8'];

describe.each([
  ['U-Net', UNET_GENERATOR, WHOLE],
  ['ResNet with batch norms', PLAIN_RESNET_GENERATOR, WHOLE],
  ['ResNet with instance norms', RESNET_GENERATOR, WHOLE.slice(0, -1)],
] as const)('%s', (_, spec, variants) => {
  it.each(variants)('draws, %s', async (variantId) => {
    const bound = tflite.variants.find(({ id }) => id === variantId)?.meanBound ?? 0;
    const bytes = await fileOf(spec, variantId);
    const { graph } = await checkedModel(await manifestOf(spec, bytes), bytes);
    expect(graph.inputs[0].shape).toEqual([32, 32, 1]);
    const pictures = seededInputs(spec, ROWS);
    const expected = engineOutput(spec, seededWeights(spec, 5), pictures, ROWS);
    const plain = runFloatGraph(graph, pictures, ROWS);
    expect(difference(plain, expected).mean).toBeLessThan(bound);
    const module = await loadTestModule();
    const runner = new GraphRunner(module, graph);
    const drawn = runner.run(pictures, ROWS);
    runner.dispose();
    module.dispose();
    const size = Math.max(1, ...plain.map(Math.abs));
    expect(difference(drawn, plain).max / size).toBeLessThan(1e-4);
    expect(difference(drawn, expected).mean).toBeLessThan(bound);
  });

  it('refuses a manifest of another number of numbers', async () => {
    const bytes = await fileOf(spec, 'float32');
    const manifest = { ...(await manifestOf(spec, bytes)), latent: 32 * 32 * 3 };
    await expect(checkedModel(manifest, bytes)).rejects.toThrow(KioskModelError);
    await expect(checkedModel(manifest, bytes)).rejects.toThrow('of [32, 32, 1]; its manifest says');
  });
});
