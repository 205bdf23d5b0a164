// The lesson of the judge: a classifier learns in the page, and a person sees what it gets wrong.
import { expect, test } from '../support/stories';

test('a classifier learns to name digits before one’s eyes', async ({ page, train }) => {
  await train.open('dataset=synthetic-digits');
  await train.goTo('judge');
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  const accuracy = page.getByText(/of 600 test images named rightly, after/);
  await expect(accuracy).toBeVisible();
  const rightly = async (): Promise<number> =>
    Number((await page.locator('.accuracy strong').innerText()).replace(' %', ''));
  await expect.poll(rightly, 'most test images named rightly').toBeGreaterThan(60);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: /Learn \d+ steps more/ })).toBeVisible();

  const images = page.getByRole('region', { name: 'Test images' });
  await expect(images.getByRole('listitem').first()).toBeVisible();
  expect(await images.getByRole('listitem').count()).toBe(120);
  await images.getByRole('checkbox', { name: /only the wrong ones/ }).check();
  const wrong = images.getByRole('listitem');
  for (const tile of await wrong.all()) expect(await tile.getAttribute('aria-label')).toMatch(/: wrong,/);
  await expect(page.getByRole('region', { name: 'What is mistaken for what' })).toBeVisible();
});
