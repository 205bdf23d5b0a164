// The ways in which an ONNX file may hold its numbers, and the sets of operators that it may name: what Export wrote,
// written anew by ONNX's own package, draws what it drew.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { findModelExporter } from '../../exporters/models';
import { difference, engineOutput, startTestEngine } from '../../testing/exportEngine';
import { exportedWeights, exportJobOf } from '../../testing/exportJob';
import { seededInputs, TINY_GENERATOR } from '../../testing/exportModels';
import { inTemporaryFolder, pythonMisses, runProgram } from '../../testing/tools';
import { openModel } from '../index';
import { onnxImporter } from './importer';

beforeAll(startTestEngine);

const ROWS = 3;
const MODEL = 'model.onnx';
/** Largest difference by what is rounded: nothing, to 11 bits, to 8 bits. */
const FORMS = [
  ['typed', 5e-6],
  ['doubles', 5e-6],
  ['double-fields', 5e-6],
  ['half-fields', 0.01],
  ['bfloat16', 0.1],
  ['set-7', 5e-6],
  ['set-8', 5e-6],
  ['set-9', 5e-6],
  ['set-10', 5e-6],
  ['set-11', 5e-6],
  ['set-17', 5e-6],
  ['set-18', 5e-6],
  ['set-21', 5e-6],
] as const;

/** Operators of their own in writeForms.py. */
const OPERATORS = [
  'gelu',
  'gelu-tanh',
  'swish',
  'elu',
  'hard-sigmoid',
  'instance',
  'layer',
  'layer-channels',
  'dcr',
  'crd',
];

const missing = pythonMisses('onnx', 'python3-onnx');

it.skipIf(missing)(`numbers in any form, of any set of operators ${missing ?? ''}`, async () => {
  await inTemporaryFolder(async (write) => {
    const written = await findModelExporter('onnx').write(exportJobOf(TINY_GENERATOR, ROWS), 'float32');
    const [content] = Object.values(written.files);
    const source = await write(MODEL, content);
    const folder = dirname(source);
    await runProgram('/usr/bin/python3', [join(import.meta.dirname, 'writeForms.py'), source, folder]);
    const given = async (name: string) => ({
      name,
      bytes: new Uint8Array(await readFile(join(folder, name))),
    });
    const inputs = seededInputs(TINY_GENERATOR, ROWS);
    const expected = engineOutput(TINY_GENERATOR, exportedWeights(TINY_GENERATOR), inputs, ROWS);
    const errorOf = async (...names: string[]) => {
      const { imported, weights } = await openModel(await Promise.all(names.map(given)));
      return difference(engineOutput(imported.network, weights, inputs, ROWS), expected).max;
    };
    for (const [form, bound] of FORMS) expect(await errorOf(`${form}.onnx`), form).toBeLessThan(bound);
    expect(await errorOf('beside.onnx', 'weights.bin'), 'with its weights beside it').toBeLessThan(5e-6);
    await expect(errorOf('beside.onnx'), 'without its weights').rejects.toThrow(/weights\.bin/);
    await expect(errorOf('set-99.onnx'), 'of a set that is not known').rejects.toThrow(/99/);

    const floats = async (name: string) => new Float32Array((await given(name)).bytes.slice().buffer);
    const x = await floats('operators.in');
    for (const name of OPERATORS) {
      const { network, weights } = await onnxImporter.read(await given(`op-${name}.onnx`), []);
      const found = engineOutput(network, weights, x, ROWS);
      expect(difference(found, await floats(`op-${name}.out`)).max, name).toBeLessThan(2e-5);
    }
    const refusal = async (name: string) => onnxImporter.read(await given(`op-${name}.onnx`), []);
    await expect(refusal('hard-swish')).rejects.toThrow(
      /made \(HardSwish\).*multiplies a value with a curve of itself/,
    );
    await expect(refusal('group')).rejects.toThrow(/made \(GroupNormalization\).*normalizes otherwise/);
  });
});
