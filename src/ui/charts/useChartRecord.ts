// What the charts of the page are drawn from: what the page provides, else the open run's history and measurements.
import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import { useMeasureStore } from '../../stores/measureStore';
import { useRunStore } from '../../stores/runStore';
import type { ChartRecord } from './define';

const KEY: InjectionKey<ComputedRef<ChartRecord>> = Symbol('chart record');

/** The charts inside are drawn from this, not from the open run. */
export const provideChartRecord = (record: ComputedRef<ChartRecord>): void => provide(KEY, record);

/** A new object whenever there is something new to draw; the history in it is one growing array. */
export function useChartRecord(): ComputedRef<ChartRecord> {
  const provided = inject(KEY, null);
  if (provided) return provided;
  const run = useRunStore();
  const measure = useMeasureStore();
  return computed(() => {
    void run.historyVersion;
    return { history: run.history, measures: measure.points };
  });
}
