import { expect, it } from 'vitest';
import { fitGrid } from './gridFit';

const GRID = { columns: ['given', 'made', 'and back'], rows: 8 };
const digit = { width: 28, height: 28 };

it('shows whole pixels, at least four rows, and as many as there is room for', () => {
  expect(fitGrid(GRID, digit, 320, 400)).toEqual({ scale: 3, rows: 4 });
  expect(fitGrid(GRID, digit, 180, 400)).toEqual({ scale: 2, rows: 6 });
  expect(fitGrid(GRID, digit, 1000, 2000)).toEqual({ scale: 11, rows: 6 });
  expect(fitGrid(GRID, digit, 310, 400, 2)).toEqual({ scale: 3, rows: 4 });
});

it('shows fewer rows before it makes pictures smaller than they are', () => {
  expect(fitGrid(GRID, digit, 320, 100)).toEqual({ scale: 1, rows: 3 });
  expect(fitGrid(GRID, { width: 128, height: 128 }, 400, 300)).toEqual({ scale: 1, rows: 2 });
});

it('scales large pictures down to the box, whatever it is', () => {
  const { scale, rows } = fitGrid(GRID, { width: 256, height: 256 }, 320, 400);
  expect(scale).toBeCloseTo(320 / 770, 5);
  expect(rows * 257 * scale).toBeLessThanOrEqual(401);
  expect(rows).toBeGreaterThanOrEqual(2);
  expect(fitGrid(GRID, digit, 0, 0)).toEqual({ scale: 1 / 28, rows: 1 });
});

it('never shows more rows than there are', () => {
  expect(fitGrid({ columns: ['grey', 'coloured'], rows: 2 }, digit, 900, 900).rows).toBe(2);
});

it('fills the box with one row of photographs', () => {
  const photo = { width: 128, height: 128 };
  const one = { columns: ['content', 'style', 'picture'], rows: 1 };
  expect(fitGrid(one, photo, 579, 900)).toEqual({ scale: 1.5, rows: 1 });
  expect(fitGrid(one, photo, 900, 64)).toEqual({ scale: 0.5, rows: 1 });
});
