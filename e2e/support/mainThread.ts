// Watches the page's main thread for tasks that would freeze it, by Chromium's own trace of every task.
// It reads the processor time of a task, not the time on the clock: on a busy machine a short task can stand still while
// other programs run, which is no fault of the page.
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const isTrace = (value: unknown): value is { readonly traceEvents: readonly TraceEvent[] } =>
  typeof value === 'object' && value !== null && 'traceEvents' in value && Array.isArray(value.traceEvents);

/** Processor times in ms of the tasks of the main threads of all pages while `during` runs, longest first. */
export async function mainThreadTasks(
  browser: Browser,
  page: Page,
  during: () => Promise<void>,
): Promise<number[]> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await during();
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString());
  if (!isTrace(trace)) throw new TypeError('Chromium gave no trace');
  const events = trace.traceEvents;
  const main = new Set(
    events
      .filter((event) => event.name === 'thread_name' && event.args?.name === 'CrRendererMain')
      .map((event) => `${event.pid}/${event.tid}`),
  );
  return events
    .filter((event) => event.name.endsWith('RunTask') && main.has(`${event.pid}/${event.tid}`))
    .flatMap((event) => (event.tdur === undefined ? [] : [event.tdur / 1000]))
    .sort((a, b) => b - a);
}
