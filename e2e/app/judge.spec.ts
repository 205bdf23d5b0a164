// The Judge page: a classifier learns before one's eyes, is kept, and a person sees what it gets wrong.
import { expect, test } from '../support/stories';

test('a classifier learns to name digits before one’s eyes', async ({ page, train }) => {
  await train.open('dataset=synthetic-digits&backend=wasm');
  await train.goTo('judge');
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  const accuracy = page.getByText(/of 600 test images named rightly, after/);
  await expect(accuracy).toBeVisible();
  const rightly = async (): Promise<number> =>
    Number((await page.locator('.accuracy strong').innerText()).replace(' %', ''));
  await expect.poll(rightly, 'most test images named rightly').toBeGreaterThan(60);
  await page.getByRole('button', { name: 'Pause' }).click();
  const onwards = page.getByRole('button', { name: /^(Go on to step 400|Learn 400 steps more)$/ });
  await expect(onwards).toBeVisible();

  const images = page.getByRole('region', { name: 'Test images' });
  await expect(images.getByRole('listitem').first()).toBeVisible();
  expect(await images.getByRole('listitem').count()).toBe(120);
  await images.getByRole('checkbox', { name: /only the wrong ones/ }).check();
  const wrong = images.getByRole('listitem');
  for (const tile of await wrong.all()) expect(await tile.getAttribute('aria-label')).toMatch(/: wrong,/);
  await expect(page.getByRole('region', { name: 'What is mistaken for what' })).toBeVisible();
});

test('a classifier that a reload interrupted goes on from its last save, until it is forgotten', async ({
  page,
  train,
}) => {
  await train.open('dataset=synthetic-digits&backend=wasm');
  await train.goTo('judge');
  await page.getByRole('button', { name: 'Learn', exact: true }).click();
  await expect(page.getByText(/test images named rightly, after/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Loss' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Go on to step 400' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Go on to step 400' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: /^Go on from step \d+$/ }).click();
  await page.getByRole('button', { name: 'Stop and forget' }).click();
  await expect(page.getByRole('button', { name: 'Learn', exact: true })).toBeVisible();
});
