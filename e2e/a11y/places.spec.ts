// Every place of src/places.ts, light and dark, at three widths: no accessibility fault that axe can find, nothing cut off
// at the side. The page starts once for several places, and each is looked at six times.
import type { Page } from '@playwright/test';
import german from '../../src/app/words/de';
import spanish from '../../src/app/words/es';
import chinese from '../../src/app/words/zh';
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

/** Pixels that stick out at the side. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const CHECKS: { readonly [K in PlaceCheck]: (page: Page, colorScheme: ColorScheme) => Promise<void> } = {
  accessible: async (page, colorScheme) => {
    expect(await accessibilityFaults(page, colorScheme === 'dark' ? RULES_OF_COLOUR : undefined)).toEqual([]);
  },
  'fits the width': async (page) => {
    await expect.poll(() => overflow(page), { message: 'pixels that stick out at the side' }).toBe(0);
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

// 320 pixels are what 1280 are at a zoom of 400 %: https://www.w3.org/TR/WCAG22/#reflow
for (const [language, words] of Object.entries({ de: german, es: spanish, zh: chinese })) {
  test(`every place fits a phone, a large zoom and a projector in ${language}`, async ({ page, train }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(WIDTHS[2]);
    await page.goto(`./#/train?${QUICK_RUN}&lang=${language}`);
    await expect(train.root).toHaveAttribute('data-backend', /.+/);
    for (const { path, name } of PLACES.filter((one) => one.name !== 'components')) {
      await page.evaluate((to) => void (location.hash = to), path);
      await expect(page).toHaveTitle(`${words.places[name]} · Ganvas`);
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
      for (const type of ['', 'large'])
        for (const width of type === '' ? [320, 390] : [390, 720, 1024]) {
          await page.setViewportSize({ ...WIDTHS[2], width });
          await train.root.evaluate((root, now) => void (root.dataset.type = now), type);
          await expect
            .poll(() => overflow(page), { message: `pixels beyond ${width}, ${type} type, at ${name}` })
            .toBe(0);
        }
    }
  });
}

test('where colours are forced, what is chosen is told from the rest, and marks keep theirs', async ({
  page,
  train,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await train.open(QUICK_RUN);
  await train.takeSteps(1);
  await train.goTo('inside');
  type Colour = 'backgroundColor' | 'borderBottomColor';
  const colours = (selector: string, of: Colour): Promise<readonly string[]> =>
    page
      .locator(selector)
      .evaluateAll((all, name) => [...new Set(all.map((element) => getComputedStyle(element)[name]))], of);
  for (const [chosen, others, of] of [
    ['main a.button[aria-current]', 'main a.button:not([aria-current])', 'backgroundColor'],
    ['nav a.router-link-active', 'nav a:not(.router-link-active)', 'borderBottomColor'],
  ] as const) {
    const [here, ...more] = await colours(chosen, of);
    expect(more).toEqual([]);
    expect(await colours(others, of)).not.toContain(here);
  }
  const bar = '.bar.generator';
  await expect(page.locator(bar).first()).toBeVisible();
  expect(await colours(bar, 'backgroundColor')).not.toEqual(await colours('body', 'backgroundColor'));
});

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
