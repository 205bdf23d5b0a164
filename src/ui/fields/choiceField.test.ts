// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mounted } from '../../testing/mounted';
import ChoiceField from './ChoiceField.vue';

const ENTRIES = [
  { id: 'digits', label: 'Digits', help: 'Drawn by a program.' },
  { id: 'ring', label: 'Ring', help: 'Points in the plane.' },
];

it('explains the chosen entry, names its source as a link, and gives what is chosen', () => {
  const given: string[] = [];
  const page = mounted(ChoiceField, () => ({
    label: 'Data set',
    entries: ENTRIES,
    chosen: 'ring',
    note: 'Its paper: https://www.example.org/paper',
    onChoose: (id: string) => given.push(id),
  }));
  const select = page.find<HTMLSelectElement>('select');
  expect(select.value).toBe('ring');
  expect(page.find<HTMLLabelElement>('label').htmlFor).toBe(select.id);
  const help = page.find(`[id="${select.getAttribute('aria-describedby')}"]`);
  expect(help.textContent).toContain('Points in the plane.');
  expect(help.textContent).toContain('Its paper:');
  const link = page.find<HTMLAnchorElement>('a');
  expect([link.href, link.textContent]).toEqual(['https://www.example.org/paper', 'example.org/paper']);
  select.value = 'digits';
  select.dispatchEvent(new Event('change'));
  expect(given).toEqual(['digits']);
});

it('has no link without a note', () => {
  const page = mounted(ChoiceField, () => ({ label: 'Data set', entries: ENTRIES, chosen: 'digits' }));
  expect(page.root.querySelector('a')).toBeNull();
  expect(page.root.textContent).toContain('Drawn by a program.');
});
