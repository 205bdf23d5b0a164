// Pictures are given names: learnt to the end, held-back ones in green and red, a picture of one's own, kinds shown to a camera, and
// the file that leaves.
import { drawCamera } from '../support/drawnCamera';
import { press, reach } from '../support/keyboard';
import { expect, test } from '../support/stories';

const QUICK =
  'task=retrain&task.encoder=mobilenet&task.width=0.125&dataset.size=400&batch=8&seed=1&steps=40&backend=wasm&threads=1';

test('kinds are learnt, named and taken out; a camera teaches others', async ({ page, train }) => {
  await page.addInitScript(drawCamera);
  await page.goto(`./#/translate?${QUICK}`);
  await expect(train.root).toHaveAttribute('data-backend', /.+/);
  await train.press('Train');
  await train.hasStatus('done');
  const held = page.getByRole('region', { name: 'Held-back pictures' });
  await expect(held.getByText(/^\d+\.\d %$/)).toBeVisible();
  await expect(held.getByText('at step 40')).toBeVisible();
  await held.getByRole('checkbox', { name: /only the wrong ones/ }).check();
  await expect(held.getByText('the surest mistakes first')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What is mistaken for what' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What it costs' }).getByText('This one')).toBeVisible();

  await test.step('a picture of one’s own gets a name', async () => {
    const tool = page.getByRole('region', { name: 'Name a picture' });
    const chooser = page.waitForEvent('filechooser');
    await tool.getByRole('button', { name: 'Choose a picture' }).click();
    const png = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 30 } });
    await (await chooser).setFiles({ name: 'own.png', mimeType: 'image/png', buffer: png });
    await expect(tool.getByRole('list', { name: 'What it is taken for' }).getByRole('listitem')).toHaveCount(
      10,
    );
  });

  await test.step('it leaves with its proof', async () => {
    await train.goTo('export');
    await page.getByRole('button', { name: 'Write and check' }).click();
    await expect(page.getByText('Named alike')).toBeVisible();
    await train.goTo('translate');
  });

  await test.step('two kinds before the camera become a run, by keyboard alone', async () => {
    const tool = page.getByRole('region', { name: 'Teach it with the camera' });
    await press(page, tool.getByRole('button', { name: 'Start the camera' }));
    await expect(tool.getByLabel('What the camera sees')).toBeVisible();
    for (const kind of [0, 1]) {
      const button = tool.getByRole('button', { name: /Hold to take|Taking/ }).nth(kind);
      await reach(page, button);
      await page.keyboard.down(kind === 0 ? 'Space' : 'Enter');
      await expect(tool.getByText(/^([6-9]|\d{2,}) pictures$/)).toHaveCount(kind + 1);
      await page.keyboard.up(kind === 0 ? 'Space' : 'Enter');
    }
    await press(page, tool.getByRole('button', { name: 'Learn these kinds' }));
    await expect(page.getByText('held-back pictures of My images named rightly')).toBeVisible();
    await train.hasStatus('done');
  });
});
