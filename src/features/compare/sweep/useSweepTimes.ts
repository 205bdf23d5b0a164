// How long the runs of a sweep will take on this device: a few steps of each combination of values, once the form rests.
import { onScopeDispose, shallowRef, watch } from 'vue';
import type { RunConfig } from '../../../core/runConfig';
import { useSweepStore } from './sweepStore';

const RESTING_MS = 1000;
/** So many combinations are measured; beyond them the mean of these is taken. */
const MOST_MEASURED = 8;

export type SweepTime =
  | { readonly status: 'unknown' }
  | { readonly status: 'measuring' }
  | { readonly status: 'known'; readonly seconds: number };

/** @param seeds how many runs there are of each */
export function useSweepTimes(configs: () => readonly RunConfig[], seeds: () => number) {
  const sweeps = useSweepStore();
  const time = shallowRef<SweepTime>({ status: 'unknown' });
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function measure(of: readonly RunConfig[], own: number): Promise<void> {
    time.value = { status: 'measuring' };
    let total = 0;
    const measured = of.slice(0, MOST_MEASURED);
    for (const config of measured) {
      const milliseconds = await sweeps.time(config).catch(() => null);
      if (own !== turn) return;
      if (milliseconds === null) return void (time.value = { status: 'unknown' });
      total += (milliseconds * config.steps) / 1000;
    }
    time.value = { status: 'known', seconds: (total / measured.length) * of.length * seeds() };
  }

  function ask(): void {
    clearTimeout(timer);
    const own = ++turn;
    const of = configs();
    time.value = { status: 'unknown' };
    if (of.length > 0 && !sweeps.isTraining) timer = setTimeout(() => void measure(of, own), RESTING_MS);
  }
  watch([configs, seeds, () => sweeps.isTraining], ask, { immediate: true });
  onScopeDispose(() => {
    clearTimeout(timer);
    turn++;
    sweeps.rest();
  });
  return time;
}
