import { describe, expect, it } from 'vitest';
import { pointClouds } from './pointClouds';
import { loadPoints } from './pointDatasets';

describe.each(pointClouds)('$id', (cloud) => {
  const points = loadPoints(cloud, 4000, 3);
  const all = Array.from({ length: 4000 }, (_, i) => i);
  const values = points.readValues?.(all) ?? new Float32Array();
  const { labels } = points.read(all);

  it('repeats for a seed, point by point, whatever is asked for with it', () => {
    expect(loadPoints(cloud, 100, 3).readValues?.([7, 3])).toEqual(points.readValues?.([7, 3]));
    expect(loadPoints(cloud, 100, 4).readValues?.([7, 3])).not.toEqual(points.readValues?.([7, 3]));
  });

  it('lies within the square, in all of its classes', () => {
    expect(values.every((v) => v > -1 && v < 1)).toBe(true);
    expect(new Set(labels).size).toBe(cloud.classes);
  });

  it('gives bytes for looking at that are close to the values', () => {
    const { pixels } = points.read([5]);
    expect(pixels[0] / 127.5 - 1).toBeCloseTo(values[10], 1);
  });

  it('keeps to its modes', () => {
    if (cloud.modes.length === 0) return;
    const far = all.filter((i) => {
      const [x, y] = cloud.modes[labels?.[i] ?? 0];
      return Math.hypot(values[2 * i] - x, values[2 * i + 1] - y) > 4 * cloud.deviation;
    });
    expect(far.length).toBeLessThan(8); // exp(-8) of 4,000 points lie beyond four deviations
    const counts = cloud.modes.map((_, mode) => labels?.filter((label) => label === mode).length ?? 0);
    expect(Math.min(...counts)).toBeGreaterThan((0.6 * 4000) / cloud.modes.length);
  });
});

it('says where the modes are, of clouds that have some', () => {
  const loaded = pointClouds.map((cloud) => [cloud.id, loadPoints(cloud, 16, 1).modes] as const);
  const known = Object.fromEntries(loaded.map(([id, modes]) => [id, modes?.centres.length]));
  expect(known).toEqual({ ring: 8, grid: 25, moons: undefined, spiral: undefined });
});
