// The kiosk speaks the language of the browser, or the one that its address asks for.
import { expect } from '@playwright/test';
import { test } from '../support/kiosk';

test.use({ locale: 'de-AT' });

test('the kiosk speaks the language of the browser, or of its address', async ({ page, kiosk }) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('button', { name: /^Ziffer \d, Feld \d+$/ })).toHaveCount(10);
  await expect(page.getByText('Noch kein Modell auf dieser Platine: Diese sind eingebaut.')).toBeVisible();
  await page.getByRole('button', { name: 'Gerät' }).click();
  await expect(page.getByRole('dialog', { name: 'Gerät' })).toContainText(/von \d+ Kernen/);

  await kiosk.open('?lang=zh');
  await kiosk.expectImages('built-in');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans');
  await expect(page.getByRole('button', { name: '换新' })).toBeVisible();
});
