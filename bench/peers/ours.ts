// This project as a contestant: the built page with its real worker, driven through its automation interface.
import type { Page } from '@playwright/test';
import type { RunRecord } from '../../src/app/automation';
import type { Lab } from '../lab';

export interface OurRun {
  /**
   * Trains on and times the last so many steps: milliseconds of each, as the page's history has them (training alone).
   * A few steps go before, untimed: raising the budget is a change of settings, after which a step is recorded anew.
   */
  train(steps: number): Promise<readonly number[]>;
  /** Trains until so many steps in all are taken, nothing untimed. */
  trainTo(step: number): Promise<void>;
  record(): Promise<RunRecord>;
  /** Generated images as IDX3, gzip. */
  samples(count: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The page did not answer as its automation interface promises. */
export class PageAnswerError extends Error {
  override readonly name = 'PageAnswerError';
}

const TRAIN_MS = 60 * 60_000;
/** Steps until a changed run is replayed from a recording. */
const RECORDING_STEPS = 4;

async function recordOf(page: Page): Promise<RunRecord> {
  const result = await page.evaluate(() => window.ganvas?.result());
  if (!result) throw new PageAnswerError('The page gave no result.');
  return result.run;
}

/**
 * Milliseconds per step from each logged step to the next, after step `from`, by the training seconds that the history
 * counts up.
 */
export function stepTimes({ history }: Pick<RunRecord, 'history'>, from: number): number[] {
  const points = history.filter(({ step }) => step >= from);
  return points
    .slice(1)
    .map(({ step, seconds }, i) => (1000 * (seconds - points[i].seconds)) / (step - points[i].step));
}

/**
 * Opens a page of its own on a run link and takes the first steps.
 * @param query the query of a run link, without `steps`
 * @param warmUp steps before anything is timed
 * @param pageUrl address of the built page, with a slash at its end: this checkout's unless another is given
 */
export async function openOurRun(lab: Lab, query: string, warmUp: number, pageUrl?: string): Promise<OurRun> {
  const url = `${pageUrl ?? (await lab.pageUrl())}#/train?${query}&steps=${warmUp}&autostart=1&headless=1`;
  const page = await lab.openPage(url);
  page.setDefaultTimeout(TRAIN_MS);
  await page.waitForFunction(() => window.ganvas !== undefined);
  await page.evaluate(() => window.ganvas?.waitUntilDone());
  return {
    async train(steps) {
      const start = (await recordOf(page)).step + RECORDING_STEPS;
      await page.evaluate((goal) => window.ganvas?.trainTo(goal), start + steps);
      return stepTimes(await recordOf(page), start);
    },
    trainTo: (step) => page.evaluate((goal) => window.ganvas?.trainTo(goal), step),
    record: () => recordOf(page),
    async samples(count) {
      const bytes = await page.evaluate((images) => window.ganvas?.file('samples', images), count);
      if (!bytes) throw new PageAnswerError('The page gave no samples.');
      return bytes;
    },
    close: () => page.context().close(),
  };
}
