// The board's model: shown from the start, replaced while it runs, refused when damaged, and what happens without it.
import { expect, test, tinyFloatModel, tinyInt8Model } from '../support/kiosk';

const good = tinyFloatModel();
const flipped = {
  ...good,
  bytes: good.bytes.map((byte, i) => (i === good.bytes.length >> 1 ? byte ^ 255 : byte)),
};
const cut = { ...good, bytes: good.bytes.subarray(0, good.bytes.length >> 1) };
const page404 = { ...good, bytes: new TextEncoder().encode('<!doctype html>') };

test('a board without a model shows what is built in; what is sent arrives without a reload, unless it is damaged', async ({
  page,
  kiosk,
  board,
}) => {
  await kiosk.open();
  await kiosk.expectImages('built-in');
  await expect(page.getByText('No model on this board yet: these are built in.')).toBeVisible();
  await page.evaluate(() => (document.title = 'the same page'));
  board.put('Tiny float', good);
  await expect(page.getByText('Tiny float')).toBeVisible();
  await expect(page.getByText('float32')).toBeVisible();
  await kiosk.expectImages('board');
  expect((await kiosk.pixels(0)).length).toBe(144);
  await expect(page.getByText('built in')).toHaveCount(0);
  await expect(kiosk.alert).toHaveCount(0);

  board.put('Second', cut);
  await expect(kiosk.alert).toContainText('The one before goes on');
  await expect(page.getByText('Tiny float')).toBeVisible();
  await kiosk.expectDrawing();
  board.put('Tiny int8', await tinyInt8Model());
  await expect(page.getByText('Tiny int8')).toBeVisible();
  await expect(page.getByText('full int8')).toBeVisible();
  await expect(kiosk.alert).toHaveCount(0);
  await kiosk.expectDrawing();
  await expect(page).toHaveTitle('the same page');
});

test('refuses each faulty model by what is wrong with it, and goes on', async ({ kiosk, board }) => {
  const faulty = [
    ['a wrong checksum', flipped, { sha256: 'ab'.repeat(32) }, 'checksum'],
    ['half a file', cut, {}, 'refused'],
    ['another size', good, { bytes: 5 }, 'bytes of 5'],
    ['a page instead of a model', page404, {}, 'TFL3'],
    ['another image', good, { image: [28, 28, 1] }, 'manifest says'],
  ] as const;
  board.put(faulty[0][0], faulty[0][1], faulty[0][2]);
  await kiosk.open();
  await kiosk.expectImages('built-in');
  for (const [what, model, change, message] of faulty) {
    board.put(what, model, change);
    await expect(kiosk.alert).toContainText('refused');
    await expect(kiosk.alert).toContainText(message);
    await kiosk.expectDrawing();
  }
});

test('what is wrong takes no room from the images of a small screen', async ({ page, kiosk, board }) => {
  await page.setViewportSize({ width: 480, height: 272 });
  board.put('A model with a name that is long enough to take two lines', cut);
  await kiosk.open();
  await kiosk.expectImages('built-in');
  await expect(kiosk.alert).toContainText('refused');
  expect((await kiosk.tiles.first().boundingBox())?.width).toBeGreaterThanOrEqual(84);
  await page.getByRole('button', { name: 'Device' }).click();
  await expect(page.getByRole('dialog')).toContainText(/refused.*The built-in one is shown/);
});

test('shows the board’s model from the start, and goes on when its files are pulled away, then the whole board', async ({
  kiosk,
  board,
}) => {
  board.put('Here', good);
  await kiosk.open();
  await kiosk.expectImages('board');
  board.files.clear();
  await expect(kiosk.alert).toContainText('model is gone');
  await kiosk.expectDrawing();
  board.silent = true;
  await expect(kiosk.alert).toContainText('does not answer');
  await kiosk.expectDrawing();
});
