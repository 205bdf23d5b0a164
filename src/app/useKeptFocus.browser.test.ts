// In a real browser, since it is browsers that let the focus fall.
import { afterEach, expect, it } from 'vitest';
import { createApp, defineComponent, h, nextTick, reactive } from 'vue';
import { useKeptFocus } from './useKeptFocus';

const state = reactive({
  running: false,
  busy: false,
  hasCard: true,
  hasNotice: false,
  isFar: false,
  isGoing: false,
});
const button = (label: string, disabled = false) => h('button', { disabled, key: label }, label);
/** More than a screen of something else. */
const far = () => (state.isFar ? h('div', { style: 'height: 200vh' }) : null);
const Page = defineComponent({
  setup() {
    useKeptFocus();
    return () =>
      h('main', { tabindex: -1 }, [
        h('div', { ariaLive: 'polite' }, state.hasNotice ? [button('Undo')] : []),
        h('div', [
          h('div', [button('First'), button(state.running ? 'Stop' : 'Start'), button('Save', state.busy)]),
          h(
            'div',
            state.hasCard
              ? [h('article', { key: 1 }, [button('Delete')]), far(), button('Other')]
              : [far(), button('Other')],
          ),
        ]),
        h('dialog', [button('Close'), h('div', state.isGoing ? [] : [button('Go')])]),
      ]);
  },
});

const app = createApp(Page);
const root = document.createElement('div');
document.body.append(root);
app.mount(root);
afterEach(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));

const focus = (label: string): void =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label)?.focus();
const focused = () =>
  expect.poll(() => document.activeElement?.textContent, { message: 'what has the focus' });

it('goes to what took the place', async () => {
  focus('Start');
  state.running = true;
  await focused().toBe('Stop');
});

it('comes back to a button that was shut for a while', async () => {
  focus('Save');
  state.busy = true;
  await nextTick();
  state.busy = false;
  await focused().toBe('Save');
});

it('comes back to a button that was shut for long enough to lose the focus', async () => {
  focus('Save');
  state.busy = true;
  await expect.poll(() => document.activeElement?.tagName, { message: 'the focus falls' }).toBe('BODY');
  state.busy = false;
  await focused().toBe('Save');
});

it('is seen where it goes, and stays in the dialog that it was in', async () => {
  state.isFar = true;
  await nextTick();
  focus('Delete');
  state.hasCard = false;
  await focused().toBe('Other');
  const isSeen = (): boolean => {
    const { top, bottom } = document.activeElement?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && bottom <= innerHeight;
  };
  await expect.poll(isSeen).toBe(true);
  Object.assign(state, { isFar: false, hasCard: true });

  const dialog = document.querySelector('dialog');
  dialog?.showModal();
  focus('Go');
  state.isGoing = true;
  await focused().toBe('Close');
  dialog?.close();
});

it('goes to what is next to something that was taken away', async () => {
  focus('Delete');
  state.hasCard = false;
  await focused().toBe('Other');
});

it('goes from a notice to where it was before, and without that to the page', async () => {
  focus('Other');
  state.hasNotice = true;
  await nextTick();
  focus('Undo');
  state.hasNotice = false;
  await focused().toBe('Other');

  document.dispatchEvent(new PointerEvent('pointerdown'));
  state.hasNotice = true;
  await nextTick();
  focus('Undo');
  state.hasNotice = false;
  await expect.poll(() => document.activeElement?.tagName).toBe('MAIN');
});

it('stays where a pointer was', async () => {
  focus('Stop');
  document.dispatchEvent(new PointerEvent('pointerdown'));
  state.running = false;
  await nextTick();
  await nextTick();
  expect(document.activeElement).toBe(document.body);
});
