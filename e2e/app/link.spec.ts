// A link is a run: it brings its whole configuration, and what it asks for is what trains.
import { expect, test } from '../support/stories';

test('a link reproduces a configuration and its losses', async ({ page, train }) => {
  const query =
    'dataset=synthetic-digits&model=dcgan-light&loss=least-squares&seed=42&steps=4&batch=8&measureEvery=0&backend=wasm&threads=1';
  const losses: string[][] = [];
  for (let visit = 0; visit < 2; visit++) {
    await train.open(query);
    await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveValue('42');
    await expect(page.getByRole('textbox', { name: 'Steps', exact: true })).toHaveValue('4');
    await train.press('Train');
    await train.hasStatus('done');
    losses.push(await train.logLines());
    await page.goto('about:blank');
  }
  expect(losses[0]).toHaveLength(4);
  expect(losses[1]).toEqual(losses[0]);
});

test('a link with names and values that are none keeps the rest, and says what is allowed', async ({
  page,
  train,
}) => {
  const faulty = 'batch=none&model=stylegan9&colour=blue&lss=hinge';
  await train.open(`${faulty}&seed=42`);
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveValue('42');
  expect(page.url()).toContain(`${faulty}&seed=42`);
  for (const message of [
    /Batch size .*none.* must be a whole number from 2 to 512/,
    /There is no model named "stylegan9"/,
    /There is no setting named "colour"/,
    /There is no setting named "lss"/,
  ])
    await expect(train.alert).toContainText(message);
  await train.hasStatus('idle');
});

test('a task that begins with a trained run is named in the form, and says so when a link asks for it alone', async ({
  page,
  train,
}) => {
  await train.open('task=distill&seed=42');
  const task = page.getByRole('combobox', { name: 'Task', exact: true });
  await expect(task).toHaveValue('distill');
  const option = task.locator('option[value=distill]');
  await expect(option).toHaveText('A student of a generator');
  await train.press('Train');
  await expect(
    page.getByText('The task distill starts from a trained run, and there is none.'),
  ).toBeVisible();
  await task.selectOption('adversarial');
  await expect(option).toHaveCount(0);
});

test('what a tracker adds to a link alarms nobody, changes nothing and stays in the address', async ({
  page,
  train,
}) => {
  const tracked = 'seed=42&fbclid=IwAR0&utm_source=mail';
  await page.goto(`./#/train?${tracked}`);
  await expect(page.getByText('There is no setting named "fbclid".')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveValue('42');
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  await expect(train.alert).toHaveCount(0);
  expect(page.url()).toContain(tracked);
  await page.goto('./#/lab?pair=packing&seed=5&fbclid=IwAR0');
  await expect(page.getByText('The lab has no setting named "fbclid".')).toBeVisible();
  await expect(page.getByLabel('Seed')).toHaveValue('5');
  expect(page.url()).toContain('pair=packing&seed=5&fbclid=IwAR0');

  // The same tab at another place is given a link.
  await page.goto('./#/train?steps=77&seed=43&fbclid=IwAR1');
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveValue('43');
  await expect(page.getByRole('textbox', { name: 'Steps', exact: true })).toHaveValue('77');
  expect(page.url()).toContain('steps=77&seed=43&fbclid=IwAR1');
});
