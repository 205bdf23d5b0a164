// What a person has reached, answered and written in the lessons: kept on the device, checked from what the stores of the page
// measure while a lesson is open. Goals that were reached stay reached.
import { defineStore } from 'pinia';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { writeRunConfig } from '../../core/runConfig';
import { useDeedsStore } from '../../stores/deedsStore';
import { useLessonStore } from '../../stores/lessonStore';
import { useMeasureStore } from '../../stores/measureStore';
import { useRunStore } from '../../stores/runStore';
import type { Lesson } from './define';
import { progressOf, type Progress, type Seen } from './goals';
import { useNoticesStore } from '../../stores/noticesStore';
import {
  keepProgress,
  keptProgress,
  onProgressElsewhere,
  type AllProgress,
  type LessonProgress,
} from './keptProgress';
import { lessonOf } from './lessons';
import { words } from './words';

const NOTHING: LessonProgress = { goals: {}, notes: '' };

export const useProgressStore = defineStore('lesson-progress', () => {
  const lesson = useLessonStore();
  const deeds = useDeedsStore();
  const measure = useMeasureStore();
  const notices = useNoticesStore();
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

  /** What another tab wrote meanwhile stays; a device that keeps nothing has what this page has. */
  const latest = (): AllProgress => (isKept.value ? keptProgress() : kept.value);
  function put(next: AllProgress): void {
    kept.value = next;
    isKept.value = keepProgress(next);
  }
  function change(id: string, changes: Partial<LessonProgress>): void {
    const all = latest();
    const before = all[id] ?? NOTHING;
    put({ ...all, [id]: { ...before, ...changes, goals: { ...before.goals, ...changes.goals } } });
  }
  onScopeDispose(onProgressElsewhere((next) => (kept.value = next)));

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
      if (fresh.length > 0) change(now.id, { goals: Object.fromEntries(fresh) });
    },
  );

  const reachedIn = (one: Lesson): number => progress(one).filter(({ done }) => done).length;

  /** What was reached and written goes, and comes back with a press for a while. */
  function forget(id: string): void {
    const all = latest();
    const before = all[id];
    if (!before) return;
    put(Object.fromEntries(Object.entries(all).filter(([known]) => known !== id)));
    const undo = { label: words('forgotten.undo'), act: () => change(id, before) };
    notices.say(words('forgotten.title'), words('forgotten.text'), '', undo);
  }

  return {
    ...{ line, current, isKept, of, progress, reachedIn, forget },
    writeNotes: (id: string, notes: string) => change(id, { notes }),
  };
});
