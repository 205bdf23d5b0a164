// Networks from image to image, a U-Net and two residual networks of 32 pixels, open as generators (exportedModels.test.ts
// compares what they draw). Networks that judge pictures stay refused.
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { chain, inputShape, networkTotals, type LayerSpec, type NetworkSpec } from '../core/network';
import { findModelExporter } from '../exporters/models';
import { PLAIN_RESNET_GENERATOR, RESNET_GENERATOR, UNET_GENERATOR } from '../testing/branchedModels';
import { exportedWeights, exportJobOf } from '../testing/exportJob';
import { asGenerator } from './generator';
import { openModel } from './index';

const NETWORKS: Readonly<Record<string, NetworkSpec>> = {
  'U-Net': UNET_GENERATOR,
  'ResNet with batch norms': PLAIN_RESNET_GENERATOR,
  'ResNet with instance norms': RESNET_GENERATOR,
};

it.each(Object.entries(NETWORKS))(
  '%s takes its picture as a list of numbers, and says so',
  async (_, spec) => {
    const { files } = await findModelExporter('tflite').write(exportJobOf(spec, 1), 'float32');
    const bytes = Object.values(files).map((content) =>
      typeof content === 'string' ? strToU8(content) : content,
    );
    const { imported } = await openModel(
      bytes.map((content) => ({ name: 'generator.tflite', bytes: content })),
    );
    expect(inputShape(imported.network)).toEqual([32 * 32]);
    expect(imported.notes.join()).toContain('It takes a picture, [32, 32, 1]');
  },
);

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
