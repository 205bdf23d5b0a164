// A place's link in the header: in its row or, where that is too narrow for it, in the menu at its end.
import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Opens the menu where the link waits in it. The row is measured anew a moment after the window, the words or the place changed, and
 * the menu comes and goes with it: what is there is asked again until the link is to be seen.
 * @param title of the place, in the language of `words`
 */
export async function showPlaceLink(
  page: Page,
  words: { readonly header: { readonly places: string; readonly more: string } },
  title: string,
  pressMenu: (menu: Locator) => Promise<void>,
): Promise<Locator> {
  const places = page.getByRole('navigation', { name: words.header.places });
  const link = places.getByRole('link', { name: title, exact: true });
  const shutMenu = places.getByRole('button', { name: words.header.more, exact: true, expanded: false });
  await expect(async () => {
    if (await link.isVisible()) return;
    if (await shutMenu.isVisible()) await pressMenu(shutMenu);
    expect(await link.isVisible(), `the link of ${title}`).toBe(true);
  }).toPass();
  return link;
}
