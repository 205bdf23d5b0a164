// Every kind of network in every format and variant that Export writes: the files open again on the Runs page and draw the
// same, or the refusal says why the format cannot come back. One table for all.
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { withWidths, widthSlots } from '../core/layerWidths';
import { chain, inputShape, volume, type LayerSpec, type NetworkSpec } from '../core/network';
import { defaultParams } from '../core/paramSpec';
import type { ModelExportJob } from '../exporters/defineModel';
import { modelExporters } from '../exporters/models';
import { models } from '../models';
import {
  branchedGenerator,
  CLASS_GENERATOR,
  COMPOSED_GENERATOR,
  CURVED_GENERATOR,
  PLAIN_RESNET_GENERATOR,
  RESNET_GENERATOR,
  UNET_GENERATOR,
} from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { exportedWeights, exportJobOf } from '../testing/exportJob';
import { DEPTHWISE_GENERATOR, seededInputs, TINY_GENERATOR } from '../testing/exportModels';
import type { GivenFile } from './define';
import { openModel } from './index';

const ROWS = 4;
/** Why files of a format do not come back; null where they do. */
const ONE_WAY: Readonly<Record<string, RegExp | null>> = {
  tflite: null,
  'web-page': null,
  tfjs: null,
  keras: null,
  onnx: null,
  'tflite-array': /is C source, which only a compiler reads/,
  c: /is C source, which only a compiler reads/,
  native: null,
  pytorch: null,
};

beforeAll(startTestEngine);

/** The generator of a model with four channels a layer. */
function tiny(model: (typeof models)[number]): NetworkSpec {
  const spec = model.buildGenerator([28, 28, 1], defaultParams(model.params), 10);
  const slots = widthSlots(spec);
  const last = slots.length - 1;
  return withWidths(
    spec,
    slots.map(({ channels }, i) => (i === last ? channels : Math.min(4, channels))),
  );
}

/** Noise to an image over a normalization. */
const normalized = (kind: 'layerNorm' | 'instanceNorm' | 'pixelNorm'): NetworkSpec =>
  chain(
    'generator',
    [6],
    [
      { kind: 'dense', units: 64 },
      { kind: 'reshape', shape: [4, 4, 4] },
      { kind },
      { kind: 'activation', fn: 'relu' },
      { kind: 'conv2dTranspose', filters: 3, kernel: 4, stride: 2 },
      { kind: 'activation', fn: 'tanh' },
    ],
  );

/** An image from -1 to 1 of what a chain makes. */
const ENDING: readonly LayerSpec[] = [
  { kind: 'conv2d', filters: 3, kernel: 3 },
  { kind: 'activation', fn: 'tanh' },
];

const NETWORKS: readonly (readonly [name: string, spec: NetworkSpec])[] = [
  ...models.map((model) => [model.id, tiny(model)] as const),
  ['every chain kind', TINY_GENERATOR],
  ['depthwise convolutions', DEPTHWISE_GENERATOR],
  ['layer normalization', normalized('layerNorm')],
  ['instance normalization', normalized('instanceNorm')],
  ['normalization of pixels', normalized('pixelNorm')],
  ['every curve', CURVED_GENERATOR],
  ['kinds of several operators', chain('generator', [6], [...COMPOSED_GENERATOR.nodes, ...ENDING])],
  ['every branch', branchedGenerator()],
  ['U-Net', UNET_GENERATOR],
  ['ResNet with batch norms', PLAIN_RESNET_GENERATOR],
  ['ResNet with instance norms', RESNET_GENERATOR],
  ['a class', CLASS_GENERATOR],
];

const VARIANTS = modelExporters.flatMap((exporter) =>
  exporter.variants.map((variant) => [exporter.id, variant.id, exporter, variant] as const),
);

const given = (files: Readonly<Record<string, Uint8Array | string>>): GivenFile[] =>
  Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  }));

it('knows of every format whether it comes back', () => {
  expect(Object.keys(ONE_WAY).toSorted()).toEqual(modelExporters.map(({ id }) => id).toSorted());
});

describe.each(NETWORKS)('%s', (_, spec) => {
  const job = exportJobOf(spec, 16);
  const inputs = seededInputs(spec, ROWS);
  let trained: Float32Array | null = null;
  const drawnBefore = () => (trained ??= engineOutput(spec, exportedWeights(spec), inputs, ROWS));

  it.each(VARIANTS)('%s, %s', async (format, variantId, exporter, variant) => {
    const [height, width, channels] = inputShape(spec);
    // A page is told which pictures it takes.
    const isTold = format === 'web-page' && inputShape(spec).length > 1;
    const told: ModelExportJob = isTold ? { ...job, picture: { shape: [height, width, channels] } } : job;
    const { files } = await exporter.write(told, variantId);
    const why = ONE_WAY[format];
    if (why) {
      await expect(openModel(given(files))).rejects.toThrow(why);
      return;
    }
    const { imported, weights } = await openModel(given(files));
    expect(volume(inputShape(imported.network))).toBe(inputs.length / ROWS);
    const expected = drawnBefore();
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.05);
    const drawn = engineOutput(imported.network, weights, inputs, ROWS);
    expect(difference(drawn, expected).mean).toBeLessThan(variant.meanBound);
  });
});

it.each(VARIANTS.filter(([format]) => !ONE_WAY[format]))(
  '%s, %s alone says what is chosen beside the noise',
  async (format, variant, exporter) => {
    const job = exportJobOf(TINY_GENERATOR, 8);
    const byClass = await exporter.write({ ...job, input: { latent: 13, classes: 3 } }, variant);
    expect((await openModel(given(byClass.files))).choice).toEqual({ source: 'labels', count: 3 });
    if (format === 'native') return; // leaves with one generator alone
    const shared = await exporter.write({ ...job, input: null, generators: 4 }, variant);
    expect((await openModel(given(shared.files))).choice).toEqual({ source: 'generators', count: 4 });
  },
);

it.each(['native', 'pytorch'])('%s opens out of a zip with its card', async (format) => {
  const [, variant, exporter] = VARIANTS.find(([id]) => id === format) ?? VARIANTS[0];
  const { files } = await exporter.write(
    { ...exportJobOf(TINY_GENERATOR, 8), input: { latent: 13, classes: 3 } },
    variant,
  );
  const parts = Object.fromEntries(given(files).map(({ name, bytes }) => [name, bytes]));
  const zip = {
    name: 'export.zip',
    bytes: zipSync({ ...parts, 'model-card.md': strToU8('# card'), 'model-card.json': strToU8('{}') }),
  };
  const { imported, choice } = await openModel([zip]);
  expect(imported.fileName).toMatch(/^generator\.(bin|npz)$|\.bin$/);
  expect(choice).toEqual({ source: 'labels', count: 3 });
});

it.each(VARIANTS.filter(([format]) => ONE_WAY[format]))(
  '%s, %s says why it does not come back, in a zip with its card too',
  async (format, variant, exporter) => {
    const { files } = await exporter.write(exportJobOf(TINY_GENERATOR, 8), variant);
    const parts = Object.fromEntries(given(files).map(({ name, bytes }) => [name, bytes]));
    const zip = { name: 'export.zip', bytes: zipSync({ ...parts, 'model-card.md': strToU8('# card') }) };
    await expect(openModel([zip])).rejects.toThrow(ONE_WAY[format] ?? '');
  },
);
