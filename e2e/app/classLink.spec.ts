// An instructor prepares a link; the page that it opens keeps what it holds, over reloads and other places, until a person
// opens all controls.
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

test('a lesson link hides, fixes and pauses until all controls are opened', async ({ page, train }) => {
  await train.open(QUICK_RUN);
  await page.getByRole('link', { name: 'Lesson link' }).click();
  await page.getByLabel('All controls not named below').selectOption('Fixed');
  await page.getByRole('combobox', { name: 'Seed', exact: true }).selectOption('Hidden');
  await page.getByRole('combobox', { name: 'Data set', exact: true }).selectOption('Allowed');
  await page.getByLabel('Log', { exact: true }).uncheck();
  await page.getByLabel('The run pauses by itself').selectOption('after every … steps');
  await page.getByLabel('Steps until it pauses').fill('3');
  await page.getByLabel('Note to the class').fill('Watch both losses.');
  await page.getByLabel('Note to the class').blur();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await expect(page.getByLabel('For a page of a course')).toHaveValue(
    /^<iframe src="http.*lock=fix&amp;allow=dataset/,
  );
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  expect(link).toContain(
    'lock=fix&allow=dataset&hide=seed&panels=settings,timeline,charts,quality,networks,health,places',
  );

  await page.goto('about:blank');
  await page.goto(link);
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  const isLocked = async (): Promise<void> => {
    await expect(page.getByText('Watch both losses.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Steps', exact: true })).toBeDisabled();
    await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: 'Data set' })).toBeEnabled();
    await expect(page.getByRole('log')).toHaveCount(0);
  };
  await isLocked();

  await page.keyboard.press('Space');
  await expect(page.getByText('Paused at step 3, as the lesson link says.')).toBeVisible();
  expect(await train.step()).toBe(3);

  await train.goTo('runs');
  await expect(page.getByRole('button', { name: 'Open all controls' })).toBeVisible();
  expect(page.url()).toContain('#/runs?lock=fix');
  await page.reload();
  await expect(page.getByText('Watch both losses.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Translate' })).toHaveCount(0);
  await train.goTo('train');
  await isLocked();
  await page.evaluate(() => void (location.hash = '#/train?seed=5&steps=9'));
  await expect(page.getByText('The lesson link that opened this page holds')).toBeVisible();
  await isLocked();
  await page.evaluate(() => void (location.hash = '#/runs?note=mine'));
  await expect.poll(() => page.url(), 'a note alone takes no lock away').toMatch(/#\/runs\?lock=fix/);
  await page.evaluate(() => void (location.hash = '#/translate?batch=2'));
  await expect(page.getByText('This lesson stays where it is')).toBeVisible();
  await expect(page.getByText('is no place of this page')).toHaveCount(0);
  await isLocked();

  await page.getByRole('button', { name: 'Open all controls' }).click();
  await expect(page.getByRole('textbox', { name: 'Steps', exact: true })).toBeEnabled();
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveValue('1');
  await expect(page.getByRole('log')).toBeAttached();
  await expect.poll(() => page.url(), 'the address says nothing of a lock').not.toContain('lock=');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Steps', exact: true })).toBeEnabled();

  await page.goto('about:blank');
  await page.goto('./?lock=fix&seed=9#/train?batch=8&backend=wasm&threads=1');
  await page.getByRole('button', { name: 'Open all controls' }).click();
  await expect.poll(() => page.url(), 'nor before the hash').not.toContain('lock=');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Steps', exact: true })).toBeEnabled();
});

test('a lesson link to any place locks a page that is open, and a damaged one stays locked', async ({
  page,
  train,
}) => {
  await train.open(`${QUICK_RUN}&steps=9`);
  await page.evaluate(() => void (location.hash = '#/runs?lock=fix&note=Again'));
  await expect(page.getByText('Again', { exact: true })).toBeVisible();
  await train.goTo('train');
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveValue('1');

  await page.goto('about:blank');
  await page.goto(`./#/train?lcok=fix&hide=sede&budget=3weeks&seed=4`);
  await expect(train.alert).toContainText('"lcok=fix" was taken as the word lock');
  await expect(train.alert).toContainText('There is no setting named "sede" to hide; seed was taken.');
  await expect(page.getByRole('button', { name: 'Open all controls' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Steps', exact: true })).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'Seed', exact: true })).toHaveCount(0);
});

test('a locked link leads where it says, encoded once more and over a slow network', async ({
  page,
  train,
}) => {
  await train.open(QUICK_RUN);
  const openAll = page.getByRole('button', { name: 'Open all controls' });
  // The place comes when the page is locked already.
  await page.route(/\/LabPage-[^/]*\.js$/, async (route) => {
    await openAll.waitFor();
    await route.continue();
  });
  await page.goto('about:blank');
  await page.goto(`./#/${encodeURIComponent('lab?pair=packing&lock=fix&allow=seed')}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Lab/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: /^One point at a time, or two/ })).toBeChecked();
  await expect(openAll).toBeVisible();
  await expect.poll(() => page.url()).toMatch(/#\/lab\?.*lock=fix/);
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.goto('about:blank');
  await page.goto('./#/lesons?lesson=labels&lock=fix&batch=3');
  await expect(page.getByRole('heading', { level: 1, name: 'Labels: draw me a seven' })).toBeVisible();
  await expect(page.getByText('“/lesons” is no place of this page; Lessons was opened.')).toBeVisible();
  await expect(page.getByText('A link to a lesson has no setting named "batch".')).toBeVisible();
  await expect(openAll).toBeVisible();
});
