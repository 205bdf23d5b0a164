import { memory, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JudgeMoment } from '../../core/judge';
import type { LoadedDataset } from '../../datasets/define';
import { SIMD_BACKEND } from '../../engine/simd/register';
import { closeSimd, openSimd } from '../../testing/simdAgreement';
import { JudgeTraining, NothingToNameError } from './judgeTraining';

beforeAll(async () => {
  await openSimd({ threads: 1 });
  await setBackend(SIMD_BACKEND);
});
afterAll(closeSimd);

/** Bars in one of three places, with a little noise: easy to name. */
const bars = (
  size: number,
  classNames: readonly string[] | null = ['left', 'middle', 'right'],
): LoadedDataset => ({
  shape: [12, 12, 1],
  size,
  classNames,
  read: (indices) => ({
    pixels: Uint8Array.from({ length: 144 * indices.length }, (_, i) => {
      const index = indices[Math.floor(i / 144)];
      const column = (i % 144) % 12;
      return Math.floor(column / 4) === index % 3 ? 255 : (index * 31 + i * 17) % 60;
    }),
    labels: classNames && Uint8Array.from(indices, (index) => index % 3),
  }),
});

async function learn(steps: number, training = bars(240), test: LoadedDataset | null = bars(90)) {
  const moments: JudgeMoment[] = [];
  const judge = await new Promise<JudgeTraining>((resolve, reject) => {
    const made = new JudgeTraining('bars', training, test, 1, {
      moment: (moment) => moments.push(moment),
      ended: (error) => (error === null ? resolve(made) : reject(error)),
    });
    made.play(steps);
  });
  return { judge, moments };
}

describe('JudgeTraining', () => {
  it('learns to name images that it has not trained on, and leaves nothing behind', async () => {
    const before = memory().numTensors;
    const { judge, moments } = await learn(30);
    const last = moments.at(-1);
    expect(last?.step).toBe(30);
    expect(last?.accuracy).toBeGreaterThan(0.95);
    expect(last?.loss).toBeLessThan(0.5);
    expect(last?.predicted).toHaveLength(90);
    expect(Math.min(...(last?.certainty ?? []))).toBeGreaterThan(1 / 3);
    await judge.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it('repeats itself', async () => {
    const runs = [await learn(4), await learn(4)];
    const [a, b] = runs.map(({ moments }) => moments.at(-1));
    expect([a?.loss, a?.predicted]).toEqual([b?.loss, b?.predicted]);
    for (const { judge } of runs) await judge.dispose();
  });

  it('keeps a fifth of the images apart where no test images come with them', async () => {
    const { judge } = await learn(2, bars(100), null);
    expect([judge.trainingImages, judge.testImages.count]).toEqual([80, 20]);
    await judge.dispose();
  });

  it('knows little before it has learnt', async () => {
    const judge = new JudgeTraining('bars', bars(240), bars(90), 1, {
      moment: () => undefined,
      ended: () => undefined,
    });
    const moment = await judge.verdict();
    expect(moment).toMatchObject({ step: 0, loss: null });
    expect(moment.accuracy).toBeLessThan(0.8);
    await judge.dispose();
  });

  it('refuses images without labels', () => {
    const outlets = { moment: () => undefined, ended: () => undefined };
    expect(() => new JudgeTraining('bars', bars(90, null), null, 1, outlets)).toThrow(NothingToNameError);
  });
});
