// Networks with branches leave as Keras, TensorFlow.js and PyTorch have them, and draw there what the engine draws.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { inputShape, type NetworkSpec } from '../core/network';
import {
  branchedGenerator,
  CLASS_GENERATOR,
  COMPOSED_GENERATOR,
  RESNET_GENERATOR,
  UNET_GENERATOR,
} from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights } from '../testing/exportModels';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import { isRow, kerasModel } from './keras/architecture';
import { kerasArchive, kerasH5, kerasJson } from './keras/files';
import { torchScript, torchWeights } from './pytorch/script';
import { runLayersModel } from './runtimes/layersModel';
import { tfjsModelFiles } from './tfjs/layersModel';

beforeAll(startTestEngine);

const ROWS = 2;
const READER = fileURLToPath(new URL('./keras/readKeras.py', import.meta.url));
const TORCH = `
import json, os, sys
sys.path.insert(0, os.path.dirname(sys.argv[1]))
import numpy as np, torch, network
torch.set_num_threads(1)
x = torch.from_numpy(np.fromfile(sys.argv[2], '<f4').reshape((-1, *json.loads(sys.argv[3]))))
with torch.no_grad(): print(network.load()(x).contiguous().numpy().astype('<f4').tobytes().hex())
`;
const weightsOf = (spec: NetworkSpec) => seededWeights(spec, 3);
const inputsOf = (spec: NetworkSpec) =>
  spec === CLASS_GENERATOR ? Float32Array.of(3, 1) : seededInputs(spec, ROWS);

/** What Python draws with the first of the files. */
async function drawn(
  python: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>>,
  spec: NetworkSpec,
): Promise<Float32Array> {
  return inTemporaryFolder(async (write, folder) => {
    for (const [name, content] of Object.entries(files)) await write(name, content);
    const data = await write('inputs', new Uint8Array(inputsOf(spec).buffer));
    const args = [...python, `${folder}/${Object.keys(files)[0]}`, data, JSON.stringify(inputShape(spec))];
    const hex = execFileSync('/usr/bin/python3', args, { encoding: 'utf8', maxBuffer: 2 ** 24 }).trim();
    return new Float32Array(Uint8Array.from(Buffer.from(hex, 'hex')).buffer);
  });
}

function expectSame(spec: NetworkSpec, found: Float32Array): void {
  const expected = engineOutput(spec, weightsOf(spec), inputsOf(spec), ROWS);
  expect(difference(found, expected).max).toBeLessThan(2e-5 * Math.max(1, ...expected.map(Math.abs)));
}

const noKeras = pythonMisses('h5py', 'python3-h5py');
describe.skipIf(noKeras)(`Keras, read by h5py ${noKeras ?? ''}`, () => {
  it.each([
    ['every kind', branchedGenerator()],
    ['U-Net', UNET_GENERATOR],
    ['ResNet', RESNET_GENERATOR],
    ['kinds of several layers', COMPOSED_GENERATOR],
    ['a class', CLASS_GENERATOR],
  ])('%s', async (_, spec) => {
    const model = kerasModel(spec, weightsOf(spec));
    expectSame(spec, await drawn([READER], { 'model.h5': await kerasH5(model) }, spec));
    expectSame(spec, await drawn([READER], { 'model.keras': await kerasArchive(model) }, spec));
    const { class_name: word, module }: { class_name: string; module: string } = JSON.parse(kerasJson(model));
    expect([word, module]).toEqual([isRow(model) ? 'Sequential' : 'Functional', 'keras']);
  });
});

describe('TensorFlow.js, loaded by tf.loadLayersModel', () => {
  it.each([
    ['every kind', branchedGenerator()],
    ['U-Net', UNET_GENERATOR],
    ['ResNet', RESNET_GENERATOR],
    ['kinds of several layers', COMPOSED_GENERATOR],
    ['a class', CLASS_GENERATOR],
  ])('%s', async (_, spec) => {
    const files = tfjsModelFiles(spec, weightsOf(spec), 'float32');
    expectSame(spec, await runLayersModel(files, inputsOf(spec), ROWS, inputShape(spec)));
  });
});

const noTorch = pythonMisses('torch', 'python3-torch');
describe.skipIf(noTorch)(`PyTorch ${noTorch ?? ''}`, () => {
  it.each([
    ['every kind', branchedGenerator()],
    ['U-Net', UNET_GENERATOR],
    ['ResNet', RESNET_GENERATOR],
    ['kinds of several layers', COMPOSED_GENERATOR],
    ['a class', CLASS_GENERATOR],
  ])('%s', async (_, spec) => {
    const files = {
      'network.py': torchScript(spec, weightsOf(spec), 'network.npz'),
      'network.npz': torchWeights(spec, weightsOf(spec)),
    };
    expectSame(spec, await drawn(['-c', TORCH], files, spec));
  });
});
