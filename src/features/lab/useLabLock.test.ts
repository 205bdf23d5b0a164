// The lab under the lock of a lesson link: trained where it has the link's settings, looked at where not.
import { expect, it } from 'vitest';
import type { LabSettings } from '../../core/lab/define';
import { OPEN_LOCK, type PageLock } from '../../core/pageLock/define';
import { useLockStore } from '../../stores/lockStore';
import { useNoticesStore } from '../../stores/noticesStore';
import { withStores } from '../../testing/withStores';
import { useLabLock } from './useLabLock';

const SIDES: readonly LabSettings[] = [
  { dataset: 'points-ring', batch: 64, seed: 1 },
  { dataset: 'points-ring', batch: 64, packing: 2, seed: 1 },
];

function underLock(lock: Partial<PageLock> | null) {
  return withStores().run(() => {
    const store = useLockStore();
    if (lock)
      store.take({ ...OPEN_LOCK, ...lock }, { dataset: 'points-ring', batch: 64, packing: 1, seed: 7 });
    return { store, notices: useNoticesStore(), lab: useLabLock(() => SIDES) };
  });
}

it.each([
  ['no lock', null, true, null],
  ['a lock of what is the same on both sides', { rights: { dataset: 'fix', batch: 'hide' } }, true, null],
  ['a lock of what one side has differently', { rights: { packing: 'fix' } }, false, null],
  ['a lock of everything', { others: 'fix' }, false, 7],
  ['a lock of the seed alone', { rights: { seed: 'fix' } }, true, 7],
] satisfies [string, Partial<PageLock> | null, boolean, number | null][])('%s', (_, lock, may, seed) => {
  const { lab, notices } = underLock(lock);
  expect(lab.mayTrain()).toBe(may);
  expect(lab.fixedSeed.value).toBe(seed);
  expect(notices.list).toHaveLength(may ? 0 : 1);
});

it('pauses where the link says, and is free once all controls are open', () => {
  const { lab, store } = underLock({ others: 'fix', pauseEvery: { steps: 50 } });
  expect(lab.pauseEvery.value).toEqual({ steps: 50 });
  store.openAll();
  expect(lab.mayTrain()).toBe(true);
  expect(lab.pauseEvery.value).toBeNull();
});
