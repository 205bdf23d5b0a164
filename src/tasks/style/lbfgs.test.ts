import { expect, it } from 'vitest';
import { Lbfgs } from './lbfgs';

/** Steps down `f`, whose gradient is `slope`. @returns the losses that it looked at */
function descend(
  optimizer: Lbfgs,
  x: Float32Array,
  f: (v: number, i: number) => number,
  slope: typeof f,
  steps: number,
) {
  return Array.from({ length: steps }, () => {
    const loss = x.reduce((sum, value, i) => sum + f(value, i), 0);
    optimizer.move(x, x.map(slope), loss);
    return loss;
  });
}

it('finds the bottom of a bowl that is a thousand times steeper one way than another', () => {
  const x = Float32Array.from({ length: 6 }, () => 1);
  const steepness = (i: number): number => 1000 ** (i / 5);
  const losses = descend(
    new Lbfgs(),
    x,
    (v, i) => (steepness(i) * (v - i) ** 2) / 2,
    (v, i) => steepness(i) * (v - i),
    60,
  );
  expect(losses[59]).toBeLessThan(1e-9 * losses[0]);
});

it('takes a move back that made it much worse, and one that led to no number', () => {
  const x = Float32Array.of(0.1, 0.2);
  const optimizer = new Lbfgs();
  optimizer.move(x, Float32Array.of(1e-3, 0), 1);
  const before = x.slice();
  optimizer.move(x, Float32Array.of(0.9e-3, 0), 0.9);
  expect(x).not.toEqual(before);
  // It had gone far beyond: the gradient turned, and the loss is a hundred times what it was.
  optimizer.move(x, Float32Array.of(-5, 0), 90);
  expect(Math.abs(x[0] - before[0])).toBeLessThan(1e-3);
  expect(x[0]).toBeLessThan(before[0]);
  optimizer.move(x, Float32Array.of(0.8e-3, 0), 0.8);
  const known = x.slice();
  optimizer.move(x, Float32Array.of(NaN, 0), NaN);
  expect(x.every(Number.isFinite)).toBe(true);
  expect(x).not.toEqual(known);
});
