// Trains one run in the real page in headless Chromium, from a link's query to the files that it leaves.
// The page trains and makes the files; this opens it, watches it and fetches them.
import { chromium, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunRecord } from '../src/app/automation';
import { findBrowser, launchOptions } from './findBrowser';
import { planStops, withImages } from './headlessPlan';

/** The page refused the query, or training failed; the message is the page's own. */
export class HeadlessRunError extends Error {
  override readonly name = 'HeadlessRunError';
}

export interface HeadlessRequest {
  /** Address of the served page, with a slash at its end. */
  readonly url: string;
  readonly query: string;
  readonly samples: number;
  /** Steps, ascending, after which to draw samples too. */
  readonly sampleAt?: readonly number[];
  /** A folder of the person's own images to train on; sub-folders are classes. */
  readonly images?: string | undefined;
  /** Takes each file as soon as it is made, the run before its samples. */
  readonly keep: (name: string, content: string | Uint8Array) => Promise<void>;
  readonly chromiumArgs: readonly string[];
  /** Called about once a second while something happens. */
  readonly progress: (line: string) => void;
}

export interface HeadlessResult {
  readonly record: RunRecord;
  readonly browser: string;
  /** What could not be made or kept, in words; the rest was. */
  readonly failures: readonly string[];
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

/** Waits for what the page promises while looking at what it shows. @throws HeadlessRunError with the page's message */
async function watched(page: Page, promised: Promise<unknown>, progress: HeadlessRequest['progress']) {
  let done = false;
  const ending = promised
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      throw new HeadlessRunError(message.replace(/^page\.evaluate: (Error: )?/, '').split('\n    at ')[0]);
    })
    .finally(() => (done = true));
  await Promise.all([ending, watchPage(page, () => done, progress)]);
}

/** Gives the folder as a person does, and waits until the page has read it. */
async function giveImages(page: Page, folder: string, progress: HeadlessRequest['progress']): Promise<void> {
  const input = page.locator('input[webkitdirectory]').first();
  await input.waitFor({ state: 'attached' });
  await input.setInputFiles(folder);
  const ready = page.getByText(/(is|are) ready at \d+ x \d+ pixels/).first();
  let done = false;
  await Promise.all([
    ready.waitFor({ timeout: 0 }).finally(() => (done = true)),
    watchPage(
      page,
      () => done,
      () => undefined,
    ),
  ]);
  progress((await ready.textContent()) ?? '');
}

async function trainInPage(page: Page, request: HeadlessRequest): Promise<Omit<HeadlessResult, 'browser'>> {
  const { progress, sampleAt = [], images, keep } = request;
  const plan = planStops(images === undefined ? request.query : withImages(request.query), sampleAt);
  const flags = images === undefined ? 'autostart=1&headless=1' : 'headless=1';
  await page.goto(`${request.url}#/train?${plan.query === '' ? '' : `${plan.query}&`}${flags}`);
  await page.waitForFunction(() => window.ganvas !== undefined);
  if (images !== undefined) {
    await giveImages(page, images, progress);
    await page.evaluate(() => window.ganvas?.train());
  }
  const failures: string[] = [];
  const attempt = async (what: string, task: () => Promise<void>): Promise<void> => {
    try {
      await task();
    } catch (error) {
      failures.push(
        `${what}: ${error instanceof Error ? error.message.split('\n    at ')[0] : String(error)}`,
      );
    }
  };
  const draw = (suffix: string): Promise<void> =>
    attempt(`samples${suffix}`, async () => {
      progress(`drawing ${request.samples} samples`);
      const drawn = await page.evaluate(async (count) => {
        const { ganvas } = window;
        return ganvas && { format: ganvas.samplesFormat(), bytes: await ganvas.file('samples', count) };
      }, request.samples);
      if (!drawn) throw new HeadlessRunError('The page gave no samples.');
      await keep(`samples${suffix}.${drawn.format === 'npy' ? 'npy' : 'idx3-ubyte.gz'}`, drawn.bytes);
    });
  const drawAt = async (step: number): Promise<void> => {
    if (sampleAt.includes(step)) await draw(`-${step}`);
  };
  await watched(
    page,
    page.evaluate(() => window.ganvas?.waitUntilDone()),
    progress,
  );
  for (const step of sampleAt.slice(0, 1)) await drawAt(step);
  for (const step of plan.later) {
    await watched(
      page,
      page.evaluate((steps) => window.ganvas?.trainTo(steps), step),
      progress,
    );
    await drawAt(step);
  }

  const result = await page.evaluate(() => window.ganvas?.result());
  if (!result) throw new HeadlessRunError('The page gave no result.');
  await attempt('run.zip', async () => {
    progress('packing the run');
    const zip = await page.evaluate(() => window.ganvas?.file('run'));
    if (!zip) throw new HeadlessRunError('The page gave no files.');
    await keep('run.zip', zip);
  });
  await draw('');
  return { record: result.run, failures };
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
  const context = await chromium.launchPersistentContext(profile, {
    ...launchOptions(executablePath, request.chromiumArgs),
    serviceWorkers: 'block',
  });
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
