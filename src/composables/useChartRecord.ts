// What the charts of the page are drawn from: the open run's history and measurements, and a number that grows with them.
import { computed, type ComputedRef } from 'vue';
import type { ChartRecord } from '../charts/define';
import { useMeasureStore } from '../stores/measureStore';
import { useRunStore } from '../stores/runStore';

/** A new object whenever there is something new to draw; the history in it is one growing array. */
export function useChartRecord(): ComputedRef<ChartRecord> {
  const run = useRunStore();
  const measure = useMeasureStore();
  return computed(() => {
    void run.historyVersion;
    return { history: run.history, measures: measure.points };
  });
}
