// Several models given together: each has its own parts, the person says which one is meant, and no model opens with the
// weights of another.
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { choicesOf } from '../core/errors';
import { readableModels } from './chooseModel';
import { modelImporters, openModel } from './index';

const SHARD = 'group1-shard1of1.bin';
const MANIFEST = { paths: [SHARD], weights: [{ name: 'd/kernel', shape: [2, 9], dtype: 'float32' }] };

const layersModel = (manifest: readonly object[] = [MANIFEST]): Uint8Array => {
  const layers = [
    { class_name: 'Dense', config: { name: 'd', units: 9, use_bias: false, batch_input_shape: [null, 2] } },
  ];
  const modelTopology = { class_name: 'Sequential', config: { name: 's', layers } };
  return strToU8(JSON.stringify({ modelTopology, weightsManifest: manifest }));
};
const shard = (value: number): Uint8Array => new Uint8Array(new Float32Array(18).fill(value).buffer);
const zip = (files: Record<string, Uint8Array>) => [{ name: 'models.zip', bytes: zipSync(files) }];
const loose = (files: Record<string, Uint8Array>) =>
  Object.entries(files).map(([name, bytes]) => ({ name, bytes }));

const TWO = {
  [`first/${SHARD}`]: shard(1),
  'first/model.json': layersModel(),
  [`second/${SHARD}`]: shard(2),
  'second/model.json': layersModel(),
};

it.each([
  ['in a zip', zip(TWO)],
  ['in folders', loose(TWO)],
])('asks which of two models %s, and opens it with its own parts', async (_, files) => {
  const question = await openModel(files).catch((error: unknown) => error);
  expect(question).toMatchObject({ name: 'ChoiceNeededError' });
  expect(choicesOf(question)).toEqual(['first/model.json', 'second/model.json']);
  for (const [folder, value] of [
    ['first', 1],
    ['second', 2],
  ] as const) {
    const opened = await openModel(files, `${folder}/model.json`);
    expect(opened.imported.fileName).toBe(`${folder}/model.json`);
    expect(opened.weights.get('dense_1/kernel')?.values[0]).toBe(value);
  }
});

it('takes the generator without a question where names say which one it is', async () => {
  const named = {
    [`generator/${SHARD}`]: shard(1),
    'generator/model.json': layersModel(),
    [`discriminator/${SHARD}`]: shard(2),
    'discriminator/model.json': layersModel(),
  };
  const { imported, weights } = await openModel(zip(named));
  expect(imported.fileName).toBe('generator/model.json');
  expect(weights.get('dense_1/kernel')?.values[0]).toBe(1);
});

it('says that two models of the same name cannot be told apart', async () => {
  const [a, b] = [layersModel(), layersModel()].map((bytes) => ({ name: 'model.json', bytes }));
  const question = await openModel([a, b, { name: SHARD, bytes: shard(1) }]).catch((error: unknown) => error);
  expect(question).toMatchObject({ name: 'ChoiceNeededError' });
  expect(choicesOf(question)).toEqual([]);
});

it('takes no part out of the folder of another model', async () => {
  const files = { ...TWO, [`first/${SHARD}`]: undefined };
  const left = Object.fromEntries(Object.entries(files).flatMap(([k, v]) => (v ? [[k, v]] : [])));
  await expect(openModel(zip(left), 'first/model.json')).rejects.toThrow(/was not given with it/);
});

it('names the files where a part could be either of two', async () => {
  const files = { 'model.json': layersModel(), [`a/${SHARD}`]: shard(1), [`b/${SHARD}`]: shard(2) };
  await expect(openModel(zip(files))).rejects.toThrow(`2 files are called so: a/${SHARD}, b/${SHARD}`);
});

it('follows paths out of the folder of the model', async () => {
  const manifest = [{ ...MANIFEST, paths: ['../weights/./w.bin'] }];
  const files = { 'm/model.json': layersModel(manifest), 'weights/w.bin': shard(3), 'other/w.bin': shard(4) };
  expect((await openModel(zip(files))).weights.get('dense_1/kernel')?.values[0]).toBe(3);
});

it('refuses a part that is named again and again before memory is taken for it', async () => {
  const group = { ...MANIFEST, paths: Array.from({ length: 256 }, () => SHARD) };
  const files = { 'model.json': layersModel(Array.from({ length: 8 }, () => group)), [SHARD]: shard(1) };
  await expect(openModel(zip(files))).rejects.toThrow(/names the file .* more than once/);
});

it('refuses names of weights that are longer than any layer nests', async () => {
  const name = `${'l/'.repeat(2000)}kernel`;
  const files = {
    'model.json': layersModel([{ ...MANIFEST, weights: [{ ...MANIFEST.weights[0], name }] }]),
    [SHARD]: shard(1),
  };
  await expect(openModel(zip(files))).rejects.toThrow(/name of a weight has 4006 letters/);
});

it('takes a file of weights for no model, whatever it begins with', () => {
  const files = [
    { name: 'a.onnx.data', bytes: Uint8Array.of(0x7b, 0x22) },
    { name: 'a.onnx', bytes: Uint8Array.of(8, 8) },
  ];
  expect(readableModels(files, modelImporters).map(({ file }) => file.name)).toEqual(['a.onnx']);
});
