// How good the samples are: figures come by themselves while training, every measure on request, both beside a floor.
import { expect, test } from '../support/stories';
import { QUICK_RUN } from '../support/trainPage';

const MEASURED = `${QUICK_RUN.replace('measureEvery=0', 'measureEvery=10&measureSamples=100')}&model.width=0.25&dataset.size=1000`;

test('quality is measured while training, and in full on request', async ({ page, train }) => {
  await train.open(MEASURED);
  await train.press('Train');
  const quality = page.getByRole('region', { name: 'Quality of the samples' });
  await expect(
    quality.getByText(/^100 samples at step [\d,]+, judged by a classifier trained on MNIST/),
  ).toBeVisible();
  await expect(quality.getByText('Modes covered')).toBeVisible();
  await train.press('Pause');
  await train.hasStatus('paused');

  await quality.getByRole('button', { name: 'Measure now' }).click();
  const table = page.getByRole('region', { name: 'All measures' });
  await expect(table).toBeVisible();
  for (const name of [/^Fréchet distance lower/, /^Recall/, /^Coverage/, /^Way to the nearest real image/]) {
    await expect(table.getByRole('rowheader', { name })).toBeVisible();
  }
  await train.hasStatus('paused');
});
