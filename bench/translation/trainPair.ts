// Trains CycleGAN on a ready pair with the CPU engine for some seconds, and says how many held-back digits are read rightly by
// the page's classifier after they were made A, how far pictures made B are from the right ones, and what a step took.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { setBackend, tensor, tidy, mean, abs, sub } from '@tensorflow/tfjs-core';
import { repositoryRoot } from '../../scripts/runTool';
import { readRunConfig } from '../../src/core/runConfig';
import { deviceStore } from '../../src/datasets/deviceStore';
import { MNIST } from '../../src/datasets/mnist';
import { storeKey } from '../../src/datasets/mnistFiles';
import { toSignedUnit } from '../../src/datasets/sampling';
import { registerRecorder } from '../../src/engine/recording';
import { SimdStepRecorder } from '../../src/engine/simd/recorder';
import { registerSimdBackend, simdBackend, SIMD_BACKEND } from '../../src/engine/simd/register';
import { openEvaluator } from '../../src/metrics/evaluator/openEvaluator';
import { cycleGan, type CycleGanTrainer } from '../../src/tasks/cycleGan';
import { loadTestModule } from '../../src/testing/simdModule';
import { TranslationMeasurer } from '../../src/training/measuring/translationMeasurer';
import { byId, catalogue, everyDataset } from '../../src/worker/catalogue';
import { checkChoices } from '../../src/worker/openRun';

const JUDGED = 2000;
const TOLD_EVERY_SECONDS = 30;

export interface PairTraining {
  readonly pair: string;
  readonly digits: string;
  readonly seconds: number;
  readonly threads: number;
  /** By the names of links. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Keeps MNIST as the page keeps it once it was fetched. */
async function keepMnist(): Promise<void> {
  for (const file of [MNIST.train.images, MNIST.train.labels, MNIST.test.images, MNIST.test.labels]) {
    const bytes = await readFile(join(process.env.DATASETS_DIR ?? '', 'mnist', file.name));
    await deviceStore().put(storeKey(MNIST, file), new Blob([Uint8Array.from(gunzipSync(bytes))]));
  }
}

async function open({ pair, digits, settings }: PairTraining) {
  const pairs = { task: cycleGan.id, dataset: pair, 'dataset.digits': digits, ...settings };
  const config = readRunConfig(pairs, catalogue);
  if (digits === 'mnist') await keepMnist();
  const context = {
    params: config.datasetParams,
    signal: new AbortController().signal,
    progress: () => undefined,
  };
  const definition = byId(everyDataset, pair);
  const dataset = await definition.load(context);
  const test = (await definition.loadTest?.(context)) ?? null;
  return { config, trainer: cycleGan.build({ ...checkChoices(config), config, dataset, test }) };
}

/** Mean distance (0..2) of pictures made B from the right ones. */
function distanceFromRight({
  shown,
  translatedToB,
}: Pick<CycleGanTrainer, 'shown' | 'translatedToB'>): number {
  const chosen = Int32Array.from({ length: 200 }, (_, i) => i);
  return tidy(() => {
    const [a, b] = [shown.a, shown.b].map(({ images }) =>
      tensor(toSignedUnit(images.read(chosen).pixels), [chosen.length, ...images.shape]),
    );
    return mean(abs(sub(translatedToB(a), b))).dataSync()[0];
  });
}

export async function trainPair(asked: PairTraining): Promise<void> {
  registerSimdBackend(await loadTestModule({ threads: asked.threads }));
  await setBackend(SIMD_BACKEND);
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const { config, trainer } = await open(asked);
  const { readable } = trainer;
  if (!readable) throw new TypeError(`The digits of ${asked.pair} cannot be read`);
  const measurer = new TranslationMeasurer({
    ...readable,
    openEvaluator: () =>
      openEvaluator(trainer.shown.readsA ?? '', trainer.shown.a.images.shape, (name) =>
        readFile(join(repositoryRoot, 'public', 'models', name)),
      ),
  });
  const tell = async (step: number, seconds: number, samples: number): Promise<void> => {
    const point = await measurer.measure(step, seconds, {
      samples,
      which: () => true,
      cancelled: () => false,
    });
    const [made, real] = [point?.values, point?.floors].map((values) =>
      (100 * (values?.['came-through'] ?? NaN)).toFixed(1),
    );
    console.log(
      `step ${step}, ${seconds.toFixed(0)} s (${((1000 * seconds) / Math.max(1, step)).toFixed(1)} ms a step): ` +
        `${made} % of ${point?.samples} came through (real ${real} %), A to B is off by ${distanceFromRight(trainer).toFixed(3)}`,
    );
  };
  let [seconds, told] = [0, 0];
  let step = 0;
  while (step < config.steps && seconds < asked.seconds) {
    const began = performance.now();
    trainer.step(++step).dispose();
    seconds += (performance.now() - began) / 1000;
    if (seconds - told < TOLD_EVERY_SECONDS) continue;
    told = seconds;
    await tell(step, seconds, JUDGED / 10);
  }
  await tell(step, seconds, JUDGED);
  measurer.dispose();
  trainer.dispose();
}
