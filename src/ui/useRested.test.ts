import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope, nextTick, ref } from 'vue';
import { useRested } from './useRested';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says nothing until a value rests, and nothing of what it was on the way', async () => {
  const typed = ref('4 runs');
  const scope = effectScope();
  const rested = scope.run(() => useRested(() => typed.value));
  const said: unknown[] = [];
  for (const next of ['no runs', '2 runs', '6 runs']) {
    typed.value = next;
    await nextTick();
    vi.advanceTimersByTime(900);
    said.push(rested?.value);
  }
  expect(said).toEqual(['', '', '']);
  vi.advanceTimersByTime(100);
  expect(rested?.value).toBe('6 runs');

  typed.value = 'late';
  await nextTick();
  scope.stop();
  vi.advanceTimersByTime(5000);
  expect(rested?.value).toBe('6 runs');
});
