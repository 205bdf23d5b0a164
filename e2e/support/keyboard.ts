// What is done by keyboard alone: places are reached by the Tab key.
import type { Locator, Page } from '@playwright/test';

/** More than any place has. */
const MOST_STOPS = 200;

/** Presses Tab until this has the focus. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached by the Tab key`);
}

export async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target);
  await page.keyboard.press('Enter');
}
