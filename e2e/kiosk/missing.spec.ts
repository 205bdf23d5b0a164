// A page of which files are gone: what is left draws, or says what is missing and tries again by itself.
import type { Board } from '../support/board';
import { expect, test, tinyFloatModel } from '../support/kiosk';

/** Takes files of the page away. */
const lose = (board: Board, files: RegExp): void => {
  board.rewrite = (path, content) => (files.test(path) ? null : content);
};
const bringBack = (board: Board): void => {
  board.rewrite = (_path, content) => content;
};

test('without compute modules it draws in plain JavaScript and says so', async ({ page, kiosk, board }) => {
  lose(board, /\.wasm$/);
  await kiosk.open('?panel=device');
  await kiosk.expectImages('built-in');
  await expect(page.getByText('JavaScript, CPU')).toBeVisible();
  await expect(page.getByText(/1 of \d+ cores \(The compute module .* did not load/)).toBeVisible();
});

test('without helper threads it takes one thread, and without its service worker it draws all the same', async ({
  page,
  kiosk,
  board,
}) => {
  lose(board, /helper\.worker|sw\.js$/);
  await kiosk.open('?panel=device');
  await kiosk.expectImages('built-in');
  await expect(page.getByText(/^1 of \d+ cores/)).toBeVisible();
  await expect(kiosk.alert).toHaveCount(0);
});

test('without its worker it says so, and draws when the worker is back', async ({ kiosk, board }) => {
  lose(board, /kiosk\.worker/);
  await kiosk.open();
  await expect(kiosk.alert).toContainText('does not run here');
  bringBack(board);
  await kiosk.expectImages('built-in');
  await expect(kiosk.alert).toHaveCount(0);
});

test('without the built-in model it waits for the board’s', async ({ kiosk, board }) => {
  lose(board, /\.tflite$/);
  await kiosk.open();
  await expect(kiosk.alert).toContainText('built-in model is missing');
  board.put('Sent later', tinyFloatModel());
  await kiosk.expectImages('board');
  await expect(kiosk.alert).toHaveCount(0);
});

test('without its script it names the file, and starts when the file is back', async ({ kiosk, board }) => {
  lose(board, /kiosk-.*\.js$/);
  await kiosk.open();
  await expect(kiosk.alert).toContainText(/missing: \/assets\/kiosk-.*\.js/);
  bringBack(board);
  await kiosk.expectImages('built-in');
});
