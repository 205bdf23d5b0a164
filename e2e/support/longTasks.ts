// Watches the main thread for tasks that would freeze the page (Long Tasks API: 50 ms and more).
import type { Page } from '@playwright/test';

/** Starts watching now. The returned function gives the durations in ms of all long tasks since then. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
  const watch = await page.evaluateHandle(() => {
    const durations: number[] = [];
    const observer = new PerformanceObserver((list) => {
      durations.push(...list.getEntries().map((entry) => entry.duration));
    });
    observer.observe({ entryTypes: ['longtask'] });
    return { durations, observer };
  });
  return () =>
    watch.evaluate(({ durations, observer }) => {
      durations.push(...observer.takeRecords().map((entry) => entry.duration));
      return durations;
    });
}
