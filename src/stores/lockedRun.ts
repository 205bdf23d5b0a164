// What the lock of the page lets the open run do, and what is said where it does not: go on with other settings than the
// link's, take more steps than the link says. Part of the run's store.
import { computed, type Ref } from 'vue';
import type { PauseEvery } from '../core/pageLock/define';
import { livePairs, type LiveSettings } from '../core/runParams';
import { useLockStore } from './lockStore';
import { words } from './lockWords';
import { useNoticesStore } from './noticesStore';

/** @param pending settings in which the form is not what the open run uses */
export function lockedRun(step: Readonly<Ref<number>>, pending: Readonly<Ref<readonly string[]>>) {
  const lock = useLockStore();
  const notices = useNoticesStore();

  /** Whether the open run has settings that the lock holds at others: then it is for looking only. */
  const isOther = computed(() => step.value > 0 && pending.value.some((key) => !lock.isFree(key)));

  /** Says why where it may not. */
  function mayGoOn(): boolean {
    if (isOther.value) notices.say(words('otherRun'), words('otherRunWhy'), words('hint'));
    return !isOther.value;
  }

  /** Beyond the steps that it was started for; says why where it may not. */
  function mayTakeMore(): boolean {
    const may = lock.isFree('steps');
    if (!may) notices.say(words('stepsFixed'), words('stepsFixedWhy'), words('hint'));
    return may;
  }

  /** How a run is asked to train. */
  function manner(): { readonly pauseEvery?: PauseEvery } {
    const pauseEvery = lock.lock?.pauseEvery;
    return pauseEvery ? { pauseEvery } : {};
  }

  /** Of changes those that may be made; of a task's own all or none. */
  function freeOf(live: LiveSettings): LiveSettings {
    const held = Object.keys(livePairs(live)).filter((key) => !lock.isFree(key));
    return Object.fromEntries(
      Object.entries(live).filter(([key]) =>
        key === 'taskParams' ? !held.some((name) => name.startsWith('task.')) : !held.includes(key),
      ),
    );
  }

  return { isOther, mayGoOn, mayTakeMore, manner, freeOf };
}
