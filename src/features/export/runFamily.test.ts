import { expect, it } from 'vitest';
import { descendantsOf, rootOf, variantsOf, type FamilyMember } from './runFamily';

const run = (id: string, parent: string | null, ...compression: string[]): FamilyMember => ({
  id,
  name: id,
  parent,
  compression,
});
const RUNS = [
  run('a', null),
  run('b', 'a', '25 % of the channels pruned'),
  run('c', 'b', '25 % of the channels pruned', 'trained through 8-bit weights'),
  run('d', 'a', 'trained through 4-bit weights'),
  run('e', 'gone'),
];

it('finds the first of a line and everything made from it', () => {
  expect(rootOf(RUNS, 'c')).toBe('a');
  expect(rootOf(RUNS, 'a')).toBe('a');
  expect(rootOf(RUNS, 'e')).toBe('e');
  expect(rootOf(RUNS, 'unsaved')).toBe('unsaved');
  expect(descendantsOf(RUNS, 'a').map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  expect(descendantsOf(RUNS, 'c')).toEqual([]);
});

it('does not run in circles', () => {
  expect(['x', 'y']).toContain(rootOf([run('x', 'y'), run('y', 'x')], 'x'));
});

it('compares a run in the precision that it was trained for', () => {
  expect(variantsOf(RUNS[1])).toEqual(['float32', 'int8']);
  expect(variantsOf(RUNS[2])).toEqual(['int8']);
  expect(variantsOf(RUNS[3])).toEqual(['int8-int4']);
});
