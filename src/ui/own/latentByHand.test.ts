import { expect, it } from 'vitest';
import { along, axisOf, movedAlong, withNumber } from './latentByHand';

const axes = Float32Array.of(0.6, 0.8, 0, -0.8, 0.6, 0);
const latent = Float32Array.of(1, -2, 3);

it('moves along one direction and leaves the others', () => {
  const [first, second] = [axisOf(axes, 0, 3), axisOf(axes, 1, 3)];
  const moved = movedAlong(latent, first, 2.5);
  expect(along(moved, first)).toBeCloseTo(2.5, 5);
  expect(along(moved, second)).toBeCloseTo(along(latent, second), 5);
  expect(moved[2]).toBe(3);
  expect([...latent]).toEqual([1, -2, 3]);
});

it('changes one number alone', () => {
  expect([...withNumber(latent, 1, 0.5)]).toEqual([1, 0.5, 3]);
  expect(latent[1]).toBe(-2);
});
