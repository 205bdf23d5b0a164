// Taking the generator out: every format is written, run and handed out; the files are what they say.
import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from '../support/stories';
import { QUICK_RUN, SMALL_RUN } from '../support/trainPage';

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()));
}

test('a trained generator leaves in every format, checked', async ({ page, train }) => {
  await train.open(SMALL_RUN);
  await train.trainTo(40);
  await train.goTo('export');

  const format = page.getByRole('combobox', { name: 'Format' });
  const precision = page.getByRole('combobox', { name: 'Precision' });
  for (const label of await format.locator('option').allInnerTexts()) {
    await test.step(label, async () => {
      await format.selectOption({ label });
      const kind = await precision.locator('option').first().innerText();
      await page.getByRole('button', { name: 'Write and check' }).click();
      await expect(page.getByRole('heading', { name: `${label}, ${kind}`, exact: true })).toBeVisible();
      await expect(train.alert).toHaveCount(0);
    });
  }
});

test('training goes on after an export that came in between, whose file and card are downloaded', async ({
  page,
  train,
}) => {
  await train.open(QUICK_RUN);
  await train.press('Train');
  await train.reachesStep(10);
  await train.goTo('export');
  await page.getByRole('button', { name: 'Write and check' }).click();
  await expect(page.getByRole('button', { name: /^Download \d/ })).toBeVisible();
  await train.reachesStep((await train.step()) + 5);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download \d/ }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.tflite$/);
  const bytes = await bytesOf(file);
  expect(new TextDecoder().decode(bytes.subarray(4, 8))).toBe('TFL3');

  const [zip] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'With model card' }).click(),
  ]);
  const files = unzipSync(await bytesOf(zip));
  expect(Object.keys(files)).toEqual([file.suggestedFilename(), 'model-card.md', 'model-card.json']);
  expect(files[file.suggestedFilename()]).toEqual(bytes);
  const card: { seed?: unknown; proof: { images: number } } = JSON.parse(
    new TextDecoder().decode(files['model-card.json']),
  );
  expect(card.proof.images).toBe(64);

  await test.step('a board that is too small says by how much', async () => {
    const board = page.getByRole('listitem').filter({ hasText: 'i.MX RT1060' });
    await expect(board).toContainText('Fits');
    await board.getByLabel('RAM, kB').fill('4');
    await board.getByLabel('RAM, kB').blur();
    await expect(board).toContainText('Does not fit');
    await expect(board).toContainText('of RAM too little');
    await board.getByRole('button', { name: /^Reset/ }).click();
    await expect(board).toContainText('Fits');
  });
});
