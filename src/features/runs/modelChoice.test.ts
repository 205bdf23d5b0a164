// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { mounted } from '../../testing/mounted';
import ModelChoice from './ModelChoice.vue';

it('asks with a button for each model, and says which was chosen or that none was', async () => {
  const [choose, leave] = [vi.fn(), vi.fn()];
  const choices = ['epoch10/model.json', '<b>epoch20</b>/model.json'];
  const page = mounted(ModelChoice, () => ({ choices, onChoose: choose, onLeave: leave }));
  expect(page.root.textContent).toContain('2 models were given together');
  await page.click('<b>epoch20</b>/model.json');
  expect(choose).toHaveBeenCalledExactlyOnceWith('<b>epoch20</b>/model.json');
  await page.click('Cancel');
  expect(leave).toHaveBeenCalledOnce();
});
