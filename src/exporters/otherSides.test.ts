// Translators, students and classifiers for other heights and widths than they were trained in: with the weights that they have,
// every format's own program makes of a picture what the engine makes of it. Sides that differ, of which one is no multiple of
// what the network was trained in.
import type { LiteRt } from '@litertjs/core';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultParams } from '../core/paramSpec';
import { readRunConfig } from '../core/runConfig';
import { chain, inputShape, type NetworkSpec } from '../core/network';
import { takesSides, withPictureSides } from '../core/pictureInput';
import { datasets } from '../datasets';
import { buildGraph } from '../graph/buildGraph';
import { calibrate } from '../graph/calibration';
import { outputShape } from '../graph/edges';
import { runFloatGraph } from '../graph/floatReference';
import { quantizeGraph } from '../graph/int8Graph';
import { losses } from '../losses';
import { models } from '../models';
import { styleStudent } from '../models/networks/styleStudent';
import { tasks } from '../tasks';
import { classifierSpec, MOBILENET } from '../tasks/retrain/networks';
import { RESNET_GENERATOR, UNET_GENERATOR } from '../testing/branchedModels';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights } from '../testing/exportModels';
import { loadTestLiteRt } from '../testing/liteRt';
import { drawnByKeras, drawnByTorch, type Drawing } from '../testing/pythonDraws';
import { commandMisses, inTemporaryFolder, pythonMisses, runProgram } from '../testing/tools';
import { cSourceFiles } from './cSource/files';
import { writeOnnx } from './formats/onnx';
import { writeTflite } from './formats/tflite';
import { kerasModel } from './keras/architecture';
import { kerasArchive } from './keras/files';
import { floatOnnxModel } from './onnx/model';
import { torchScript, torchWeights } from './pytorch/script';
import { runLayersModel } from './runtimes/layersModel';
import { openLiteModel } from './runtimes/liteRt';
import { tfjsModelFiles } from './tfjs/layersModel';
import { floatTfliteModel } from './tflite/floatModel';

const PORTS = { input: 'picture', output: 'made' };
const student = styleStudent({
  ...{ shape: [32, 32, 3], channels: 3, width: 8, depth: 1, blocks: 2, classes: 1 },
});

function mobileNet(): NetworkSpec {
  const config = readRunConfig({ task: 'retrain' }, { datasets, models, losses, tasks });
  const facts = tasks.find(({ id }) => id === 'retrain');
  const taskParams = { ...defaultParams(facts?.params ?? []), encoder: MOBILENET, width: 0.25 };
  return classifierSpec({ ...config, taskParams }, [32, 32, 3], 5);
}

const NETWORKS: readonly (readonly [string, NetworkSpec, readonly [height: number, width: number]])[] = [
  ['U-Net', UNET_GENERATOR, [24, 40]],
  ['ResNet', RESNET_GENERATOR, [20, 44]],
  ['student', student, [26, 38]],
  ['classifier', mobileNet(), [40, 56]],
];

let runtime: LiteRt;
beforeAll(async () => {
  await startTestEngine();
  runtime = await loadTestLiteRt();
});

const noKeras = pythonMisses('h5py', 'python3-h5py');
const noTorch = pythonMisses('torch', 'python3-torch');
const noGcc = commandMisses('gcc', 'gcc') ?? commandMisses('make', 'make');

it('a network of dense layers is held to its own sides', () => {
  const dense = chain('classifier', [8, 8, 1], [{ kind: 'flatten' }, { kind: 'dense', units: 2 }]);
  expect(takesSides(dense, 16, 8)).toBe(false);
});

describe.each(NETWORKS)('%s', (_, trained, [height, width]) => {
  const spec = withPictureSides(trained, height, width);
  // Those of the sides that it was trained in.
  const weights = seededWeights(trained, 3);
  const inputs = seededInputs(spec, 1);
  const graph = buildGraph(spec, weights);

  function expectSame(found: Float32Array): void {
    const expected = engineOutput(spec, weights, inputs, 1);
    expect(Math.max(...expected) - Math.min(...expected)).toBeGreaterThan(0.1);
    expect(difference(found, expected).max).toBeLessThan(5e-5 * Math.max(1, ...expected.map(Math.abs)));
  }

  const drawing = (files: Drawing['files']): Drawing => ({ files, inputs, shape: inputShape(spec) });

  it('takes these sides', () => expect(takesSides(trained, height, width)).toBe(true));

  it('.tflite by LiteRT', async () => {
    const model = await openLiteModel(runtime, writeTflite(floatTfliteModel(graph, 'float32', PORTS)));
    const found = await model.run(inputs);
    model.dispose();
    expectSame(Float32Array.from(found));
  });

  it('ONNX by onnxruntime', async () => {
    const bytes = writeOnnx(floatOnnxModel(graph, 'float32', PORTS));
    const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] });
    const feeds = { picture: new Tensor('float32', inputs, [1, ...inputShape(spec)]) };
    const { data } = (await session.run(feeds)).made;
    expectSame(Float32Array.from(data, Number));
  });

  it('TensorFlow.js by its own loader', async () =>
    expectSame(await runLayersModel(tfjsModelFiles(spec, weights, 'float32'), inputs, 1, inputShape(spec))));

  it.skipIf(noKeras)(`Keras, read by h5py ${noKeras ?? ''}`, async () =>
    expectSame(await drawnByKeras(drawing({ 'model.keras': await kerasArchive(kerasModel(spec, weights)) }))),
  );

  it.skipIf(noTorch)(`PyTorch ${noTorch ?? ''}`, async () => {
    const files = {
      'network.py': torchScript(spec, weights, 'network.npz'),
      'network.npz': torchWeights(spec, weights),
    };
    expectSame(await drawnByTorch(drawing(files)));
  });

  it.skipIf(noGcc)(`C, bit for bit as the integer reference ${noGcc ?? ''}`, async () => {
    const q = quantizeGraph(
      graph,
      await calibrate(graph, seededInputs(spec, 2), 2, 'min-max', runFloatGraph),
    );
    await inTemporaryFolder(async (write, folder) => {
      const names = outputShape(graph).length === 1 ? ['a', 'b', 'c', 'd', 'e'] : undefined;
      const picture = { shape: [height, width, inputs.length / (height * width)] as const };
      const job = { picture, input: { latent: inputs.length, classes: 0, ...(names && { names }) } };
      for (const [name, text] of Object.entries(cSourceFiles(q, job))) await write(name, text);
      const printed = await runProgram('make', ['-s', 'run', 'CFLAGS=-O2'], folder);
      expect(printed).toContain('0 differ from the exporting page');
    });
  });
});
