// Losses to the last bit, as the page's own automation tells them, and what Chromium's are. The build of the kernels that a
// browser takes decides how sums are rounded: Chromium, which takes relaxed ones, is told for the plain ones that it cannot.
import { chromium, type BrowserContext } from '@playwright/test';
import { findBrowser, launchOptions } from '../../scripts/findBrowser';
import { STATE_PATIENCE_MS } from '../../src/testing/patience';

export type Arithmetic = 'relaxed' | 'plain' | 'javascript';

/** Of a step the loss of the discriminator and of the generator. */
export type Losses = readonly (readonly [step: number, discriminator: number, generator: number])[];

/** Runs in the page: losses up to a step. */
export const lossesInPage = async (upTo: number): Promise<unknown> => {
  const told = await window.ganvas?.result();
  return told?.run.history
    .filter(({ step }) => step <= upTo)
    .map(({ step, dLoss, gLoss }) => [step, dLoss, gLoss]);
};

const isRow = (row: unknown): row is Losses[number] =>
  Array.isArray(row) && row.length === 3 && row.every((one) => typeof one === 'number');

/** @throws TypeError when the page told something else */
export function readLosses(told: unknown): Losses {
  if (!Array.isArray(told) || !told.every(isRow)) throw new TypeError(`Told as losses: ${String(told)}`);
  return told;
}

/** Stands before the worker's script: no module with `f32x4.relaxed_madd` is one. */
const WITHOUT_RELAXED = `{
  const validate = WebAssembly.validate;
  WebAssembly.validate = (bytes) => !new Uint8Array(bytes).join().includes('253,133,2') && validate(bytes);
}
`;

/** Pages of this context take plain vectors, as a browser without relaxed ones does. */
export const holdToPlain = (context: BrowserContext): Promise<unknown> =>
  context.route(/\/entry\.worker-[^/]*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: WITHOUT_RELAXED + (await answer.text()) });
  });

/** Losses of a run of `steps` steps in Chromium. @param hash of its link, with the number of steps */
export async function chromiumLosses(
  base: string,
  hash: string,
  arithmetic: Arithmetic,
  steps: number,
): Promise<Losses> {
  const { executablePath } = await findBrowser();
  const browser = await chromium.launch(launchOptions(executablePath));
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    if (arithmetic === 'plain') await holdToPlain(context);
    const page = await context.newPage();
    page.setDefaultTimeout(STATE_PATIENCE_MS);
    await page.goto(`${base}#${hash}`);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await page.waitForSelector('html[data-run-status=done]', { state: 'attached' });
    return readLosses(await page.evaluate(lossesInPage, steps));
  } finally {
    await browser.close();
  }
}
