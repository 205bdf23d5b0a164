import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { TimelineFrame } from '../core/history';
import { PageNews } from './pageNews';

const point = (step: number) => ({ step, seconds: step, values: { d: 1 } });
const grid = (step: number): TimelineFrame => ({
  step,
  images: { count: 1, height: 1, width: 1, channels: 1, pixels: Uint8Array.of(0) },
});
const told: string[] = [];
const news = () =>
  new PageNews({
    history: (points) => told.push(`losses to ${points.at(-1)?.step}`),
    samples: ({ step }) => told.push(`grid ${step}`),
  });

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  told.length = 0;
  vi.useRealTimers();
});

it('tells the first at once, then losses and grids together, in their order', () => {
  const page = news();
  page.tell(false);
  page.add([point(1)]);
  page.tell(false);
  expect(told).toEqual(['losses to 1']);
  page.addGrid(grid(2));
  page.add([point(2), point(3)]);
  vi.advanceTimersByTime(200);
  page.tell(false);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1);
  page.tell(false);
  expect(told.slice(1)).toEqual(['losses to 3', 'grid 2']);
});

it('tells at once what is asked for, and nothing twice', () => {
  const page = news();
  page.add([point(1)]);
  page.tell(false);
  page.add([point(2)]);
  page.addGrid(grid(2));
  page.showGrids();
  page.tell(true);
  page.tell(true);
  expect(told).toEqual(['losses to 1', 'grid 2', 'losses to 2']);
});
