import { describe, expect, it } from 'vitest';
import { fixtureMeasure } from '../../testing/runFixture';
import { progressOf, type Goal, type Seen } from './goals';
import { readProgress } from './keptProgress';

const settings = { seed: 3, model: 'dcgan-light' };
const point = (step: number, accuracy: number) => ({
  ...{ step, seconds: step },
  values: { accuracyReal: accuracy, accuracyFake: accuracy, dLoss: 1, gLoss: 1 },
});
const seen: Seen = {
  line: { loss: 0.04, miss: 2 },
  deeds: [
    { kind: 'lab', pair: 'a', side: 'broken', modes: 2, verdict: 'broken' },
    { kind: 'export', format: 'c', variant: 'int8', bytes: 900 },
  ],
  run: {
    settings: { ...settings, batch: 32 },
    step: 300,
    history: Array.from({ length: 60 }, (_, i) => point(240 + i, i < 30 ? 0 : 0.6)),
    measure: fixtureMeasure(250, { values: { 'modes-covered': 9 } }),
    report: null,
  },
};
const run = { kind: 'run', settings } as const;

describe('progressOf', () => {
  it.each([
    ['a line', { kind: 'line', what: 'loss', atMost: 0.05 }, 0.04, true],
    ['a line that misses', { kind: 'line', what: 'miss', atMost: 0.5 }, 2, false],
    ['steps', { ...run, what: 'steps', atLeast: 300 }, 300, true],
    ['the accuracy of the last steps', { ...run, what: 'accuracy', atLeast: 0.5, atMost: 0.7 }, 0.6, true],
    ['a measure', { ...run, what: 'measure', metric: 'modes-covered', atLeast: 10 }, 9, false],
    [
      'a measure too early',
      { ...run, what: 'measure', metric: 'modes-covered', fromStep: 280, atLeast: 1 },
      null,
      false,
    ],
    ['no report', { ...run, what: 'report', metric: 'recall', atLeast: 0 }, null, false],
    ['another run', { ...run, settings: { batch: 8 }, what: 'steps', atLeast: 1 }, null, false],
    [
      'the run that went on, from other noise',
      { ...run, settings: { seed: 4, steps: 100, batch: 32 }, what: 'steps', atLeast: 100 },
      300,
      true,
    ],
    ['the lab', { kind: 'lab', pair: 'a', side: 'broken', atMost: 2 }, 2, true],
    ['another side', { kind: 'lab', pair: 'a', side: 'mended', atLeast: 1 }, null, false],
    ['an export', { kind: 'export', format: 'c', variant: 'int8', atLeast: 1 }, 900, true],
  ] as const)('of %s', (_, goal, now, done) => {
    const progress = progressOf({ id: 'g', ...goal } satisfies Goal, seen);
    expect(progress.done).toBe(done);
    if (now === null) expect(progress.now).toBeNull();
    else expect(progress.now).toBeCloseTo(now, 9);
  });
});

it('takes a measurement on request once the run has come so far', () => {
  const goal = { ...run, id: 'g', what: 'report', metric: 'recall', fromStep: 200, atLeast: 0 } as const;
  const at = (step: number): Seen => ({
    ...seen,
    run: seen.run && { ...seen.run, report: fixtureMeasure(step, { values: { recall: 0.5 } }) },
  });
  expect(progressOf(goal, at(199))).toEqual({ now: null, done: false });
  expect(progressOf(goal, at(200))).toEqual({ now: 0.5, done: true });
});

describe('readProgress', () => {
  it('takes what is readable and leaves the rest', () => {
    const text = JSON.stringify({
      good: { goals: { a: 10, b: 'x', c: null }, notes: 'seen' },
      odd: 3,
      older: { goals: [1], notes: 4 },
    });
    expect(readProgress(text)).toEqual({
      good: { goals: { a: 10 }, notes: 'seen' },
      older: { goals: {}, notes: '' },
    });
    for (const bad of [null, '', '[]', '{', '"x"', 'null']) expect(readProgress(bad)).toEqual({});
  });
});
