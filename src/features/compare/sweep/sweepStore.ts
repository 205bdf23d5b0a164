// The queue of sweeps: what waits, which run is being trained, and what the buttons do. One tab trains, others watch; what is left
// goes on when the page is opened again. Training is sweepTrainer's, what is kept keptSweeps'.
import { defineStore } from 'pinia';
import { computed, onScopeDispose, shallowRef, watch } from 'vue';
import { toWireError, type WireError } from '../../../core/errors';
import { plannedRuns, sweptConfig, type SweepPlan } from '../../../core/sweep';
import { webLocks } from '../../../core/webLocks';
import { useClient, useClientMaker } from '../../../stores/clientKey';
import { useEngineStore } from '../../../stores/engineStore';
import { useLockStore } from '../../../stores/lockStore';
import { useNoticesStore } from '../../../stores/noticesStore';
import { useReturnedSweeps } from '../../../stores/returnedSweeps';
import { useSweepFlag } from '../../../stores/sweepFlag';
import {
  keepSweeps,
  keptSweeps,
  newSweepId,
  onSweepsElsewhere,
  type KeptSweeps,
  type Sweep,
  type SweepJob,
} from '../../../stores/keptSweeps';
import { createSweepTrainer, type EngineWish } from './sweepTrainer';
import { runNameOf } from './sweptSettings';
import { words } from './words';

const LOCK = 'ganvas/sweeps';

/** A run of the queue. */
export interface QueuedRun {
  readonly sweep: string;
  readonly number: number;
}

/** What comes next: of the first sweep that has one, the run that has begun, else the first that waits. */
export function nextRun({ sweeps, paused }: KeptSweeps): (QueuedRun & { readonly job: SweepJob }) | null {
  if (paused) return null;
  for (const { id, jobs, ended } of sweeps) {
    if (ended) continue;
    const begun = jobs.findIndex(({ status }) => status === 'training');
    const number = begun >= 0 ? begun : jobs.findIndex(({ status }) => status === 'waiting');
    if (number >= 0) return { sweep: id, number, job: jobs[number] };
  }
  return null;
}

export const useSweepStore = defineStore('sweeps', () => {
  const client = useClient();
  const engine = useEngineStore();
  const notices = useNoticesStore();
  const lock = useLockStore();
  const flag = useSweepFlag();
  const trainer = createSweepTrainer(useClientMaker());
  const kept = shallowRef<KeptSweeps>(keptSweeps());
  /** The run that this tab trains. */
  const current = shallowRef<QueuedRun | null>(null);
  /** Another tab trains them. */
  const isElsewhere = shallowRef(false);
  /** What keeps the engine from starting. */
  const problem = shallowRef<WireError | null>(null);
  let working: Promise<void> | null = null;
  /** Whether the device holds what stands here; else nothing that is read there counts. */
  let isKept = true;

  const sweeps = computed(() => kept.value.sweeps);
  const isPaused = computed(() => kept.value.paused);
  const hasWork = computed(() => nextRun({ ...kept.value, paused: false }) !== null);
  const isTraining = computed(() => current.value !== null);

  function take(next: KeptSweeps): void {
    kept.value = next;
    flag.note(nextRun(next) !== null);
  }
  function put(next: KeptSweeps): void {
    take(next);
    isKept = keepSweeps(next);
    if (!isKept) notices.say(words('notKept'), words('notKeptWhy'));
  }
  const change = (id: string, to: (sweep: Sweep) => Sweep): void =>
    put({ ...kept.value, sweeps: sweeps.value.map((sweep) => (sweep.id === id ? to(sweep) : sweep)) });
  const setJob = ({ sweep, number }: QueuedRun, job: SweepJob): void =>
    change(sweep, (one) => ({ ...one, jobs: one.jobs.with(number, job) }));

  /** The backend that the page has found, where it was left to choose. */
  function engineOf({ backend, threads }: EngineWish): EngineWish {
    const { state } = engine;
    const found = backend === 'auto' && state.status === 'ready' ? state.report.backend : backend;
    return { backend: found, threads };
  }

  /** An engine that does not start is no fault of a run: the queue waits. */
  async function starts(wish: EngineWish): Promise<boolean> {
    try {
      await trainer.open(wish);
      return true;
    } catch (error) {
      problem.value = toWireError(error);
      put({ ...kept.value, paused: true });
      return false;
    }
  }

  async function train(queued: QueuedRun, job: SweepJob): Promise<void> {
    const sweep = sweeps.value.find(({ id }) => id === queued.sweep);
    if (!sweep) return;
    current.value = queued;
    let run = job.status === 'training' ? job.run : null;
    try {
      const planned = plannedRuns(sweep.plan)[queued.number];
      const catalogue = await client.ready();
      const config = sweptConfig(sweep.plan, planned, catalogue);
      const wish = engineOf(config);
      if (!(await starts(wish))) return;
      const name = runNameOf(sweep, planned, catalogue);
      const began = (id: string): void => {
        if (id !== run) setJob(queued, { status: 'training', run: id });
        run = id;
      };
      const pauseEvery = lock.lock?.pauseEvery ?? null;
      const rest = await trainer.train({ config, name, id: run, pauseEvery, began }, wish);
      if (rest === 'done' && run !== null) setJob(queued, { status: 'done', run });
      if (rest === 'due') {
        put({ ...kept.value, paused: true });
        notices.say(words('due'), words('dueWhy'));
      }
    } catch (error) {
      setJob(queued, { status: 'failed', message: toWireError(error).message });
    } finally {
      current.value = null;
      flag.noteSaved();
    }
  }

  async function trainAll(): Promise<void> {
    isElsewhere.value = false;
    if (isKept) take(keptSweeps()); // another tab may have trained some meanwhile
    await engine.concluded(); // what `auto` found, and not at the same time
    for (let next = nextRun(kept.value); next; next = nextRun(kept.value)) await train(next, next.job);
    trainer.close();
  }

  /** Trains what waits, in one tab at a time. */
  async function work(): Promise<void> {
    const locks = await webLocks();
    if (!locks) return trainAll(); // a page without them cannot know of other tabs
    isElsewhere.value = true;
    await locks.request(LOCK, trainAll);
  }
  function start(): void {
    working ??= work()
      .catch((error: unknown) => void (problem.value = toWireError(error)))
      .finally(() => {
        working = null;
        isElsewhere.value = false;
        if (nextRun(kept.value) && problem.value === null) start(); // asked for while the last one ended
      });
  }

  /** @returns its id */
  function add(name: string, plan: SweepPlan): string {
    const id = newSweepId(sweeps.value);
    const jobs = plannedRuns(plan).map((): SweepJob => ({ status: 'waiting' }));
    put({ sweeps: [...sweeps.value, { id, name, plan, jobs, ended: false }], paused: false });
    goOn();
    return id;
  }

  function goOn(): void {
    problem.value = null;
    if (kept.value.paused) put({ ...kept.value, paused: false });
    if (nextRun(kept.value)) start();
  }

  /** What a reload cut off; a queue that was paused waits. */
  function goOnUnlessPaused(): void {
    if (nextRun(kept.value)) start();
  }

  async function pause(): Promise<void> {
    put({ ...kept.value, paused: true });
    if (current.value) await trainer.pause();
  }

  /** Runs that are done stay, and the one that has begun as far as it came. */
  async function end(id: string): Promise<void> {
    change(id, (sweep) => ({ ...sweep, ended: true }));
    if (current.value?.sweep === id) await trainer.pause();
  }

  /** What was ended or failed is trained after all. */
  function again(id: string): void {
    change(id, (sweep) => ({
      ...sweep,
      ended: false,
      jobs: sweep.jobs.map((job) => (job.status === 'failed' ? { status: 'waiting' } : job)),
    }));
    goOn();
  }

  /** Its runs stay among the saved ones. */
  async function remove(id: string): Promise<void> {
    await end(id);
    put({ ...kept.value, sweeps: sweeps.value.filter((sweep) => sweep.id !== id) });
  }

  async function heardElsewhere(next: KeptSweeps): Promise<void> {
    take(next);
    const mine = current.value;
    const sweep = next.sweeps.find(({ id }) => id === mine?.sweep);
    if (mine && (next.paused || !sweep || sweep.ended)) await trainer.pause();
    else if (!mine) goOn();
  }
  onScopeDispose(onSweepsElsewhere((next) => void heardElsewhere(next)));
  window.addEventListener('pagehide', trainer.leave); // WebKit keeps left pages, and their workers with them

  /** Milliseconds of a step of these settings on this device; null where it cannot be had, and while a sweep is trained. */
  const time = (config: Parameters<typeof trainer.time>[0]): Promise<number | null> =>
    working ? Promise.resolve(null) : trainer.time(config, engineOf(config));
  /** Nobody asks for times any more. */
  function rest(): void {
    if (!working) trainer.close();
  }

  take(kept.value);
  const returned = useReturnedSweeps();
  watch(
    () => returned.waiting,
    () => {
      const fresh = returned.take().filter(({ id }) => !sweeps.value.some((sweep) => sweep.id === id));
      if (fresh.length > 0) put({ ...kept.value, sweeps: [...sweeps.value, ...fresh] });
    },
    { immediate: true },
  );
  return {
    ...{ sweeps, isPaused, isElsewhere, isTraining, hasWork, current, problem },
    ...{
      trained: trainer.state,
      step: trainer.step,
      steps: computed(() => trainer.config.value?.steps ?? 0),
    },
    ...{ rate: trainer.rate, isPausing: trainer.isPausing },
    ...{ add, goOn, goOnUnlessPaused, pause, end, again, remove, time, rest },
  };
});
