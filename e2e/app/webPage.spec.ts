// One file to share: a trained generator leaves as a web page, which draws when it is opened as a file, without a network.
import { readFile, rename, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { readWebPage } from '../../src/exporters/webPage/html';
import { accessibilityFaults } from '../support/accessibility';
import { drawCamera } from '../support/drawnCamera';
import { pixelsAtRest } from '../support/pixels';
import { expect, test } from '../support/stories';
import { SMALL_RUN } from '../support/trainPage';

const picture = (page: Page): Locator => page.getByRole('img', { name: 'The picture' });
/** What the picture shows now, equal only for equal pixels. */
const pixels = (page: Page): Promise<string> =>
  picture(page).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

test('a generator leaves as a web page, and draws wherever the file is opened', async ({
  page,
  train,
  context,
}) => {
  await train.open(SMALL_RUN);
  await train.trainTo(20);
  await train.goTo('export');
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'Web page' });
  await page.getByRole('button', { name: 'Write and check' }).click();
  await expect(page.getByRole('heading', { name: 'Web page, 8-bit weights' })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download \d/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.html$/);
  const file = `${await download.path()}.html`;
  await rename(await download.path(), file);
  const bytes = await readFile(file);
  const { facts, model } = readWebPage(bytes.toString());
  expect(bytes.length).toBeLessThan(model.length + 150_000);

  const opened = await context.newPage();
  await opened.emulateMedia({ reducedMotion: 'reduce' });
  const asked: string[] = [];
  opened.on('request', (request) => asked.push(request.url()));
  const address = pathToFileURL(file).href;
  await opened.goto(address);
  await expect(opened.getByRole('heading', { level: 1, name: facts.title })).toBeVisible();
  await expect(opened.getByText(/28 × 28 pixels in .* ms, by WebAssembly/)).toBeVisible();

  await test.step('a number changes the picture, and back again', async () => {
    const slider = opened.getByRole('slider').first();
    await slider.fill('-2');
    const before = await pixelsAtRest(picture(opened));
    await slider.fill('2');
    await expect.poll(() => pixels(opened), 'another picture').not.toBe(before);
    await slider.fill('-2');
    await expect.poll(() => pixels(opened), 'the first picture').toBe(before);
    await slider.focus();
    await opened.keyboard.press('ArrowRight');
    await expect.poll(() => pixels(opened), 'the keyboard moves it, too').not.toBe(before);
    await opened.getByRole('button', { name: /^All \d+ numbers$/ }).click();
    await expect(opened.getByRole('slider')).toHaveCount(facts.latent);
  });

  await test.step('another picture, one of the small ones, a walk', async () => {
    for (const name of ['New picture', 'Picture 3', 'Take a walk']) {
      const before = await pixelsAtRest(picture(opened));
      await opened.getByRole('button', { name, exact: true }).click();
      await expect.poll(() => pixels(opened), `${name} shows another`).not.toBe(before);
    }
    await opened.getByRole('button', { name: 'Stop' }).click();
    await expect(opened.getByRole('button', { name: 'Take a walk' })).toBeVisible();
  });

  await test.step('a picture is saved, large enough to look at', async () => {
    const [saved] = await Promise.all([
      opened.waitForEvent('download'),
      opened.getByRole('button', { name: 'Save as PNG' }).click(),
    ]);
    const png = await readFile(await saved.path());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([532, 532]);
  });

  await test.step('one that was cut off says so in the language of whoever opens it', async () => {
    const cut = `${file}.cut.html`;
    await writeFile(cut, bytes.toString().replace('"deflated":', '"deflated":1'));
    const spanish = await opened.context().browser()?.newContext({ locale: 'es-MX' });
    if (!spanish) throw new Error('The browser is gone.');
    const other = await spanish.newPage();
    await other.goto(pathToFileURL(cut).href);
    await expect(other.locator('html')).toHaveAttribute('lang', 'es');
    await expect(other.getByRole('alert')).toContainText('El contenido está dañado o incompleto.');
    await spanish.close();
  });

  await test.step('nothing was fetched, and everybody can use it', async () => {
    expect(asked.filter((url) => !/^(data|blob):/.test(url))).toEqual([address]);
    expect(await accessibilityFaults(opened)).toEqual([]);
  });
});

test('a translator leaves as a web page, which takes a picture of whoever opens it', async ({
  page,
  train,
  context,
}) => {
  await page.goto(
    './#/translate?task=cycle-gan&dataset=digits-outlines&dataset.size=64&task.width=2&task.patchWidth=2&batch=2&seed=1' +
      '&steps=100&measureEvery=0&backend=wasm&threads=1',
  );
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  await train.takeSteps(1);
  await train.goTo('export');
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: 'Web page' });
  await page.getByRole('button', { name: 'Write and check' }).click();
  await expect(page.getByRole('heading', { name: /Web page, 8-bit weights$/ })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download \d/ }).click(),
  ]);
  const file = `${await download.path()}.html`;
  await rename(await download.path(), file);
  const { facts } = readWebPage((await readFile(file)).toString());
  expect(facts.picture).toEqual({ shape: [28, 28, 1], names: null });

  const opened = await context.newPage();
  await opened.addInitScript(drawCamera);
  const asked: string[] = [];
  opened.on('request', (request) => asked.push(request.url()));
  const address = pathToFileURL(file).href;
  await opened.goto(address);
  await expect(opened.getByRole('heading', { level: 1, name: facts.title })).toBeVisible();
  const made = opened.getByRole('img', { name: 'What the network makes of it' });
  const shown = (): Promise<string> => made.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([
      opened.waitForEvent('filechooser'),
      opened.getByRole('button', { name: 'Choose a picture' }).press('Enter'),
    ]);
    await chooser.setFiles({ name, mimeType: 'image/png', buffer });
  };
  await expect(opened.getByRole('button', { name: 'Save as PNG' })).toBeDisabled();
  await choose('none.png', Buffer.from('no picture'));
  await expect(opened.getByRole('status')).toContainText('none.png is no picture that this browser can read');
  const drawn = await opened.getByRole('heading', { level: 1 }).screenshot();
  await choose('mine.png', drawn);
  await expect(opened.getByText(/28 × 28 pixels in .* ms, by WebAssembly/)).toBeVisible();
  await expect(opened.getByRole('status')).toBeEmpty();
  await expect(opened.getByRole('img', { name: 'Your picture' })).toBeVisible();
  const first = await shown();
  await choose('other.png', await opened.screenshot());
  await expect.poll(shown, 'something else is made of another picture').not.toBe(first);
  const [saved] = await Promise.all([
    opened.waitForEvent('download'),
    opened.getByRole('button', { name: 'Save as PNG' }).click(),
  ]);
  const png = await readFile(await saved.path());
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([532, 532]);

  await test.step('the camera gives one picture after another, until it is stopped or refused', async () => {
    await opened.getByRole('button', { name: 'Start the camera' }).press('Enter');
    await expect(
      opened.getByText(/28 × 28 pixels in .* ms, .* frames a second, by WebAssembly/),
    ).toBeVisible();
    const frame = await shown();
    await expect.poll(shown, 'another frame').not.toBe(frame);
    expect(await accessibilityFaults(opened)).toEqual([]);
    await opened.getByRole('button', { name: 'Stop the camera' }).click();
    await expect(opened.getByRole('button', { name: 'Start the camera' })).toBeVisible();
    await opened.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await opened.getByRole('button', { name: 'Start the camera' }).click();
    await expect(opened.getByRole('status')).toContainText('opened as a file, and give it over HTTPS');
    await choose('mine.png', drawn);
    await expect(opened.getByRole('status')).toBeEmpty();
    await expect.poll(shown, 'pictures can be chosen as before').toBe(first);
  });
  expect(asked.filter((url) => !/^(data|blob):/.test(url))).toEqual([address]);
  for (const scheme of ['light', 'dark'] as const) {
    await opened.emulateMedia({ colorScheme: scheme });
    expect(await accessibilityFaults(opened)).toEqual([]);
  }
});
