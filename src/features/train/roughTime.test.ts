// Round numbers, as a person would say them.
import { expect, it } from 'vitest';
import { roughTime } from './roughTime';

it.each([
  [0.02, 1, 'seconds'],
  [7.4, 7, 'seconds'],
  [13, 15, 'seconds'],
  [57, 55, 'seconds'],
  [58, 1, 'minutes'],
  [89, 1, 'minutes'],
  [100, 2, 'minutes'],
  [3600, 60, 'minutes'],
  [5400, 2, 'hours'],
  [36_000, 10, 'hours'],
] as const)('%d s is about %d %s', (seconds, count, unit) => {
  expect(roughTime(seconds)).toEqual({ count, unit });
});
