// Which run is open: over a reload, from a link, in a second tab, and when the form asks for another one.
import { RunsPage } from '../support/runsPage';
import { expect, test } from '../support/stories';
import { QUICK_RUN, TrainPage } from '../support/trainPage';

test('the open run is still there after another place, back, and reloads anywhere', async ({
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
});

test('the link of a run that another tab has says so, and a copy opens', async ({ context, page, train }) => {
  await train.open(QUICK_RUN);
  await train.trainTo(3);
  await expect(page).toHaveURL(/run=/);
  const link = page.url();

  const second = new TrainPage(await context.newPage());
  await second.page.goto(link);
  await expect(second.alert).toContainText('open in another tab');
  await expect(second.page.getByText('not saved here')).toHaveCount(0);
  expect(second.page.url()).toBe(link);
  await second.page.getByRole('button', { name: 'Open a copy' }).click();
  await second.hasStatus('paused');
  expect(await second.step()).toBeGreaterThanOrEqual(3);
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
  await expect(new RunsPage(page).cards).toHaveCount(2);
});

test('the first page offers the last run', async ({ page, train }) => {
  await train.open(QUICK_RUN);
  const step = await train.trainTo(3);
  await train.press('Reset');
  await train.hasStatus('idle');
  await page.getByRole('button', { name: /^Open your last run/ }).click();
  await train.hasStatus('paused');
  expect(await train.step()).toBe(step);
});

test('a deleted run is put back, by the notice and later from the list', async ({ page, train }) => {
  await train.open(QUICK_RUN);
  await train.trainTo(2);
  await train.goTo('runs');
  const runs = new RunsPage(page);
  await expect(runs.cards).toHaveCount(1);
  await runs.deleteAll();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(runs.cards).toHaveCount(1);
  await runs.deleteAll();
  await page.reload();
  const deleted = page.getByRole('region', { name: 'Recently deleted' });
  await deleted.getByRole('button', { name: /^Put .* back$/ }).click();
  await expect(runs.cards).toHaveCount(1);
  await expect(deleted).toHaveCount(0);
});
