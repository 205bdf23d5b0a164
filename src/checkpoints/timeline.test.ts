import { describe, expect, it } from 'vitest';
import type { TimelineFrame } from '../core/history';
import { fixtureHistory } from '../testing/runFixture';
import { MAX_TIMELINE_BYTES, thinHistory, thinTimeline, timelineLimit } from './timeline';

const images = { count: 1, height: 1, width: 1, channels: 1, pixels: new Uint8Array(1) };
const frame = (step: number): TimelineFrame => ({ step, images });
const stepsOf = (frames: readonly { readonly step: number }[]): number[] => frames.map(({ step }) => step);

describe('thinTimeline', () => {
  it('leaves short timelines as they are', () => {
    const frames = [0, 25, 50].map(frame);
    expect(thinTimeline(frames, 4)).toBe(frames);
    expect(thinTimeline([])).toEqual([]);
  });

  it('drops every second frame and keeps the first and the last', () => {
    const frames = Array.from({ length: 14 }, (_, i) => frame(25 * i));
    expect(stepsOf(thinTimeline(frames, 12))).toEqual([0, 50, 100, 150, 200, 250, 300, 325]);
  });

  it('stays even and bounded while a run grows, whatever its length', () => {
    let frames: readonly TimelineFrame[] = [];
    for (let i = 0; i < 3000; i++) frames = thinTimeline([...frames, frame(25 * i)], 40);
    const steps = stepsOf(frames);
    expect(steps.length).toBeGreaterThan(20);
    expect(steps.length).toBeLessThanOrEqual(40);
    expect(steps[0]).toBe(0);
    expect(steps.at(-1)).toBe(25 * 2999);
    const gaps = steps.slice(1).map((step, i) => step - steps[i]);
    const early = Math.max(...gaps);
    expect(new Set(gaps.slice(0, 15))).toEqual(new Set([early])); // the old part is one even grid
    expect(gaps.every((gap) => gap <= early)).toBe(true);
  });

  it('gives the same grid at once as bit by bit', () => {
    const all = Array.from({ length: 500 }, (_, i) => frame(10 * i));
    let grown: readonly TimelineFrame[] = [];
    for (const item of all) grown = thinTimeline([...grown, item], 32);
    const once = stepsOf(thinTimeline(all, 32));
    expect(stepsOf(grown)).toEqual(expect.arrayContaining(once));
  });

  it('copes with frames at any steps, also the same one twice', () => {
    const steps = [3, 3, 4, 10, 11, 12, 13, 500, 501, 502, 503, 100_000];
    const kept = stepsOf(thinTimeline(steps.map(frame), 6));
    expect(kept.length).toBeLessThanOrEqual(6);
    expect(kept[0]).toBe(3);
    expect(kept.at(-1)).toBe(100_000);
  });

  it('keeps fewer frames when they are large', () => {
    expect(timelineLimit(images)).toBe(200);
    const side = { ...images, pixels: new Uint8Array(MAX_TIMELINE_BYTES / 50) };
    expect(timelineLimit(side)).toBe(50);
  });
});

describe('thinHistory', () => {
  it('thins long histories only, and keeps the points themselves', () => {
    const points = fixtureHistory(1000);
    expect(thinHistory(points)).toBe(points);
    const kept = thinHistory(points, 300);
    expect(kept.length).toBe(126); // 125 cells of 8 steps, and the last point
    expect(kept[0]).toBe(points[0]);
    expect(kept.at(-1)).toBe(points[999]);
    expect(kept.every((point) => points.includes(point))).toBe(true);
  });
});
