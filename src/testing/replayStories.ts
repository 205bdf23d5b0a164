// What recorded steps must hold to on every backend that records: the numbers of the same steps without a recording, to
// the last bit, whatever changes between.
import { expect, it } from 'vitest';
import { readTensors, restoreTensors } from '../training/snapshot';
import { fixedLatents } from '../training/streams';
import { Trainer } from '../training/trainer';
import { tinyConfig, tinyParts } from './tinyRun';

/** Trains `steps` steps; `before` may change the trainer before a step. @returns reports and weights */
export async function trainTiny(
  trainer: Trainer,
  steps: number,
  before: (step: number) => void | Promise<void> = () => undefined,
): Promise<{ numbers: number[]; replays: number }> {
  const numbers: number[] = [];
  let replays = 0;
  for (let step = 1; step <= steps; step++) {
    await before(step);
    const report = trainer.step(step);
    if (trainer.isReplaying) replays++;
    numbers.push(...(await report.data()));
    report.dispose();
  }
  for (const { values } of await readTensors(trainer)) numbers.push(...values);
  return { numbers, replays };
}

/** Declares the stories; `record` switches recording on the active backend on or off. */
export function replayStories(record: (on: boolean) => void): void {
  async function compare(
    changes: Record<string, unknown>,
    steps: number,
    before?: (trainer: Trainer) => (step: number) => void | Promise<void>,
  ): Promise<number> {
    record(true);
    const recorded = new Trainer(tinyParts(changes));
    const ours = await trainTiny(recorded, steps, before?.(recorded));
    recorded.dispose();
    record(false);
    const plain = new Trainer(tinyParts(changes));
    const expected = await trainTiny(plain, steps, before?.(plain));
    plain.dispose();
    expect(expected.replays).toBe(0);
    expect(ours.numbers).toEqual(expected.numbers);
    return ours.replays;
  }

  it('replays give the numbers of plain steps', async () => {
    expect(await compare({}, 8)).toBe(6);
    expect(await compare({ dSteps: 2, emaDecay: 0 }, 6)).toBe(4);
  });

  it.each([
    [{ loss: 'hinge', instanceNoise: 0.3 }],
    [{ loss: 'wgan-gp', normD: 'layer' }],
    [{ loss: 'wgan-clipping' }],
    [{ loss: 'relativistic-r1-r2' }],
    [{ spectralNorm: true, minibatchStd: true, packing: 2, augment: 'translation-cutout' }],
  ])('replays %o as plain steps do', async (changes) => {
    expect(await compare(changes, 6)).toBe(4);
  });

  it('a changed setting records anew', async () => {
    const changes: Record<number, Record<string, unknown>> = {
      5: { learningRateG: 1e-2, beta1: 0.3 },
      9: { dSteps: 2 },
      13: { batch: 3 },
    };
    const change = (trainer: Trainer) => (step: number) => {
      if (changes[step]) trainer.config = tinyConfig({ ...changes[step] });
    };
    expect(await compare({}, 16, change)).toBe(8);
  });

  it('goes on replaying when a setting of the loop changes', async () => {
    const change = (trainer: Trainer) => (step: number) => {
      if (step === 5) trainer.config = tinyConfig({ steps: 99, sampleEvery: 7, autosaveSeconds: 60 });
    };
    expect(await compare({}, 8, change)).toBe(6);
  });

  it('weights put in between are trained on, and samples drawn in between change nothing', async () => {
    const meddle = (trainer: Trainer) => async (step: number) => {
      if (step === 5) restoreTensors(trainer, await readTensors(trainer));
      if (step === 9) trainer.generate(fixedLatents(1, 5, trainer.latentSize)).dispose();
    };
    expect(await compare({}, 10, meddle)).toBe(6);
  });

  it.each([
    [{}, {}],
    [{ emaDecay: 0 }, { learningRateG: 1e-2 }],
  ])('images are those of plain passes, however often they are drawn: %o', async (changes, later) => {
    const draw = async (trainer: Trainer): Promise<number[]> => {
      const drawn: number[] = [];
      for (const [seed, count] of [5, 5, 2, 5, 5, 2, 5, 2, 2, 5].entries()) {
        const images = trainer.generate(fixedLatents(seed, count, trainer.latentSize));
        drawn.push(...(await images.data()));
        images.dispose();
      }
      return drawn;
    };
    const story = async (recorded: boolean): Promise<number[]> => {
      record(recorded);
      const trainer = new Trainer(tinyParts(changes));
      const drawn = await draw(trainer);
      const { numbers } = await trainTiny(trainer, 5);
      drawn.push(...numbers, ...(await draw(trainer)));
      trainer.config = tinyConfig({ ...changes, ...later });
      drawn.push(...(await trainTiny(trainer, 5)).numbers, ...(await draw(trainer)));
      trainer.dispose();
      return drawn;
    };
    const ours = await story(true);
    expect(new Set(ours).size).toBeGreaterThan(100);
    expect(ours).toEqual(await story(false));
  });

  it('reports can be read late, after further replays', async () => {
    record(true);
    const trainer = new Trainer(tinyParts());
    const reports = [1, 2, 3, 4, 5, 6, 7].map((step) => trainer.step(step));
    const late = await Promise.all(reports.map((report) => report.data()));
    trainer.dispose();
    const again = new Trainer(tinyParts());
    const { numbers } = await trainTiny(again, 7);
    again.dispose();
    expect(late.flatMap((values) => [...values])).toEqual(numbers.slice(0, 28));
    for (const report of reports) report.dispose();
  });
}
