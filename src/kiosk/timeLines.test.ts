import { expect, it } from 'vitest';
import { niceTop, timeLines } from './timeLines';

it('ends the axis at a round number', () => {
  expect([0, 0.11, 0.2, 3, 51, 100].map(niceTop)).toEqual([1, 0.2, 0.2, 5, 100, 100]);
});

it('draws seconds from left to right and milliseconds upwards', () => {
  const seconds = [
    { at: 10, medianMs: 1, p95Ms: 2, images: 5 },
    { at: 20, medianMs: 2, p95Ms: 4, images: 5 },
  ];
  const lines = timeLines(seconds, 100, 50);
  expect(lines).toMatchObject({ topMs: 5, spanSeconds: 10 });
  expect(lines.median).toBe('0.0,40.0 100.0,30.0');
  expect(lines.p95).toBe('0.0,30.0 100.0,10.0');
  expect(timeLines([], 100, 50).median).toBe('');
});
