// Runs that leave for PyTorch and come back: the folders that the page makes are trained by the train.py in them, and what that writes
// opens again with all of its steps. That the steps are the page's own is src/worker/continueElsewhere.test.ts.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { PYTHON } from '../../src/testing/torchPrograms';
import { runProgram } from '../../src/testing/tools';
import { torchMisses, trainFolders, unpackFolder } from '../../src/testing/torchRuns';
import { RunsPage } from '../support/runsPage';
import { expect, test } from '../support/stories';
import { QUICK_RUN, SMALL_RUN, type TrainPage } from '../support/trainPage';

const BEFORE = 3;
const THERE = BEFORE + 10;
const BACK = THERE + 2;

/** Makes the folder in a dialog that is open, and closes it after `look`. @returns the folder's zip */
async function makeFolder(
  page: Page,
  title: string,
  look: (dialog: Locator) => Promise<void>,
): Promise<Uint8Array> {
  const dialog = page.getByRole('dialog', { name: title });
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Make the folder' }).click();
  const zip = await readFile(await (await download).path());
  await look(dialog);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  return zip;
}

/** Takes a few steps, and the run leaves. @returns its folder's zip */
async function leave(page: Page, train: TrainPage, look: (dialog: Locator) => Promise<void>) {
  await train.takeSteps(BEFORE);
  await train.goTo('runs');
  const { cards } = new RunsPage(page);
  await cards.first().getByRole('button', { name: 'Continue elsewhere' }).click();
  return makeFolder(page, 'Continue elsewhere', look);
}

/** Trains the folder at a place, brings the run back and opens it. @returns what training said */
async function trainThere(page: Page, train: TrainPage, zip: Uint8Array, folder: string): Promise<string> {
  await unpackFolder(zip, folder);
  const [printed] = await trainFolders([[folder, ['--steps', String(THERE), '--device', 'cpu']]]);
  const runs = new RunsPage(page);
  await runs.import(join(folder, 'out', 'run.zip'));
  await expect(runs.cards).toHaveCount(2);
  await expect(runs.cards.first()).toContainText(`Step ${THERE}`);
  await runs.press('Open');
  await train.hasStatus('done');
  expect(await train.step()).toBe(THERE);
  return printed;
}

async function goOnHere(page: Page, train: TrainPage): Promise<void> {
  const steps = page.getByRole('textbox', { name: 'Steps', exact: true });
  await steps.fill(String(BACK));
  await steps.blur();
  await train.press('Train');
  await train.reachesStep(BACK);
  await train.hasStatus('done');
}

test('a run goes on in PyTorch and comes back with its steps, its samples and its charts', async ({
  page,
  train,
}, testInfo) => {
  await train.open(SMALL_RUN);
  const zip = await leave(page, train, (dialog) =>
    expect(dialog.getByLabel('One process')).toHaveText('python3 train.py --steps 100000'),
  );
  const parts = ['README.md', 'history.npz', 'images.npy', 'labels.npy', 'run.json', 'timeline.npz'];
  const names = Object.keys(unzipSync(zip)).map((path) => path.slice(path.indexOf('/') + 1));
  expect(names.sort()).toEqual([...parts, 'train.py', 'weights.npz']);

  const missing = torchMisses();
  test.skip(missing !== undefined, missing);
  const printed = await trainThere(page, train, zip, testInfo.outputPath('run'));
  expect(printed).toContain(`${THERE - BEFORE} steps in `);
  await expect(train.samples).toHaveAccessibleName(new RegExp(`step ${THERE}`));
  await goOnHere(page, train);
  await page.getByRole('region', { name: 'Loss' }).getByRole('button', { name: 'Save this chart' }).click();
  const numbers = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Numbers (CSV)' }).click();
  const lines = (await readFile(await (await numbers).path(), 'utf8')).trim().split('\r\n').slice(1);
  const all = Array.from({ length: BACK }, (_, i) => String(1 + i));
  expect(lines.map((line) => line.split(',')[0])).toEqual(all);
});

test('a picture is painted on in PyTorch by one process, and comes back', async ({
  page,
  train,
}, testInfo) => {
  await page.goto(
    './#/translate?task=style-transfer&dataset.side=64&seed=1&steps=100000&backend=wasm&threads=1',
  );
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  // A single picture is no batch that several could share.
  const ways = ['One process', 'SLURM', 'A notebook on a hosted graphics card'];
  const zip = await leave(page, train, (dialog) => expect(dialog.locator('h3')).toHaveText(ways));

  const missing = torchMisses();
  test.skip(missing !== undefined, missing);
  await trainThere(page, train, zip, testInfo.outputPath('run'));
  await expect(page.getByRole('img', { name: `Content, style and picture at step ${THERE}` })).toBeVisible();
  await goOnHere(page, train);
});

test('a sweep is trained in PyTorch, comes back as one file with its chart and its table, and is finished here', async ({
  page,
  train,
}, testInfo) => {
  const points = QUICK_RUN.replace('synthetic-digits', 'points-ring').replace('dcgan-light', 'gan-mlp');
  await train.open(points.replace('steps=100000', 'steps=30'));
  await train.goTo('sweep');
  await page.getByRole('combobox', { name: 'Setting', exact: true }).selectOption({ label: 'Loss' });
  await page.getByRole('group', { name: 'Values of Loss' }).getByLabel('Hinge').check();
  await page.getByLabel('Seeds').fill('1-2');
  await page.getByLabel('Name, if you like').fill('Losses');
  await page.getByRole('button', { name: 'Train it elsewhere' }).click();
  const zip = await makeFolder(page, 'Train it elsewhere', (dialog) =>
    expect(dialog.getByLabel('One process')).toContainText('sh start.sh all'),
  );

  const missing = torchMisses();
  test.skip(missing !== undefined, missing);
  const folder = testInfo.outputPath('sweep');
  await unpackFolder(zip, folder);
  const trained = [0, 1, 2].map((number) => join(folder, 'runs', String(number)));
  await trainFolders(trained.map((run) => [run, ['--device', 'cpu']]));
  await runProgram(PYTHON, ['gather.py'], folder);
  await train.goTo('runs');
  await new RunsPage(page).import(join(folder, 'results.zip'));
  await expect(page.getByText('3 of the 4 runs of a sweep')).toBeVisible();
  await page.getByRole('link', { name: 'Sweep settings' }).click();
  const sweep = page.getByRole('region', { name: 'Losses', exact: true });
  await expect(sweep.getByRole('img', { name: /by Loss: means over the seeds/ })).toBeVisible();
  await expect(sweep.getByText('Ended: 3 of 4 runs done.')).toBeVisible();
  const table = sweep.getByRole('region', { name: /in numbers$/ });
  await expect(table.getByRole('row')).toHaveText([
    /Loss.*Mean/,
    /^Non-saturating \(standard\)\s*2/,
    /^Hinge\s*1/,
  ]);
  await sweep.getByRole('button', { name: 'Train the rest' }).click();
  await expect(sweep.getByText('All 4 runs done.')).toBeVisible();
  await expect(table.getByRole('row')).toHaveText([
    /Loss.*Mean/,
    /^Non-saturating \(standard\)\s*2/,
    /^Hinge\s*2/,
  ]);
});
