// The evaluators that come with the page against real test images, read as the page reads them.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { memory, setBackend, tensor } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawSyntheticDigits } from '../../datasets/syntheticDigits/drawSyntheticDigits';
import type { SimdModule } from '../../engine/simd/module';
import { disposeSimdBackend, registerSimdBackend, SIMD_BACKEND } from '../../engine/simd/register';
import { loadTestModule } from '../../testing/simdModule';
import { TRAINED_EVALUATORS } from './evaluators';
import { readEvaluatorHeader } from './header';
import { openEvaluator } from './openEvaluator';
import { predictedClasses } from './predictedClasses';

const IMAGES = 2000;
const VOLUME = 28 * 28;
const MOST_BYTES = 300_000;
/** Real digits and clothes that the classifiers must know, as the project promises. */
const PROMISED: Readonly<Record<string, number>> = { mnist: 0.99, 'fashion-mnist': 0.91 };

const readModelFile = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`../../../public/models/${name}`, import.meta.url));

let module: SimdModule;
beforeAll(async () => {
  module = await loadTestModule();
  registerSimdBackend(module);
  await setBackend(SIMD_BACKEND);
});
afterAll(() => {
  disposeSimdBackend();
  module.dispose();
});

async function accuracy(dataset: string, pixels: Uint8Array, labels: Uint8Array): Promise<number> {
  const evaluator = await openEvaluator(dataset, [28, 28, 1], readModelFile);
  expect(evaluator.label).toMatch(/^classifier trained on/);
  const count = labels.length;
  const images = tensor(
    Float32Array.from(pixels, (value) => value / 127.5 - 1),
    [count, 28, 28, 1],
  );
  const { probabilities } = await evaluator.evaluate(images);
  images.dispose();
  evaluator.dispose();
  const guesses = predictedClasses(probabilities, evaluator.classNames.length);
  return guesses.filter((guess, i) => guess === labels[i]).length / count;
}

describe.each(TRAINED_EVALUATORS)('$file', ({ file, datasets: [dataset] }) => {
  const folder = join(process.env.DATASETS_DIR ?? '', dataset);
  const there = existsSync(join(folder, 't10k-images-idx3-ubyte.gz'));

  it('is small, and recorded as good enough on all 10,000 test images', async () => {
    expect((await readModelFile(`${file}.bin`)).length).toBeLessThan(MOST_BYTES);
    const header = readEvaluatorHeader(await readModelFile(`${file}.json`), file);
    expect(header.testAccuracy).toBeGreaterThanOrEqual(PROMISED[dataset]);
  });

  it.skipIf(!there)(`knows real images of ${dataset} (needs DATASETS_DIR)`, async () => {
    const read = async (name: string) => gunzipSync(await readFile(join(folder, name)));
    const pixels = (await read('t10k-images-idx3-ubyte.gz')).subarray(16, 16 + IMAGES * VOLUME);
    const labels = (await read('t10k-labels-idx1-ubyte.gz')).subarray(8, 8 + IMAGES);
    // the first images are a sample: a percent of leeway on what is promised for all
    expect(await accuracy(dataset, pixels, labels)).toBeGreaterThan(PROMISED[dataset] - 0.01);
  });
});

describe('openEvaluator', () => {
  it('reads synthetic digits too, and gives all tensors back', async () => {
    const before = memory().numTensors;
    const { images, labels } = drawSyntheticDigits(5, 0, IMAGES);
    expect(await accuracy('synthetic-digits', images, labels)).toBeGreaterThan(0.97);
    expect(memory().numTensors).toBe(before);
  });

  it('takes random features for images of another size, and says why when files are missing', async () => {
    const other = await openEvaluator('mnist', [32, 32, 3], readModelFile);
    expect(other).toMatchObject({ label: 'fixed random features', classNames: [] });
    const lost = await openEvaluator('mnist', [28, 28, 1], () => Promise.reject(new Error('status 404')));
    expect(lost.label).toMatch(/^fixed random features \(.*could not be loaded: status 404\)$/);
    for (const evaluator of [other, lost]) evaluator.dispose();
  });
});
