// The main job: one press trains, the picture and the losses move, and every button does what it says.
import { readFile } from 'node:fs/promises';
import { mainThreadTasks } from '../support/mainThread';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const MOST_MS_ON_MAIN_THREAD = 100;
const LOG_LINE = /^\d+ \[D loss: \d+\.\d{6}, acc\.: \d+\.\d\d%\] \[G loss: \d+\.\d{6}\]$/;
const BACKEND_WORDS: Readonly<Record<string, RegExp>> = {
  webgpu: /WebGPU/,
  webgl: /WebGL/,
  wasm: /WebAssembly/,
  cpu: /JavaScript|CPU/,
};

test('one press trains: samples form, steps count, losses are numbers, the backend is named', async ({
  page,
  train,
}) => {
  await train.open();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await expect(page.getByText(/^4,000 steps take about \d+ (s|min|h) on this device\.$/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'What will come' }).getByRole('img')).toHaveCount(4);
  await train.trainTo(2);
  const early = await train.samplePixels();
  await train.trainTo(60);
  await expect.poll(() => train.samplePixels(), 'another picture').not.toBe(early);

  const lines = await train.logLines();
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(line).toMatch(LOG_LINE);

  await test.step('a chart leaves as a picture, a drawing and numbers', async () => {
    for (const [form, ending, begins] of [
      ['Picture (PNG)', '.png', '\ufffdPNG'],
      ['Drawing (SVG)', '.svg', '<svg '],
      ['Numbers (CSV)', '.csv', '\ufeffStep,seconds,Generator,Discriminator\r\n1,'],
    ]) {
      await page
        .getByRole('region', { name: 'Loss' })
        .getByRole('button', { name: 'Save this chart' })
        .click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: form }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`^ganvas-.*Loss\\${ending}$`));
      expect((await readFile(await file.path())).toString().startsWith(begins), form).toBe(true);
    }
  });

  const backend = await train.backend();
  await expect(train.statusBar).toContainText(BACKEND_WORDS[backend] ?? backend);
  await train.statusBar.getByRole('button', { name: /why/ }).click();
  await expect(page.getByRole('dialog', { name: 'Where it runs, and why' })).toContainText('self-test');
});

test('the page never freezes while it trains', async ({ browser, page, train }) => {
  await train.open(QUICK_RUN);
  await train.press('Train');
  await train.reachesStep(5);
  const tasks = await mainThreadTasks(browser, page, async () => {
    await train.reachesStep((await train.step()) + 100);
  });
  expect(tasks.length).toBeGreaterThan(20);
  expect(tasks.filter((ms) => ms > MOST_MS_ON_MAIN_THREAD)).toEqual([]);
});

test('stop ends at once and keeps the run, reset goes back to nothing', async ({ train }) => {
  await train.open(QUICK_RUN);
  await train.press('Train');
  await train.reachesStep(3);
  await train.stop();
  await expect(train.statusBar).toContainText('Saved at step');
  await train.press('Reset');
  await train.hasStatus('idle');
  expect(await train.step()).toBe(0);
});

test('stop ends a step that would take minutes, with the worker that is in it', async ({ train }) => {
  await train.open('model=dcgan-light&batch=512&backend=cpu');
  await train.press('Train');
  await train.hasStatus('running');
  const ended = train.worker.waitForEvent('close');
  await train.stop();
  await ended;
  expect(await train.step()).toBe(0);
});

test('space trains and pauses, a full stop takes one step, and a changed learning rate counts from the next', async ({
  page,
  train,
}) => {
  await train.open(QUICK_RUN);
  await page.keyboard.press('Space');
  await train.reachesStep(30);
  await page.keyboard.press('Space');
  await train.hasStatus('paused');
  const paused = await train.step();
  await page.keyboard.press('.');
  await expect.poll(() => train.step(), 'one step more').toBe(paused + 1);
  await train.hasStatus('paused');

  await test.step('any earlier moment of the samples can be looked at again', async () => {
    const latest = await train.samplePixels();
    const moments = page.getByRole('slider', { name: 'Moment of the samples' });
    await moments.focus();
    await page.keyboard.press('Home');
    await expect(train.samples).toHaveAccessibleName(/step 0$/);
    await expect.poll(() => train.samplePixels(), 'the first moment').not.toBe(latest);
    await page.getByRole('button', { name: 'Latest' }).click();
    await expect(train.samples).not.toHaveAccessibleName(/step 0$/);
    await expect.poll(() => train.samplePixels(), 'the latest again').toBe(latest);
  });

  await train.press('Train');
  await train.hasStatus('running');
  await page.locator('summary', { hasText: 'Training' }).click();
  const field = page.getByRole('textbox', { name: 'Learning rate, generator', exact: true });
  await field.fill('0.0005');
  await field.press('Enter');
  await train.reachesStep((await train.step()) + 5);
  await expect(page).toHaveURL(/learningRateG=0\.0005/);
  await expect(train.alert).toHaveCount(0);
});
