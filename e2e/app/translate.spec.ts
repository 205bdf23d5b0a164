// Pictures of one kind become pictures of another: a ready pair from the first step over a reload to its link.
import { pixelsAtRest } from '../support/pixels';
import { RunsPage } from '../support/runsPage';
import { expect, test } from '../support/stories';

/** Small, one thread, nothing measured: as the quick run of noise. */
const QUICK_PAIR =
  'task=cycle-gan&dataset=digits-outlines&dataset.size=100&task.width=4&task.patchWidth=4&batch=2&seed=1&steps=100000' +
  '&sampleEvery=4&measureEvery=0&backend=wasm&threads=1';

test('a ready pair is translated: scrubbed, reloaded, gone on with, opened from Runs, repeated from its link', async ({
  page,
  train,
}) => {
  // A link of the task leads to its place, also one that names the other.
  await page.goto(`./#/train?${QUICK_PAIR}`);
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  await expect(page).toHaveURL(/#\/translate\?/);
  const settings = page.getByRole('complementary', { name: 'Settings' });
  await expect(settings.getByText('Width of generators', { exact: true })).toHaveCount(1);
  await expect(settings.getByRole('combobox', { name: 'Model' })).toHaveCount(0);

  await train.takeSteps(2);
  const lines = await train.logLines();
  expect(lines[0]).toMatch(/^1 \[G A to B: \d\.\d{6}\]/);
  const step = await train.trainTo(10);
  const there = page.getByRole('img', { name: /^A to B and back at step \d+: \d examples/ });
  const pixels = () => pixelsAtRest(there);
  await expect(page.getByRole('img', { name: /^B to A and back at step/ })).toBeVisible();
  for (const column of ['Digits', 'made Inverted outlines', 'and back', 'right answer'])
    await expect(
      page.getByRole('region', { name: 'A to B and back' }).getByText(column, { exact: true }),
    ).toBeVisible();

  await test.step('any moment is on the timeline', async () => {
    const latest = await pixels();
    await page.getByRole('slider', { name: 'Moment of the samples' }).press('Home');
    await expect(page.getByText('earlier moment')).toBeVisible();
    await expect.poll(pixels, { message: 'the first moment is shown' }).not.toBe(latest);
    await page.getByRole('button', { name: 'Latest' }).click();
    await expect.poll(pixels, { message: 'the latest is shown again' }).toBe(latest);
  });

  await test.step('it is there after a reload, and the other place says where it is', async () => {
    await page.reload();
    await train.hasStatus('paused');
    expect(await train.step()).toBe(step);
    await train.goTo('train');
    await expect(page.getByRole('heading', { name: /is open in Translate$/ })).toBeVisible();
    await page.getByRole('link', { name: 'Show it' }).click();
    await train.press('Train');
    await train.reachesStep(step + 2);
    await train.press('Pause');
    await train.hasStatus('paused');
  });

  await test.step('it opens from Runs in its place', async () => {
    const at = await train.step();
    await train.press('Reset');
    await train.goTo('runs');
    await new RunsPage(page)
      .card('CycleGAN on Digits and inverted outlines')
      .getByRole('button', { name: 'Open' })
      .click();
    await train.hasStatus('paused');
    await expect(page).toHaveURL(/#\/translate\?.*run=/);
    expect(await train.step()).toBe(at);
  });

  await test.step('its link takes the same steps again', async () => {
    await train.press('Reset');
    await train.hasStatus('idle');
    await expect(page).not.toHaveURL(/run=/);
    await train.takeSteps(2);
    expect(await train.logLines()).toEqual(lines);
  });
});

test('each network of a translation leaves, for pictures of other sides, proved', async ({ page, train }) => {
  await page.goto(
    './#/translate?task=cycle-gan&dataset=digits-outlines&dataset.size=64&task.width=2&task.patchWidth=2&batch=2&seed=1' +
      '&steps=100&measureEvery=0&backend=wasm&threads=1',
  );
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  await train.takeSteps(1);
  await train.goTo('export');
  await page.getByRole('combobox', { name: 'Network' }).selectOption('Inverted outlines to Digits');
  const height = page.getByRole('spinbutton', { name: 'Height, pixels' });
  const write = page.getByRole('button', { name: 'Write and check' });
  await height.fill('57');
  await height.blur();
  await write.click();
  await expect(train.alert).toContainText('does not take pictures of 57 x 28');
  await expect(train.alert).toContainText('The nearest that it takes are 56 x 28');
  await height.fill('56');
  await height.blur();
  await write.click();
  await expect(
    page.getByRole('heading', { name: /^Inverted outlines to Digits, 56 x 28, TensorFlow Lite/ }),
  ).toBeVisible();
});
