// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { nextTick } from 'vue';
import { mounted } from '../testing/mounted';
import TermText from './TermText.vue';

async function after(button: HTMLElement, event: Event): Promise<string> {
  button.dispatchEvent(event);
  await nextTick();
  return button.ownerDocument.querySelector('[role=tooltip]')?.textContent ?? '';
}

it('reads as the text, and explains a word under the pointer, with the focus and on a tap', async () => {
  const page = mounted(TermText, () => ({ text: 'Fréchet distance (nats)' }));
  const button = page.button('nats');
  expect(page.root.textContent).toBe('Fréchet distance (nats)');
  for (const [come, go] of [
    ['pointerenter', 'pointerleave'],
    ['focus', 'blur'],
    ['click', 'blur'],
  ]) {
    expect(await after(button, new Event(come))).toContain('one nat is 1.44 bits');
    expect(button.getAttribute('aria-describedby')).toBe(page.find('[role=tooltip]').id);
    expect(await after(button, new Event(go))).toBe('');
  }
  await after(button, new Event('focus'));
  expect(await after(button, new KeyboardEvent('keydown', { key: 'Escape' }))).toBe('');
});

it('is plain text where there is no such word', () => {
  const page = mounted(TermText, () => ({ text: 'Samples' }));
  expect(page.root.querySelectorAll('button')).toHaveLength(0);
  expect(page.root.textContent).toBe('Samples');
});
