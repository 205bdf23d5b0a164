import { expect, it } from 'vitest';
import { isBusy, reduceRunState, stepOf, type RunState, type RunTransition } from './runState';

const walk = (...transitions: RunTransition[]): RunState =>
  transitions.reduce(reduceRunState, { status: 'idle' } as RunState);

it('goes from loading over running to done', () => {
  expect(walk({ kind: 'load', what: 'Reading', fraction: 0.5 })).toEqual({
    status: 'loading',
    what: 'Reading',
    fraction: 0.5,
  });
  expect(isBusy(walk({ kind: 'run', step: 3 }))).toBe(true);
  expect(walk({ kind: 'run', step: 3 }, { kind: 'finish', step: 9 })).toEqual({ status: 'done', step: 9 });
  expect(walk({ kind: 'run', step: 3 }, { kind: 'reset' })).toEqual({ status: 'idle' });
});

it('keeps the step and the kept step of a failure', () => {
  const error = { name: 'E', message: 'm', hint: 'h' };
  const failed = walk({ kind: 'run', step: 40 }, { kind: 'fail', error, keptStep: 25 });
  expect(failed).toEqual({ status: 'failed', step: 40, error, keptStep: 25 });
  expect(stepOf(failed)).toBe(40);
  expect(isBusy(failed)).toBe(false);
});
