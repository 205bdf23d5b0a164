// Keeping runs: a reload goes on where the run stood, one tab at a time writes a run, and the gallery's files are runs.
import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/stories';
import { RunsPage } from '../support/runsPage';
import { QUICK_RUN, TrainPage } from '../support/trainPage';

test('a reload in the middle of a run goes on from the last save, history included', async ({
  page,
  train,
}) => {
  await train.open(`${QUICK_RUN}&autosaveSeconds=5`);
  await train.press('Train');
  await expect(train.statusBar).toContainText(/Saved at step/);
  await expect(page).toHaveURL(/run=/);
  const firstLine = (await train.logLines())[0];
  await page.reload();
  await train.hasStatus('paused');
  const kept = await train.step();
  expect(kept).toBeGreaterThan(0);
  await expect(train.samples).toBeVisible();
  await train.press('Train');
  await train.reachesStep(kept + 3);
  await train.press('Pause');
  await train.hasStatus('paused');
  const lines = await train.logLines();
  const steps = lines.map((line) => Number.parseInt(line));
  expect(steps).toEqual(steps.map((_, i) => steps[0] + i));
  if (steps[0] === 1) expect(lines[0]).toBe(firstLine);
});

test('a resumed run gives the losses of a run that was never interrupted', async ({ page, train }) => {
  const query =
    'dataset=synthetic-digits&model=dcgan-light&batch=8&seed=7&steps=12&measureEvery=0&backend=wasm&threads=1';
  await train.open(query);
  await train.press('Train');
  await train.hasStatus('done');
  const whole = await train.logLines();

  await page.goto('about:blank');
  await train.open(query);
  await train.takeSteps(5);
  await expect(train.statusBar).toContainText('Saved at step 5');
  await page.reload();
  await train.hasStatus('paused');
  await train.press('Train');
  await train.hasStatus('done');
  expect(await train.logLines()).toEqual(whole);
});

test('a second tab cannot write the run that the first one trains, and opens a copy', async ({
  context,
  page,
  train,
}) => {
  await train.open(QUICK_RUN);
  await train.trainTo(3);
  await expect(train.statusBar).toContainText(/Saved at step/);
  await expect(page).toHaveURL(/run=/);
  const link = page.url();

  const second = new TrainPage(await context.newPage());
  await second.page.goto(link);
  await expect(second.alert).toContainText('open in another tab');
  await expect(second.page.getByText('not saved here')).toHaveCount(0);
  expect(second.page.url()).toBe(link);
  await second.goTo('runs');
  await new RunsPage(second.page).press('Open');
  await expect(second.alert).toContainText('open in another tab');

  await train.press('Train');
  await train.reachesStep((await train.step()) + 3);
  await second.page.goto(link);
  await second.page.getByRole('button', { name: 'Open a copy' }).click();
  await second.hasStatus('paused');
  expect(await second.step()).toBeGreaterThanOrEqual(3);
});

test('the gallery renames, duplicates, exports, deletes and imports a run; a damaged and a foreign zip lose nothing', async ({
  page,
  train,
}, testInfo) => {
  await train.open(QUICK_RUN);
  const step = await train.trainTo(4);
  await train.goTo('runs');
  const runs = new RunsPage(page);
  await expect(runs.cards).toHaveCount(1);

  await runs.rename('My first forger');
  await expect(runs.card('My first forger')).toContainText(`Step ${step}`);
  await runs.press('Duplicate');
  await expect(runs.cards).toHaveCount(2);

  const file = await runs.exportFirst();
  const bytes = await readFile(file);
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await runs.deleteAll();
  await expect(page.getByText('Nothing saved yet')).toBeVisible();

  await runs.import(file);
  await expect(runs.cards).toHaveCount(1);
  await expect(runs.cards.first()).toContainText(`Step ${step}`);

  await runs.import(testInfo.outputPath('cut.zip'), bytes.subarray(0, bytes.length >> 1));
  await expect(train.alert).toHaveCount(1);
  await runs.closeNotices();
  await runs.import(testInfo.outputPath('letter.zip'), Buffer.from('Dear reader, this is no run.'));
  await expect(train.alert).toHaveCount(1);
  await expect(runs.cards).toHaveCount(1);

  await runs.press('Open');
  await train.hasStatus('paused');
  expect(await train.step()).toBe(step);
});

test('a saved run that cannot be read any more is named, kept, and deleted only when asked', async ({
  page,
  train,
}) => {
  await page.goto('./#/about');
  await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('ganvas-runs', { create: true });
    const stream = await (await folder.getFileHandle('lost.run', { create: true })).createWritable();
    await stream.write('half of a run');
    await stream.close();
  });
  await train.open(QUICK_RUN);
  await train.goTo('runs');
  const kept = page.getByRole('region', { name: 'Kept, but not to be opened' });
  await expect(kept).toContainText('lost');
  await kept.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(kept).toHaveCount(0);
});
