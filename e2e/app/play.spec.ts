// The games against both networks: a digit is drawn, judged, looked for in the generator and scored; noise is turned by hand
// until the discriminator is fooled, and the result leaves with the class.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { pixelsAtRest } from '../support/pixels';
import { expect, test } from '../support/stories';
import { QUICK_RUN, type TrainPage } from '../support/trainPage';

const RUN = `${QUICK_RUN}&dataset.size=200&model.width=0.25&model.latentSize=8`;

async function openRun(train: TrainPage): Promise<void> {
  await train.open(RUN);
  await train.press('Step');
  await expect(train.root).toHaveAttribute('data-run-step', '1');
}

async function drawSeven(page: Page): Promise<void> {
  const paper = page.getByRole('application', { name: /^Paper/ });
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('There is no paper.');
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(0.25, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.75, 0.2), { steps: 4 });
  await page.mouse.move(...at(0.45, 0.85), { steps: 4 });
  await page.mouse.up();
}

test('a drawn digit is judged, looked for in the generator, and scored among pictures kept back', async ({
  page,
  train,
}) => {
  await openRun(train);
  await train.goTo('drawDigit');
  const said = page.getByRole('region', { name: 'What they say' });
  await expect(said.getByText('Draw something, and they say at once what they think.')).toBeVisible();
  const find = page.getByRole('button', { name: 'Find the nearest picture' });
  await expect(find).toBeDisabled();

  await drawSeven(page);
  await expect(
    said.getByText(/The discriminator: \d+\s%\sreal\. The classifier: \d, \d+\s% sure\./),
  ).toBeVisible();
  await expect(said.getByRole('img', { name: 'As the networks see it' })).toBeVisible();

  await page.getByText('How it is searched').click();
  const set = (name: string, value: number) => page.getByRole('spinbutton', { name }).fill(String(value));
  await set('Steps', 8);
  await set('Starts side by side', 2);
  await set('Real pictures to compare with', 4);
  await page.getByRole('spinbutton', { name: 'Real pictures to compare with' }).blur();
  await find.click();
  await expect(
    page.getByText(/Anomaly score .*More unusual than [0-4] of 4 real pictures kept back\./),
  ).toBeVisible();
  await expect(page.getByRole('img', { name: /^Where your picture differs from the nearest/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /^The generator’s nearest, step 8/ })).toBeVisible();

  // By keys alone: the paper is cleared, the pen set down and moved.
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(said.getByText('Draw something, and they say at once what they think.')).toBeVisible();
  await page.getByRole('application', { name: /^Paper/ }).focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowDown');
  await expect(page.getByText('The pen is down: arrow keys draw.')).toBeVisible();
  await expect(said.getByText(/The discriminator: \d+\s%\sreal/)).toBeVisible();

  // One that was kept back is judged as well.
  await page.getByRole('radio', { name: 'A real picture' }).check();
  await expect(page.getByText('Training does not see these pictures.')).toBeVisible();
  await expect(said.getByText(/The classifier: \d/)).toBeVisible();
  await expect(train.alert).toHaveCount(0);
});

test('noise is turned by hand against the discriminator, and the result stands in the table of the class', async ({
  page,
  train,
}) => {
  await openRun(train);
  await train.goTo('beGenerator');
  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Seconds').selectOption('No clock');
  const picture = page.getByRole('img', { name: 'What your noise draws' });
  await expect(picture).toBeVisible();
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByText(/^Best so far: \d+\s%\sreal/)).toBeVisible();

  const pixels = () => pixelsAtRest(picture);
  const direction = page.getByRole('slider', { name: 'Direction 1' });
  const before = await pixels();
  await direction.focus();
  await page.keyboard.press('End');
  await expect.poll(pixels, 'the picture follows the slider').not.toBe(before);
  await page.getByRole('radio', { name: 'The 8 numbers themselves' }).check();
  await page.getByRole('slider', { name: 'Number 3' }).press('Home');
  const turned = await pixels();
  await page.getByRole('button', { name: 'Jump somewhere else' }).click();
  await expect.poll(pixels, 'the picture is another one after a jump').not.toBe(turned);

  await page.getByRole('button', { name: 'I am done' }).click();
  await expect(page.getByText(/^Your best: \d+\s%\sreal/)).toBeVisible();
  const row = page.getByRole('row', { name: /Ada/ });
  await expect(row.getByRole('cell', { name: 'Be the generator' })).toBeVisible();
  // On a phone a result is a block of lines that fits, and still a row for who hears it.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(row.getByText('Time', { exact: true })).toBeVisible();
  await expect(row.getByRole('cell', { name: 'Be the generator' })).toBeVisible();
  const overflow = (): Promise<number> =>
    row.evaluate((element) => {
      const box = element.closest('.scroll') ?? element;
      return box.scrollWidth - box.clientWidth;
    });
  await expect.poll(overflow, { message: 'pixels that stick out at the side' }).toBe(0);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV of all results' }).click();
  const [header, first] = (await readFile(await (await saving).path(), 'utf8')).trim().split(/\r?\n/);
  expect(header).toContain('name,game,run,step');
  expect(first).toMatch(/^Ada,generator,/);
  await expect(train.alert).toHaveCount(0);
});
