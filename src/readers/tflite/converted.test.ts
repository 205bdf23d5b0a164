// What converters of other programs write: data behind the tables, 64-bit amounts, activations that operators carry.
import { Builder } from 'flatbuffers';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { writeTflite, type TfliteModel, type TfliteOperator } from '../../exporters/formats/tflite';
import { runFloatGraph } from '../../graph/floatReference';
import { GanvasError } from '../../core/errors';
import { UnsupportedLayerError } from '../errors';
import { convertedRules } from './converted';
import { OWN_RULES, readTfliteModel } from './model';

const RULES = convertedRules(null);
const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);

/** A file whose one constant stands behind the tables, as in files of more than 2 GB: y = x + constant, rectified. */
function withDataBehind(values: Uint8Array, length = values.length): Uint8Array {
  const write = (offset: number): Uint8Array => {
    const b = new Builder();
    b.forceDefaults(true);
    const vector = (items: readonly number[]): number => {
      b.startVector(4, items.length, 4);
      for (const item of items.toReversed()) b.addInt32(item);
      return b.endVector();
    };
    const list = (items: readonly number[]): number => {
      b.startVector(4, items.length, 4);
      for (const item of items.toReversed()) b.addOffset(item);
      return b.endVector();
    };
    const table = (fields: number, fill: () => void): number => {
      b.startObject(fields);
      fill();
      return b.endObject();
    };
    const tensor = (shape: readonly number[], buffer: number): number => {
      const [sides, name] = [vector(shape), b.createString(`t${buffer}`)];
      return table(4, () => {
        b.addFieldOffset(0, sides, 0);
        b.addFieldInt32(2, buffer, 0);
        b.addFieldOffset(3, name, 0);
      });
    };
    const tensors = list([tensor([1, 2], 0), tensor([2], 1), tensor([1, 2], 0)]);
    const options = table(1, () => b.addFieldInt8(0, 1, 0));
    const [read, made] = [vector([0, 1]), vector([2])];
    const operator = table(5, () => {
      b.addFieldOffset(1, read, 0);
      b.addFieldOffset(2, made, 0);
      b.addFieldOffset(4, options, 0);
    });
    const operators = list([operator]);
    const [input, output] = [vector([0]), vector([2])];
    const graph = table(4, () => {
      b.addFieldOffset(0, tensors, 0);
      b.addFieldOffset(1, input, 0);
      b.addFieldOffset(2, output, 0);
      b.addFieldOffset(3, operators, 0);
    });
    const graphs = list([graph]);
    const codes = list([table(1, () => b.addFieldInt8(0, 0, 0))]);
    const empty = table(0, () => undefined);
    const behind = table(3, () => {
      b.addFieldInt64(1, BigInt(offset), 0n);
      b.addFieldInt64(2, BigInt(length), 0n);
    });
    const buffers = list([empty, behind]);
    const root = table(5, () => {
      b.addFieldOffset(1, codes, 0);
      b.addFieldOffset(2, graphs, 0);
      b.addFieldOffset(4, buffers, 0);
    });
    b.finish(root, 'TFL3');
    return b.asUint8Array();
  };
  const tables = write(write(2).length);
  return Uint8Array.from([...tables, ...values]);
}

it('reads numbers that stand behind the tables, and an activation that a sum carries', () => {
  const { graph } = readTfliteModel(withDataBehind(floats(1, -5)), RULES);
  expect(graph.nodes.map(({ kind }) => kind)).toEqual(['scaleShift']);
  expect([...runFloatGraph(graph, Float32Array.of(0.5, 2), 1)]).toEqual([1.5, 0]);
});

it('refuses numbers that stand beyond the end', () => {
  const cut = withDataBehind(floats(1), 8);
  expect(() => readTfliteModel(cut, RULES)).toThrow(/a list ends at byte \d+ of \d+/);
});

const image = (more: Partial<TfliteModel>, operator: Partial<TfliteOperator>): Uint8Array =>
  writeTflite({
    description: '',
    tensors: [
      { name: 'in', shape: [1, 2, 2, 1], type: 'float32' },
      { name: 'out', shape: [1, 8, 8, 1], type: 'float32' },
      { name: 'size', shape: [2], type: 'int32', data: new Uint8Array(Int32Array.of(8, 8).buffer) },
    ],
    operators: [{ code: 97, version: 1, inputs: [0, 2], outputs: [1], ...operator }],
    inputs: [0],
    outputs: [1],
    ...more,
  });

it('doubles twice where an image becomes four times as large; the rules of this project know one doubling', () => {
  const { graph } = readTfliteModel(image({}, {}), RULES);
  expect(graph.nodes.map(({ kind, output }) => [kind, ...output])).toEqual([
    ['upsample', 4, 4, 1],
    ['upsample', 8, 8, 1],
  ]);
  expect(() => readTfliteModel(image({}, {}), OWN_RULES)).toThrow(UnsupportedLayerError);
});

it('names the operator and its kind', () => {
  const unknown = image({}, { code: 126 });
  expect(() => readTfliteModel(unknown, RULES)).toThrow('The layer out (BATCH_MATMUL) cannot be opened');
  expect(() => readTfliteModel(unknown)).toThrow('The layer out (BATCH_MATMUL) cannot be opened');
  const several = image({ inputs: [0, 2] }, {});
  expect(() => readTfliteModel(several, RULES)).toThrow('has 2 inputs and 1 outputs');
});

it('never fails with anything but a named error on a damaged file of TensorFlow', () => {
  const good = new Uint8Array(
    readFileSync(new URL('../../importers/fixtures/quadrupled.tflite', import.meta.url)),
  );
  const seen = new Set<string>();
  for (let at = 0; at < good.length; at += 3) {
    const bad = good.slice();
    bad[at] ^= 0xff;
    try {
      readTfliteModel(bad, RULES);
    } catch (error) {
      expect(error).toBeInstanceOf(GanvasError);
      if (error instanceof Error) seen.add(error.name);
    }
  }
  expect(seen.size).toBeGreaterThan(2);
});
