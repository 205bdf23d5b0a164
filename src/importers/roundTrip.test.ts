import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/buildGraph';
import { chain, resolveNetwork, type NetworkSpec } from '../core/network';
import type { ModelExportJob } from '../exporters/defineModel';
import { findModelExporter } from '../exporters/models';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import {
  AN12954_SMALL_GENERATOR,
  LIGHT_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../testing/exportModels';
import type { GivenFile } from './define';
import { openModel } from './index';

beforeAll(startTestEngine);

/** Ends in numbers, not in an image, and in 0..1, not in -1..1. */
const FLAT_SIGMOID: NetworkSpec = chain(
  'generator',
  [7],
  [
    { kind: 'dense', units: 20 },
    { kind: 'batchNorm', momentum: 0.8 },
    { kind: 'activation', fn: 'leakyRelu', alpha: 0.1 },
    { kind: 'dense', units: 36 },
    { kind: 'activation', fn: 'sigmoid' },
  ],
);

const weightsOf = (spec: NetworkSpec) => seededWeights(spec, 5);

function jobOf(spec: NetworkSpec): ModelExportJob {
  const weights = weightsOf(spec);
  return {
    name: 'mine',
    generator: { spec, weights },
    discriminator: { spec: TINY_DISCRIMINATOR, weights: seededWeights(TINY_DISCRIMINATOR, 6) },
    graph: buildGraph(spec, weights),
    int8: () => Promise.reject(new TypeError('no integers here')),
  };
}

async function exported(spec: NetworkSpec, exporter: string, variant: string): Promise<GivenFile[]> {
  const { files } = await findModelExporter(exporter).write(jobOf(spec), variant);
  return Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? strToU8(content) : content,
  }));
}

const zipped = (files: readonly GivenFile[]): GivenFile => ({
  name: 'export.zip',
  bytes: zipSync({
    ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])),
    'model-card.json': strToU8('{}'),
  }),
});

describe.each([
  ['tiny', TINY_GENERATOR],
  ['dcgan-light', LIGHT_GENERATOR],
  ['dcgan-an12954 of 12 pixels', AN12954_SMALL_GENERATOR],
] as const)('%s draws the same after it left and came back', (_, spec) => {
  const inputs = seededInputs(spec, 3);
  const expected = () => engineOutput(spec, weightsOf(spec), inputs, 3);

  it.each([
    ['tfjs', 'float32', 1e-6],
    ['tfjs', 'float16', 0.01],
    ['tfjs', 'uint16', 0.002],
    ['tfjs', 'uint8', 0.2],
    ['keras', 'h5', 1e-6],
    ['keras', 'keras', 1e-6],
    ['tflite', 'float32', 1e-5],
    ['tflite', 'float16', 0.01],
    ['tflite', 'dynamic-int8', 0.2],
    ['tflite', 'int4', 1.5],
  ] as const)('%s, %s', async (exporter, variant, bound) => {
    const files = await exported(spec, exporter, variant);
    const { imported, weights } = await openModel([zipped(files)]);
    const drawn = engineOutput(imported.network, weights, inputs, 3);
    expect(difference(drawn, expected()).max).toBeLessThan(bound);
    expect(imported.notes).toEqual([]);
  });
});

/** As a card says it of several generators. */
const layout = (slots: number, latent: number) =>
  `${slots} slots of ${latent} numbers, one for each generator (Generator 1)`;

it.each([
  ['classes', { input: { latent: 6, classes: 10 } }, { source: 'labels', count: 10 }],
  ['nothing of another model', { input: { latent: 60, classes: 10 } }, null],
  ['noise alone', { input: { latent: 16, classes: 0 } }, null],
  ['generators', { input: null, inputLayout: layout(4, 4) }, { source: 'generators', count: 4 }],
  ['generators of another model', { input: null, inputLayout: layout(4, 5) }, null],
  ['generators that do not fit', { input: null, inputLayout: layout(3, 5) }, null],
])('knows by its card of %s', async (_, said, choice) => {
  const files = await exported(TINY_GENERATOR, 'tflite', 'float32');
  const card = { name: 'model-card.json', bytes: strToU8(JSON.stringify(said)) };
  expect((await openModel([...files, card])).choice).toEqual(choice);
});

it('opens files that are given one by one', async () => {
  const tfjs = await exported(TINY_GENERATOR, 'tfjs', 'float32');
  expect((await openModel(tfjs)).imported).toMatchObject({ fileName: 'model.json', format: 'TensorFlow.js' });
  const keras = await exported(TINY_GENERATOR, 'keras', 'keras');
  expect((await openModel([keras[0]])).imported.fileName).toBe('generator.keras');
});

it('stretches pixels of 0..1 and folds a flat output into an image, and says so', async () => {
  const [file] = await exported(FLAT_SIGMOID, 'keras', 'h5');
  const { imported, weights } = await openModel([file]);
  expect(resolveNetwork(imported.network).at(-1)?.output).toEqual([6, 6, 1]);
  expect(imported.notes).toHaveLength(2);
  const inputs = seededInputs(FLAT_SIGMOID, 2);
  const expected = engineOutput(FLAT_SIGMOID, weightsOf(FLAT_SIGMOID), inputs, 2).map((v) => 2 * v - 1);
  expect(difference(engineOutput(imported.network, weights, inputs, 2), expected).max).toBeLessThan(1e-6);
});

it('refuses a discriminator and says what it takes and makes', async () => {
  const files = await exported(TINY_GENERATOR, 'keras', 'h5');
  const discriminator = files.filter(({ name }) => name === 'discriminator.h5');
  await expect(openModel(discriminator)).rejects.toThrow(/takes \[\d+, \d+, \d+\] and makes \[1\]/);
});
