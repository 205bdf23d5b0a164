// Two lists of losses that may differ by what functions of JavaScript round differently.
import { expect } from 'vitest';
import type { Losses } from './losses';

const WITHIN = 1e-3;

export function closeTo(losses: Losses, expected: Losses): void {
  expect(losses.map(([step]) => step)).toEqual(expected.map(([step]) => step));
  const furthest = losses.flatMap(([, ...row], i) =>
    row.map((loss, j) => Math.abs(loss - expected[i][j === 0 ? 1 : 2])),
  );
  expect(Math.max(...furthest)).toBeLessThan(WITHIN);
}
