// A run that grows: what its steps are, that it goes on to the bit from a save in any part, and that it gives all back.
import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grownPart } from '../core/growth';
import { networkTotals } from '../core/network';
import { readRunConfig } from '../core/runConfig';
import { datasets } from '../datasets';
import { losses } from '../losses';
import { models } from '../models';
import { progressiveGan } from '../models/progressiveGan';
import { noiseImages } from '../testing/randomNetworks';
import { closeSimd, openSimd } from '../testing/openSimd';
import { registerRecorder } from '../engine/recording';
import { SimdStepRecorder } from '../engine/simd/recorder';
import { simdBackend, SIMD_BACKEND } from '../engine/simd/register';
import { GrowingTrainer } from '../training/growingTrainer';
import { checkSavedParts } from '../training/savedTensors';
import { fixedLatents } from '../training/streams';
import type { TrainerState } from '../training/taskTrainer';
import { progressiveGrowing } from './progressiveGrowing';
import { tasks } from '.';

beforeAll(() => openSimd({ threads: 1 }).then(() => undefined));
afterAll(closeSimd);

const SHAPE = [16, 16, 1] as const;
const dataset = noiseImages(SHAPE, 1);
/** Parts: 4 pixels (1, 2), 8 fading (3, 4), 8 (5, 6), 16 fading (7, 8), 16 from step 9 on. */
const STEPS = 10;
const parts = (changes: Readonly<Record<string, unknown>> = {}) => {
  const config = readRunConfig(
    {
      task: progressiveGrowing.id,
      ...{ batch: 2, steps: STEPS, emaDecay: 0.9, 'task.stageSteps': 2, 'task.fadeSteps': 2 },
      ...{ 'model.channels': 2, 'model.mostChannels': 4, 'model.latentSize': 3 },
      ...changes,
    },
    { datasets, models, losses, tasks },
  );
  const loss = losses.find(({ id }) => id === config.loss);
  if (!loss) throw new TypeError(`There is no loss ${config.loss}`);
  return { config, dataset, model: progressiveGan, loss };
};

function take(trainer: GrowingTrainer, from: number, to: number): number[] {
  const numbers: number[] = [];
  for (let step = from; step <= to; step++) {
    const report = trainer.step(step);
    numbers.push(...report.dataSync());
    report.dispose();
  }
  return numbers;
}

describe('a growing run', () => {
  it('begins with the model that grows, and learns the sizes in turn', () => {
    const trainer = new GrowingTrainer(parts());
    const side = trainer.series.indexOf('side');
    const numbers = take(trainer, 1, STEPS);
    const sides = Array.from({ length: STEPS }, (_, i) => numbers[i * trainer.series.length + side]);
    expect(sides).toEqual([4, 4, 6, 8, 8, 8, 12, 16, 16, 16]);
    expect(numbers.every(Number.isFinite)).toBe(true);
    expect(trainer.isGrown).toBe(true);
    trainer.dispose();
  });

  it('draws and judges pictures of full size at every step', () => {
    const trainer = new GrowingTrainer(parts());
    for (let step = 1; step <= STEPS; step++) {
      trainer.step(step).dispose();
      expect(networkTotals(trainer.generator.spec).output).toEqual([...SHAPE]);
      expect(networkTotals(trainer.discriminator.spec).output).toEqual([1]);
      expect(trainer.average?.spec).toEqual(trainer.generator.spec);
    }
    trainer.dispose();
  });

  it('changes no picture when a part ends: what is faded in counts in full by then', () => {
    const trainer = new GrowingTrainer(parts({ learningRateG: 1e-6, emaDecay: 0 }));
    const latents = fixedLatents(1, 2, trainer.latentSize);
    const drawnAfter = (step: number): Float32Array => {
      trainer.step(step).dispose();
      const images = trainer.generate(latents);
      const values = Float32Array.from(images.dataSync());
      images.dispose();
      return values;
    };
    take(trainer, 1, 3);
    const [atEnd, after] = [drawnAfter(4), drawnAfter(5)];
    expect(Math.max(...atEnd.map((value, i) => Math.abs(value - after[i])))).toBeLessThan(1e-3);
    trainer.dispose();
  });

  it('is the model as it is once it has grown', () => {
    const { config, model } = parts();
    const trainer = new GrowingTrainer(parts({ 'task.stageSteps': 1, 'task.fadeSteps': 0 }));
    take(trainer, 1, 4);
    expect(trainer.part).toMatchObject(grownPart({ stages: 3 }));
    expect(trainer.generator.spec).toEqual(model.buildGenerator(SHAPE, config.modelParams));
    expect(trainer.discriminator.spec).toEqual(model.buildDiscriminator(SHAPE, config.modelParams));
    trainer.dispose();
  });

  it('goes on to the bit from a save in any part, which holds what its settings describe', async () => {
    const whole = new GrowingTrainer(parts());
    const saved: TrainerState[] = [];
    const numbers: number[][] = [];
    for (let step = 1; step <= STEPS; step++) {
      numbers.push(take(whole, step, step));
      saved.push(await whole.read());
    }
    const { config, model } = parts();
    for (const at of [2, 3, 4, 8]) {
      const state = saved[at - 1];
      const described = { config, model, shape: SHAPE, labels: null, ...state };
      expect(() => checkSavedParts(progressiveGrowing.saved(described), state)).not.toThrow();
      const resumed = new GrowingTrainer(parts());
      resumed.restore(state);
      expect(take(resumed, at + 1, STEPS), `from step ${at}`).toEqual(numbers.slice(at).flat());
      expect(await resumed.read(), `from step ${at}`).toEqual(saved[STEPS - 1]);
      resumed.dispose();
    }
    whole.dispose();
  });

  it.each(['non-saturating', 'wgan-gp'])(
    'replays steps of each part as plain steps, with the loss %s',
    (loss) => {
      const changes = { loss, 'task.stageSteps': 5, 'task.fadeSteps': 5, steps: 26 };
      const numbers = [true, false].map((records) => {
        registerRecorder(SIMD_BACKEND, records ? new SimdStepRecorder(simdBackend()) : null);
        const trainer = new GrowingTrainer(parts(changes));
        let replays = 0;
        const taken: number[] = [];
        for (let step = 1; step <= 26; step++) {
          taken.push(...take(trainer, step, step));
          if (trainer.isReplaying) replays++;
        }
        trainer.dispose();
        expect(replays).toBe(records ? 4 * 3 + 4 : 0);
        return taken;
      });
      registerRecorder(SIMD_BACKEND, null);
      expect(numbers[0]).toEqual(numbers[1]);
    },
  );

  it('refuses a file that says a part that there is not', async () => {
    const trainer = new GrowingTrainer(parts());
    const saved = await trainer.read();
    const wrong: readonly TrainerState['numbers'][] = [{}, { growth: [5] }, { growth: [0.5] }];
    for (const numbers of wrong)
      expect(() => trainer.restore({ ...saved, numbers })).toThrow(/part .* of growing; there are 5/);
    trainer.dispose();
  });

  it('keeps no more tensors than its networks take, and gives all back', () => {
    const before = memory().numTensors;
    const trainer = new GrowingTrainer(parts());
    take(trainer, 1, 9);
    const held = memory().numTensors;
    take(trainer, 10, 14);
    expect(memory().numTensors).toBe(held);
    trainer.dispose();
    expect(memory().numTensors).toBe(before);
  });
});
