// The places in every language and at every width: none is cut, and what does not fit waits in a menu that the keyboard opens.
import { expect, test, type Page } from '@playwright/test';
import { LANGUAGE_IDS } from '../../src/i18n/languages';
import { PLACES } from '../../src/places';

const WIDTHS = [390, 720, 861, 1024, 1280, 1440, 1920];
const IN_NAVIGATION = PLACES.filter(({ inNavigation }) => inNavigation).length;

/** Places in the row and in the menu, and which of what stands in the row is cut. */
const standing = (page: Page) =>
  page.locator('header nav').evaluate((nav) => {
    const room = nav.getBoundingClientRect();
    const row = [...nav.querySelectorAll(':scope > a, :scope > .menu > button')];
    const cut = row.filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < room.left - 1 || right > room.right + 1 || right > innerWidth;
    });
    return {
      inRow: nav.querySelectorAll(':scope > a').length,
      inMenu: nav.querySelectorAll('li a').length,
      cut: cut.map(({ textContent }) => textContent),
      pageIsTooWide: document.documentElement.scrollWidth > innerWidth,
    };
  });

test('every place stands in the row or in the menu, in every language and width, and none is cut', async ({
  page,
}) => {
  await page.goto('./#/about');
  for (const language of LANGUAGE_IDS) {
    await page.locator('header .language').selectOption(language);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      const what = `${language} at ${width}`;
      // The row is measured a moment after the window has its width.
      await expect(async () => {
        const { inRow, inMenu, ...rest } = await standing(page);
        expect(rest, what).toEqual({ cut: [], pageIsTooWide: false });
        expect(inRow + inMenu, what).toBe(IN_NAVIGATION);
        expect(inRow, what).toBeGreaterThanOrEqual(width < 400 ? 2 : width < 1024 ? 3 : 5);
        if (width === 1920) expect(inMenu, what).toBe(0);
      }).toPass();
      await expect(page.locator('header nav > .router-link-active'), what).toHaveCount(1);
    }
  }
});

test('the menu is opened, left and followed by keyboard, and closes by itself', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto('./#/runs');
  const places = page.getByRole('navigation', { name: 'Places' });
  const more = places.getByRole('button', { name: 'More' });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  const first = places.getByRole('listitem').getByRole('link').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(first).toBeHidden();
  await more.click();
  await expect(first).toBeVisible();
  await page.getByRole('heading', { level: 1 }).click();
  await expect(first).toBeHidden();
  await more.click();
  await places.getByRole('link', { name: 'About', exact: true }).click();
  await expect(page).toHaveURL(/#\/about/);
  // Where one is stands in the row, whatever else had to leave it.
  await expect(places.locator(':scope > a.router-link-active')).toHaveText('About');
  await expect(more).toHaveAttribute('aria-expanded', 'false');
});
