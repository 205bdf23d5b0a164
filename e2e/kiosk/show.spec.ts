// What a person sees and touches: ten images on every screen, nothing cut off, tap, hold, classes, saving.
import { readFile } from 'node:fs/promises';
import { accessibilityFaults } from '../support/accessibility';
import { expect, test, tinyFloatModel } from '../support/kiosk';

const SCREENS = [
  { width: 480, height: 272 },
  { width: 272, height: 480 },
  { width: 800, height: 480 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const;

test('fills every screen', async ({ page, kiosk }) => {
  await page.setViewportSize(SCREENS[0]);
  await kiosk.open();
  await kiosk.expectImages('built-in');
  for (const viewport of SCREENS) {
    await test.step(`${viewport.width} x ${viewport.height}`, async () => {
      await page.setViewportSize(viewport);
      await expect(kiosk.tiles).toHaveCount(10);
      // What is on the screen takes its new size a moment after the window.
      await expect(async () => {
        for (const target of await page.getByRole('button').all()) {
          const box = await target.boundingBox();
          expect(box).not.toBeNull();
          if (!box) continue;
          expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
          expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
          expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
        }
        const scrolls = await page.evaluate(() => {
          const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement;
          return [scrollHeight - clientHeight, scrollWidth - clientWidth];
        });
        expect(scrolls).toEqual([0, 0]);
      }).toPass();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  }
});

test('the address without its slash leads to the kiosk, as the playground’s own server has it', async ({
  page,
  kiosk,
  baseURL,
}) => {
  await page.goto('kiosk?panel=device#x');
  await expect(page.getByRole('dialog', { name: 'Device' })).toBeVisible();
  expect(page.url()).toBe(`${baseURL}kiosk/?panel=device#x`);
  await page.goto('kiosk');
  await kiosk.expectImages('built-in');
});

test('starts with ten digits, then walks on; the same seed draws the same', async ({ kiosk }) => {
  await kiosk.open('?seed=5&drive');
  await kiosk.page.waitForFunction(() => window.ganvasKiosk);
  await expect(kiosk.root).toHaveAttribute('data-model', 'built-in');
  const drive = (ms: number) => kiosk.page.evaluate((now) => window.ganvasKiosk?.frame(now), ms);
  await drive(0);
  const first = await kiosk.pixels(3);
  expect(Math.max(...first)).toBeGreaterThan(200);
  expect(Math.min(...first)).toBeLessThan(20);
  for (let ms = 100; ms < 5000; ms += 100) await drive(ms);
  expect(await kiosk.pixels(3)).not.toEqual(first);
  await kiosk.open('?seed=5&drive');
  await expect(kiosk.root).toHaveAttribute('data-model', 'built-in');
  await drive(0);
  expect(await kiosk.pixels(3)).toEqual(first);
});

test('a tap draws anew, a long press keeps, the class chooser draws one digit', async ({ page, kiosk }) => {
  await kiosk.open('?seed=5');
  await kiosk.expectImages('built-in');
  const before = await kiosk.pixels(0);
  await kiosk.tiles.nth(0).click();
  await expect.poll(async () => (await kiosk.pixels(0)).join(), 'another digit').not.toBe(before.join());

  await kiosk.tiles.nth(2).click({ delay: 800 });
  await expect(page.getByRole('button', { name: 'Digit 2, tile 3, kept' })).toBeVisible();
  const kept = await kiosk.pixels(2);
  await page.getByRole('button', { name: 'New' }).click();
  await kiosk.expectDrawing();
  expect(await kiosk.pixels(2)).toEqual(kept);

  await page.getByRole('button', { name: 'Draw: All' }).click();
  await page.getByRole('button', { name: '7', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Digit 7, tile/ })).toHaveCount(10);
});

test('no cursor when nobody is there', async ({ page, kiosk }) => {
  await page.clock.install({ time: 0 });
  await kiosk.open();
  await expect(kiosk.root).toBeVisible();
  // From here on the page's time stands still but for what is said.
  await page.clock.pauseAt(3_600_000);
  await expect(kiosk.root).toHaveCSS('cursor', 'none');
  await page.mouse.move(50, 50);
  await expect(kiosk.root).toHaveCSS('cursor', 'auto');
  await page.clock.runFor(60_000);
  await expect(kiosk.root).toHaveCSS('cursor', 'none');
});

const PNG = [0x89, 0x50, 0x4e, 0x47];

test('saves ten images as downloads', async ({ page, kiosk }) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  const names: string[] = [];
  const files: Promise<Buffer>[] = [];
  page.on('download', (download) => {
    names.push(download.suggestedFilename());
    files.push(download.path().then((path) => readFile(path)));
  });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => names.length, 'ten downloads').toBe(10);
  expect(names).toEqual(Array.from({ length: 10 }, (_, i) => `result_im_${i + 1}.png`));
  for (const file of await Promise.all(files)) expect([...file.subarray(0, 4)]).toEqual(PNG);
});

test('saves ten images on a board that allows it', async ({ page, kiosk, board }) => {
  board.files.set('models/board.json', JSON.stringify({ version: 1, saveResults: true }));
  board.put('tiny', tinyFloatModel());
  await kiosk.open();
  await kiosk.expectImages('board');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'On board' })).toBeVisible();
  expect([...board.received.keys()]).toEqual(
    Array.from({ length: 10 }, (_, i) => `results/result_im_${i + 1}.png`),
  );
  for (const file of board.received.values()) {
    expect([...file.subarray(0, 4)]).toEqual(PNG);
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([12, 12]);
  }
});
