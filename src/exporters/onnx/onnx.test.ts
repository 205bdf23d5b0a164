import { inputShape } from '../../core/network';
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { runFloatGraph } from '../../graph/floatReference';
import { quantizeGraph } from '../../graph/int8Graph';
import { dequantizeValues, quantizeValues, runInt8Graph } from '../../graph/integerReference';
import { difference } from '../../testing/exportEngine';
import {
  AN12954_SMALL_DISCRIMINATOR,
  AN12954_SMALL_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../../testing/exportModels';
import { inTemporaryFolder, pythonMisses, runProgram } from '../../testing/tools';
import { writeOnnx } from '../formats/onnx';
import { floatOnnxModel, int8OnnxModel } from './model';

const NAMES = { input: 'latent', output: 'image' };

async function run(bytes: Uint8Array, inputs: Float32Array, shape: readonly number[]): Promise<Float32Array> {
  const session = await InferenceSession.create(bytes, { graphOptimizationLevel: 'all' });
  const feeds = { latent: new Tensor('float32', inputs, shape) };
  const { image } = await session.run(feeds);
  await session.release();
  if (!(image.data instanceof Float32Array)) throw new TypeError(`The output is ${image.type}`);
  return image.data;
}

const models = [
  ['tiny generator', TINY_GENERATOR, 6],
  ['tiny discriminator', TINY_DISCRIMINATOR, 6],
  ['dcgan-light', LIGHT_GENERATOR, 3],
  ['depthwise', DEPTHWISE_GENERATOR, 4],
  ['lw-gan', LW_GENERATOR, 3],
  ['dcgan-an12954 of 12 pixels', AN12954_SMALL_GENERATOR, 2],
  ['dcgan-an12954 discriminator of 12 pixels', AN12954_SMALL_DISCRIMINATOR, 2],
] as const;

describe.each(models)('%s, run by onnxruntime', (_, spec, rows) => {
  const graph = buildGraph(spec, seededWeights(spec, 3));
  const inputs = seededInputs(spec, rows);
  const expected = runFloatGraph(graph, inputs, rows);
  const size = Math.max(1, ...expected.map(Math.abs));
  const shape = [rows, ...inputShape(spec)];

  it.each([
    ['float32', 2e-5],
    ['float16', 0.02],
  ] as const)('%s weights', async (kind, max) => {
    const drawn = await run(writeOnnx(floatOnnxModel(graph, kind, NAMES)), inputs, shape);
    expect(difference(drawn, expected).max / size).toBeLessThan(max);
  });

  it('int8 weights and activations', async () => {
    const calibration = await calibrate(graph, seededInputs(spec, 8), 8, 'min-max', runFloatGraph);
    const q = quantizeGraph(graph, calibration);
    const drawn = await run(writeOnnx(int8OnnxModel(q, NAMES)), inputs, shape);
    const oracle = dequantizeValues(runInt8Graph(q, quantizeValues(inputs, q.input), rows), q.output);
    expect(difference(drawn, oracle).mean / size).toBeLessThan(0.02);
    expect(difference(drawn, expected).mean / size).toBeLessThan(0.1);
  });
});

const missing = pythonMisses('onnx', 'python3-onnx');
it.skipIf(missing)(`the ONNX checker takes every kind ${missing ?? ''}`, async () => {
  const files: Uint8Array[] = [];
  for (const [, spec] of models) {
    const graph = buildGraph(spec, seededWeights(spec, 3));
    const q = quantizeGraph(
      graph,
      await calibrate(graph, seededInputs(spec, 1), 1, 'min-max', runFloatGraph),
    );
    files.push(
      writeOnnx(floatOnnxModel(graph, 'float32', NAMES)),
      writeOnnx(floatOnnxModel(graph, 'float16', NAMES)),
      writeOnnx(int8OnnxModel(q, NAMES)),
    );
  }
  await inTemporaryFolder(async (write) => {
    const paths = await Promise.all(files.map((bytes, i) => write(`${i}.onnx`, bytes)));
    const script =
      'import onnx, sys\nfor p in sys.argv[1:]: onnx.checker.check_model(onnx.load(p), full_check=True)\nprint("ok")';
    expect((await runProgram('/usr/bin/python3', ['-c', script, ...paths])).trim()).toBe('ok');
  });
});
