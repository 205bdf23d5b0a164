// Discriminators that were trained with stabilizers leave as Keras and PyTorch have them, and say what the engine says.
import { strToU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/buildGraph';
import { runFloatGraph } from '../graph/floatReference';
import { chain, type NetworkSpec } from '../core/network';
import { insertBefore, withInputShape } from '../core/networkEdits';
import { difference, engineOutput, startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights, TINY_GENERATOR } from '../testing/exportModels';
import { drawnByKeras, drawnByTorch, type Drawing } from '../testing/pythonDraws';
import { pythonMisses } from '../testing/tools';
import type { ModelExportJob } from './defineModel';
import { findModelExporter } from './models';

beforeAll(startTestEngine);

const spectral = true;
const leaky = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 } as const;
const NORMED: NetworkSpec = chain(
  'discriminator',
  [12, 12, 3],
  [
    { kind: 'conv2d', filters: 6, kernel: 3, stride: 2, spectral },
    { kind: 'instanceNorm' },
    leaky,
    { kind: 'depthwiseConv2d', kernel: 3, spectral },
    { kind: 'conv2d', filters: 4, kernel: 3, stride: 2, spectral },
    { kind: 'layerNorm' },
    leaky,
    { kind: 'flatten' },
    { kind: 'dense', units: 1, spectral },
  ],
);
const COMPARING = insertBefore(NORMED, 'dense_1', { kind: 'minibatchStd' });

const generator = { spec: TINY_GENERATOR, weights: seededWeights(TINY_GENERATOR, 3) };
const jobWith = (spec: NetworkSpec): ModelExportJob => ({
  name: 'mine',
  generator,
  discriminator: { spec, weights: seededWeights(spec, 4) },
  graph: buildGraph(generator.spec, generator.weights),
  int8: () => Promise.reject(new TypeError('no integers here')),
});

const ROWS = 3;
const images = runFloatGraph(
  buildGraph(generator.spec, generator.weights),
  seededInputs(TINY_GENERATOR, ROWS),
  ROWS,
);

/** With the named file first, which is the one that is read. */
const drawing = (files: Drawing['files'], main: string): Drawing => ({
  files: { [main]: files[main], ...files },
  inputs: images,
  shape: [12, 12, 3],
});

const expected = (spec: NetworkSpec) => engineOutput(spec, seededWeights(spec, 4), images, ROWS);
const relative = (drawn: Float32Array, wanted: Float32Array): number =>
  difference(drawn, wanted).max / Math.max(1, ...wanted.map(Math.abs));

const noKeras = pythonMisses('h5py', 'python3-h5py');
it.skipIf(noKeras)(`Keras, read by h5py ${noKeras ?? ''}`, async () => {
  for (const variant of ['h5', 'keras']) {
    const { files, notes } = await findModelExporter('keras').write(jobWith(NORMED), variant);
    expect(notes).toEqual(['The discriminator, and the combined model, end in logits: above 0 is real.']);
    const drawn = await drawnByKeras(drawing(files, `discriminator.${variant}`));
    expect(relative(drawn, expected(NORMED))).toBeLessThan(2e-5);
  }
});

const noTorch = pythonMisses('torch', 'python3-torch');
describe.skipIf(noTorch)(`PyTorch ${noTorch ?? ''}`, () => {
  it.each([
    ['normalized', NORMED],
    ['comparing the images of a batch', COMPARING],
  ])('%s', async (_, spec) => {
    const { files } = await findModelExporter('pytorch').write(jobWith(spec), 'npz');
    const drawn = await drawnByTorch(drawing(files, 'discriminator.py'));
    expect(relative(drawn, expected(spec))).toBeLessThan(2e-5);
  });
});

it('Keras without a discriminator that it cannot hold, and no pair that does not fit, and says so', async () => {
  const keras = findModelExporter('keras');
  const compared = await keras.write(jobWith(COMPARING), 'keras');
  expect(Object.keys(compared.files)).toEqual(['generator.keras']);
  expect(compared.notes?.join()).toContain('left out');
  const packed = await keras.write(jobWith(withInputShape(NORMED, [12, 12, 6])), 'keras');
  expect(Object.keys(packed.files)).toEqual(['generator.keras', 'discriminator.keras']);
  expect(packed.notes?.join()).toContain('several images');
  const archive = packed.files['discriminator.keras'];
  const config = unzipSync(typeof archive === 'string' ? strToU8(archive) : archive)['config.json'];
  expect(new TextDecoder().decode(config)).toContain('"class_name":"GroupNormalization"');
});
