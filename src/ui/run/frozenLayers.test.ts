// @vitest-environment happy-dom
// The boxes of layers that do not learn: which there are, what they set, and that one layer is always left to learn.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { chain } from '../../core/network';
import { OPEN_LOCK } from '../../core/pageLock/define';
import { linkPairs } from '../../core/linkPairs';
import { useLockStore } from '../../stores/lockStore';
import { useSettingsStore } from '../../stores/settingsStore';
import { mounted } from '../../testing/mounted';
import { withStores } from '../../testing/withStores';
import FrozenLayers from './FrozenLayers.vue';

const SPEC = chain(
  'generator',
  [4],
  [
    { kind: 'dense', units: 8 },
    { kind: 'activation', fn: 'relu' },
    { kind: 'dense', units: 8 },
    { kind: 'dense', units: 2 },
  ],
);
const facts = (id: string, learns: boolean) => ({ id, label: `The ${id}`, learns, leaves: false });

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

async function page(query = 'steps=100', spec = SPEC) {
  const { run, install } = withStores();
  const { settings, lock } = run(() => ({ settings: useSettingsStore(), lock: useLockStore() }));
  await wait(1);
  settings.read(linkPairs(query));
  const networks = [
    { facts: facts('generator', true), spec },
    { facts: facts('judge', false), spec },
  ];
  const shown = mounted(FrozenLayers, () => ({ networks }), install);
  await wait(1);
  const boxes = () => [...shown.root.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const states = () =>
    boxes().map(({ checked, disabled }) => `${checked ? 'frozen' : 'learns'}${disabled ? ', held' : ''}`);
  const press = async (i: number): Promise<void> => {
    boxes()[i].click();
    await wait(1);
  };
  return { ...shown, settings, lock, boxes, states, press, frozen: () => settings.config?.frozenLayers };
}

it('has one box for each layer with weights of a network that learns', async () => {
  const { root, boxes, states } = await page();
  expect(boxes().map((box) => box.closest('label')?.textContent.trim())).toEqual([
    'dense_1',
    'dense_2',
    'dense_3',
  ]);
  expect(states()).toEqual(['learns', 'learns', 'learns']);
  expect([...root.querySelectorAll('legend')].map(({ textContent }) => textContent)).toEqual([
    'The generator',
  ]);
});

it('freezes and frees, counts what is frozen, and leaves one layer to learn', async () => {
  const { root, states, press, frozen } = await page();
  await press(0);
  expect(frozen()).toBe('generator/dense_1');
  expect(root.querySelector('summary')?.textContent).toContain('1 frozen');
  await press(2);
  expect(frozen()).toBe('generator/dense_1,generator/dense_3');
  expect(states()).toEqual(['frozen', 'learns, held', 'frozen']);
  await press(0);
  await press(2);
  expect(frozen()).toBe('');
  expect(root.querySelector('summary')?.textContent).not.toContain('frozen');
});

it('freezes all but the last at once', async () => {
  const { click, frozen, states } = await page('steps=100&frozenLayers=generator/dense_3');
  await click('All but the last');
  await wait(1);
  expect(frozen()).toBe('generator/dense_1,generator/dense_2');
  expect(states()).toEqual(['frozen', 'frozen', 'learns, held']);
});

it('shows what another setting freezes as it is, and does not set it', async () => {
  const spec = {
    ...SPEC,
    nodes: SPEC.nodes.map((node) => (node.id === 'dense_1' ? { ...node, frozen: true } : node)),
  };
  const { click, states, frozen } = await page('steps=100', spec);
  expect(states()[0]).toBe('frozen, held');
  await click('All but the last');
  await wait(1);
  expect(frozen()).toBe('generator/dense_2');
});

it('may be seen and not changed where a lesson link fixes it, and is not there where it hides it', async () => {
  const { root, lock, find } = await page();
  lock.take({ ...OPEN_LOCK, rights: { frozenLayers: 'fix' } }, {});
  await wait(1);
  expect(find<HTMLFieldSetElement>('fieldset').disabled).toBe(true);
  lock.take({ ...OPEN_LOCK, rights: { frozenLayers: 'hide' } }, {});
  await wait(1);
  expect(root.querySelector('details')).toBeNull();
});
