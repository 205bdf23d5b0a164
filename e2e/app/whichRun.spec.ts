// Which run is open: over a reload, from a link, and when the form asks for another one; deletion that is undone.
import { RunsPage } from '../support/runsPage';
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

test('the open run is still there after another place, back, and reloads anywhere, and is offered after a reset', async ({
  page,
  train,
}) => {
  await train.open(QUICK_RUN);
  const step = await train.trainTo(3);
  await expect(page).toHaveURL(/run=/);
  await train.goTo('runs');
  await train.goTo('train');
  await expect(page).toHaveURL(/run=/);
  await page.reload();
  await train.hasStatus('paused');
  expect(await train.step()).toBe(step);

  await train.goTo('about');
  await page.reload();
  await train.hasStatus('paused');
  expect(await train.step()).toBe(step);
  await train.goTo('train');
  await expect(page).toHaveURL(/run=/);

  await train.press('Reset');
  await train.hasStatus('idle');
  await page.getByRole('button', { name: /^Open your last run/ }).click();
  await train.hasStatus('paused');
  expect(await train.step()).toBe(step);
});

test('the link of a run that is nowhere here offers to repeat it', async ({ page, train }) => {
  await train.open(`${QUICK_RUN}&run=0123456789abcdef0123`);
  await expect(page.getByText('not saved here')).toBeVisible();
  await expect(train.button('Train')).toBeEnabled();
});

test('Train says that it begins a new run when the form asks for one, and the old one can go on', async ({
  page,
  train,
}) => {
  await train.open(QUICK_RUN);
  const step = await train.trainTo(3);
  const settings = page.getByRole('complementary', { name: 'Settings' });
  await settings.getByLabel('Seed', { exact: true }).fill('5');
  await settings.getByLabel('Seed', { exact: true }).press('Enter');
  const goOn = page.getByRole('button', { name: /^Go on with/ });
  await goOn.click();
  await train.reachesStep(step + 1);
  await train.press('Pause');
  await train.hasStatus('paused');
  const anew = page.getByRole('button', { name: 'New run with “Seed” 5' });
  await anew.click();
  await train.hasStatus('running');
  await expect(goOn).toHaveCount(0);
  await train.press('Pause');
  await train.goTo('runs');
  const runs = new RunsPage(page);
  await expect(runs.cards).toHaveCount(2);

  await test.step('a deleted run is put back, by the notice and later from the list', async () => {
    await runs.delete();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(runs.cards).toHaveCount(2);
    await runs.delete();
    await expect(runs.cards).toHaveCount(1);
    await page.reload();
    const deleted = page.getByRole('region', { name: 'Recently deleted' });
    await deleted.getByRole('button', { name: /^Put .* back$/ }).click();
    await expect(runs.cards).toHaveCount(2);
    await expect(deleted).toHaveCount(0);
  });

  await test.step('a run is taught other data with its weights, its first layers frozen', async () => {
    await runs.press('Teach other data');
    await expect(page.getByText(/A new run begins with the weights of/)).toBeVisible();
    await page.locator('summary', { hasText: 'Layers that do not learn' }).click();
    await page
      .getByRole('group', { name: 'Generator' })
      .getByRole('button', { name: 'All but the last' })
      .click();
    await expect(page).toHaveURL(/frozenLayers=/);
    await train.trainTo(2);
    await expect(page.getByText(/Began with 100\s% of its weights from/)).toBeVisible();
  });
});
