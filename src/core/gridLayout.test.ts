import { expect, it } from 'vitest';
import { gridsIn, imageAt, imagesInGrids } from './gridLayout';

const GRIDS = [
  { id: 'there', label: 'There', columns: ['given', 'made', 'back'], rows: 2 },
  { id: 'right', label: 'Right', columns: ['given', 'made'], rows: 1 },
];
const frame = (count: number) => ({
  ...{ count, height: 1, width: 2, channels: 1 },
  pixels: Uint8Array.from({ length: 2 * count }, (_, i) => i),
});

it('finds every image of a frame by grid, row and column', () => {
  expect(imagesInGrids(GRIDS)).toBe(8);
  const [there, right] = gridsIn(frame(8), GRIDS) ?? [];
  expect([...imageAt(there, 1, 2).pixels]).toEqual([10, 11]);
  expect([...imageAt(right, 0, 1).pixels]).toEqual([14, 15]);
  expect(right.images.count).toBe(2);
});

it('knows no grids in frames of another size and in runs without', () => {
  expect(gridsIn(frame(7), GRIDS)).toBeNull();
  expect(gridsIn(frame(8), [])).toBeNull();
});
