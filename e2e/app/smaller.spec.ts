// Making the generator smaller: pruned, then trained for integers, compared with what it came from, and exported.
import type { Page } from '@playwright/test';
import { expect, test } from '../support/stories';
import { SMALL_RUN } from '../support/trainPage';

async function makeSmaller(page: Page, how: string, button: string): Promise<void> {
  await page.getByRole('combobox', { name: 'How' }).selectOption({ label: how });
  const steps = page.getByRole('region', { name: 'Make it smaller' }).getByLabel('Steps');
  await steps.fill('10');
  await steps.blur();
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Open it' })).toBeVisible();
}

test('a run is pruned, trained for integers, compared and exported', async ({ page, train }) => {
  await train.open(SMALL_RUN);
  await train.trainTo(40);
  await train.goTo('export');

  await makeSmaller(page, 'Prune channels', 'Prune channels');
  await expect(page.getByText('(channels -25 %) is saved')).toBeVisible();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText(/\(channels -25 %\), step \d+/)).toBeVisible();

  await makeSmaller(page, 'Train for integers', 'Train for integers');
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText(/\(channels -25 %\) \(QAT 8 bits\), step \d+/)).toBeVisible();

  const samples = page.getByLabel('Samples', { exact: true });
  await samples.fill('100');
  await samples.blur();
  await page.getByRole('button', { name: 'Compare' }).click();
  const table = page.getByRole('region', { name: 'Variants side by side' });
  // Five precisions of the first run, two of the pruned one, one of the one that was trained for integers.
  await expect(table.getByRole('button', { name: /^Look at/ })).toHaveCount(8);
  await table.getByRole('button', { name: 'Size' }).click();
  await expect(table.getByRole('row').nth(1)).not.toContainText('float32');
  await table.getByRole('button', { name: /QAT 8 bits.*Look|^Look at .*QAT 8 bits/ }).click();
  await expect(page.getByRole('img', { name: 'This variant' })).toBeVisible();

  await page.getByRole('button', { name: 'Write and check' }).click();
  await expect(page.getByRole('button', { name: /^Download \d/ })).toBeVisible();
  await expect(train.alert).toHaveCount(0);
});

test('a student that was paused goes on and becomes a run of its own, and pruning that is cancelled leaves none', async ({
  page,
  train,
}) => {
  await train.open(SMALL_RUN);
  await train.trainTo(20);
  await train.goTo('export');
  const smaller = page.getByRole('region', { name: 'Make it smaller' });
  const prune = page.getByRole('button', { name: 'Prune channels', exact: true });
  await smaller.getByLabel('Steps').fill('20000');
  await smaller.getByLabel('Steps').blur();
  await prune.click();
  await expect(smaller.getByText(/^Step \d+ of 20000, distance/)).toBeVisible();
  await expect(smaller.getByText(/^From the same noise, step \d+$/)).toBeVisible();
  for (const name of ['as trained', 'smaller'])
    await expect(smaller.getByRole('img', { name: `From the same noise: ${name}` })).toBeVisible();
  await smaller.getByRole('button', { name: 'Cancel' }).click();
  await expect(prune).toBeVisible();
  await expect(smaller.getByRole('alert')).toHaveCount(0);
  await train.goTo('runs');
  await expect(page.getByText('channels -25 %')).toHaveCount(0);
  await train.goTo('export');

  await page.getByRole('combobox', { name: 'How' }).selectOption({ label: 'Distil a student' });
  await page.getByRole('combobox', { name: 'Width of the student' }).selectOption({ label: '0.25 x light' });
  await smaller.getByLabel('Steps').fill('1000');
  await smaller.getByLabel('Steps').blur();
  await smaller.getByRole('button', { name: 'Distil a student', exact: true }).click();
  await smaller.getByRole('button', { name: 'Pause' }).click();
  const waiting = smaller.getByRole('list', { name: 'Not finished' });
  await expect(waiting).toHaveText(/\(student 0\.25\) stands at step \d+ of 1,000\./);
  await waiting.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText(/\(student 0\.25\) is saved: [\d,]+ parameters instead of/)).toBeVisible();
  await expect(waiting).toHaveCount(0);
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByText(/\(student 0\.25\), step 0/)).toBeVisible();
});

test('translators that become smaller show what they make beside what was made before', async ({
  page,
  train,
}) => {
  await page.goto(
    './#/translate?task=cycle-gan&dataset=digits-outlines&dataset.size=64&task.width=4&task.patchWidth=2&batch=2&seed=1' +
      '&steps=100000&sampleEvery=4&measureEvery=0&backend=wasm&threads=1',
  );
  await train.trainTo(4);
  await train.goTo('export');
  const smaller = page.getByRole('region', { name: 'Make it smaller' });
  for (const how of ['Prune channels', 'Train for integers']) {
    await page.getByRole('combobox', { name: 'How' }).selectOption({ label: how });
    await smaller.getByLabel('Steps').fill('20000');
    await smaller.getByLabel('Steps').blur();
    await smaller.getByRole('button', { name: how, exact: true }).click();
    for (const direction of ['A to B and back', 'B to A and back'])
      await expect(
        smaller.getByRole('img', {
          name: new RegExp(`^${direction}: .*, as trained, smaller, and back, right answer$`),
        }),
      ).toBeVisible();
    await expect(smaller.getByText(/^A to B and back, step [1-9]/)).toBeVisible();
    await smaller.getByRole('button', { name: 'Cancel' }).click();
    await expect(smaller.getByRole('button', { name: how, exact: true })).toBeVisible();
  }
});
