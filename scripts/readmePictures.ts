// `npx tsx scripts/readmePictures.ts`: the README's picture and animation, of the built page that trains its first run in a
// headless Chromium. Writes docs/pictures/train.png and docs/pictures/training.png (animated).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { animatedPng, type PngFrame } from './animatedPng';
import { findBrowser, launchOptions } from './findBrowser';
import { repositoryRoot } from './runTool';
import { servePage } from './servePage';

const RUN = '#/train?seed=1&steps=4000&sampleEvery=25&lang=en';
/** Moments of the animation, in steps; the last one stays. */
const FRAMES = [1, 25, 50, 75, 100, 150, 200, 300, 400, 600, 800, 1000, 1500, 2000, 3000, 4000];
const FRAME_MS = 350;
const LAST_MS = 3000;
const WAIT_MS = 20 * 60_000;

async function pageOf(
  browser: Browser,
  url: string,
  viewport: { width: number; height: number },
  scale: number,
) {
  const context = await browser.newContext({
    ...{ viewport, deviceScaleFactor: scale, colorScheme: 'light', serviceWorkers: 'block' },
  });
  const page = await context.newPage();
  await page.goto(`${url}${RUN}`);
  await page.locator('html[data-backend]:not([data-backend=""])').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  return page;
}

const reached = (step: number) =>
  Number(document.documentElement.dataset.runStep) >= step &&
  document.documentElement.dataset.runStatus !== 'loading';

const folder = join(repositoryRoot, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
const server = await servePage();
const { executablePath } = await findBrowser();
const browser = await chromium.launch(launchOptions(executablePath));
try {
  const small = await pageOf(browser, server.url, { width: 1100, height: 690 }, 0.7);
  const frames: PngFrame[] = [];
  for (const step of FRAMES) {
    await small.waitForFunction(reached, step, { timeout: WAIT_MS });
    const isLast = step === FRAMES.at(-1);
    frames.push({ png: await small.screenshot(), milliseconds: isLast ? LAST_MS : FRAME_MS });
  }
  writeFileSync(join(folder, 'training.png'), animatedPng(frames));
  await small.context().close();
  const large = await pageOf(browser, server.url, { width: 1440, height: 900 }, 1);
  await large.waitForFunction(reached, FRAMES[FRAMES.length - 1], { timeout: WAIT_MS });
  await large.locator('html[data-run-status="done"]').waitFor({ state: 'attached' });
  writeFileSync(join(folder, 'train.png'), await large.screenshot());
} finally {
  await browser.close();
  await server.close();
}
console.log(`Written: ${folder}`);
