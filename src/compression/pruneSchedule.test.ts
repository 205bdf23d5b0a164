import { expect, it } from 'vitest';
import { cubicShare } from './pruneSchedule';
import { magnitudeMask, zeroShare } from './pruneWeights';

it('grows as a cubic: nothing at first, seven eighths of the way at half time, all at the end', () => {
  expect(cubicShare(0, 100, 0.8)).toBe(0);
  expect(cubicShare(50, 100, 0.8)).toBeCloseTo(0.7, 12);
  expect(cubicShare(100, 100, 0.8)).toBe(0.8);
  expect(cubicShare(250, 100, 0.8)).toBe(0.8);
  expect(cubicShare(0, 0, 0.5)).toBe(0.5);
  const shares = Array.from({ length: 101 }, (_, t) => cubicShare(t, 100, 0.8));
  expect(shares.every((s, t) => t === 0 || s > shares[t - 1])).toBe(true);
});

it('masks exactly the share with the smallest magnitudes, ties by position', () => {
  expect([...magnitudeMask(Float32Array.of(3, -1, 2, -4), 0.5)]).toEqual([1, 0, 0, 1]);
  expect([...magnitudeMask(Float32Array.of(1, 1, 1, 1), 0.5)]).toEqual([0, 0, 1, 1]);
  expect([...magnitudeMask(Float32Array.of(5, 6), 0)]).toEqual([1, 1]);
});

it('counts zeros of kernels only', () => {
  const weights = new Map([
    ['a/kernel', { shape: [4], values: Float32Array.of(0, 1, 0, 2) }],
    ['a/bias', { shape: [2], values: Float32Array.of(0, 0) }],
  ]);
  expect(zeroShare(weights)).toBe(0.5);
});
