// The collapse lab: a pair opens from a link, both sides train, the broken one is mended on the way, the link comes back.
import { expect, test } from '../support/stories';

const LINK = './#/lab?pair=packing&seed=3';

test('a pair trains side by side, and the broken run is mended while it runs', async ({ page }) => {
  await page.goto(LINK);
  const side = (name: string) => page.getByRole('region', { name, exact: true });
  const stepOf = async (name: string) => Number(await side(name).getAttribute('data-step'));
  await expect(page.getByRole('radio', { name: /One point at a time/ })).toBeChecked();
  await expect(page.getByLabel('Seed')).toHaveValue('3');

  await page.getByRole('button', { name: 'Play both' }).click();
  for (const name of ['Broken', 'Mended'])
    await expect.poll(() => stepOf(name), `the ${name} side trains`).toBeGreaterThan(30);
  await expect(side('Broken').getByRole('img', { name: /^Samples of the broken side/ })).toBeVisible();

  await page.getByRole('button', { name: 'Mend the broken run' }).click();
  await expect(page.getByText(/Mended at step \d+/)).toBeVisible();
  const mendedAt = await stepOf('Broken');
  await expect.poll(() => stepOf('Broken'), 'the mended run goes on').toBeGreaterThan(mendedAt + 20);
  await expect(side('Broken').getByText('packing 2')).toBeVisible();

  await page.getByRole('button', { name: 'Pause both' }).click();
  const paused = await stepOf('Mended');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => stepOf('Mended'), 'both sides start over').toBe(0);
  expect(paused).toBeGreaterThan(0);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the link of the lab opens it again as it was', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./#/lab');
  await page.getByRole('radio', { name: /One generator, or eight/ }).check({ force: true });
  await page.getByLabel('Seed').fill('42');
  await page.getByLabel('Seed').blur();
  await page.getByRole('button', { name: 'Send as a link' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#/lab?pair=generators&seed=42');

  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByRole('radio', { name: /One generator, or eight/ })).toBeChecked();
  await expect(page.getByLabel('Seed')).toHaveValue('42');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a side opens in Train with its settings', async ({ page, train }) => {
  await page.goto(LINK);
  await expect(page.getByRole('button', { name: 'Play both' })).toBeEnabled();
  await page
    .getByRole('region', { name: 'Mended', exact: true })
    .getByRole('button', { name: 'Open in Train' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Train' })).toBeAttached();
  expect(page.url()).toContain('packing=2');
  expect(page.url()).toContain('seed=3');
  await expect(train.button('Train')).toBeEnabled();
});
