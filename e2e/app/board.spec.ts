// From the playground to the board: the bundle that sets one up, and a model sent to a real lighttpd whose kiosk shows it.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { serverMisses, TOKEN } from '../../board/serverFacts';
import { startBoard } from '../../board/serverHarness';
import { readKioskManifest } from '../../src/core/kioskManifest';
import { expect, test } from '../support/stories';
import { SMALL_RUN } from '../support/trainPage';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

// The certificate is the board's own, as on a real one.
test.use({ ignoreHTTPSErrors: true });

// The kiosk of a board brings its service worker along.
test.use({ serviceWorkers: 'allow' });

test('the bundle holds page, model, native model and board files; a model that is sent appears on a real kiosk', async ({
  page,
  train,
  context,
}) => {
  await train.open(SMALL_RUN);
  await train.trainTo(5);
  await train.goTo('export');
  const [bundle] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the bundle' }).click(),
  ]);
  expect(bundle.suggestedFilename()).toBe('ganvas-board.zip');
  const files = unzipSync(new Uint8Array(await readFile(await bundle.path())));
  const text = (path: string): string => new TextDecoder().decode(files[`ganvas-board/${path}`]);
  const manifest = readKioskManifest(JSON.parse(text('model/kiosk.json')));
  expect(files[`ganvas-board/model/${manifest.file}`].length).toBe(manifest.bytes);
  expect(text('native/model.bin').slice(0, 7)).toBe('GANVAS1');
  expect(text('origins.txt').trim()).toBe(new URL(page.url()).origin);
  expect(text('install.sh')).toBe(await readFile('board/install.sh', 'utf8'));
  expect(text('page/kiosk/index.html')).toBe(await readFile(`${DIST}/kiosk/index.html`, 'utf8'));
  await expect(page.getByText('is in your downloads')).toBeVisible();

  // A board that does not answer is explained.
  await page.getByRole('textbox', { name: 'Address' }).fill('127.0.0.1:9');
  await page.getByRole('textbox', { name: /Token/ }).fill(TOKEN);
  await page.getByRole('button', { name: 'Send the model' }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('did not answer this page');
  await expect(alert).toContainText('--allow-origin');

  const missing = serverMisses.lighttpd;
  test.skip(missing !== undefined, missing);
  const { origin } = new URL(page.url());
  const board = await startBoard('lighttpd', '--page', DIST, '--token', TOKEN, '--allow-origin', origin);
  try {
    const send = page.getByRole('button', { name: 'Send the model' });
    await page.getByRole('textbox', { name: 'Address' }).fill(`127.0.0.1:${board.httpsPort}`);
    await page.getByRole('textbox', { name: /Token/ }).fill('not-the-token-at-all');
    await send.click();
    await expect(alert).toContainText('does not know this token');

    const kiosk = await context.newPage();
    await kiosk.goto(`https://127.0.0.1:${board.httpsPort}/kiosk`);
    expect(await kiosk.evaluate(() => crossOriginIsolated)).toBe(true);

    await page.getByRole('textbox', { name: /Token/ }).fill(TOKEN);
    await send.click();
    await expect(page.getByText('The board has the model')).toBeVisible();
    const { body } = await board.ask('/models/kiosk.json');
    const sent = readKioskManifest(JSON.parse(body.toString()));
    await expect(kiosk.getByText(sent.name, { exact: false }).first()).toBeAttached();
  } finally {
    await board.stop();
  }
});
