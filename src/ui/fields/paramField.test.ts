// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createApp, h, nextTick, ref } from 'vue';
import type { ParamValue } from '../../core/paramSpec';
import { RUN_PARAMS } from '../../core/runParams';
import ParamField from './ParamField.vue';

function mount(id: string, value: ParamValue, changed = false) {
  const spec = RUN_PARAMS.find((candidate) => candidate.id === id);
  if (!spec) throw new Error(`${id} is gone`);
  const root = document.createElement('div');
  const changes: ParamValue[] = [];
  let resets = 0;
  const effect = ref('takes effect at the next step');
  createApp(() =>
    h(ParamField, {
      spec,
      value,
      defaultValue: spec.default,
      changed,
      effect: effect.value,
      onChange: (next: ParamValue) => changes.push(next),
      onReset: () => resets++,
    }),
  ).mount(root);
  const text = root.querySelector<HTMLInputElement>('input[type=text]');
  if (!text) throw new Error('no input');
  const type = async (typed: string) => {
    text.value = typed;
    text.dispatchEvent(new Event('change'));
    await Promise.resolve();
  };
  return { root, text, type, changes, effect, resets: () => resets };
}

describe('ParamField', () => {
  it('says name, unit, range, default, help and when it takes effect', () => {
    const { root } = mount('batch', 32);
    for (const part of ['Batch size', 'images', '2 to 512', 'default 32', 'larger is', 'at the next step'])
      expect(root.textContent).toContain(part);
    expect(root.querySelector('label')?.htmlFor).toBe(root.querySelector('input[type=text]')?.id);
  });

  it('takes a typed number and a dragged one', async () => {
    const { root, type, changes } = mount('batch', 32);
    await type('64');
    const slider = root.querySelector<HTMLInputElement>('input[type=range]');
    if (!slider) throw new Error('no slider');
    slider.value = '1000';
    slider.dispatchEvent(new Event('input'));
    expect(changes).toEqual([64, 512]);
  });

  it('refuses what is out of range and says what is allowed', async () => {
    const { root, text, type, changes } = mount('batch', 32);
    await type('9999');
    expect(changes).toEqual([]);
    expect(text.getAttribute('aria-invalid')).toBe('true');
    expect(root.querySelector('[role=alert]')?.textContent).toContain('a whole number from 2 to 512');
  });

  it('keeps what is being typed when it is drawn anew, and what was refused', async () => {
    const { root, text, type, changes, effect } = mount('batch', 32);
    text.value = '6';
    text.dispatchEvent(new Event('input'));
    effect.value = 'takes effect with a new run';
    await nextTick();
    expect(root.textContent).toContain('with a new run');
    expect(text.value).toBe('6');
    await type('9999');
    expect(text.value).toBe('9999');
    await type('064');
    expect(changes).toEqual([64]);
  });

  it('shows a change and takes it back with one click', () => {
    const { root, resets } = mount('batch', 64, true);
    root.querySelector<HTMLButtonElement>('button')?.click();
    expect(resets()).toBe(1);
    expect(mount('batch', 32).root.querySelector('button')).toBeNull();
  });
});
