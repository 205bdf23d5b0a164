// A first visit: from the navigation, with an empty profile, to the moment at which the page shows its first step, and what
// travelled until then.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser, launchOptions } from '../../scripts/findBrowser';
import type { ByteCounter } from '../byteCounter';

const FIRST_STEP_MS = 120_000;

export interface FirstLoad {
  /** Headers and bodies as the bundled server sends them, gzip. */
  readonly bytes: number;
  readonly firstStepMs: number;
}

/** Opens the page in a browser on this profile as a visitor does who presses Train at once. */
export async function loadPage(counter: ByteCounter, profile: string): Promise<FirstLoad> {
  const { executablePath } = await findBrowser();
  const context: BrowserContext = await chromium.launchPersistentContext(
    profile,
    launchOptions(executablePath),
  );
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    counter.take();
    await page.goto(`${counter.url}#/train?steps=2&autostart=1`);
    const shown = await page.waitForFunction(
      () => Number(document.documentElement.dataset.runStep ?? '0') >= 1 && performance.now(),
      undefined,
      { polling: 'raf', timeout: FIRST_STEP_MS },
    );
    return { firstStepMs: Number(await shown.jsonValue()), bytes: counter.take() };
  } finally {
    await context.close(); // also writes the cache to the profile
  }
}

/** Runs `visit` with a profile of its own, which is gone afterwards. */
export async function withProfile<T>(visit: (profile: string) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), 'ganvas-bench-'));
  try {
    return await visit(profile);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
