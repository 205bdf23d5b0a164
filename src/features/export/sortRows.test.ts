import { expect, it } from 'vitest';
import { nextSorting, sortRows } from './sortRows';

const rows = [
  { name: 'b', size: 3, speed: null },
  { name: 'a', size: 10, speed: 2 },
  { name: 'c', size: 3, speed: 1 },
];
const names = (column: 'name' | 'size' | 'speed', descending: boolean) =>
  sortRows(rows, { column, descending })
    .map((row) => row.name)
    .join('');

it('sorts numbers as numbers, words as words, and puts what is not known last', () => {
  expect([names('name', false), names('name', true)]).toEqual(['abc', 'cba']);
  expect([names('size', false), names('size', true)]).toEqual(['bca', 'abc']);
  expect([names('speed', false), names('speed', true)]).toEqual(['cab', 'acb']);
  expect(rows[0].name).toBe('b');
});

it('turns round when the same column is asked for again', () => {
  expect(nextSorting({ column: 'a', descending: false }, 'a')).toEqual({ column: 'a', descending: true });
  expect(nextSorting({ column: 'a', descending: true }, 'b')).toEqual({ column: 'b', descending: false });
});
