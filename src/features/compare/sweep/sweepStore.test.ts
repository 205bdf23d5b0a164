// @vitest-environment happy-dom
// The queue before a fake worker: a lesson link that has its runs pause holds the runs of a sweep, too.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OPEN_LOCK } from '../../../core/pageLock/define';
import { useEngineStore } from '../../../stores/engineStore';
import { useLockStore } from '../../../stores/lockStore';
import { useNoticesStore } from '../../../stores/noticesStore';
import { withStores } from '../../../testing/withStores';
import { useReturnedSweeps } from '../../../stores/returnedSweeps';
import type { RunSummary } from '../../../protocol';
import { readRunConfig } from '../../../core/runConfig';
import { keptSweeps } from '../../../stores/keptSweeps';
import { catalogue } from '../../../worker/catalogue';
import { useSweepStore } from './sweepStore';

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const PLAN = { base: { steps: 50 }, swept: [{ key: 'batch', values: [8, 16] }], seeds: [1] };

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

/** A queue whose engine is open; its runs take 50 steps of 20 ms. */
async function openQueue() {
  const { run, workers } = withStores();
  const stores = run(() => ({
    sweeps: useSweepStore(),
    lock: useLockStore(),
    notices: useNoticesStore(),
    engine: useEngineStore(),
  }));
  await wait(1);
  void stores.engine.open('auto', 0);
  await wait(1);
  const asked = (kind: string) => workers.flatMap(({ received }) => received.filter((m) => m.kind === kind));
  const jobs = () => stores.sweeps.sweeps.flatMap((sweep) => sweep.jobs.map(({ status }) => status));
  return { ...stores, asked, jobs };
}

it('trains every run to its end where nothing holds it', async () => {
  const { sweeps, asked, jobs } = await openQueue();
  sweeps.add('Batches', PLAN);
  await wait(4000);
  expect(jobs()).toEqual(['done', 'done']);
  expect(asked('run/play').map(({ payload }) => payload)).toEqual([{}, {}]);
  expect(sweeps.isPaused).toBe(false);
});

it('pauses where a lesson link has its runs pause, and goes on from there to the next pause', async () => {
  const { sweeps, lock, notices, asked, jobs } = await openQueue();
  lock.take({ ...OPEN_LOCK, pauseEvery: { steps: 20 } }, {});
  sweeps.add('Batches', PLAN);
  for (const begun of [1, 2]) {
    await wait(4000);
    expect(asked('run/play')).toHaveLength(begun);
    expect(asked('run/play').at(-1)?.payload).toEqual({ pauseEvery: { steps: 20 } });
    expect([sweeps.isPaused, sweeps.isTraining]).toEqual([true, false]);
    expect(jobs()).toEqual(['training', 'waiting']);
    expect(notices.list.at(-1)?.title).toBe('The sweep pauses here');
    sweeps.goOn();
  }
  // 20 and 40 steps were paused at; the last ten end the first run, and the second begins.
  await wait(4000);
  expect(jobs()).toEqual(['done', 'training']);
  expect(asked('run/open')).toHaveLength(2);
  expect(sweeps.isPaused).toBe(true);
});

it.each([0, 1, 2, 3, 500])(
  'fails no run because the page was left %i ms after it was asked for',
  async (ms) => {
    const { sweeps } = await openQueue();
    sweeps.add('Batches', PLAN);
    await wait(ms);
    window.dispatchEvent(new Event('pagehide'));
    await wait(4000);
    const [{ jobs }] = keptSweeps().sweeps;
    expect(jobs.map(({ status }) => status)).toEqual([
      ms < 500 ? expect.stringMatching(/waiting|training/) : 'training',
      'waiting',
    ]);
  },
);

/** A run that came back from elsewhere. */
const returnedRun = (id: string, step: number): RunSummary => ({
  ...{ id, name: id, parent: null, note: '', starred: false, compression: [], step, seconds: 0 },
  ...{ createdAt: 0, savedAt: 0, sizeBytes: 0, thumbnail: null },
  config: readRunConfig({ steps: 50 }, catalogue),
});

it('lists a sweep that came back from elsewhere, and trains its rest only when asked to', async () => {
  const plan = { ...PLAN, seeds: [1, 2] };
  const imported = {
    ...{ ...returnedRun('aaa', 50), alongside: [returnedRun('bbb', 20), returnedRun('ccc', 50)] },
    sweep: { name: 'From the cluster', plan, runs: ['aaa', 'bbb', null, 'ccc'] },
  };
  const before = withStores();
  expect(before.run(useReturnedSweeps).bring(returnedRun('ddd', 1))).toBe(false);
  expect(before.run(useReturnedSweeps).bring(imported)).toBe(true);
  expect(keptSweeps().sweeps.map(({ name }) => name)).toEqual(['From the cluster']);
  const { sweeps, jobs } = await openQueue();
  expect(sweeps.sweeps[0]).toMatchObject({ name: 'From the cluster', plan, ended: true });
  expect(jobs()).toEqual(['done', 'training', 'waiting', 'done']);
  sweeps.goOnUnlessPaused();
  await wait(4000);
  expect(sweeps.isTraining).toBe(false);
  sweeps.again(sweeps.sweeps[0].id);
  await wait(4000);
  // This worker has never heard of the run that was begun elsewhere.
  expect(jobs()).toEqual(['done', 'failed', 'done', 'done']);
});

it('takes one that comes back while the list is open, once', async () => {
  const { sweeps } = await openQueue();
  const returned = useReturnedSweeps();
  const sweep = { name: 'Again', plan: PLAN, runs: ['aaa', null] };
  returned.bring({ ...returnedRun('aaa', 50), sweep });
  await wait(1);
  expect(sweeps.sweeps.map(({ name }) => name)).toEqual(['Again']);
  await sweeps.remove(sweeps.sweeps[0].id);
  returned.bring({ ...returnedRun('aaa', 50), sweep: { ...sweep, name: 'More' } });
  await wait(1);
  expect(sweeps.sweeps.map(({ name }) => name)).toEqual(['More']);
  expect(keptSweeps().sweeps).toHaveLength(1);
});
