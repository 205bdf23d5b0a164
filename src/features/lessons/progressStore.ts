// What a person has reached, answered and written in the lessons: kept on the device, checked from what the stores of the page
// measure while a lesson is open. Goals that were reached stay reached.
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { writeRunConfig } from '../../core/runConfig';
import { useDeedsStore } from '../../stores/deedsStore';
import { useLessonStore } from '../../stores/lessonStore';
import { useMeasureStore } from '../../stores/measureStore';
import { useRunStore } from '../../stores/runStore';
import type { Lesson } from './define';
import { progressOf, type Progress, type Seen } from './goals';
import { keepProgress, keptProgress, type LessonProgress } from './keptProgress';
import { lessonOf } from './lessons';

const NOTHING: LessonProgress = { goals: {}, notes: '' };

export const useProgressStore = defineStore('lesson-progress', () => {
  const lesson = useLessonStore();
  const deeds = useDeedsStore();
  const measure = useMeasureStore();
  const run = useRunStore();
  const kept = ref(keptProgress());
  /** False where the browser keeps nothing for this page: then what was written is gone with it. */
  const isKept = ref(true);
  const line = shallowRef<Seen['line']>(null);

  const seen = computed<Seen>(() => {
    void run.historyVersion;
    const { config } = run;
    return {
      line: line.value,
      deeds: deeds.list,
      run: config && {
        settings: writeRunConfig(config),
        step: run.step,
        history: run.history,
        measure: measure.latest,
        report: measure.report?.point ?? null,
      },
    };
  });

  const of = (id: string): LessonProgress => kept.value[id] ?? NOTHING;

  function change(id: string, changes: Partial<LessonProgress>): void {
    kept.value = { ...kept.value, [id]: { ...of(id), ...changes } };
    isKept.value = keepProgress(kept.value);
  }

  /** How far each goal is now; one that was reached before is done with the value it had. */
  function progress(of_: Lesson): readonly Progress[] {
    const reached = of(of_.id).goals;
    return of_.goals.map((goal) =>
      Object.hasOwn(reached, goal.id)
        ? { now: reached[goal.id], done: true }
        : lesson.current === of_.id
          ? progressOf(goal, seen.value)
          : { now: null, done: false },
    );
  }

  const current = computed(() => lessonOf(lesson.current));
  watch(
    () => current.value?.goals.map((goal) => progressOf(goal, seen.value)) ?? [],
    (found) => {
      const now = current.value;
      if (!now) return;
      const before = of(now.id).goals;
      const fresh = now.goals.flatMap(({ id }, i) => {
        const { done, now: value } = found[i] ?? { done: false, now: null };
        return done && value !== null && !Object.hasOwn(before, id) ? [[id, value] as const] : [];
      });
      if (fresh.length > 0) change(now.id, { goals: { ...before, ...Object.fromEntries(fresh) } });
    },
  );

  const reachedIn = (one: Lesson): number =>
    one.goals.filter(({ id }) => Object.hasOwn(of(one.id).goals, id)).length;

  function forget(id: string): void {
    kept.value = Object.fromEntries(Object.entries(kept.value).filter(([known]) => known !== id));
    isKept.value = keepProgress(kept.value);
  }

  return {
    ...{ line, current, isKept, of, progress, reachedIn, forget },
    writeNotes: (id: string, notes: string) => change(id, { notes }),
  };
});
