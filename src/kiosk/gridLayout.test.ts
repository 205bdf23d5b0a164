import { expect, it } from 'vitest';
import { layoutGrid } from './gridLayout';

it.each([
  [480, 200, 5, 2],
  [272, 360, 3, 4],
  [800, 400, 5, 2],
  [1920, 960, 5, 2],
  [1000, 110, 10, 1],
  [60, 900, 1, 10],
])('fills %i x %i with %i x %i tiles', (width, height, columns, rows) => {
  const layout = layoutGrid(10, { width, height }, [28, 28]);
  expect([layout.columns, layout.rows]).toEqual([columns, rows]);
  expect(layout.width % 28).toBe(0);
  expect(columns * layout.width + 4 * (columns - 1)).toBeLessThanOrEqual(width);
  expect(rows * layout.height + 4 * (rows - 1)).toBeLessThanOrEqual(height);
});

it('shrinks images that are larger than their place', () => {
  const { width, height } = layoutGrid(10, { width: 300, height: 200 }, [64, 128]);
  expect(width).toBeGreaterThan(0);
  expect(width).toBeLessThan(128);
  expect(width / height).toBeCloseTo(2);
});

it('counts the screen’s own pixels', () => {
  expect(layoutGrid(10, { width: 440, height: 200 }, [28, 28], { pixelRatio: 2 }).width % 14).toBe(0);
});
