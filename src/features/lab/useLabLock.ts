// What the lock of a lesson link lets the lab's own runs do: with other settings than the link's they are for looking only, a seed
// that it fixes is theirs, too, and they pause where its runs pause.
import { computed } from 'vue';
import type { LabSettings } from '../../core/lab/define';
import type { PauseEvery } from '../../core/pageLock/define';
import { useLockStore } from '../../stores/lockStore';
import { words } from '../../stores/lockWords';
import { useNoticesStore } from '../../stores/noticesStore';

/** @param settings of both sides */
export function useLabLock(settings: () => readonly LabSettings[]) {
  const lock = useLockStore();
  const notices = useNoticesStore();

  /** Null where it may be chosen. */
  const fixedSeed = computed((): number | null => {
    const { seed } = lock.pinned;
    return typeof seed === 'number' && !lock.isFree('seed') ? seed : null;
  });
  const isOther = computed(() =>
    settings()
      .flatMap((side) => Object.entries(side))
      .some(([key, value]) => key !== 'seed' && !lock.isFree(key) && lock.pinned[key] !== value),
  );
  const pauseEvery = computed((): PauseEvery | null => lock.lock?.pauseEvery ?? null);

  /** Says why where they may not be trained. */
  function mayTrain(): boolean {
    if (isOther.value) notices.say(words('otherLab'), words('otherLabWhy'), words('hint'));
    return !isOther.value;
  }

  return { fixedSeed, pauseEvery, mayTrain };
}
