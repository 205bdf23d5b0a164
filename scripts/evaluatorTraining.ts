// Trains the classifiers that judge samples, on the project's own CPU engine under Node, and writes them quantized to
// public/models. Data from $DATASETS_DIR/<name>. Loaded by trainEvaluator.ts.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { setBackend, tensor } from '@tensorflow/tfjs-core';
import { parseIdx } from '../src/datasets/idx';
import { drawSyntheticDigits } from '../src/datasets/syntheticDigits/drawSyntheticDigits';
import { registerSimdBackend, SIMD_BACKEND } from '../src/engine/simd/register';
import { augment } from '../src/metrics/evaluator/augment';
import { Classifier } from '../src/metrics/evaluator/classifier';
import { FEATURES } from '../src/metrics/evaluator/classifierNetwork';
import { predictedClasses } from '../src/metrics/evaluator/predictedClasses';
import { AUGMENTATIONS, cosineRate, epochOrder } from '../src/metrics/evaluator/trainingPlan';
import { packWeights } from '../src/metrics/evaluator/weightFile';
import { readWeights, writeWeights } from '../src/metrics/evaluator/weights';
import { frechetDistance } from '../src/metrics/numerics/frechet';
import { momentsOf } from '../src/metrics/numerics/moments';
import { loadTestModule } from '../src/testing/simdModule';
import { repositoryRoot } from './runTool';
import './testData';

const SHAPE = [28, 28, 1] as const;
const VOLUME = 28 * 28;
const CLASSES = 10;
const EVALUATE = 500;
/** Images on either side of the floor: real test images against as many real training images. */
const FLOOR_IMAGES = 10_000;
const FORMAT = { format: 'ganvas-evaluator', version: 1 };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    epochs: { type: 'string', default: '12' },
    batch: { type: 'string', default: '128' },
    rate: { type: 'string', default: '0.003' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '1' },
  },
});
const name = positionals[0] ?? 'mnist';
const [epochs, batch, rate, seed] = [values.epochs, values.batch, values.rate, values.seed].map(Number);
const augmentation = AUGMENTATIONS[name];
if (!augmentation)
  throw new Error(`No data set ${name}; choose one of ${Object.keys(AUGMENTATIONS).join(', ')}.`);

interface Split {
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

async function readSplit(prefix: string): Promise<Split> {
  const folder = join(process.env.DATASETS_DIR ?? '', name);
  const read = async (file: string) =>
    parseIdx(Uint8Array.from(gunzipSync(await readFile(join(folder, file)))), file).data;
  return {
    pixels: await read(`${prefix}-images-idx3-ubyte.gz`),
    labels: await read(`${prefix}-labels-idx1-ubyte.gz`),
  };
}

const signed = (pixels: Uint8Array): Float32Array => Float32Array.from(pixels, (value) => value / 127.5 - 1);

/** Features of the first images, and the share of them that is classified rightly. */
async function judge(classifier: Classifier, { pixels, labels }: Split, count: number) {
  const features = new Float32Array(count * FEATURES);
  let right = 0;
  for (let start = 0; start < count; start += EVALUATE) {
    const end = Math.min(count, start + EVALUATE);
    const images = tensor(signed(pixels.subarray(start * VOLUME, end * VOLUME)), [end - start, ...SHAPE]);
    const verdict = await classifier.classify(images);
    images.dispose();
    features.set(verdict.features, start * FEATURES);
    predictedClasses(verdict.probabilities, CLASSES).forEach((guess, i) => {
      if (guess === labels[start + i]) right++;
    });
  }
  return { features, accuracy: right / count };
}

async function train(classifier: Classifier, data: Split, test: Split): Promise<void> {
  const perEpoch = Math.floor(data.labels.length / batch);
  const steps = epochs * perEpoch;
  const began = performance.now();
  const pixels = new Uint8Array(batch * VOLUME);
  const labels = new Uint8Array(batch);
  let order = new Uint32Array();
  for (let step = 0; step < steps; step++) {
    const at = step % perEpoch;
    if (at === 0) {
      order = epochOrder(data.labels.length, seed, step);
    }
    for (let i = 0; i < batch; i++) {
      const from = order[at * batch + i];
      pixels.set(data.pixels.subarray(from * VOLUME, (from + 1) * VOLUME), i * VOLUME);
      labels[i] = data.labels[from];
    }
    const images = augment(pixels, SHAPE, augmentation, seed, step);
    const loss = classifier.train(images, labels, step, cosineRate(rate, step, steps));
    if (at === perEpoch - 1) {
      const { accuracy } = await judge(classifier, test, test.labels.length);
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(
        `epoch ${(step + 1) / perEpoch}: loss ${loss.dataSync()[0].toFixed(4)}, test ${(100 * accuracy).toFixed(2)} %, ${seconds} s`,
      );
    }
    loss.dispose();
  }
}

/** Trains one evaluator as the command line says and writes its files. */
export async function trainEvaluator(): Promise<void> {
  registerSimdBackend(await loadTestModule({ threads: Number(values.threads) }));
  await setBackend(SIMD_BACKEND);
  const [data, test] = [await readSplit('train'), await readSplit('t10k')];
  const classifier = new Classifier(SHAPE, CLASSES, seed);
  await train(classifier, data, test);

  const { bytes, entries } = packWeights(await readWeights(classifier));
  writeWeights(classifier, bytes, entries);
  const onTest = await judge(classifier, test, test.labels.length);
  const onTrain = await judge(classifier, data, FLOOR_IMAGES);
  const floor = frechetDistance(momentsOf(onTrain.features, FEATURES), momentsOf(onTest.features, FEATURES));
  const digits = drawSyntheticDigits(1, 0, FLOOR_IMAGES);
  const synthetic =
    name === 'mnist'
      ? (await judge(classifier, { pixels: digits.images, labels: digits.labels }, FLOOR_IMAGES)).accuracy
      : null;
  const header = {
    ...FORMAT,
    dataset: name,
    shape: SHAPE,
    classes: CLASSES,
    command: `npm run train:evaluator -- ${name} --epochs ${epochs} --batch ${batch} --rate ${rate} --seed ${seed}`,
    testAccuracy: onTest.accuracy,
    syntheticAccuracy: synthetic,
    frechetFloor: floor,
    floorImages: FLOOR_IMAGES,
    bytes: bytes.length,
    tensors: entries,
  };
  const out = join(repositoryRoot, 'public', 'models', `evaluator-${name}`);
  await writeFile(`${out}.bin`, bytes);
  await writeFile(`${out}.json`, `${JSON.stringify(header, null, 1)}\n`);
  console.log(
    `${out}.bin: ${bytes.length} bytes, test ${(100 * onTest.accuracy).toFixed(2)} % after quantization, ` +
      `synthetic ${synthetic === null ? '-' : (100 * synthetic).toFixed(2)}, Fréchet floor ${floor.toFixed(4)}`,
  );
}
