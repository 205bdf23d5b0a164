import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { throttledFrame } from './throttledFrame';

const FRAME_MS = 16;
const draws: number[] = [];
const drawing = () => throttledFrame(() => draws.push(performance.now()), 350);

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, FRAME_MS));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  draws.length = 0;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('draws in the frame of a call while calls go on, and once after the last', async () => {
  const throttled = drawing();
  for (let i = 0; i < 5; i++) {
    throttled.request();
    await vi.advanceTimersByTimeAsync(200);
  }
  expect(draws).toEqual([FRAME_MS, 400 + FRAME_MS, 800 + FRAME_MS]);
  throttled.request();
  await vi.advanceTimersByTimeAsync(2000);
  expect(draws).toHaveLength(4);
});

it('draws late where no other call comes, and never after it is cancelled', async () => {
  const throttled = drawing();
  throttled.request();
  await vi.advanceTimersByTimeAsync(50);
  throttled.request();
  await vi.advanceTimersByTimeAsync(525 - 50);
  expect(draws).toEqual([FRAME_MS]);
  await vi.advanceTimersByTimeAsync(2 * FRAME_MS);
  expect(draws).toHaveLength(2);
  throttled.request();
  throttled.cancel();
  await vi.advanceTimersByTimeAsync(2000);
  expect(draws).toHaveLength(2);
});
