// The kiosk as an installed page: starts without its board, and changes version whole or not at all.
import type { Page } from '@playwright/test';
import { expect, test, tinyFloatModel } from '../support/kiosk';

const kept = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    return (await caches.keys()).filter((name) => name.startsWith('ganvas-kiosk-page-'));
  });

test('starts without the board and without a network, with the board’s last model; leaves the playground alone', async ({
  page,
  kiosk,
  board,
  context,
}) => {
  board.put('Remembered', tinyFloatModel());
  await kiosk.open();
  await kiosk.expectImages('board');
  expect(await kept(page)).toHaveLength(1);
  board.silent = true;
  await page.reload();
  await kiosk.expectImages('stored');
  await expect(page.getByText('Remembered')).toBeVisible();
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);

  board.silent = false;
  await context.setOffline(true);
  await page.reload();
  await kiosk.expectImages('stored');

  await context.setOffline(false);
  await page.goto(`${board.url}#/about`);
  // The playground's own worker may have taken over already, and never the kiosk's.
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? '')).not.toMatch(/kiosk/);
  expect(await page.evaluate(() => window.crossOriginIsolated)).toBe(true);
});

test('a new version comes whole; half of one changes nothing', async ({ page, kiosk, board }) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  const [first] = await kept(page);
  const version = first.slice('ganvas-kiosk-page-'.length);
  const renewed = (path: string, content: Buffer): Buffer => {
    if (path === 'kiosk/sw.js') return Buffer.from(content.toString().replace(version, 'another'));
    if (path === 'kiosk/index.html') return Buffer.from(content.toString().replace('Kiosk ·', 'Renewed ·'));
    return content;
  };
  /** The page may be loaded anew before it answers. */
  const update = () =>
    page
      .evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        await registration?.update().catch(() => undefined);
      })
      .catch(() => undefined);

  board.rewrite = (path, content) => (path.endsWith('.webmanifest') ? null : renewed(path, content));
  await update();
  await kiosk.expectDrawing();
  await page.reload();
  await expect(page).toHaveTitle('Kiosk · Ganvas');
  await kiosk.expectImages('built-in');

  board.rewrite = renewed;
  await update();
  await expect(page).toHaveTitle('Renewed · Ganvas');
  await kiosk.expectImages('built-in');
  await expect.poll(() => kept(page), 'the new version alone is kept').toEqual(['ganvas-kiosk-page-another']);
});
