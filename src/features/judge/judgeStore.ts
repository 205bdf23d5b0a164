// The lesson in which a classifier learns: what is open, what it has said so far, and the buttons. Drawing lives elsewhere.
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { RemoteError } from '../../core/errors';
import type { JudgeMoment } from '../../core/judge';
import type { OpenedJudge } from '../../protocol';
import { useClient } from '../../stores/clientKey';
import { useNoticesStore } from '../../stores/noticesStore';

/** Steps that one press of the button takes. */
export const LESSON_STEPS = 400;
const SEED = 1;

export type LessonStatus = 'closed' | 'loading' | 'paused' | 'learning';

export const useJudgeStore = defineStore('judge', () => {
  const client = useClient();
  const notices = useNoticesStore();
  const status = shallowRef<LessonStatus>('closed');
  const opened = shallowRef<OpenedJudge | null>(null);
  /** What it said, oldest first; the first before it had learnt anything. */
  const moments = shallowRef<readonly JudgeMoment[]>([]);
  const loading = shallowRef<{ readonly what: string; readonly fraction: number | null } | null>(null);
  const latest = computed(() => moments.value.at(-1) ?? null);
  let abort: AbortController | null = null;

  function forget(): void {
    opened.value = null;
    moments.value = [];
    loading.value = null;
    status.value = 'closed';
  }

  client.subscribe((event) => {
    if (event.kind === 'judge/moment' && opened.value)
      moments.value = [...moments.value.filter(({ step }) => step !== event.moment.step), event.moment];
    else if (event.kind === 'judge/ended') {
      if (status.value === 'learning') status.value = 'paused';
      if (event.error) notices.report(new RemoteError(event.error));
    } else if (event.kind === 'client/restarting') forget();
  });

  async function attempt(action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      notices.report(error);
      return false;
    }
  }

  async function open(dataset: string): Promise<void> {
    abort?.abort();
    forget();
    const own = new AbortController();
    abort = own;
    status.value = 'loading';
    loading.value = { what: 'Opening the data set', fraction: null };
    const done = await attempt(async () => {
      const onProgress = (what: string, fraction: number | null) => (loading.value = { what, fraction });
      opened.value = await client.request(
        'judge/open',
        { dataset, seed: SEED },
        { signal: own.signal, onProgress },
      );
      moments.value = [opened.value.moment];
    });
    if (abort !== own) return;
    loading.value = null;
    status.value = done ? 'paused' : 'closed';
  }

  /** Goes on learning, with the data set opened first if need be. */
  async function learn(dataset: string): Promise<void> {
    if (opened.value?.dataset !== dataset) await open(dataset);
    if (status.value !== 'paused') return;
    status.value = 'learning';
    if (!(await attempt(() => client.request('judge/play', { steps: LESSON_STEPS }))))
      status.value = 'paused';
  }

  const pause = () => attempt(() => client.request('judge/pause', {}));

  /** Gives its memory back. */
  async function close(): Promise<void> {
    abort?.abort();
    if (opened.value) await attempt(() => client.request('judge/close', {}));
    forget();
  }

  return { status, opened, moments, loading, latest, open, learn, pause, close };
});
