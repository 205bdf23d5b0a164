// Retraining against PyTorch in double precision (bench/native/retrain_reference.py), from the same weights and pictures: two steps of
// whole networks, and a head that learns from the same features for an epoch and more.
import { join } from 'node:path';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inputShape } from '../core/network';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { toSignedUnit } from '../datasets/sampling';
import type { Network } from '../engine/network';
import { losses } from '../losses';
import { cosineRate, epochOrder } from '../metrics/evaluator/trainingPlan';
import { models } from '../models';
import { noiseImages } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { inTemporaryFolder, pythonMisses } from '../testing/tools';
import { runTorch } from '../testing/torchPrograms';
import { networkHalves } from './retrain/networks';
import type { RetrainTrainer } from './retrain/trainer';
import { retrain } from './retrain';
import { tasks } from '.';

const SCRIPT = join(import.meta.dirname, '../../bench/native/retrain_reference.py');
const BATCH = 8;
const SHAPE = [16, 16, 3] as const;
const TESTED = 24;

beforeAll(() => openSimd({ threads: 2 }).then(() => undefined));
afterAll(closeSimd);

const encode = (shape: readonly number[], values: Float32Array) => ({
  shape,
  values: Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64'),
});
const doubles = (text: string): Float64Array =>
  new Float64Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

const learnt = { ...noiseImages(SHAPE, 1), classNames: ['a', 'b', 'c'] };
const labelled = (images: typeof learnt) => ({
  ...images,
  read: (indices: ArrayLike<number>) => ({
    pixels: images
      .read(indices)
      .pixels.map((v, i) => Math.min(255, (v >> 1) + 40 * (indices[Math.floor(i / 768)] % 3))),
    labels: Uint8Array.from(indices, (index) => index % 3),
  }),
});
const training = labelled(learnt);
const tested = { ...labelled({ ...noiseImages(SHAPE, 2), classNames: learnt.classNames }), size: TESTED };

interface Case {
  readonly trainer: RetrainTrainer;
  readonly steps: number;
  /** What does not change is taken from here, so that PyTorch sees features; null where it sees pictures. */
  readonly fixed: Network | null;
}

async function caseOf(
  params: Readonly<Record<string, unknown>>,
  steps: number,
  features: boolean,
): Promise<Case> {
  const pairs = {
    task: 'retrain',
    batch: BATCH,
    steps,
    'task.dropout': 0,
    'task.augmentation': 'none',
    ...params,
  };
  const config = readRunConfig(pairs, { datasets, models, losses, tasks });
  const parts = { config, dataset: training, test: tested, model: models[0], loss: losses[0] };
  const trainer = await retrain.build(parts);
  const { fixed } = networkHalves(trainer.classifier.spec);
  return { trainer, steps, fixed: features && fixed ? trainer.classifier.part(fixed) : null };
}

/** Pictures, or what the fixed part makes of them, as PyTorch takes them. */
function given({ fixed, trainer }: Case, pixels: Uint8Array) {
  const shape = inputShape(trainer.classifier.spec);
  const values = toSignedUnit(pixels);
  const count = values.length / (shape[0] * shape[1] * shape[2]);
  if (!fixed) return encode([count, ...shape], values);
  const made = tidy(() => fixed.apply(tensor(values, [count, ...shape]), { kind: 'inference' }));
  const found = encode(made.shape, Float32Array.from(made.dataSync()));
  made.dispose();
  return found;
}

async function question(one: Case) {
  const { trainer, steps, fixed } = one;
  const { seed, taskParams } = trainer.config;
  const { tensors } = await trainer.read();
  const network = fixed ? networkHalves(trainer.classifier.spec).rest : trainer.classifier.spec;
  const own = new Set(network.nodes.map(({ id }) => id));
  const perEpoch = Math.floor(training.size / BATCH);
  const named = tensors.flatMap(({ name, shape, values }) => {
    const [, layer, role] = /^classifier\/(.*)\/(.*)$/.exec(name) ?? [];
    return own.has(layer) ? [[`${layer}/${role}`, encode(shape, values)] as const] : [];
  });
  return {
    ...{ network, weights: Object.fromEntries(named) },
    steps: Array.from({ length: steps }, (_, i) => {
      const at = i % perEpoch;
      const chosen = epochOrder(training.size, seed, i - at).subarray(at * BATCH, (at + 1) * BATCH);
      const { pixels, labels } = training.read(chosen);
      return {
        ...{ given: given(one, pixels), labels: [...labels] },
        rate: cosineRate(Number(taskParams.learningRate), i, steps),
      };
    }),
    tested: fixed ? given(one, trainer.split.testImages.pixels) : null,
  };
}

interface Answer {
  readonly losses: readonly number[];
  readonly moments: Readonly<Record<string, string>>;
  readonly weights: Readonly<Record<string, string>>;
  readonly named: readonly number[];
}

async function take({ trainer, steps }: Case): Promise<readonly number[]> {
  const found: number[] = [];
  for (let step = 1; step <= steps; step++) {
    await trainer.beforeStep(step);
    const report = trainer.step(step);
    found.push((await report.data())[0]);
    report.dispose();
  }
  return found;
}

const missing = pythonMisses('torch', 'python3-torch');

it.skipIf(missing)(
  `has PyTorch's losses, gradients, weights and names ${missing ?? ''}`,
  { timeout: 180_000 },
  async () => {
    const cases = [
      await caseOf({ 'task.encoder': 'random-features' }, 2, false),
      await caseOf({ 'task.encoder': 'random-features', 'task.learning': 3 }, 2, false),
      await caseOf({ 'task.encoder': 'mobilenet', 'task.width': 0.125 }, 2, false),
      await caseOf({ 'task.encoder': 'random-features', 'task.learningRate': 0.02 }, 60, true),
    ];
    const questions: Awaited<ReturnType<typeof question>>[] = [];
    for (const one of cases) questions.push(await question(one));
    const answers: readonly Answer[] = await inTemporaryFolder(async (write) => {
      const file = await write('cases.json', JSON.stringify(questions));
      return JSON.parse(await runTorch([SCRIPT, file]));
    });
    for (const [i, one] of cases.entries()) {
      const answer = answers[i];
      const found = await take(one);
      found.forEach((loss, step) =>
        expect(loss, `${i}, step ${step + 1}`).toBeCloseTo(answer.losses[step], 3),
      );
      const { tensors } = await one.trainer.read();
      const valuesOf = (name: string) => tensors.find((t) => t.name === name)?.values ?? new Float32Array();
      expect(Object.keys(answer.weights).length).toBeGreaterThan(1);
      for (const [name, text] of Object.entries(answer.moments)) {
        const wanted = doubles(text);
        const largest = wanted.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
        const own = valuesOf(`optimizer/classifier/m/${name}`);
        expect(own).toHaveLength(wanted.length);
        const furthest = wanted.reduce((most, v, k) => Math.max(most, Math.abs(own[k] - v)), 0);
        expect(furthest, `${i}: ${name}`).toBeLessThan(0.01 * largest + 1e-6);
      }
      const moment = await one.trainer.moment(one.steps);
      if (one.fixed) expect([...moment.predicted]).toEqual(answer.named);
      one.trainer.dispose();
    }
  },
);
