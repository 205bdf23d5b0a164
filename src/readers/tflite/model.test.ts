import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../graph/buildGraph';
import { calibrate } from '../../graph/calibration';
import { inputShape } from '../../graph/edges';
import { runFloatGraph } from '../../graph/floatReference';
import { quantizeGraph } from '../../graph/int8Graph';
import { GanvasError } from '../../core/errors';
import { writeTflite } from '../../exporters/formats/tflite';
import { floatTfliteModel, type FloatWeights } from '../../exporters/tflite/floatModel';
import { int8TfliteModel } from '../../exporters/tflite/int8Model';
import { seededInputs, seededWeights, LIGHT_GENERATOR, TINY_GENERATOR } from '../../testing/exportModels';
import { readTfliteModel } from './model';

const PORTS = { input: 'latent', output: 'image' };
const ROWS = 3;

const graph = buildGraph(TINY_GENERATOR, seededWeights(TINY_GENERATOR, 7));
const inputs = seededInputs(TINY_GENERATOR, ROWS);
const expected = runFloatGraph(graph, inputs, ROWS);
const meanError = (values: Float32Array): number =>
  values.reduce((sum, v, i) => sum + Math.abs(v - expected[i]), 0) / values.length;

const write = (kind: FloatWeights) => writeTflite(floatTfliteModel(graph, kind, PORTS));

const int8 = async () =>
  quantizeGraph(graph, await calibrate(graph, inputs, ROWS, 'min-max', runFloatGraph), 8);

describe('readTfliteModel', () => {
  it.each([
    ['float32', 'float32', 1e-7],
    ['float16', 'float16', 1e-3],
    ['int8', 'int8 weights', 0.02],
    ['int4', '4-bit weights', 0.2],
  ] as const)('reads %s weights', (kind, weights, bound) => {
    const model = readTfliteModel(write(kind));
    expect(model.weights).toBe(weights);
    expect(model.graph.nodes.map((n) => n.kind)).toEqual(graph.nodes.map((n) => n.kind));
    const error = meanError(runFloatGraph(model.graph, inputs, ROWS));
    expect(error).toBeLessThanOrEqual(bound);
    if (kind !== 'float32') expect(error).toBeGreaterThan(0);
  });

  it.each(['float32', 'int8'] as const)('reads full integers with %s in and out', async (io) => {
    const model = readTfliteModel(writeTflite(int8TfliteModel(await int8(), io, PORTS)));
    expect(model.weights).toBe('full int8');
    expect(inputShape(model.graph)).toEqual([16]);
    expect(meanError(runFloatGraph(model.graph, inputs, ROWS))).toBeLessThan(0.03);
  });

  it('reads what has no curve behind it: the light generator', () => {
    const light = buildGraph(LIGHT_GENERATOR, seededWeights(LIGHT_GENERATOR, 2));
    const read = readTfliteModel(writeTflite(floatTfliteModel(light, 'float32', PORTS))).graph;
    const one = seededInputs(LIGHT_GENERATOR, 1);
    expect(runFloatGraph(read, one, 1)).toEqual(runFloatGraph(light, one, 1));
  });

  it.each([0, 4, 7, 8, 30, 400, -1])('refuses a file cut after %i bytes with a named error', (end) => {
    expect(() => readTfliteModel(write('float32').subarray(0, end))).toThrow(GanvasError);
  });

  it('never fails with anything but a named error, whatever byte is wrong', () => {
    const good = write('int8');
    for (let i = 0; i < good.length; i += 37) {
      const bad = good.slice();
      bad[i] ^= 0xff;
      try {
        readTfliteModel(bad);
      } catch (error) {
        expect(error).toBeInstanceOf(GanvasError);
      }
    }
  });

  /** `data` of a padding of an image by `amounts`, and what the file claims its shape is. */
  const padding = (amounts: readonly number[], shape: readonly number[]) =>
    writeTflite({
      description: '',
      tensors: [
        { name: 'in', shape: [1, 2, 2, 1], type: 'float32' },
        { name: 'amounts', shape, type: 'int32', data: new Uint8Array(Int32Array.from(amounts).buffer) },
        { name: 'out', shape: [1, 4, 2, 1], type: 'float32' },
      ],
      operators: [{ code: 34, version: 1, inputs: [0, 1], outputs: [2] }],
      inputs: [0],
      outputs: [2],
    });

  it('pads images alone, by no negative amounts', () => {
    const { graph: read } = readTfliteModel(padding([0, 0, 1, 1, 0, 0, 0, 0], [4, 2]));
    expect(read.nodes).toMatchObject([{ kind: 'zeroPad', top: 1, bottom: 1, left: 0, right: 0 }]);
    expect(() => readTfliteModel(padding([0, 0, 3, -1, 0, 0, 0, 0], [4, 2]))).toThrow(/pads by/);
    expect(() => readTfliteModel(padding([0, 0, 1, 1, 0, 0, 0, 1], [4, 2]))).toThrow(/pads by/);
  });

  it('takes no memory for what a shape claims beyond the bytes of the file', () => {
    expect(() => readTfliteModel(padding([0, 0, 1, 1, 0, 0, 0, 0], [65536, 65536]))).toThrow(
      /has 32 bytes of 17179869184/,
    );
  });

  it('refuses another kind of file', () => {
    expect(() => readTfliteModel(new TextEncoder().encode('<!doctype html><title>404</title>'))).toThrow(
      'TFL3',
    );
  });
});
