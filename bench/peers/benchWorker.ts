// Asks a worker of the bench's page from Node.
import type { Page } from '@playwright/test';
import type { BenchWorkerKind, BenchWorkers } from '../browser/wire';

/** The bench's page is gone or gave no answer. */
export class BenchPageError extends Error {
  override readonly name = 'BenchPageError';
}

/**
 * One request to the worker `name`, started on first use.
 * @throws Error with the worker's message when it fails
 */
export async function askWorker<K extends BenchWorkerKind>(
  page: Page,
  kind: K,
  name: string,
  request: BenchWorkers[K][0],
): Promise<BenchWorkers[K][1]> {
  const asked = { kind, name, request };
  const answer = await page.evaluate<BenchWorkers[K][1] | undefined, typeof asked>(
    (what) => window.bench?.ask(what.kind, what.name, what.request),
    asked,
  );
  if (answer === undefined) throw new BenchPageError(`The bench page did not answer for ${name}.`);
  return answer;
}

export const endWorker = (page: Page, name: string): Promise<void> =>
  page.evaluate((which) => window.bench?.end(which), name);
