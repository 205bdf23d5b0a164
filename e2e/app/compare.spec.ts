// Saved runs beside each other: two are marked with a star and a note and chosen on Runs, their charts and settings compared, and one scrubber moves both.
import { expect, test } from '../support/stories';
import { RunsPage } from '../support/runsPage';
import { QUICK_RUN } from '../support/trainPage';

test('two saved runs are compared: lines, what differs, samples in step; what is gone is named', async ({
  page,
  train,
}) => {
  const quick = QUICK_RUN.replace('sampleEvery=10', 'sampleEvery=1');
  await train.open(quick);
  await train.takeSteps(3);
  await expect(train.statusBar).toContainText('Saved at step 3');
  await page.goto('about:blank');
  await train.open(quick.replace('seed=1', 'seed=2'));
  await train.takeSteps(5);
  await expect(train.statusBar).toContainText('Saved at step 5');

  await train.goTo('runs');
  const { cards } = new RunsPage(page);
  await expect(cards).toHaveCount(2);
  await cards
    .nth(1)
    .getByRole('button', { name: /^Star / })
    .click();
  await cards.nth(1).getByRole('button', { name: 'Note', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Note on / });
  await dialog.getByRole('textbox').fill('Seed 1: three steps,\nno digit yet.');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(cards.nth(1)).toContainText('no digit yet.');
  await page.reload();
  await page.getByRole('checkbox', { name: 'Only runs with a star: 1 of 2' }).check();
  await expect(cards).toHaveText([/Seed 1: three steps,\s+no digit yet\./]);
  await page.getByRole('checkbox', { name: /^Only runs with a star/ }).uncheck();
  await cards.nth(0).getByRole('checkbox', { name: 'Compare' }).focus();
  await page.keyboard.press('Space');
  await cards.nth(1).getByRole('checkbox', { name: 'Compare' }).check();
  await page.getByRole('link', { name: 'Compare 2 runs' }).click();

  const compared = page.getByRole('region', { name: 'What is compared' }).getByRole('listitem');
  await expect(compared).toContainText([/seed 2/, /seed 1.*Seed 1: three steps/s]);
  const stars = compared.getByRole('button', { name: /^Star / });
  await expect(stars.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await stars.nth(0).click();
  await expect(stars.nth(0)).toHaveAttribute('aria-pressed', 'true');

  const settings = page.getByRole('region', { name: 'Settings of the runs' });
  await expect(settings.getByRole('row')).toHaveText([/Setting/, /Seed.*2.*1/]);
  await page.getByRole('checkbox', { name: /Show all/ }).check();
  await expect(settings.getByRole('row', { name: /^Batch/ })).toBeVisible();

  const losses = page.getByRole('region', { name: 'Loss: Generator', exact: true });
  await expect(losses.getByRole('row')).toHaveCount(3);
  await expect(losses.getByRole('row').nth(1)).toContainText(/at 5/);
  await expect(losses.getByRole('row').nth(2)).toContainText(/at 3/);

  const samples = page.getByRole('img', { name: /^Samples of / });
  await expect(samples).toHaveCount(2);
  await expect(samples.nth(0)).toHaveAccessibleName(/at step 5$/);
  await expect(samples.nth(1)).toHaveAccessibleName(/at step 3$/);
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  for (const picture of await samples.all()) await expect(picture).toHaveAccessibleName(/at step 1$/);

  const download = page.waitForEvent('download');
  await losses.getByRole('button', { name: 'Save this chart' }).click();
  await page.getByRole('button', { name: 'Picture (PNG)' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.png$/);

  await page.reload();
  await expect(samples).toHaveCount(2);
  await expect(train.alert).toHaveCount(0);
  const ids = new URLSearchParams(page.url().split('?')[1]).get('runs');
  await page.evaluate((to) => void (location.hash = to), `/compare?runs=${ids},nobody,../up`);
  const missing = page.getByRole('status').filter({ hasText: 'Not all of them are here' });
  await expect(missing).toContainText('No run with the id "nobody" is saved on this device.');
  await expect(missing).toContainText('1 of the address');
  await expect(samples).toHaveCount(2);
});
