// What the link that opened this page decided about it (core/pageLock), and where the settings stand that it holds. The lock is
// in the address at every place and is kept nowhere else; opening it is one plain press, which can be taken back.
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { rightOf, type ControlRight, type PageLock, type PanelId } from '../core/pageLock/define';
import { writePageLock } from '../core/pageLock/write';
import type { ParamValue } from '../core/paramSpec';
import { isTrainingPath } from './trainingPlaces';

type Pairs = Readonly<Record<string, ParamValue>>;

export const useLockStore = defineStore('lock', () => {
  /** Null while all controls are open. */
  const lock = shallowRef<PageLock | null>(null);
  /** Values that settings keep which may not be changed, by their plain names. */
  const pinned = shallowRef<Pairs>({});
  const opened = shallowRef<{ readonly lock: PageLock; readonly pinned: Pairs } | null>(null);

  /** As words of the address; empty without a lock. */
  const query = computed(() => (lock.value ? writePageLock(lock.value) : ''));
  const rightTo = (key: string): ControlRight => (lock.value ? rightOf(lock.value, key) : 'allow');
  const isFree = (key: string): boolean => rightTo(key) === 'allow';
  const shows = (panel: PanelId): boolean => lock.value?.panels.includes(panel) !== false;

  /** Whether a place trains something else than what stands at `here`, and the lock holds what is learnt. */
  const keepsFrom = (path: string, here: string): boolean =>
    lock.value !== null && isTrainingPath(path) && path !== here && !isFree('task');

  /** @param standing all settings as they stand by their plain names */
  function take(next: PageLock, standing: Pairs): void {
    lock.value = next;
    pinned.value = Object.fromEntries(Object.entries(standing).filter(([key]) => !isFree(key)));
  }

  function pin(key: string, value: ParamValue): void {
    pinned.value = { ...pinned.value, [key]: value };
  }

  function openAll(): void {
    if (lock.value) opened.value = { lock: lock.value, pinned: pinned.value };
    lock.value = null;
    pinned.value = {};
  }

  /** As it was before it was opened. */
  function lockAgain(): void {
    if (!opened.value) return;
    lock.value = opened.value.lock;
    pinned.value = opened.value.pinned;
  }

  return { lock, pinned, query, rightTo, isFree, keepsFrom, shows, take, pin, openAll, lockAgain };
});
