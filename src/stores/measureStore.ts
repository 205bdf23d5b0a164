// What is known of the open run's quality: its measurements, what is wrong with it, and the buttons for both.
import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import type { HealthTry, MeasurePoint, MeasureReport } from '../core/measures';
import { useCatalogStore } from './catalogStore';
import { useClient } from './clientKey';
import { useLockStore } from './lockStore';
import { useNoticesStore } from './noticesStore';
import { useRunStore } from './runStore';
import { useSettingsStore } from './settingsStore';

export const useMeasureStore = defineStore('measure', () => {
  const client = useClient();
  const catalog = useCatalogStore();
  const notices = useNoticesStore();
  const run = useRunStore();
  const settings = useSettingsStore();
  const lock = useLockStore();

  const points = computed<readonly MeasurePoint[]>(() => run.measures);
  /** Notes that the person has closed; one that goes away and comes back shows again. */
  const closed = shallowRef<readonly string[]>([]);
  const report = shallowRef<MeasureReport | null>(null);
  /** How far the measurement on request is, 0..1; null while there is none. */
  const taking = shallowRef<number | null>(null);

  const latest = computed(() => points.value.at(-1) ?? null);
  /** Open notes, with what can be tried here. */
  const notes = computed(() =>
    run.health
      .filter(({ id }) => !closed.value.includes(id))
      .map((note) => ({
        ...note,
        tries: note.tries.filter(
          ({ changes }) =>
            Object.keys(changes).every(lock.isFree) &&
            (!('loss' in changes) || catalog.loss(String(changes.loss))),
        ),
      })),
  );

  watch(
    () => run.run,
    () => (report.value = null),
    { flush: 'sync' },
  );
  watch(
    () => run.health,
    (notes) => (closed.value = closed.value.filter((id) => notes.some((note) => note.id === id))),
    { flush: 'sync' },
  );

  /** Measures now with every metric; training waits meanwhile. */
  async function take(samples: number): Promise<void> {
    if (taking.value !== null || !run.run) return;
    const { id } = run.run;
    taking.value = 0;
    try {
      const taken = await client.request(
        'measures/take',
        { samples },
        { onProgress: (_, fraction) => (taking.value = fraction ?? 0) },
      );
      if (run.run?.id === id) report.value = taken;
    } catch (error) {
      notices.report(error);
    } finally {
      taking.value = null;
    }
  }

  function close(id: string): void {
    closed.value = [...closed.value, id];
  }

  /** Changes the settings as a note proposes: in the open run where it can take them, else in a new one. */
  async function apply(proposal: HealthTry): Promise<void> {
    const { state } = run;
    if (state.status === 'failed' && run.run && proposal.live && (state.keptStep ?? run.saved) !== null)
      await run.open(run.run.id);
    await run.edit(() => {
      for (const [key, value] of Object.entries(proposal.changes)) {
        if (key === 'loss') settings.choose('loss', String(value));
        else settings.set(key, value);
      }
    });
    if (proposal.live)
      return notices.say('Changed', `${proposal.label}: done.`, 'It takes effect at the next step.');
    await run.reset();
    await run.train();
  }

  return { points, latest, notes, report, taking, take, close, apply };
});
