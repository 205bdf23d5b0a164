// Files as TensorFlow's Keras 2 and Keras 3 write them, with the settings that these leave in their configurations; the
// HDF5 is written by h5py.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { GanvasError } from '../core/errors';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights } from '../testing/exportModels';
import { KERAS_2, KERAS_3, KERAS_GENERATOR, KERAS_NAMES } from '../testing/kerasModels';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import { openModel } from './index';
import { processorMs } from '../testing/processorTime';

beforeAll(startTestEngine);

const WRITER = fileURLToPath(new URL('./writeHdf5.py', import.meta.url));
const missing = pythonMisses('h5py', 'python3-h5py') ?? pythonMisses('numpy', 'python3-numpy');

interface Tree {
  readonly options?: Record<string, string | number | boolean>;
  readonly attrs?: Record<string, string | readonly string[]>;
  readonly groups?: Record<string, { attrs: Record<string, string | readonly string[]> }>;
}
type Stored = Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>;

const hdf5 = (tree: Tree, stored: Stored): Promise<Uint8Array> =>
  inTemporaryFolder(async (write, folder) => {
    const shapes = Object.fromEntries(Object.entries(stored).map(([path, { shape }]) => [path, shape]));
    const values = Float32Array.from(Object.values(stored).flatMap((w) => [...w.values]));
    const description = await write('tree.json', JSON.stringify({ ...tree, datasets: shapes }));
    const data = await write('values', new Uint8Array(values.buffer));
    const path = join(folder, 'out.h5');
    execFileSync('/usr/bin/python3', [WRITER, description, data, path]);
    return new Uint8Array(readFileSync(path));
  });

const WEIGHTS = seededWeights(KERAS_GENERATOR, 8);
const named = (name: string) => {
  const found = WEIGHTS.get(name);
  if (!found) throw new TypeError(name);
  return found;
};
const SHORT = {
  kernel: 'kernel',
  bias: 'bias',
  gamma: 'gamma',
  beta: 'beta',
  movingMean: 'moving_mean',
  movingVariance: 'moving_variance',
} as const;

const rolesOf = (layer: string) =>
  (['kernel', 'bias', 'gamma', 'beta', 'movingMean', 'movingVariance'] as const).filter((role) =>
    WEIGHTS.has(`${layer}/${role}`),
  );

async function drawsTheSame(bytes: Uint8Array, name: string): Promise<void> {
  const { imported, weights } = await openModel([{ name, bytes }]);
  const inputs = seededInputs(KERAS_GENERATOR, 3);
  const expected = engineOutput(KERAS_GENERATOR, WEIGHTS, inputs, 3);
  expect(difference(engineOutput(imported.network, weights, inputs, 3), expected).max).toBeLessThan(1e-5);
}

const groupsOf = (prefix: string) =>
  Object.fromEntries(
    Object.entries(KERAS_NAMES).map(([own, name]) => [
      `model_weights/${name}`,
      { attrs: { weight_names: rolesOf(own).map((role) => `${prefix}${name}/${SHORT[role]}:0`) } },
    ]),
  );
const storedAs = (path: (name: string, short: string) => string): Stored =>
  Object.fromEntries(
    Object.entries(KERAS_NAMES).flatMap(([own, name]) =>
      rolesOf(own).map((role) => [path(name, SHORT[role]), named(`${own}/${role}`)]),
    ),
  );

describe.skipIf(missing)(`files of h5py ${missing ?? ''}`, () => {
  it('Keras 2: models in a model, weights by the names of both', async () => {
    const attrs = { keras_version: '2.15.0', backend: 'tensorflow', model_config: JSON.stringify(KERAS_2) };
    const part = (name: string) => (['dense', 'batch_normalization'].includes(name) ? 'head' : 'tail');
    const stored = storedAs((name, short) => `model_weights/${part(name)}/${name}/${short}:0`);
    await drawsTheSame(await hdf5({ attrs }, stored), 'generator.h5');
  });

  it('Keras 3: .h5 with weights by path', async () => {
    const attrs = { keras_version: '3.3.3', backend: 'tensorflow', model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/sequential/${name}/${short}`);
    await drawsTheSame(await hdf5({ attrs, groups: groupsOf('sequential/') }, stored), 'generator.h5');
  });

  it.each([
    ['plain', {}],
    ['in order', { track_order: true }],
    ['newest', { libver: 'latest' }],
    ['double precision', { dtype: '<f8' }],
    ['compressed', { compression: 'gzip' }],
    ['compressed, shuffled, with checksums', { compression: 'gzip', shuffle: true, fletcher32: true }],
    ['compressed, newest', { compression: 'gzip', shuffle: true, libver: 'latest' }],
    ['in many small chunks', { chunks: 3 }],
    ['in many small chunks, compressed', { chunks: 3, compression: 'gzip' }],
    ['in small chunks, newest', { chunks: 4, libver: 'latest' }],
    ['in small chunks, compressed, newest', { chunks: 4, compression: 'gzip', libver: 'latest' }],
  ])('HDF5 of h5py, %s', async (_, options) => {
    const attrs = { model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/${name}/${short}:0`);
    await drawsTheSame(await hdf5({ options, attrs, groups: groupsOf('') }, stored), 'generator.h5');
  });

  it.each([
    ['in its header', 6, {}],
    ['in a heap', 12, { libver: 'latest' }],
    ['in a heap of several blocks', 300, { libver: 'latest' }],
    ['in a heap, in order', 12, { libver: 'latest', track_order: true }],
  ])('finds the model among attributes %s', async (_, count, options) => {
    const others = Array.from({ length: count }, (_, i) => [`a${i}`, 'x'.repeat(i)] as const);
    const attrs = { ...Object.fromEntries(others), model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/${name}/${short}:0`);
    await drawsTheSame(await hdf5({ options, attrs }, stored), 'generator.h5');
  });

  it.each([
    ['class and number', (own: keyof typeof KERAS_NAMES) => KERAS_NAMES[own]],
    [
      'the name of the layer',
      (own: keyof typeof KERAS_NAMES) => (own === 'batchNorm_2' ? 'second' : KERAS_NAMES[own]),
    ],
  ])('Keras 3: .keras with folders by %s', async (_, folder) => {
    const stored = Object.fromEntries(
      (['dense_1', 'batchNorm_1', 'conv2dTranspose_1', 'batchNorm_2', 'conv2d_1'] as const).flatMap((own) =>
        rolesOf(own).map((role, i) => [`layers/${folder(own)}/vars/${i}`, named(`${own}/${role}`)]),
      ),
    );
    // Named by hand, so that folder and name differ.
    const renamed = JSON.stringify(KERAS_3).replace('"name":"batch_normalization_1"', '"name":"second"');
    const weights = await hdf5({ options: { track_order: true } }, stored);
    const parts = {
      'config.json': strToU8(renamed),
      'metadata.json': strToU8('{}'),
      'model.weights.h5': weights,
    };
    await drawsTheSame(zipSync(parts), 'generator.keras');
  });

  it('survives changed bytes of compressed chunks', async () => {
    const options = { chunks: 4, compression: 'gzip', shuffle: true };
    const attrs = { model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/${name}/${short}:0`);
    const whole = await hdf5({ options, attrs }, stored);
    const outcomes = new Set<string>();
    for (let at = 100; at < whole.length; at += Math.ceil(whole.length / 300)) {
      const bytes = whole.slice();
      bytes[at] ^= 0xff;
      const started = processorMs();
      try {
        await openModel([{ name: 'a.h5', bytes }]);
        outcomes.add('opened');
      } catch (error) {
        if (!(error instanceof GanvasError)) throw error;
        outcomes.add(error.name);
      }
      expect(processorMs() - started).toBeLessThan(2000);
    }
    expect(outcomes).toContain('DamagedModelError');
  });

  it('says that other numbers and weights alone cannot be opened', async () => {
    const attrs = { model_config: JSON.stringify(KERAS_3) };
    const stored = storedAs((name, short) => `model_weights/${name}/${name}/${short}:0`);
    const packed = await hdf5({ options: { dtype: '>f4' }, attrs }, stored);
    await expect(openModel([{ name: 'a.h5', bytes: packed }])).rejects.toThrow(
      /something else than little-endian floats/,
    );
    const alone = await hdf5({}, stored);
    await expect(openModel([{ name: 'a.h5', bytes: alone }])).rejects.toThrow(
      /without the attribute model_config/,
    );
  });
});
