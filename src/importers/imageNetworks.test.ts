// Networks from image to image, a U-Net and two residual networks of 32 pixels: what Export writes of them opens again and
// draws the same from the same picture, or the format says what it cannot hold. Networks that judge pictures stay refused.
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { GanvasError } from '../core/errors';
import { chain, inputShape, networkTotals, type LayerSpec, type NetworkSpec } from '../core/network';
import { modelExporters } from '../exporters/models';
import { PLAIN_RESNET_GENERATOR, RESNET_GENERATOR, UNET_GENERATOR } from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { exportedWeights, exportJobOf } from '../testing/exportJob';
import { seededInputs } from '../testing/exportModels';
import { asGenerator } from './generator';
import { openModel } from './index';

const ROWS = 2;

const NETWORKS: Readonly<Record<string, NetworkSpec>> = {
  'U-Net': UNET_GENERATOR,
  'ResNet with batch norms': PLAIN_RESNET_GENERATOR,
  'ResNet with instance norms': RESNET_GENERATOR,
};

/** What a format says that does not hold a network. */
const CANNOT: readonly (readonly [network: string, exporter: string, variant: RegExp, why: RegExp])[] = [
  ['ResNet with instance norms', 'tflite', /^int8/, /normali/],
];

beforeAll(startTestEngine);

const jobOf = (spec: NetworkSpec) => exportJobOf(spec, 8);

const VARIANTS = modelExporters
  .filter(({ id }) => ['tflite', 'tfjs', 'keras'].includes(id))
  .flatMap((exporter) =>
    exporter.variants.map((variant) => [exporter.id, variant.id, exporter, variant] as const),
  );

describe.each(Object.entries(NETWORKS))('%s', (name, spec) => {
  it.each(VARIANTS)('%s, %s', async (id, variantId, exporter, variant) => {
    const written = exporter.write(jobOf(spec), variantId);
    const cannot = CANNOT.find(
      ([network, format, which]) => network === name && format === id && which.test(variantId),
    );
    if (cannot) {
      await expect(written).rejects.toThrow(GanvasError);
      await expect(written).rejects.toThrow(cannot[3]);
      return;
    }
    const files = Object.entries((await written).files).map(([file, content]) => ({
      name: file,
      bytes: typeof content === 'string' ? strToU8(content) : content,
    }));
    const { imported, weights } = await openModel(files);
    expect(inputShape(imported.network)).toEqual([32 * 32]);
    expect(imported.notes.join()).toContain('It takes a picture, [32, 32, 1]');
    const pictures = seededInputs(spec, ROWS);
    const expected = engineOutput(spec, exportedWeights(spec), pictures, ROWS);
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.05);
    const drawn = engineOutput(imported.network, weights, pictures, ROWS);
    expect(difference(drawn, expected).mean).toBeLessThan(variant.meanBound);
  });
});

const judge = (...layers: readonly LayerSpec[]): NetworkSpec => chain('generator', [32, 32, 3], layers);

it.each([
  ['a classifier', judge({ kind: 'flatten' }, { kind: 'dense', units: 10 }), '[10]'],
  ['a discriminator', judge({ kind: 'flatten' }, { kind: 'dense', units: 1 }), '[1]'],
  ['one that judges patches', judge({ kind: 'conv2d', filters: 1, kernel: 4, stride: 8 }), '[4, 4, 1]'],
])('refuses %s', (_, network, made) => {
  const read = { network, weights: exportedWeights(network), notes: [] };
  expect(() => asGenerator(read)).toThrow(
    `The model takes [32, 32, 3] and makes ${made}, as discriminators and classifiers do.`,
  );
});

it('takes no picture that no page holds', () => {
  const network = chain('generator', [1024, 1024, 3], [{ kind: 'activation', fn: 'tanh' }]);
  expect(networkTotals(network).output).toEqual([1024, 1024, 3]);
  expect(() => asGenerator({ network, weights: new Map(), notes: [] })).toThrow(
    '1024 x 1024 from 3145728 numbers; 1024 x 1024 from 1048576 are the most',
  );
});
