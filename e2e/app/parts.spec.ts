// A part of the page that does not come is said, with the way out, and costs no run.
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

test('a place that does not load says so, and a reload leads there with the run kept', async ({
  page,
  train,
}) => {
  const part = /assets\/ExportPlace-.*\.js$/;
  await page.route(part, (route) => route.abort());
  await train.open(QUICK_RUN);
  await train.press('Train');
  await train.reachesStep(10);
  await page.getByRole('navigation').getByRole('link', { name: 'Export', exact: true }).click();
  await expect(train.alert).toContainText('A part of the page did not load');
  await expect(train.alert).toContainText('saved runs are kept');
  const step = await train.step();
  await page.unroute(part);
  await train.alert.getByRole('button', { name: 'Reload' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Export/ })).toBeVisible();
  await train.goTo('runs');
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect
    .poll(async () =>
      Number(/Step ([\d,]+) of/.exec(await page.getByRole('article').innerText())?.[1].replace(',', '')),
    )
    .toBeGreaterThanOrEqual(step);
});
