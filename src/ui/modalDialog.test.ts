// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import { mounted } from '../testing/mounted';
import ModalDialog from './ModalDialog.vue';

function dialog() {
  const open = ref(false);
  const set = (now: boolean): void => {
    open.value = now;
  };
  const page = mounted(ModalDialog, () => ({
    title: 'Why',
    modelValue: open.value,
    'onUpdate:modelValue': set,
  }));
  return { open, page, shown: page.find<HTMLDialogElement>('dialog') };
}

it('is not there until it is opened, and has its title as its name', async () => {
  const { open, page, shown } = dialog();
  expect(shown.open).toBe(false);
  expect(page.root.textContent).toBe('');
  open.value = true;
  await nextTick();
  expect(shown.open).toBe(true);
  expect(shown.getAttribute('aria-label')).toBe('Why');
  expect(page.find('h2').textContent).toBe('Why');
});

it('closes by its button, by the backdrop, and when the browser closes it', async () => {
  const { open, page, shown } = dialog();
  const ways = [
    () => page.button('Close').click(),
    () => shown.dispatchEvent(new MouseEvent('click')),
    () => shown.dispatchEvent(new Event('close')),
  ];
  for (const close of ways) {
    open.value = true;
    await nextTick();
    close();
    await nextTick();
    expect(open.value).toBe(false);
    expect(shown.open).toBe(false);
  }
});

it('stays when something inside is clicked', async () => {
  const { open, page } = dialog();
  open.value = true;
  await nextTick();
  page.find('h2').click();
  await nextTick();
  expect(open.value).toBe(true);
});
