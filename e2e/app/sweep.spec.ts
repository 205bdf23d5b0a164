// A sweep in the page: two values with two seeds are queued, a reload cuts one off, the rest goes on at another place, and what
// was found stands as a chart and a table. The same sweep leaves as a folder for other machines. By keyboard
// alone until it trains.
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { press, reach } from '../support/keyboard';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const POINTS = QUICK_RUN.replace('synthetic-digits', 'points-ring')
  .replace('dcgan-light', 'gan-mlp')
  .replace('steps=100000', 'steps=3000');

test('a small sweep is trained through a reload, shown with its spread, and leaves as a folder', async ({
  page,
  train,
}) => {
  await train.open(POINTS);
  await train.goTo('sweep');
  await expect(page.getByRole('combobox', { name: 'Setting', exact: true })).toHaveValue('batch');
  await reach(page, page.getByLabel('Values of Batch size'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('4, 8');
  await expect(page.getByText('Read as 4 · 8')).toBeVisible();
  await reach(page, page.getByLabel('Seeds'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('1-2');
  await reach(page, page.getByLabel('Name, if you like'));
  await page.keyboard.type('Batches');
  await expect(page.getByText(/^4 runs\. About .* on this device\.$/)).toBeVisible();

  const download = page.waitForEvent('download');
  await press(page, page.getByRole('button', { name: 'Train it elsewhere' }));
  const dialog = page.getByRole('dialog', { name: 'Train it elsewhere' });
  await press(page, dialog.getByRole('button', { name: 'Make the folder' }));
  const folder = await download;
  expect(folder.suggestedFilename()).toBe('Batches-pytorch.zip');
  const files = Object.entries(unzipSync(await readFile(await folder.path())));
  const [, described] = files.find(([name]) => name.endsWith('sweep.json')) ?? [];
  const { runs } = JSON.parse(new TextDecoder().decode(described));
  expect(runs).toEqual([
    { batch: 4, seed: 1 },
    { batch: 8, seed: 1 },
    { batch: 4, seed: 2 },
    { batch: 8, seed: 2 },
  ]);
  await press(page, dialog.getByRole('button', { name: 'Close' }).last());

  await press(page, page.getByRole('button', { name: 'Train all of them' }));
  const sweep = page.getByRole('region', { name: 'Batches', exact: true });
  await expect(sweep.getByRole('status').filter({ hasText: /[1-3] of 4 runs done/ })).toBeAttached();
  await page.reload();
  await train.goTo('runs');
  const strip = page.getByRole('complementary', { name: 'Sweep' });
  await expect(strip).toContainText(/[1-3] of 4 runs of the sweep are done/);
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(4);
  await expect(strip).toBeHidden(); // all is done
  for (const name of [
    'Batch size 4, seed 1',
    'Batch size 8, seed 1',
    'Batch size 4, seed 2',
    'Batch size 8, seed 2',
  ])
    await expect(page.getByRole('article', { name: `Batches, ${name}` })).toContainText(
      'Step 3,000 of 3,000',
    );

  await page.getByRole('link', { name: 'Sweep settings' }).click();
  await expect(sweep.getByText('All 4 runs done.')).toBeVisible();
  const table = sweep.getByRole('region', { name: /in numbers$/ });
  await expect(table.getByRole('row')).toHaveText([
    /Batch size.*Mean/,
    /^4\s*2\s*[\d.-]+/,
    /^8\s*2\s*[\d.-]+/,
  ]);
  await expect(sweep.getByRole('img', { name: /by Batch size: means over the seeds/ })).toBeVisible();
  await sweep.getByRole('button', { name: 'Save this chart' }).click();
  const numbers = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Numbers (CSV)' }).click();
  const csv = (await readFile(await (await numbers).path(), 'utf8')).trim().split('\r\n');
  expect(csv.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
    'batch seed',
    '4 1',
    '4 2',
    '8 1',
    '8 2',
  ]);
  await table.getByRole('link', { name: 'Compare the runs of 4' }).click();
  await expect(page.getByRole('img', { name: /^Samples of Batches/ })).toHaveCount(2);
  await expect(train.alert).toHaveCount(0);
});

test('where the browser keeps nothing of the page and grants no locks, a sweep is trained while the page is open', async ({
  page,
  train,
}) => {
  await page.addInitScript(() => {
    const denied = (): never => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    Object.defineProperty(globalThis, 'localStorage', { get: denied });
    for (const name of ['query', 'request'] as const)
      LockManager.prototype[name] = () =>
        Promise.reject(new DOMException('The request was denied.', 'SecurityError'));
  });
  await train.open(POINTS.replace('steps=3000', 'steps=50'));
  await train.goTo('sweep');
  await page.getByLabel('Values of Batch size').fill('4, 8');
  await page.getByLabel('Seeds').fill('1');
  await page.getByLabel('Name, if you like').fill('Not kept');
  await page.getByRole('button', { name: 'Train all of them' }).click();
  const sweep = page.getByRole('region', { name: 'Not kept', exact: true });
  await expect(sweep.getByText('All 2 runs done.')).toBeVisible();
});
