// A first visit: from the navigation, with an empty profile, to the moment at which the page can be used, and to that at which
// it shows its first step; what travelled until then.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser, launchOptions } from '../../scripts/findBrowser';
import type { ByteCounter } from '../byteCounter';

const FIRST_STEP_MS = 120_000;

export interface FirstLoad {
  /** Headers and bodies as the bundled server sends them, gzip. */
  readonly bytes: number;
  readonly firstStepMs: number;
}

/** What the worker fetches behind its door (src/worker/door.ts). */
const ENGINE = '**/assets/{requests,engine}-*.js';

async function onProfile<T>(profile: string, visit: (page: Page) => Promise<T>): Promise<T> {
  const { executablePath } = await findBrowser();
  const context = await chromium.launchPersistentContext(profile, launchOptions(executablePath));
  try {
    return await visit(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close(); // also writes the cache to the profile
  }
}

/** Opens the page in a browser on this profile as a visitor does who presses Train at once. */
export const loadPage = (counter: ByteCounter, profile: string): Promise<FirstLoad> =>
  onProfile(profile, async (page) => {
    counter.take();
    await page.goto(`${counter.url}#/train?steps=2&autostart=1`);
    const shown = await page.waitForFunction(
      () => Number(document.documentElement.dataset.runStep ?? '0') >= 1 && performance.now(),
      undefined,
      { polling: 'raf', timeout: FIRST_STEP_MS },
    );
    return { firstStepMs: Number(await shown.jsonValue()), bytes: counter.take() };
  });

/** Bytes until settings can be changed, while the engine is held back for ever. */
export const bytesBeforeEngine = (counter: ByteCounter, profile: string): Promise<number> =>
  onProfile(profile, async (page) => {
    await page.route(ENGINE, () => undefined);
    counter.take();
    const asked = page.waitForRequest(ENGINE);
    await page.goto(`${counter.url}#/train`);
    await asked;
    await page.getByRole('textbox', { name: 'Seed', exact: true }).waitFor();
    return counter.take();
  });

/** Runs `visit` with a profile of its own, which is gone afterwards. */
export async function withProfile<T>(visit: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'ganvas-bench-'));
  try {
    return await visit(profile);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
