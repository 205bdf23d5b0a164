import { describe, expect, it } from 'vitest';
import { stepTimes } from './ours';

const history = (points: readonly (readonly [step: number, seconds: number])[]) => ({
  history: points.map(([step, seconds]) => ({
    step,
    seconds,
    dLoss: 0,
    gLoss: 0,
    accuracyReal: 0,
    accuracyFake: 0,
  })),
});

describe('stepTimes', () => {
  it('gives each step after the one named its milliseconds', () => {
    const run = history([
      [1, 0.5],
      [2, 0.6],
      [3, 0.75],
      [4, 0.95],
    ]);
    expect(stepTimes(run, 2).map((ms) => Math.round(ms))).toEqual([150, 200]);
  });

  it('shares the time between logged steps among all steps between them', () => {
    expect(
      stepTimes(
        history([
          [10, 1],
          [20, 2],
          [25, 3],
        ]),
        10,
      ),
    ).toEqual([100, 200]);
  });

  it('gives nothing where nothing was trained', () => {
    expect(stepTimes(history([[5, 1]]), 5)).toEqual([]);
  });
});
