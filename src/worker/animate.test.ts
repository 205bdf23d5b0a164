import { expect, it } from 'vitest';
import { drawnLatents } from '../training/streams';
import { timelineFrames, walkLatents } from './animate';

const norm = (row: Float32Array): number => Math.hypot(...row);

it('walks in even steps along circles and comes back', () => {
  const frames = walkLatents(5, 40, 2, 16);
  expect(frames).toHaveLength(40);
  const stations = drawnLatents(5, 0, 8, 16);
  expect(frames[0]).toEqual(stations.slice(0, 32));
  expect(frames[10]).toEqual(stations.slice(32, 64));
  const step = (a: Float32Array, b: Float32Array) => norm(a.map((v, i) => v - b[i]));
  const steps = frames.map((frame, i) => step(frame, frames[(i + 1) % 40]));
  expect(Math.max(...steps)).toBeLessThan(4 * Math.min(...steps)); // also from the last to the first
  const shortest = Math.min(...[0, 1, 2, 3].map((s) => norm(stations.slice(32 * s, 32 * s + 16))));
  for (const frame of frames) expect(norm(frame.slice(0, 16))).toBeGreaterThan(0.9 * shortest);
});

it('takes the first, the last and even steps of a timeline, and the first pictures of each', () => {
  const timeline = Array.from({ length: 11 }, (_, step) => ({
    step,
    images: { count: 4, height: 1, width: 1, channels: 1, pixels: Uint8Array.of(step, 1, 2, 3) },
  }));
  const frames = timelineFrames(timeline, 6, 2);
  expect(frames.map(({ pixels }) => [...pixels])).toEqual([0, 2, 4, 6, 8, 10].map((step) => [step, 1]));
  expect(timelineFrames(timeline.slice(0, 1), 6, 2)).toHaveLength(1);
});
