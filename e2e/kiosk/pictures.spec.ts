// Networks that take pictures, on a board: pictures of the gallery, a person's own, and the camera's frames (one that Chromium
// draws) become others, or get names; what the camera sees goes nowhere.
import type { Locator, Page } from '@playwright/test';
import { expect, test, tinyClassifier, tinyFloatModel, tinyTranslator } from '../support/kiosk';

/** 3 x 2 pixels, red. */
const RED = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AAQQxwFgBB0gX7h/C5SAAAAABJRU5ErkJggg==',
  'base64',
);
const FRAMES = /\d (µs|ms) a frame · \d+ frames\/s/;
const pixels = (canvas: Locator) => canvas.evaluate((one: HTMLCanvasElement) => one.toDataURL());

/** Nothing is cut off, and nothing scrolls. */
async function expectFits(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  for (const shown of await page.locator('main canvas, nav button, nav label, .bars').all()) {
    const box = await shown.boundingBox();
    expect(box).not.toBeNull();
    if (!box) continue;
    expect(Math.min(box.x, box.y)).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(width);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
  }
}

test('a translator turns pictures of the gallery, own ones and camera frames into others', async ({
  page,
  kiosk,
  board,
}) => {
  await page.setViewportSize({ width: 800, height: 480 });
  board.put('Painter', tinyTranslator());
  await kiosk.open();
  await expect(page.getByRole('heading', { name: 'Painter' })).toBeVisible();
  await kiosk.expectDrawing();
  await expect(page.getByText(FRAMES)).toBeVisible();
  await expect(kiosk.made).toHaveJSProperty('width', 32);
  await expectFits(page);

  await test.step('a picture is chosen by touch, and an own one given; what is none is named', async () => {
    const before = await pixels(kiosk.picture);
    await page.getByRole('button', { name: 'Picture 4' }).click();
    await expect(page.getByRole('button', { name: 'Picture 4' })).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => pixels(kiosk.picture), 'another picture').not.toBe(before);
    await page.getByLabel('Your picture').setInputFiles([
      { name: 'red.png', mimeType: 'image/png', buffer: RED },
      { name: 'cut.png', mimeType: 'image/png', buffer: RED.subarray(0, 40) },
    ]);
    await expect(page.getByRole('button', { name: 'red.png' })).toHaveAttribute('aria-pressed', 'true');
    await expect(kiosk.alert).toContainText('cut.png cannot be shown as a picture');
    const isRed = () =>
      kiosk.picture.evaluate((one: HTMLCanvasElement) => {
        const [r, g, b] = one.getContext('2d')?.getImageData(16, 16, 1, 1).data ?? [];
        return r > 200 && g < 60 && b < 60;
      });
    await expect.poll(isRed, 'the red picture goes through').toBe(true);
  });

  await test.step('the camera’s frames move, nothing of them is sent, and it is given back', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/models/kiosk.json')) sent.push(request.url());
    });
    await page.getByRole('button', { name: 'Camera' }).click();
    await expect(page.getByText('stay on this device')).toBeVisible();
    await kiosk.expectDrawing();
    const before = await pixels(kiosk.made);
    await expect.poll(() => pixels(kiosk.made), 'the picture moves').not.toBe(before);
    await expectFits(page);
    const elsewhere = await page.evaluate(() =>
      fetch('https://ganvas.invalid/').then(
        () => 'answered',
        (error: unknown) => String(error),
      ),
    );
    expect(elsewhere).toContain('Failed to fetch');
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Camera' }).click();
    await expect(page.getByRole('button', { name: 'Picture 4' })).toBeVisible();
  });

  await test.step('what was made is saved', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save' }).click();
    expect((await download).suggestedFilename()).toBe('result_im_1.png');
  });
});

test('a classifier names pictures by its classes, on every screen; a generator draws again after it', async ({
  page,
  kiosk,
  board,
}) => {
  board.put('Flowers', tinyClassifier());
  await kiosk.open();
  await expect(page.getByRole('heading', { name: 'Flowers' })).toBeVisible();
  await kiosk.expectDrawing();
  const bars = page.getByRole('region', { name: 'What it sees' });
  for (const name of ['daisy', 'rose', 'tulip']) await expect(bars.getByText(name).last()).toBeVisible();
  const shares = async () => (await bars.locator('.share').allInnerTexts()).map((text) => parseInt(text, 10));
  await expect
    .poll(async () => (await shares()).reduce((sum, share) => sum + share, 0), 'shares of the whole')
    .toBeGreaterThan(97);
  for (const [width, height] of [
    [480, 272],
    [272, 480],
    [800, 480],
    [1440, 900],
  ]) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => expectFits(page).then(() => true, String)).toBe(true);
  }
  board.put('Digits', tinyFloatModel());
  await expect(page.getByRole('heading', { name: 'Digits' })).toBeVisible();
  await expect(kiosk.tiles).toHaveCount(10);
  await kiosk.expectDrawing();
});
