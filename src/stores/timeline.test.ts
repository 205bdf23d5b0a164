import { describe, expect, it } from 'vitest';
import type { TimelineFrame } from '../core/history';
import { addFrame, frameAt, momentOf } from './timeline';

const images = { count: 0, height: 1, width: 1, channels: 1, pixels: new Uint8Array() };
const frames = (...steps: number[]): TimelineFrame[] => steps.map((step) => ({ step, images }));
const steps = (list: readonly TimelineFrame[]) => list.map((f) => f.step);

describe('addFrame', () => {
  it('appends, and drops what comes after a run that went back', () => {
    expect(steps(addFrame(frames(0, 25, 50), frames(75)[0]))).toEqual([0, 25, 50, 75]);
    expect(steps(addFrame(frames(0, 25, 50), frames(25)[0]))).toEqual([0, 25]);
  });

  it('thins when there are too many and keeps the ends and the moments of the note', () => {
    const many = frames(0, 200, 400, 600, 800);
    expect(steps(addFrame(many, frames(1000)[0], 5))).toEqual([0, 400, 600, 800, 1000]);
  });
});

describe('frameAt', () => {
  it('finds the last frame that is not after the step', () => {
    const list = frames(0, 25, 50, 75);
    expect([0, 24, 25, 74, 75, 900].map((step) => frameAt(list, step))).toEqual([0, 0, 1, 2, 3, 3]);
    expect(frameAt(frames(10), 3)).toBe(0);
  });
});

describe('momentOf', () => {
  const entries = [10, 20, 30].map((step) => ({ step }));
  it.each([
    [null, 30],
    [9, undefined],
    [10, 10],
    [19, 10],
    [20, 20],
    [99, 30],
  ])('at step %s is what was known then', (step, found) => {
    expect(momentOf(entries, step)?.step).toBe(found);
  });
  it('is nothing before the first entry', () => {
    expect(momentOf([], null)).toBeNull();
  });
});
