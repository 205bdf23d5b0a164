import { describe, expect, it } from 'vitest';
import { fixtureMeasure } from '../../testing/runFixture';
import { LiveMeasures, MEASURING_SHARE, type Measuring } from './liveMeasures';

const CONFIG = { measureEvery: 10, measureSamples: 100 };

/** A measurer of a given cost, on a clock of its own, and a run of steps of a given length beside it. */
function scene(costs: { readonly slice: number; readonly slices: number; readonly measure: number }) {
  let now = 0;
  let prepared = 0;
  const measured: number[] = [];
  const measurer: Measuring = {
    isReady: () => prepared >= costs.slices,
    prepare: async () => {
      prepared++;
      now += costs.slice;
    },
    measure: async (step) => {
      now += costs.measure;
      measured.push(step);
      return fixtureMeasure(step);
    },
    dispose: () => undefined,
  };
  const live = new LiveMeasures(measurer, () => now);
  let worst = 0;
  const train = async (steps: number, stepSeconds: number, config = CONFIG, first = 0): Promise<void> => {
    for (let step = first + 1; step <= first + steps; step++) {
      await live.afterStep(step, step * stepSeconds, config, () => false);
      const trained = (step - 1) * stepSeconds;
      if (trained > 0) worst = Math.max(worst, live.spent / trained);
    }
  };
  return { live, measured, train, worst: () => worst };
}

describe('LiveMeasures', () => {
  it('measures as soon as it can, then at the steps asked for when there is time', async () => {
    const { train, measured } = scene({ slice: 0.01, slices: 2, measure: 0.05 });
    await train(60, 1);
    expect(measured).toEqual([3, 10, 20, 30, 40, 50, 60]);
  });

  it('stretches the interval so that a tenth of the training time is enough', async () => {
    const { train, measured, live } = scene({ slice: 0.05, slices: 3, measure: 2 });
    await train(400, 0.2);
    expect(live.spent).toBeLessThanOrEqual(MEASURING_SHARE * 80 + 2);
    expect(measured.length).toBeGreaterThan(2);
    expect(measured.length).toBeLessThan(6);
  });

  it('measures the end of a run that was too busy on the way, once', async () => {
    const { train, measured, live } = scene({ slice: 0.05, slices: 3, measure: 2 });
    await train(100, 0.2);
    expect(measured.at(-1)).toBeLessThan(100);
    expect((await live.atEnd(100, 20, CONFIG, () => false))?.step).toBe(100);
    expect(await live.atEnd(100, 20, CONFIG, () => false)).toBeNull();
    expect(await live.atEnd(110, 22, { ...CONFIG, measureEvery: 0 }, () => false)).toBeNull();
    live.giveUp();
    expect(await live.atEnd(110, 22, CONFIG, () => false)).toBeNull();
    expect(measured.filter((step) => step >= 100)).toEqual([100]);
  });

  it('measures no end that nothing was prepared for', async () => {
    const { train, measured, live } = scene({ slice: 1, slices: 30, measure: 2 });
    await train(2, 0.2);
    expect(await live.atEnd(2, 0.4, CONFIG, () => false)).toBeNull();
    expect(measured).toEqual([]);
  });

  it('never measures when told not to', async () => {
    const { train, measured, live } = scene({ slice: 0.01, slices: 1, measure: 0.01 });
    await train(50, 1, { ...CONFIG, measureEvery: 0 });
    expect(measured).toEqual([]);
    expect(live.spent).toBe(0);
  });

  it('does nothing more after it was told to give up', async () => {
    const { live, train, measured } = scene({ slice: 0.01, slices: 1, measure: 0.01 });
    await train(20, 1);
    const before = measured.length;
    live.giveUp();
    await train(50, 1, CONFIG, 20);
    expect(measured.length).toBe(before);
  });
});
