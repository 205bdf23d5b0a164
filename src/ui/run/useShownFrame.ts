// Which moment of the open run's timeline the stage shows: the latest, or an earlier one that the scrubber or a chart chose.
// Moves the charts' cursor along; draws nothing.
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue';
import type { TimelineFrame } from '../../core/history';
import { useRunStore } from '../../stores/runStore';
import { frameAt } from '../../stores/timeline';
import { useChartView } from '../charts/useChartView';

export interface ShownFrame {
  /** Index in the timeline; null follows the latest. */
  readonly shownFrame: Ref<number | null>;
  /** Null before the first samples. */
  readonly frame: ComputedRef<TimelineFrame | null>;
}

/** Call within a component's setup. */
export function useShownFrame(): ShownFrame {
  const run = useRunStore();
  const view = useChartView();
  const shownFrame = ref<number | null>(null);
  const frame = computed(() => run.timeline[shownFrame.value ?? run.timeline.length - 1] ?? null);

  watch(
    () => run.run?.id,
    () => (shownFrame.value = null),
  );
  watch(
    () => run.timeline,
    (frames) => {
      if (shownFrame.value !== null && shownFrame.value >= frames.length) shownFrame.value = null;
    },
  );
  watch(view.pickedStep, (step) => {
    if (step === null || run.timeline.length === 0) return;
    const index = frameAt(run.timeline, step);
    shownFrame.value = index === run.timeline.length - 1 ? null : index;
    view.pickedStep.value = null;
  });
  watch([shownFrame, frame], () => {
    view.shownStep.value = shownFrame.value === null ? null : (frame.value?.step ?? null);
    view.cursorStep.value = view.shownStep.value;
  });
  return { shownFrame, frame };
}
