// Trains one run in the real page in headless Chromium, from a link's query to the files that it leaves.
// The page trains and makes the files; this opens it, watches it and fetches them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import type { RunRecord } from '../src/pages/automation';
import { findBrowser, launchOptions } from './findBrowser';

/** The page refused the query, or training failed; the message is the page's own. */
export class HeadlessRunError extends Error {
  override readonly name = 'HeadlessRunError';
}

export interface HeadlessRequest {
  /** Address of the served page, with a slash at its end. */
  readonly url: string;
  readonly query: string;
  readonly samples: number;
  readonly chromiumArgs: readonly string[];
  /** Called about once a second while something happens. */
  readonly progress: (line: string) => void;
}

export interface HeadlessResult {
  readonly record: RunRecord;
  readonly browser: string;
  /** IDX3 of uint8 images, gzip. */
  readonly samples: Uint8Array;
  readonly zip: Uint8Array;
}

const LOOK_EVERY_MS = 1000;

/** What the page shows, read from its root element and its alerts. */
interface Sight {
  readonly status: string;
  readonly step: string;
  readonly alert: string;
}

const look = (page: Page): Promise<Sight> =>
  page.evaluate(() => {
    const { runStatus = '', runStep = '0' } = document.documentElement.dataset;
    const alert = document.querySelector('[role=alert]')?.textContent ?? '';
    return { status: runStatus, step: runStep, alert: alert.replace(/\s+/g, ' ').trim() };
  });

/** Resolves only by throwing: when the page shows an error and no run goes on, or when it is gone. */
async function watchPage(page: Page, done: () => boolean, progress: (line: string) => void): Promise<void> {
  let said = '';
  while (!done()) {
    const { status, step, alert } = await look(page);
    if (alert !== '' && (status === 'idle' || status === 'failed')) throw new HeadlessRunError(alert);
    const line = status === 'running' ? `step ${step}` : status;
    if (line !== said) progress(line);
    said = line;
    await page.waitForTimeout(LOOK_EVERY_MS);
  }
}

async function trainInPage(page: Page, request: HeadlessRequest): Promise<Omit<HeadlessResult, 'browser'>> {
  const { progress } = request;
  const flags = 'autostart=1&headless=1';
  await page.goto(`${request.url}#/train?${request.query === '' ? '' : `${request.query}&`}${flags}`);
  await page.waitForFunction(() => window.ganvas !== undefined);

  let done = false;
  const training = page
    .evaluate(() => window.ganvas?.waitUntilDone())
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      throw new HeadlessRunError(message.replace(/^page\.evaluate: (Error: )?/, '').split('\n    at ')[0]);
    })
    .finally(() => (done = true));
  await Promise.all([training, watchPage(page, () => done, progress)]);

  const result = await page.evaluate(() => window.ganvas?.result());
  if (!result) throw new HeadlessRunError('The page gave no result.');
  progress(`drawing ${request.samples} samples`);
  const samples = await page.evaluate((count) => window.ganvas?.file('samples', count), request.samples);
  progress('packing the run');
  const zip = await page.evaluate(() => window.ganvas?.file('run'));
  if (!samples || !zip) throw new HeadlessRunError('The page gave no files.');
  return { record: result.run, samples, zip };
}

/**
 * Runs the query to its step budget.
 * @throws HeadlessRunError when the page refuses the query or training fails
 * @throws BrowserNotFoundError when there is no browser
 */
export async function runHeadless(request: HeadlessRequest): Promise<HeadlessResult> {
  const { executablePath } = await findBrowser();
  // A profile of its own on disk: a private window would keep saved runs in memory.
  const profile = await mkdtemp(join(tmpdir(), 'ganvas-profile-'));
  const context = await chromium.launchPersistentContext(
    profile,
    launchOptions(executablePath, request.chromiumArgs),
  );
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(60_000);
    page.on('crash', () => void context.close({ reason: 'The page crashed.' }));
    return { ...(await trainInPage(page, request)), browser: context.browser()?.version() ?? '' };
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}
