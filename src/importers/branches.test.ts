// Networks with branches that left as Keras and TensorFlow.js files come back as they were.
import { strToU8 } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import type { NetworkSpec } from '../core/network';
import { kerasModel } from '../exporters/keras/architecture';
import { kerasArchive, kerasH5 } from '../exporters/keras/files';
import { tfjsModelFiles } from '../exporters/tfjs/layersModel';
import { branchedGenerator } from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights } from '../testing/exportModels';
import type { GivenFile } from './define';
import { openModel } from './index';

beforeAll(startTestEngine);

const weightsOf = (spec: NetworkSpec) => seededWeights(spec, 3);
const kinds = ({ nodes }: NetworkSpec): string[] => nodes.map(({ kind }) => kind);

async function expectSame(spec: NetworkSpec, files: readonly GivenFile[]): Promise<void> {
  const { imported, weights } = await openModel(files);
  const inputs = seededInputs(spec, 2);
  const drawn = engineOutput(imported.network, weights, inputs, 2);
  expect(difference(drawn, engineOutput(spec, weightsOf(spec), inputs, 2)).max).toBeLessThan(1e-5);
  expect(kinds(imported.network).toSorted()).toEqual(kinds(spec).toSorted());
  expect(imported.notes).toEqual([]);
}

it('Keras, both forms', async () => {
  const spec = branchedGenerator();
  const model = kerasModel(spec, weightsOf(spec));
  await expectSame(spec, [{ name: 'generator.h5', bytes: await kerasH5(model) }]);
  await expectSame(spec, [{ name: 'generator.keras', bytes: await kerasArchive(model) }]);
});

it('TensorFlow.js', async () => {
  const spec = branchedGenerator(false);
  const files = Object.entries(tfjsModelFiles(spec, weightsOf(spec), 'float32'));
  await expectSame(
    spec,
    files.map(([name, bytes]) => ({ name, bytes })),
  );
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
