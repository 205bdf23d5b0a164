import { beforeAll, describe, expect, it } from 'vitest';
import { buildGraph } from '../graph/buildGraph';
import { calibrate } from '../graph/calibration';
import { runFloatGraph } from '../graph/floatReference';
import { quantizeGraph } from '../graph/int8Graph';
import { startTestEngine } from '../testing/exportEngine';
import { seededInputs, seededWeights, TINY_DISCRIMINATOR, TINY_GENERATOR } from '../testing/exportModels';
import { loadTestLiteRt } from '../testing/liteRt';
import type { ModelExportJob } from './defineModel';
import { openWebPage } from '../player/openWebPage';
import { modelCardJson, modelCardText, type CardFacts } from './modelCard';
import { findModelExporter, modelExporters } from './models';
import { prove, type ProofJob } from './prove';

const ROWS = 12;
const generator = { spec: TINY_GENERATOR, weights: seededWeights(TINY_GENERATOR, 3) };
const discriminator = { spec: TINY_DISCRIMINATOR, weights: seededWeights(TINY_DISCRIMINATOR, 4) };
const graph = buildGraph(generator.spec, generator.weights);
const latents = seededInputs(TINY_GENERATOR, ROWS);

const job: ModelExportJob = {
  name: 'my-generator',
  generator,
  discriminator,
  input: { latent: 16, classes: 0 },
  graph,
  int8: async (bits) =>
    quantizeGraph(graph, await calibrate(graph, latents, ROWS, 'min-max', runFloatGraph), bits),
};

const proofJob = (changes: Partial<ProofJob> = {}): ProofJob => ({
  graph,
  latents,
  rows: ROWS,
  expected: runFloatGraph(graph, latents, ROWS),
  liteRt: loadTestLiteRt,
  openPage: openWebPage,
  signal: new AbortController().signal,
  progress: () => undefined,
  ...changes,
});

beforeAll(startTestEngine);

describe.each(modelExporters.flatMap((e) => e.variants.map((v) => [e.id, v.id, e, v] as const)))(
  '%s %s',
  (_id, _variant, exporter, variant) => {
    it('writes files that draw what was trained, within the bound', async () => {
      const { files, proof } = await exporter.write(job, variant.id);
      expect(Object.keys(files).length).toBeGreaterThan(0);
      for (const content of Object.values(files)) expect(content.length).toBeGreaterThan(100);
      const fractions: number[] = [];
      const result = await prove(proofJob({ progress: (f) => fractions.push(f) }), proof, variant.meanBound);
      expect(result.proof.meanDifference).toBeLessThanOrEqual(variant.meanBound);
      expect(result.proof.images).toBe(/^(tf|web)/.test(exporter.id) ? ROWS : 4);
      expect(result.drawn.length).toBe(result.proof.images * 12 * 12 * 3);
      expect(result.proof.independent).toBe(exporter.id.startsWith('tf'));
      expect(result.proof.millisecondsPerImage !== null).toBe(/^(tflite|web)/.test(exporter.id));
      if (exporter.id !== 'tfjs') expect(fractions.at(-1)).toBe(1);
    });

    it('refuses files that draw something else', async () => {
      const { proof } = await exporter.write(job, variant.id);
      const expected = proofJob().expected.map((v) => -v);
      await expect(prove(proofJob({ expected }), proof, variant.meanBound)).rejects.toThrow(
        /differs from the trained network by 0\.\d+|differs from the trained network by 1/,
      );
    });
  },
);

it('a file that draws nonsense is refused even where the mean is no number', async () => {
  const { proof } = await findModelExporter('onnx').write(job, 'float32');
  const expected = proofJob().expected.map(() => NaN);
  await expect(prove(proofJob({ expected }), proof, 1)).rejects.toThrow('NaN');
});

it('stops between two images when asked to', async () => {
  const { proof } = await findModelExporter('tflite').write(job, 'float32');
  const controller = new AbortController();
  const stopping = proofJob({ signal: controller.signal, progress: () => controller.abort() });
  await expect(prove(stopping, proof, 1)).rejects.toThrow('cancelled');
});

it('names the formats and variants that there are', async () => {
  expect(() => findModelExporter('pickle')).toThrow('no model format named "pickle"');
  await expect(findModelExporter('c').write(job, 'float32')).rejects.toThrow('no variant "float32"');
  expect(new Set(modelExporters.map((e) => e.id)).size).toBe(modelExporters.length);
});

it('takes the choices of a format, says what is wrong with others, and which were made in the notes', async () => {
  const keras = findModelExporter('keras');
  const ending = async (discriminatorEnd?: string) => {
    const options = discriminatorEnd ? { discriminatorEnd } : undefined;
    const { files, notes = [] } = await keras.write({ ...job, options }, 'h5');
    const last = [files['discriminator.json'], files['combined.json']].map((text) =>
      /"activation":\s*"sigmoid"/.test(String(text)),
    );
    return [...last, notes.join().match(/end in (a sigmoid|logits)/)?.[1]];
  };
  expect(await ending()).toEqual([false, false, 'logits']);
  expect(await ending('logits')).toEqual([false, false, 'logits']);
  expect(await ending('sigmoid')).toEqual([true, true, 'a sigmoid']);
  await expect(ending('softmax')).rejects.toThrow('must be one of logits, sigmoid');
  const wrong = { ...job, options: { batch: 'any' } };
  await expect(keras.write(wrong, 'h5')).rejects.toThrow('Keras has no option "batch"');
});

it.each([
  ['older', 'one'],
  ['current', 'any'],
  ['older', 'any'],
])(
  'TensorFlow Lite for %s runtimes, %s image(s): every variant runs and is proved',
  async (runtimes, batch) => {
    const tflite = findModelExporter('tflite');
    for (const { id, meanBound } of tflite.variants) {
      const { files, proof, notes } = await tflite.write({ ...job, options: { runtimes, batch } }, id);
      const { proof: result } = await prove(proofJob(), proof, meanBound);
      expect(result.meanDifference).toBeLessThanOrEqual(meanBound);
      expect(notes?.join(' ')).toContain(batch === 'any' ? 'left free' : 'one image at a time');
      const [bytes] = Object.values(files);
      expect(proof.runtime === 'tflite' && proof.bytes === bytes).toBe(batch === 'one');
    }
  },
);

it('says of every variant who reads it', () => {
  for (const { variants } of modelExporters)
    for (const { readBy } of variants) expect(readBy.length).toBeGreaterThan(0);
});

it('the C array holds the file, byte for byte, and says what it needs', async () => {
  const { files, proof } = await findModelExporter('tflite-array').write(job, 'int8');
  const source = String(files['my_generator_model_data.c']);
  const bytes = Uint8Array.from(source.match(/0x[0-9a-f]{2}/g) ?? [], Number);
  expect(proof.runtime === 'tflite' && bytes).toEqual(proof.runtime === 'tflite' && proof.bytes);
  expect(files['my_generator_model_data.h']).toContain(`Size: ${bytes.length} bytes`);
  expect(files['my_generator_model_data.h']).toMatch(/Tensor arena: at least \d+ bytes/);
});

it('the card says where the model comes from and how true it is', () => {
  const facts: CardFacts = {
    name: 'my-generator',
    runName: 'My run',
    config: {
      dataset: 'mnist',
      model: 'dcgan-light',
      loss: 'non-saturating',
      backend: 'auto',
      threads: 0,
      datasetParams: {},
      modelParams: { latentSize: 16 },
      lossParams: {},
      task: 'adversarial',
      taskParams: {},
      frozenLayers: '',
      seed: 77,
      batch: 32,
      steps: 400,
      learningRateG: 0.001,
      learningRateD: 0.001,
      beta1: 0.5,
      beta2: 0.999,
      dSteps: 1,
      emaDecay: 0,
      sampleEvery: 10,
      logEvery: 1,
      autosaveSeconds: 30,
      measureEvery: 0,
      measureSamples: 500,
      initScale: 1,
      normG: 'model',
      normD: 'model',
      spectralNorm: false,
      minibatchStd: false,
      packing: 1,
      unrolledSteps: 0,
      augment: 'none',
      instanceNoise: 0,
      instanceNoiseSteps: 1000,
    },
    model: { label: 'DCGAN, light', paper: 'Radford et al.' },
    dataset: { label: 'MNIST', source: 'LeCun', licence: 'CC BY-SA 3.0' },
    loss: { label: 'Non-saturating' },
    step: 400,
    trainedSeconds: 12.3456,
    lastPoint: null,
    format: 'ONNX',
    variant: 'float32',
    input: { latent: 100, classes: 10 },
    picture: null,
    inputLayout: '100 normal random numbers, then 10 numbers for the class',
    files: ['my-generator.onnx'],
    readBy: ['a runtime 2.0 or later'],
    options: [{ label: 'Ends in', choice: 'a sigmoid' }],
    notes: ['Something that is left out.'],
    sizeBytes: 1234,
    gzipBytes: 1000,
    parameters: 300,
    foldedParameters: 280,
    multiplyAdds: 5000,
    proof: {
      runtime: 'a runtime',
      independent: true,
      images: 64,
      maxDifference: 0.01234,
      meanDifference: 0.00123,
      meanBound: 0.01,
      millisecondsPerImage: 2,
    },
  };
  const text = modelCardText(facts);
  for (const part of [
    'My run',
    '| Parameters | 300, 280 once batch norms are folded |',
    'ONNX',
    'CC BY-SA 3.0',
    '| Seed | 77 |',
    '0.00123',
    'then 10 numbers for the class',
    'my-generator.onnx',
    'a runtime 2.0 or later',
    'Ends in: a sigmoid.',
  ]) {
    expect(text).toContain(part);
  }
  const card: { schema: string; config: Record<string, unknown>; parameters: number } = JSON.parse(
    modelCardJson(facts),
  );
  expect([card.schema, card.parameters, card.config.seed]).toEqual(['ganvas-model-card', 300, 77]);
  const values = { 'generatorAB/cycleA': 0.25, discriminatorA: 0.5 };
  const translator = modelCardText({
    ...facts,
    picture: { shape: [10, 10, 1] },
    lastPoint: { step: 400, seconds: 12, values },
  });
  expect(text).toContain('A generator that draws images from random numbers, trained in a browser');
  expect(translator).toContain('A translator that makes pictures out of pictures, trained in a browser');
  expect(translator).toContain('| Last losses | generatorAB/cycleA 0.25, discriminatorA 0.5 |');
  expect(translator).not.toContain('latents');
});
