import { describe, expect, it } from 'vitest';
import { nextPause, NO_PAUSE } from './pauseAt';

describe('nextPause', () => {
  it('is the next whole multiple, wherever the run stands', () => {
    const at = (step: number): number => nextPause({ steps: 50 }, step, 0).step;
    expect([0, 1, 49, 50, 99, 100].map(at)).toEqual([50, 50, 50, 100, 100, 150]);
  });

  it('counts seconds of training for minutes', () => {
    const at = (seconds: number): number => nextPause({ minutes: 2 }, 7, seconds).seconds;
    expect([0, 119.9, 120, 130].map(at)).toEqual([120, 120, 240, 240]);
    expect(nextPause({ minutes: 2 }, 7, 0)).toEqual({ step: Infinity, seconds: 120, byBudget: true });
  });

  it('is never where none was asked', () => {
    expect(nextPause(null, 7, 8)).toBe(NO_PAUSE);
  });
});
