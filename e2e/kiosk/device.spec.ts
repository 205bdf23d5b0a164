// Weak devices: slow processors, no threads; the figures that the page tells; its weight.
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/kiosk';

const FIRST_LOAD_BYTES = 1.5e6;
/** What a warm start may ask of the board: whether page, service worker and model are still the same. */
const WARM_LOAD_BYTES = 20_000;

test('the first load is light, and a warm one draws from what the device has', async ({
  page,
  kiosk,
  board,
}) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  await page.evaluate(() => navigator.serviceWorker.ready); // what is kept for offline use counts too
  const atStart = board.sentBytes;
  expect(board.sent.filter((path) => /page-|entry\.worker|litert/.test(path))).toEqual([]);
  expect(atStart).toBeGreaterThan(300_000);
  expect(atStart, board.sent.join(' ')).toBeLessThan(FIRST_LOAD_BYTES);
  await page.reload();
  await kiosk.expectImages('built-in');
  expect(board.sentBytes - atStart, board.sent.join(' ')).toBeLessThan(WARM_LOAD_BYTES);
});

test('goes on with the processor ten times slower', async ({ page, kiosk }) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 10 });
  await kiosk.open();
  await kiosk.expectImages('built-in');
  await expect(kiosk.alert).toHaveCount(0);
});

test('takes one thread where the page is not isolated', async ({ page, kiosk, board }) => {
  board.isolated = false;
  await kiosk.open('?panel=device');
  await expect(page.getByText(/1 of \d+ cores \(one thread: the page is not isolated\)/)).toBeVisible();
  await kiosk.expectImages('built-in');
});

test('tells the truth about the device, and measures every runtime', async ({ page, kiosk }) => {
  await kiosk.open('?panel=device');
  await kiosk.expectImages('built-in');
  await expect(page.getByText('tflite, int8 weights, 460 kB')).toBeVisible();
  await expect(page.getByText(/^WebAssembly relaxed SIMD, CPU$/)).toBeVisible();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('button', { name: 'Run' })).toBeVisible();
  const rows = await page.getByRole('row').allInnerTexts();
  expect(rows).toHaveLength(6);
  expect(rows.filter((row) => row.includes(' ms'))).toHaveLength(5);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download JSON' }).click(),
  ]);
  const report: unknown = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(report).toMatchObject({
    model: { bytes: 459_616, weights: 'int8 weights', classes: 10 },
    runtime: { threads: await page.evaluate(() => Math.min(4, navigator.hardwareConcurrency)) },
    browser: { isolated: true },
  });
  await page.getByRole('button', { name: 'Back to the show' }).click();
  await kiosk.expectDrawing();
});
