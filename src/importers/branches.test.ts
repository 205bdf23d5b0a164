// Networks with branches that left as Keras and TensorFlow.js files come back as they were.
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NetworkSpec } from '../core/network';
import { kerasModel } from '../exporters/keras/architecture';
import { kerasArchive, kerasH5 } from '../exporters/keras/files';
import type { TfjsWeights } from '../exporters/tfjs/affineWeights';
import { tfjsModelFiles } from '../exporters/tfjs/layersModel';
import {
  branchedGenerator,
  CLASS_GENERATOR,
  COMPOSED_GENERATOR,
  RESNET_GENERATOR,
  UNET_GENERATOR,
} from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights } from '../testing/exportModels';
import type { ReadNetwork } from './assembly';
import { openModel } from './index';
import { kerasArchiveImporter } from './keras/archiveImporter';
import { kerasH5Importer } from './keras/h5Importer';
import { tfjsImporter } from './tfjs/importer';

beforeAll(startTestEngine);

const weightsOf = (spec: NetworkSpec) => seededWeights(spec, 3);
const inputsOf = (spec: NetworkSpec) =>
  spec === CLASS_GENERATOR ? Float32Array.of(3, 1) : seededInputs(spec, 2);
const kinds = ({ nodes }: NetworkSpec): string[] => nodes.map(({ kind }) => kind);

/** What is read is the network as it was. @returns it */
function expectSame(spec: NetworkSpec, { network, weights, notes }: ReadNetwork, bound = 1e-5): NetworkSpec {
  const inputs = inputsOf(spec);
  const drawn = engineOutput(network, weights, inputs, 2);
  const expected = engineOutput(spec, weightsOf(spec), inputs, 2);
  expect(difference(drawn, expected).max).toBeLessThan(bound * Math.max(1, ...expected.map(Math.abs)));
  expect(notes).toEqual([]);
  return network;
}

async function fromTfjs(spec: NetworkSpec, kind: TfjsWeights): Promise<ReadNetwork> {
  const files = Object.entries(tfjsModelFiles(spec, weightsOf(spec), kind));
  const [model, ...beside] = files.map(([name, bytes]) => ({ name, bytes }));
  return tfjsImporter.read(model, beside);
}

async function fromKeras(spec: NetworkSpec): Promise<readonly ReadNetwork[]> {
  const model = kerasModel(spec, weightsOf(spec));
  const [h5, archive] = [await kerasH5(model), await kerasArchive(model)];
  return [
    await kerasH5Importer.read({ name: 'generator.h5', bytes: h5 }, []),
    await kerasArchiveImporter.read({ name: 'generator.keras', bytes: archive }, []),
  ];
}

describe.each([
  ['every kind', branchedGenerator()],
  ['U-Net', UNET_GENERATOR],
  ['ResNet', RESNET_GENERATOR],
  ['a class', CLASS_GENERATOR],
])('%s comes back as it was', (_, spec) => {
  it('from Keras, both forms', async () => {
    for (const read of await fromKeras(spec))
      expect(kinds(expectSame(spec, read)).toSorted()).toEqual(kinds(spec).toSorted());
  });

  it.each([
    ['float32', 1e-5],
    ['uint8', 1],
  ] as const)('from TensorFlow.js, %s', async (kind, bound) => {
    const network = expectSame(spec, await fromTfjs(spec, kind), bound);
    expect(kinds(network).toSorted()).toEqual(kinds(spec).toSorted());
  });
});

it('layers that were written as several come back as one, but for hard sigmoids', async () => {
  const spec = COMPOSED_GENERATOR;
  const soft = spec.nodes.flatMap((node) =>
    node.kind === 'activation' && node.fn === 'hardSigmoid'
      ? ['batchNorm', node.kind, 'batchNorm']
      : [node.kind],
  );
  const tfjs = [await fromTfjs(spec, 'float32'), await fromTfjs(spec, 'float16')];
  for (const read of [...(await fromKeras(spec)), ...tfjs])
    expect(kinds(expectSame(spec, read, 0.01))).toEqual(soft);
});

it('refuses TensorFlow.js models that interpolate, and names the layer', async () => {
  const layers = [
    { class_name: 'InputLayer', config: { batch_input_shape: [null, 2, 2, 1], name: 'in' } },
    { class_name: 'UpSampling2D', config: { name: 'up', size: [2, 2], interpolation: 'bilinear' } },
  ];
  const topology = { class_name: 'Sequential', config: { name: 's', layers } };
  const model = { modelTopology: { model_config: topology }, weightsManifest: [] };
  const bytes = strToU8(JSON.stringify(model));
  await expect(openModel([{ name: 'model.json', bytes }])).rejects.toThrow(/up \(UpSampling2D\)/);
});
