// Networks with branches leave as Keras, TensorFlow.js and PyTorch have them, and draw there what the engine draws.
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
import { drawnByKeras, drawnByTorch, type Drawing } from '../testing/pythonDraws';
import { pythonMisses } from '../testing/tools';
import { isRow, kerasModel } from './keras/architecture';
import { kerasArchive, kerasH5, kerasJson } from './keras/files';
import { torchScript, torchWeights } from './pytorch/script';
import { runLayersModel } from './runtimes/layersModel';
import { tfjsModelFiles } from './tfjs/layersModel';

beforeAll(startTestEngine);

const ROWS = 2;
const weightsOf = (spec: NetworkSpec) => seededWeights(spec, 3);
const inputsOf = (spec: NetworkSpec) =>
  spec === CLASS_GENERATOR ? Float32Array.of(3, 1) : seededInputs(spec, ROWS);

const drawing = (files: Drawing['files'], spec: NetworkSpec): Drawing => ({
  ...{ files, inputs: inputsOf(spec), shape: inputShape(spec) },
});

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
    expectSame(spec, await drawnByKeras(drawing({ 'model.h5': await kerasH5(model) }, spec)));
    expectSame(spec, await drawnByKeras(drawing({ 'model.keras': await kerasArchive(model) }, spec)));
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
    expectSame(spec, await drawnByTorch(drawing(files, spec)));
  });
});
