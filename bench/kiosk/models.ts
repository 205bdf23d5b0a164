// The benchmark's generators in each file format, with seeded weights: the same network for every runtime.
import { buildGraph } from '../../src/graph/buildGraph';
import { calibrate } from '../../src/graph/calibration';
import { runFloatGraph } from '../../src/graph/floatReference';
import { quantizeGraph } from '../../src/graph/int8Graph';
import { inputShape, type NetworkSpec } from '../../src/core/network';
import { writeTflite } from '../../src/exporters/formats/tflite';
import { writeOnnx } from '../../src/exporters/formats/onnx';
import { floatOnnxModel, int8OnnxModel } from '../../src/exporters/onnx/model';
import { floatTfliteModel } from '../../src/exporters/tflite/floatModel';
import { int8TfliteModel } from '../../src/exporters/tflite/int8Model';
import {
  AN12954_GENERATOR,
  LIGHT_GENERATOR,
  seededInputs,
  seededWeights,
} from '../../src/testing/exportModels';

export type FileKind = 'tflite float32' | 'tflite int8' | 'onnx float32' | 'onnx int8';

export interface BenchModel {
  readonly id: string;
  readonly latent: number;
  readonly files: Readonly<Record<FileKind, Uint8Array>>;
}

const PORTS = { input: 'latent', output: 'image' };
const CALIBRATION = 8;

async function build(id: string, spec: NetworkSpec): Promise<BenchModel> {
  const graph = buildGraph(spec, seededWeights(spec, 1));
  const inputs = seededInputs(spec, CALIBRATION);
  const calibration = await calibrate(graph, inputs, CALIBRATION, 'min-max', runFloatGraph);
  const int8 = quantizeGraph(graph, calibration);
  return {
    id,
    latent: inputShape(spec)[0],
    files: {
      'tflite float32': writeTflite(floatTfliteModel(graph, 'float32', PORTS)),
      'tflite int8': writeTflite(int8TfliteModel(int8, 'float32', PORTS)),
      'onnx float32': writeOnnx(floatOnnxModel(graph, 'float32', PORTS)),
      'onnx int8': writeOnnx(int8OnnxModel(int8, PORTS)),
    },
  };
}

export const benchModels = (): Promise<BenchModel[]> =>
  Promise.all([build('dcgan-light', LIGHT_GENERATOR), build('dcgan-an12954', AN12954_GENERATOR)]);
