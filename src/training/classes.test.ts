import { expect, it } from 'vitest';
import { Classes } from './classes';

it('says in words what the input rows are', () => {
  const labels = new Classes({ source: 'labels', head: 'projection' }, 3);
  expect(labels.inputLayout(4, ['a', 'b', 'c'])).toBe(
    '4 normal random numbers, mean 0, standard deviation 1, then 3 numbers for the class: 1 at its place and 0 elsewhere (a, b, c)',
  );
  expect([...labels.inputRows(Float32Array.of(5, 6, 7, 8), [1])]).toEqual([5, 6, 7, 8, 0, 1, 0]);
  const generators = new Classes({ source: 'generators', head: 'mixture' }, 2);
  expect(generators.inputLayout(2, null)).toMatch(
    /^2 slots of 2 numbers.*Generator 1, Generator 2.*0 in the others$/,
  );
  expect([...generators.inputRows(Float32Array.of(5, 6), [1])]).toEqual([0, 0, 5, 6]);
});
