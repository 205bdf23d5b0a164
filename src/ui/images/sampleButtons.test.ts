// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import { mounted } from '../../testing/mounted';
import SampleButtons from './SampleButtons.vue';

const LAYOUT = { columns: 3, rows: 2, scale: 2, width: 90, height: 60 };

function buttons() {
  const chosen = ref<number | null>(null);
  const choose = (now: number | null): void => {
    chosen.value = now;
  };
  const page = mounted(SampleButtons, () => ({
    layout: LAYOUT,
    count: 5,
    chosen: chosen.value,
    'onUpdate:chosen': choose,
  }));
  const press = async (key: string): Promise<void> => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key }));
    await nextTick();
  };
  return { chosen, page, press };
}

it('has one stop for the tab key, and goes on by arrows within what is there', async () => {
  const { chosen, page, press } = buttons();
  expect([...page.root.querySelectorAll('button')].map((one) => one.tabIndex)).toEqual([0, -1, -1, -1, -1]);
  page.button('Sample 1').focus();
  expect(chosen.value).toBe(0);
  await press('ArrowRight');
  expect(chosen.value).toBe(1);
  await press('ArrowDown');
  expect(chosen.value).toBe(4);
  await press('ArrowRight'); // there is no sixth sample
  await press('ArrowDown');
  expect(chosen.value).toBe(4);
  expect(page.button('Sample 5').tabIndex).toBe(0);
  await press('Escape');
  expect(chosen.value).toBeNull();
});

it('follows the pointer, and lets go when it leaves', async () => {
  const { chosen, page } = buttons();
  page.button('Sample 3').dispatchEvent(new Event('pointerenter'));
  await nextTick();
  expect(chosen.value).toBe(2);
  expect(page.button('Sample 3').classList).toContain('chosen');
  page.find('.overlay').dispatchEvent(new Event('pointerleave'));
  expect(chosen.value).toBeNull();
});
