// Unrolled steps: the generator's gradient through the discriminator's learning against finite differences on both CPU
// backends, steps repeated to the last bit, and nothing changed or left behind.
import '@tensorflow/tfjs-backend-cpu';
import { abs, engine, max, memory, setBackend, sub, tidy, type Scalar } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRunConfig } from '../core/runConfig';
import { pointClouds } from '../datasets/points/pointClouds';
import { loadPoints } from '../datasets/points/pointDatasets';
import { matrix } from '../engine/ops/rank';
import { SIMD_BACKEND } from '../engine/simd/register';
import { losses } from '../losses';
import { ganMlp } from '../models/ganMlp';
import { expectDescent } from '../testing/finiteDifferences';
import { closeSimd, openSimd } from '../testing/simdAgreement';
import { readTensors, restoreTensors } from './snapshot';
import { StepInputs } from './stepInputs';
import { Trainer } from './trainer';
import { unrolledWeights } from './unrolledDiscriminator';

beforeAll(() => openSimd({ threads: 1 }));
afterAll(closeSimd);

const dataset = loadPoints(pointClouds[0], 200, 1);

function open(changes: Record<string, unknown> = {}) {
  const vocabulary = { datasets: [{ id: 'points-ring', params: [] }], models: [ganMlp], losses };
  const config = readRunConfig(
    {
      dataset: 'points-ring',
      model: 'gan-mlp',
      'model.width': 8,
      'model.latentSize': 4,
      batch: 16,
      unrolledSteps: 3,
      learningRateD: 0.02,
      ...changes,
    },
    vocabulary,
  );
  const loss = losses.find(({ id }) => id === config.loss) ?? losses[0];
  const trainer = new Trainer({ config, dataset, model: ganMlp, loss });
  const inputs = new StepInputs(config, dataset, null, trainer.latentSize);
  return { trainer, inputs };
}

function train(trainer: Trainer, from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let step = from; step <= to; step++) {
    const report = trainer.step(step);
    numbers.push(...report.dataSync());
    report.dispose();
  }
  return numbers;
}

describe.each(['cpu', SIMD_BACKEND])('on %s', (backend) => {
  it.each(['non-saturating', 'least-squares', 'saturating'])(
    'with %s the generator’s loss falls along its gradient as the gradient says',
    async (loss) => {
      await setBackend(backend);
      const { trainer, inputs } = open({ loss });
      train(trainer, 1, 3); // moments and weights that are not those of the start
      inputs.step = 4;
      const before = memory().numTensors;
      const value = (): Scalar => {
        const mode = { kind: 'training', dropoutSeed: 1 } as const;
        const fake = trainer.generator.apply(inputs.generatorNoise(), mode);
        const through = unrolledWeights(trainer, inputs, { real: inputs.realBatch(1), fake });
        const judge = (x: typeof fake) => matrix(trainer.discriminator.apply(x, { kind: 'smooth' }, through));
        return trainer.loss.generator(judge(fake), trainer.config.lossParams, () => judge(fake));
      };
      const { trainable } = trainer.generator;
      const { value: lost, grads } = engine().gradients(value, trainable);
      await expectDescent(value, trainable, grads, { h: 3e-4, tolerance: 2e-2 });

      // The way through the learning is part of it: without it the gradient is another.
      const frozen = { ...inputs.config, unrolledSteps: 0 };
      inputs.config = frozen;
      const plain = engine().gradients(value, trainable);
      const difference = tidy(() => max(abs(sub(plain.grads[0], grads[0]))).dataSync()[0]);
      expect(difference).toBeGreaterThan(1e-5);
      for (const t of [lost, plain.value, ...grads, ...plain.grads]) t.dispose();
      expect(memory().numTensors).toBe(before);
      trainer.dispose();
    },
  );
});

describe('training with unrolled steps', () => {
  it('is finite, repeats, goes on from a save, replays, and leaves nothing behind', async () => {
    await setBackend(SIMD_BACKEND);
    const before = memory().numTensors;
    const whole = open().trainer;
    const first = train(whole, 1, 6);
    const saved = await readTensors(whole);
    const held = memory().numTensors;
    const rest = train(whole, 7, 9);
    expect(memory().numTensors).toBe(held);
    expect([...first, ...rest].every(Number.isFinite)).toBe(true);
    const resumed = open().trainer;
    restoreTensors(resumed, saved);
    [resumed.generatorAdam.updates, resumed.discriminatorAdam.updates] = [6, 6];
    expect(train(resumed, 7, 9)).toEqual(rest);
    for (const t of [whole, resumed]) t.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('changes what the generator learns, and not what the discriminator does in that step', async () => {
    await setBackend(SIMD_BACKEND);
    const after = async (unrolledSteps: number) => {
      const { trainer } = open({ unrolledSteps });
      train(trainer, 1, 1);
      const tensors = await readTensors(trainer);
      trainer.dispose();
      const of = (name: string) => tensors.filter((t) => t.name.startsWith(name)).map((t) => t.values);
      return { generator: of('generator/'), discriminator: of('discriminator/') };
    };
    const [plain, unrolled] = [await after(0), await after(3)];
    expect(unrolled.discriminator).toEqual(plain.discriminator);
    expect(unrolled.generator).not.toEqual(plain.generator);
  });
});
