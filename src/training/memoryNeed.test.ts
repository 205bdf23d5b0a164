// What a run is said to take, against what the CPU engine really takes for it by its own count, over models, batches and
// everything that adds passes to a step.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adversarialNeed } from '../core/memoryNeed';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { registerRecorder } from '../engine/recording';
import { SimdStepRecorder } from '../engine/simd/recorder';
import { SIMD_BACKEND, simdBackend } from '../engine/simd/register';
import { paintPattern, paintScene } from '../datasets/style/drawnPictures';
import { onePictureEach } from '../datasets/style/onePictureEach';
import { losses } from '../losses';
import { models } from '../models';
import { styleTransfer } from '../tasks/styleTransfer';
import { tasks } from '../tasks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { standInImages } from './stepTime';
import { Trainer } from './trainer';

/** The estimate may be so many times too high or too low. */
const FACTOR = 1.5;
/** The first step is plain, the second is recorded; what comes after takes no more. */
const STEPS = 2;

const CASES: readonly (readonly [Record<string, unknown>, readonly [number, number, number]])[] = [
  [{ model: 'dcgan-light', batch: 16 }, [28, 28, 1]],
  [{ model: 'dcgan-light', batch: 128 }, [28, 28, 1]],
  [{ model: 'dcgan-light', batch: 8, 'model.width': 2, spectralNorm: true }, [28, 28, 1]],
  [{ model: 'dcgan-light', batch: 8, augment: 'colour-translation-cutout' }, [64, 64, 3]],
  [{ model: 'dcgan-light', batch: 16, packing: 4, dSteps: 2 }, [28, 28, 1]],
  [{ model: 'dcgan-light', batch: 16, normG: 'layer', normD: 'layer' }, [28, 28, 1]],
  [{ model: 'dcgan-light', batch: 16, loss: 'wgan-gp' }, [28, 28, 1]],
  [{ model: 'dcgan-light', batch: 16, loss: 'relativistic-r1-r2', normD: 'none' }, [28, 28, 1]],
  [{ model: 'dcgan-light', batch: 8, loss: 'relativistic-r1-r2' }, [28, 28, 1]],
  [{ model: 'dcgan-an12954', batch: 2 }, [28, 28, 1]],
  [{ model: 'dcgan-radford', batch: 8, normG: 'instance' }, [32, 32, 3]],
  [{ model: 'dcgan-radford', batch: 4, 'model.channels': 64 }, [64, 64, 3]],
  [{ model: 'dcgan-colour', batch: 16 }, [64, 64, 3]],
  [{ model: 'lw-gan', batch: 8 }, [28, 28, 1]],
  [{ model: 'acgan', batch: 8 }, [28, 28, 1]],
  [{ model: 'mad-gan', batch: 8, 'model.generators': 8 }, [28, 28, 1]],
  [{ model: 'gan-mlp', batch: 16, 'model.width': 512 }, [28, 28, 1]],
  [{ model: 'gan-mlp', batch: 256, unrolledSteps: 3 }, [28, 28, 1]],
  [{ model: 'mgan-mlp', batch: 256 }, [1, 1, 2]],
];

const TRANSLATIONS: typeof CASES = [
  [{ task: 'cycle-gan', batch: 4 }, [28, 28, 1]],
  [{ task: 'cycle-gan', batch: 2, 'task.generator': 'resnet', 'task.identityWeight': 0 }, [64, 64, 3]],
  [{ task: 'cycle-gan', batch: 2, 'task.generator': 'resnet' }, [32, 32, 3]],
  [{ task: 'cycle-gan', batch: 8, 'task.normalization': 'batch', 'task.poolSize': 400 }, [32, 32, 3]],
  [{ task: 'cycle-gan', batch: 2, 'task.width': 48, 'task.normalization': 'none' }, [32, 32, 1]],
  [{ task: 'pair-translation', batch: 8 }, [64, 64, 3]],
  [{ task: 'classifier', batch: 64 }, [28, 28, 1]],
  [{ task: 'classifier', batch: 8 }, [64, 64, 3]],
  [{ task: 'retrain', 'task.encoder': 'random-features' }, [64, 64, 3]],
  [{ task: 'retrain', 'task.encoder': 'random-features', 'task.learning': 8, batch: 16 }, [64, 64, 3]],
  [{ task: 'retrain', 'task.encoder': 'mobilenet', 'task.width': 1 }, [64, 64, 3]],
  [{ task: 'style-student', batch: 4, 'task.encoder': 'random-features' }, [64, 64, 3]],
  [{ task: 'style-student', batch: 2, 'task.encoder': 'random-features', 'task.styles': 4 }, [96, 96, 3]],
  [{ task: 'pair-translation', batch: 16, 'task.generator': 'plain', 'task.mode': 'coarse' }, [28, 28, 1]],
];

function expectNear(said: number, taken: number): void {
  const words = `${(said / 1e6).toFixed(1)} MB said, ${(taken / 1e6).toFixed(1)} MB taken`;
  expect(said / taken, words).toBeLessThan(FACTOR);
  expect(said / taken, words).toBeGreaterThan(1 / FACTOR);
}

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

it.each(CASES)('tells the memory of %o on images of %o', async (pairs, shape) => {
  await openSimd({ threads: 1 });
  const { heap } = simdBackend().module;
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const config = readRunConfig(pairs, { datasets, models, losses });
  const model = models.find(({ id }) => id === config.model);
  const loss = losses.find(({ id }) => id === config.loss);
  if (!model || !loss) throw new TypeError('The case names what there is not');
  const names = Array.from({ length: 10 }, (_, i) => String(i));
  const trainer = new Trainer({ config, dataset: standInImages(shape, names), model, loss });
  for (let step = 1; step <= STEPS; step++) trainer.step(step).dispose();
  const [generator, discriminator] = [trainer.generator.spec, trainer.discriminator.spec];
  const penalties = loss.differentiatesTwice ? (loss.penalties ?? 1) : 0;
  const { device } = adversarialNeed({ generator, discriminator, config, penalties, data: 0 });
  const { peak } = heap;
  trainer.dispose();
  registerRecorder(SIMD_BACKEND, null);
  expectNear(device, peak);
});

it.each(TRANSLATIONS)('tells the memory of %o translating pictures of %o', async (pairs, shape) => {
  await openSimd({ threads: 1 });
  const { heap } = simdBackend().module;
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const config = readRunConfig(pairs, { datasets, models, losses, tasks });
  const task = tasks.find(({ id }) => id === config.task);
  const loss = losses.find(({ id }) => id === config.loss);
  if (!task?.describe || !loss) throw new TypeError('The case names a task that says nothing of its memory');
  const dataset = standInImages(shape, ['a', 'b']);
  const trainer = await task.build({ config, dataset, model: models[0], loss });
  for (let step = 1; step <= STEPS; step++) {
    await trainer.beforeStep?.(step);
    trainer.step(step).dispose();
  }
  const { peak } = heap;
  trainer.dispose();
  registerRecorder(SIMD_BACKEND, null);
  expectNear(task.describe(config, shape, 2).need.device, peak);
});

it('tells the memory of a picture that is painted', async () => {
  await openSimd({ threads: 1 });
  const { heap } = simdBackend().module;
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const pairs = { task: 'style-transfer', 'task.encoder': 'random-features' };
  const config = readRunConfig(pairs, { datasets, models, losses, tasks });
  const dataset = onePictureEach(paintScene(64), paintPattern(64), 64);
  const trainer = await styleTransfer.build({ config, dataset, model: models[0], loss: losses[0] });
  for (let step = 1; step <= STEPS; step++) {
    trainer.step().dispose();
    await trainer.afterStep();
  }
  const { peak } = heap;
  trainer.dispose();
  registerRecorder(SIMD_BACKEND, null);
  expectNear(styleTransfer.describe(config, dataset.shape).need.device, peak);
});
