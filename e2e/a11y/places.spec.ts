// Every place of src/places.ts, light and dark, at three widths: no accessibility fault that axe can find, nothing cut off
// at the side. The page starts once for several places, and each is looked at six times.
import type { Page } from '@playwright/test';
import { PLACES, type Place, type PlaceCheck } from '../../src/places';
import { accessibilityFaults } from '../support/accessibility';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
] as const;

type ColorScheme = 'light' | 'dark';

/** The rules that look at colours; all others see the same page in either. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

const CHECKS: { readonly [K in PlaceCheck]: (page: Page, colorScheme: ColorScheme) => Promise<void> } = {
  accessible: async (page, colorScheme) => {
    expect(await accessibilityFaults(page, colorScheme === 'dark' ? RULES_OF_COLOUR : undefined)).toEqual([]);
  },
  'fits the width': async (page) => {
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, 'pixels that stick out at the side').toBe(0);
  },
};

/** Two frames later everything has its new size, charts on canvases included. */
const drawnAnew = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Of several places, which share one start of the page. */
const half = Math.ceil(PLACES.length / 2);

for (const places of [PLACES.slice(0, half), PLACES.slice(half)] satisfies Place[][]) {
  test(`${places.map(({ name }) => name).join(', ')} in both colours at three widths`, async ({
    page,
    train,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await train.open(QUICK_RUN);
    for (const place of places) {
      await page.setViewportSize(WIDTHS[0]);
      await train.goToPlace(place);
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const viewport of WIDTHS) {
          await test.step(`${place.name}, ${colorScheme}, ${viewport.width} pixels`, async () => {
            await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
            await page.setViewportSize(viewport);
            await expect(train.root).toHaveAttribute('data-theme', colorScheme);
            await drawnAnew(page);
            for (const check of place.checks) await CHECKS[check](page, colorScheme);
          });
        }
      }
    }
  });
}

/** What has the focus and is not to be seen: beyond the edge, or behind what stays at it. */
const hiddenFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const { left, right, top, bottom } = focused.getBoundingClientRect();
    const inside = (at: number, most: number): number => Math.min(most - 1, Math.max(0, at));
    const seen = document.elementFromPoint(
      inside((left + right) / 2, innerWidth),
      inside((top + bottom) / 2, innerHeight),
    );
    const isSeen = seen !== null && (seen.contains(focused) || focused.contains(seen));
    const label = focused.closest('label');
    if (isSeen || (label && seen && label.contains(seen))) return null;
    return `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent?.trim().slice(0, 40)}`;
  });

test('a lesson and its strip at other places, dark, on a phone, by the Tab key', async ({ page, train }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'dark' });
  await train.open(QUICK_RUN);
  await page.setViewportSize(WIDTHS[2]);
  for (const place of ['/lessons?lesson=first-digits', '/lab', '/runs']) {
    await page.evaluate((to) => void (location.hash = to), place);
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
    await expect(train.root).toHaveAttribute('data-theme', 'dark');
    await drawnAnew(page);
    expect(await accessibilityFaults(page), place).toEqual([]);
    for (let stop = 1; stop <= 30; stop++) {
      await page.keyboard.press('Tab');
      await expect.poll(() => hiddenFocus(page), { message: `${place}, stop ${stop}` }).toBeNull();
    }
  }
});
