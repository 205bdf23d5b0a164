// Networks that grow while they are watched: images of 7 pixels first, then of 14; saved, reloaded in the middle, gone on with.
import { expect, test } from '../support/stories';

/** 7 pixels to step 4, 14 pixels faded in over steps 5 and 6, and by themselves to step 10. */
const QUICK_GROWTH =
  'task=progressive-growing&dataset=synthetic-digits&dataset.size=200&batch=2&seed=1&steps=100000&task.stageSteps=4' +
  '&task.fadeSteps=2&model.channels=2&model.mostChannels=4&model.latentSize=4&sampleEvery=1&logEvery=1&measureEvery=0' +
  '&backend=wasm&threads=1';

test('a run grows: samples are drawn in each size, it is saved in the middle, reloaded, and goes on as if nothing had been', async ({
  page,
  train,
}) => {
  await train.open(QUICK_GROWTH);
  const growth = page.getByRole('region', { name: 'Growth', exact: true });
  /** Step and side of every step that was taken, oldest first. */
  const sides = async (): Promise<number[][]> => {
    const rows = page.getByRole('region', { name: 'Growth as a table' }).getByRole('row');
    const cells = (await rows.allInnerTexts()).slice(1).map((row) => row.split('\t'));
    return cells.map(([step, , side]) => [Number(step), Number(side)]).reverse();
  };

  await train.takeSteps(4);
  await growth.getByRole('button', { name: 'As a table' }).click();
  const small = [1, 2, 3, 4].map((step) => [step, 7]);
  await expect.poll(sides, 'the smallest size at first').toEqual(small);
  await expect(train.samples).toHaveAccessibleName(/step 4$/);
  const coarse = await train.samplePixels();

  await train.takeSteps(1);
  await expect(train.samples).toHaveAccessibleName(/step 5$/);
  await expect.poll(() => train.samplePixels(), 'another picture').not.toBe(coarse);
  await expect.poll(async () => (await sides()).length, 'the step that fades in is told').toBe(5);
  const [, side] = (await sides())[4];
  expect(side).toBeGreaterThan(7);
  expect(side).toBeLessThanOrEqual(14);

  const faded = await train.samplePixels();
  await expect(train.statusBar).toContainText('Saved at step 5');
  await page.reload();
  await train.hasStatus('paused');
  expect(await train.step()).toBe(5);
  await expect(train.samples).toHaveAccessibleName(/step 5$/);
  await expect.poll(() => train.samplePixels(), 'what was drawn before the reload').toBe(faded);

  await train.takeSteps(2);
  await expect(train.samples).toHaveAccessibleName(/step 7$/);
  const lines = await train.logLines();
  await growth.getByRole('button', { name: 'As a table' }).click();
  await expect.poll(async () => (await sides()).slice(-1), 'twice the side').toEqual([[7, 14]]);
  const grown = await train.samplePixels();

  await test.step('its link takes the same steps again, without a break', async () => {
    await train.press('Reset');
    await train.hasStatus('idle');
    await train.takeSteps(7);
    await expect(train.samples).toHaveAccessibleName(/step 7$/);
    await expect.poll(() => train.samplePixels(), 'what was drawn without a reload').toBe(grown);
    expect((await train.logLines()).slice(-2)).toEqual(lines.slice(-2));
  });
});
