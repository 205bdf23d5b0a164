// The kiosk speaks the language of the browser, or the one that its address asks for.
import { expect } from '@playwright/test';
import { test, tinyFloatModel } from '../support/kiosk';

test.use({ locale: 'de-AT' });

test('the kiosk speaks the language of the browser, or of its address', async ({ page, kiosk, board }) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('button', { name: /^Ziffer \d, Feld \d+$/ })).toHaveCount(10);
  await expect(page.getByText('Noch kein Modell auf diesem Board: Diese sind eingebaut.')).toBeVisible();
  await page.getByRole('button', { name: 'Gerät' }).click();
  await expect(page.getByRole('dialog', { name: 'Gerät' })).toContainText(/von \d+ Kernen/);
  // What the worker says of a file, in English, is said in German, too.
  const good = tinyFloatModel();
  board.put('Halb', { ...good, bytes: good.bytes.subarray(0, good.bytes.length >> 1) });
  await expect(kiosk.alert).toContainText(
    'Das Modell des Boards wurde abgewiesen. Die Modelldatei ist beschädigt: ',
  );
  await expect(kiosk.alert).not.toContainText(/\b(the|it|bytes? of|claims)\b/);
  await page.getByRole('button', { name: 'Starten' }).click();
  await expect(page.getByRole('cell', { name: 'Ganvas, ein Thread', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Anhalten' }).click();

  await kiosk.open('?lang=zh');
  await kiosk.expectImages('built-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('button', { name: '换新' })).toBeVisible();
  await expect(page).toHaveTitle('展台 · Ganvas');
});
