// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { nextTick, ref } from 'vue';
import { mounted } from '../../testing/mounted';
import NumberBox from './NumberBox.vue';

function box() {
  const value = ref(7);
  const label = ref('Seed');
  const take = (now: number): void => {
    value.value = now;
  };
  const page = mounted(NumberBox, () => ({
    label: label.value,
    min: 0,
    max: 1000,
    modelValue: value.value,
    'onUpdate:modelValue': take,
  }));
  const input = page.find<HTMLInputElement>('input');
  const type = async (text: string): Promise<void> => {
    input.value = text;
    input.dispatchEvent(new Event('change'));
    await nextTick();
  };
  return { value, label, page, input, type };
}

it('has its name, and takes whole numbers of its range with both ends', async () => {
  const { value, page, input, type } = box();
  expect(page.find<HTMLLabelElement>('label').htmlFor).toBe(input.id);
  for (const number of [0, 12, 1000]) {
    await type(String(number));
    expect(value.value).toBe(number);
  }
});

it('refuses the rest, says what is allowed, and forgets the fault when it is mended', async () => {
  const { value, page, input, type } = box();
  for (const text of ['-1', '1001', '2.5', '']) {
    await type(text);
    expect(value.value).toBe(7);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const said = page.find('[role=alert]');
    expect(said.textContent).toContain('A whole number from 0 to 1,000.');
    expect(input.getAttribute('aria-describedby')).toBe(said.id);
  }
  await type('8');
  expect(value.value).toBe(8);
  expect(page.root.querySelector('[role=alert]')).toBeNull();
});

it('keeps what is being typed when it is drawn anew, and what was refused, until the value behind it changes', async () => {
  const { value, label, page, input, type } = box();
  input.value = '12';
  input.dispatchEvent(new Event('input'));
  label.value = 'Startwert';
  await nextTick();
  expect(page.find('label').textContent).toBe('Startwert');
  expect(input.value).toBe('12');
  await type('-1');
  expect(input.value).toBe('-1');
  value.value = 9;
  await nextTick();
  expect(input.value).toBe('9');
  expect(input.getAttribute('aria-invalid')).toBe('false');
});
