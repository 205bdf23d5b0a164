// What an instructor hands out is what was prepared: the QR code says the link to the letter, the longest one too, and the HTML shows
// the locked page in a course page of another origin, with the parts that were chosen.
import { Board } from '../support/board';
import { serveCoursePage } from '../support/coursePage';
import { readQrCode } from '../support/qrCode';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const CODE = 'QR code of the link';
/** As many characters as a note may have, each of which takes nine in a link. */
const LONG_NOTE = '看'.repeat(600);

test('a QR code and an HTML snippet open the page that was prepared', async ({ page }) => {
  const host = await Board.start();
  await page.goto(`${host.url}#/prepare?${QUICK_RUN}`);
  const link = page.getByLabel('Link', { exact: true });
  const code = page.getByRole('img', { name: CODE });
  const note = page.getByLabel('Note to the class');
  await expect(code).toBeVisible();
  await page.getByLabel('All controls not named below').selectOption('Fixed');
  await page.getByRole('combobox', { name: 'Loss', exact: true }).selectOption('Allowed');
  await page.getByRole('combobox', { name: 'Seed', exact: true }).selectOption('Hidden');
  await page.getByLabel('Charts', { exact: true }).uncheck();
  await page.getByLabel('Other places', { exact: true }).uncheck();
  await note.fill('Watch both losses & say “when”.');
  await note.blur();
  await expect(link).toHaveValue(/lock=fix&allow=loss&hide=seed&panels=.*&note=Watch/);
  const prepared = await link.inputValue();
  expect(await readQrCode(code)).toBe(prepared);

  // The longest link that still has a code: read from its large picture, as a class does from a projector.
  const tooLong = page.getByText('The link is too long for a QR code that a phone can read.');
  await note.fill(LONG_NOTE);
  await expect(tooLong).toBeVisible();
  await expect(code).toHaveCount(0);
  let [fits, most] = [0, LONG_NOTE.length];
  while (most - fits > 1) {
    const middle = Math.floor((fits + most) / 2);
    await note.fill(LONG_NOTE.slice(0, middle));
    await expect(link).toHaveValue(new RegExp(`note=(%E7%9C%8B){${middle}}&`));
    if (await tooLong.isVisible()) most = middle;
    else fits = middle;
  }
  await note.fill(LONG_NOTE.slice(0, fits));
  await expect(page.getByText('The code is dense: show it large.')).toBeVisible();
  await page.getByRole('button', { name: 'Show it large' }).click();
  const large = page.getByRole('dialog', { name: CODE });
  expect(await readQrCode(large.getByRole('img', { name: CODE }))).toBe(await link.inputValue());
  await page.keyboard.press('Escape');
  await expect(large).toHaveCount(0);

  await note.fill('Watch both losses & say “when”.');
  const html = await page.getByLabel('For a page of a course').inputValue();
  const course = await serveCoursePage({}, () => html);
  host.embedIn = course.origin;
  await page.goto(course.origin);
  const inside = page.frameLocator('iframe');
  await expect(inside.getByText('Watch both losses & say “when”.')).toBeVisible();
  await expect(inside.getByRole('button', { name: 'Open all controls' })).toBeVisible();
  await expect(inside.getByRole('textbox', { name: 'Steps', exact: true })).toBeDisabled();
  await expect(inside.getByRole('textbox', { name: 'Seed', exact: true })).toHaveCount(0);
  await expect(inside.getByRole('link', { name: 'Runs' })).toHaveCount(0);
  await inside.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(inside.locator('html')).toHaveAttribute('data-run-status', 'running');
  await expect(inside.getByRole('log')).toBeAttached();
  await expect(inside.locator('.charts')).toHaveCount(0);
  await page.close();
  await course.close();
  await host.stop();
});
