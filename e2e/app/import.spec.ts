// Models of other programs come in: what this page wrote is opened again and draws, a foreign file changes nothing.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { RunsPage } from '../support/runsPage';
import { expect, test } from '../support/stories';
import { SMALL_RUN } from '../support/trainPage';

/** Writes the open run in a format; returns the path of the zip with its card. */
async function exported(page: Page, format: string, precision: string): Promise<string> {
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: format });
  await page.getByRole('combobox', { name: 'Precision' }).selectOption({ label: precision });
  await page.getByRole('button', { name: 'Write and check' }).click();
  await expect(page.getByRole('heading', { name: `${format}, ${precision}`, exact: true })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /card/ }).click();
  return (await download).path();
}

test('a generator becomes GIFs, leaves and comes back in three formats, draws, and leaves again', async ({
  page,
  train,
}) => {
  await train.open(SMALL_RUN);
  await train.trainTo(30);
  await train.goTo('use');
  for (const [shows, name] of [
    ['A walk through the noise', /walk-seed-1\.gif$/],
    ['The training, from the first step on', /training-step-\d+\.gif$/],
  ] as const) {
    await page.getByRole('combobox', { name: 'Shows' }).selectOption({ label: shows });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make the GIF' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(name);
    const bytes = await readFile(await file.path());
    expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a');
    expect(bytes.at(-1)).toBe(0x3b);
  }

  await train.goTo('export');
  const files = [
    await exported(page, 'TensorFlow.js', 'float16 weights'),
    await exported(page, 'Keras', '.h5 and .json'),
    await exported(page, 'TensorFlow Lite', 'float32'),
  ];
  await train.goTo('runs');
  const runs = new RunsPage(page);
  for (const [i, path] of files.entries()) {
    await runs.import(`${test.info().outputPath('model')}-${i}.zip`, new Uint8Array(await readFile(path)));
    await expect(runs.cards).toHaveCount(2 + i);
  }
  await expect(train.alert).toHaveCount(0);

  await runs.cards
    .filter({ hasText: 'is not trained on' })
    .first()
    .getByRole('button', { name: 'Open' })
    .click();
  await expect(page.getByText('it draws, and has no discriminator to train with')).toBeVisible();
  await expect(train.button('Train')).toBeDisabled();
  await train.goTo('use');
  await expect(page.getByText(/This generator was read from/)).toBeVisible();
  await expect(page.getByRole('img', { name: 'Samples of seed 1' })).toBeVisible();
  await train.goTo('export');
  await page.getByRole('button', { name: 'Write and check' }).click();
  await expect(page.getByRole('button', { name: /^Download \d/ })).toBeVisible();
});

test('a file in full integers opens; a foreign and a cut one are refused by name, and nothing is lost', async ({
  page,
  train,
}) => {
  await train.open(SMALL_RUN);
  await train.trainTo(10);
  await train.goTo('export');
  const integer = await exported(page, 'TensorFlow Lite', 'int8, int8 in and out');
  const whole = await exported(page, 'TensorFlow Lite', 'float32');
  await train.goTo('runs');
  const runs = new RunsPage(page);
  await expect(runs.cards).toHaveCount(1);
  const folder = test.info().outputPath('file');

  await runs.import(`${folder}-letter.h5`, new TextEncoder().encode('Dear reader, this is no model.'));
  await expect(train.alert).toContainText('44 65 61 72');
  await runs.closeNotices();
  await runs.import(`${folder}-integer.zip`, new Uint8Array(await readFile(integer)));
  await expect(runs.cards).toHaveCount(2);
  await expect(train.alert).toHaveCount(0);
  await runs.import(`${folder}-cut.zip`, new Uint8Array(await readFile(whole)).subarray(0, 5000));
  await expect(train.alert).toContainText('damaged');
  await expect(runs.cards).toHaveCount(2);
});
