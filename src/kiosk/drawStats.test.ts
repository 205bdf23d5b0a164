import { expect, it } from 'vitest';
import { DrawStats, quantile } from './drawStats';

it('says nothing before the first image', () => {
  expect(new DrawStats().summary()).toEqual({ medianMs: null, p95Ms: null, perSecond: null, images: 0 });
});

it('takes median and 95th percentile of the last hundred', () => {
  const stats = new DrawStats();
  for (let i = 0; i < 50; i++) stats.add(1, 1000, i);
  for (let i = 1; i <= 100; i++) stats.add(1, i, 100 + i);
  const { medianMs, p95Ms, images } = stats.summary();
  expect([medianMs, p95Ms, images]).toEqual([50, 95, 150]);
});

it('shares the time of images drawn together, and counts images a second', () => {
  const stats = new DrawStats();
  for (let ms = 0; ms <= 3000; ms += 100) stats.add(10, 5, ms);
  expect(stats.summary().medianMs).toBe(0.5);
  expect(stats.summary().perSecond).toBe(100);
  expect(stats.seconds.map((s) => s.at)).toEqual([0, 1, 2]);
});

it('keeps ten minutes and no more, however long it runs', () => {
  const stats = new DrawStats();
  for (let second = 0; second < 86_400; second += 1) stats.add(10, 5, second * 1000);
  expect(stats.seconds).toHaveLength(600);
  expect(stats.seconds[0].at).toBe(86_400 - 601);
  stats.restart();
  expect(stats.summary()).toMatchObject({ medianMs: null, images: 864_000 });
});

it('finds quantiles of few numbers', () => {
  expect(quantile([3], 0.95)).toBe(3);
  expect(quantile([1, 2], 0.5)).toBe(1);
  expect(quantile([1, 2, 3], 0.5)).toBe(2);
});
