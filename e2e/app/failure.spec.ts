// An engine that fails in the middle of a run, in the built page: the person reads why and what is kept, and goes on
// from there on the backend that is offered. Every other cause is tested below the page (losingNothing.browser.test.ts).
import { test as base, expect } from '../support/stories';
import { breakEngine, withBreakableEngine } from '../support/breakableEngine';

const TINY =
  'dataset=synthetic-digits&model=gan-mlp&model.width=8&batch=4&steps=100000&sampleEvery=1000&measureEvery=0';

const test = base.extend<{ breakable: undefined }>({
  breakable: [
    async ({ page }, use) => {
      await withBreakableEngine(page);
      await use(undefined);
    },
    { auto: true },
  ],
});

test('a helper thread that traps ends the run by name, and it goes on elsewhere from its save', async ({
  page,
  train,
}) => {
  await train.open(`${TINY}&backend=wasm&threads=2`);
  const kept = await train.trainTo(5);
  const shown = kept.toLocaleString('en');
  await expect(train.statusBar).toContainText(`Saved at step ${shown}`);
  await train.press('Train');
  await train.reachesStep(kept + 1);

  await breakEngine(page, 'poolTrapHelper');
  await train.hasStatus('failed');
  const alert = train.alert;
  await expect(alert.getByRole('heading', { name: 'The engine failed' })).toBeVisible();
  await expect(alert).toContainText(/A helper thread of the CPU engine was lost while running \w+/);
  await expect(alert).toContainText(`Everything up to step ${shown} is saved.`);

  await alert.getByRole('button', { name: 'Go on with Plain JavaScript (CPU)' }).click();
  await expect(train.root).toHaveAttribute('data-backend', 'cpu');
  await train.reachesStep(kept + 1);
  await train.press('Pause');
  await train.hasStatus('paused');
  await expect(train.samples).toBeVisible();
});
