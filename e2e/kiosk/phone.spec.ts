// The kiosk in German on a phone held upright: everything fits its width, numbers and words are German.
import { accessibilityFaults } from '../support/accessibility';
import { expect, test, type KioskPage } from '../support/kiosk';

const WIDTH = 390;
test.use({ locale: 'de-DE', viewport: { width: WIDTH, height: 844 } });

/** What is wider than the device panel, or hangs out of it, by its words. */
const tooWide = ({ page }: KioskPage) =>
  page.getByRole('dialog', { name: 'Gerät' }).evaluate((panel) =>
    [panel, ...panel.querySelectorAll('header, button, dl, dd, svg, section, [role="region"]')]
      .filter((one) => one.getBoundingClientRect().right > innerWidth || one.clientWidth > innerWidth)
      .concat(panel.scrollWidth > panel.clientWidth ? [panel] : [])
      .map((one) => `${one.tagName} ${one.textContent?.slice(0, 40)}`),
  );

test('the notice has all of its words', async ({ page, kiosk }) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  const notice = page.getByText('Noch kein Modell auf diesem Board: Diese sind eingebaut.');
  await expect(notice).toBeVisible();
  expect(await notice.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
});

test('the device panel fits, its benchmark included', async ({ page, kiosk }) => {
  await kiosk.open('?panel=device');
  await kiosk.expectImages('built-in');
  const panel = page.getByRole('dialog', { name: 'Gerät' });
  const fact = (name: string) => panel.locator('dt', { hasText: name }).locator('+ dd');
  await expect(fact('Laufzeit und Backend')).toHaveText('WebAssembly relaxed SIMD, CPU');
  expect(await tooWide(kiosk)).toEqual([]);
  const box = await fact('Laufzeit und Backend').boundingBox();
  expect(box?.width, 'a value has the whole width').toBeGreaterThan(WIDTH - 60);

  await test.step('numbers and words are German', async () => {
    await expect(fact('Median der letzten 100')).toHaveText(/^\d+(,\d+)? ms$/);
    await expect(fact('Multiplikationen')).toHaveText(/^\d{1,3}(\.\d{3})+$/);
    await expect(fact('Modell')).toHaveText(/\(eingebaut\)$/);
    await expect(fact('Bildschirm')).toHaveText('390 x 844, Faktor 1');
  });

  await panel.getByRole('button', { name: 'Starten' }).click();
  await expect(panel.getByRole('row')).toHaveCount(6);
  await expect(panel.getByRole('button', { name: 'Starten' })).toBeVisible();
  expect(await tooWide(kiosk)).toEqual([]);
  const table = panel.getByRole('region', { name: 'Messung, ein Bild nach dem anderen' });
  await table.focus();
  await expect(table).toBeFocused(); // so that arrows move it
  await expect(panel.getByRole('cell', { name: / ms/ }).first()).toHaveText(/^\d+(,\d+)? ms/);
  expect(await accessibilityFaults(page)).toEqual([]);
});
