import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkPairs } from '../core/linkPairs';
import type { FakeOptions } from '../testing/fakeWorker';
import { withStores } from '../testing/withStores';
import { useEngineStore } from './engineStore';
import { useNoticesStore } from './noticesStore';
import { useRunStore } from './runStore';
import { useSettingsStore } from './settingsStore';

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A page whose engine is open, on a run of 100 steps of 20 ms. */
async function openPage(optionsOf?: (spawn: number) => FakeOptions) {
  const setting = withStores(optionsOf);
  const stores = setting.run(() => ({
    run: useRunStore(),
    settings: useSettingsStore(),
    engine: useEngineStore(),
    notices: useNoticesStore(),
  }));
  await wait(1);
  stores.settings.read(linkPairs('steps=100&seed=3'));
  void stores.engine.open('auto', 0);
  await wait(1);
  return { ...setting, ...stores };
}

async function openRun(run: ReturnType<typeof useRunStore>): Promise<void> {
  void run.start();
  await wait(5);
  expect(run.state).toEqual({ status: 'paused', step: 0 });
}

describe('useRunStore', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('trains, gathers history and samples, and is done', async () => {
    const { run } = await openPage();
    void run.train();
    await wait(2);
    expect(run.state.status).toBe('running');
    await wait(2100);
    expect(run.state).toEqual({ status: 'done', step: 100 });
    expect(run.history.map((point) => point.step)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
    expect(run.timeline.map((frame) => frame.step)).toEqual([0, 25, 50, 75, 100]);
    expect(run.saved?.step).toBe(100);
  });

  it('shows loading while it starts, and stops that', async () => {
    const { run, workers } = await openPage(() => ({ loadMs: 0, silent: ['run/start'] }));
    void run.train();
    await wait(1);
    expect(run.state.status).toBe('loading');
    void run.stop();
    await wait(1);
    expect(run.state.status).toBe('idle');
    await wait(400); // a worker that does not end the request is replaced
    expect(workers).toHaveLength(2);
  });

  it('pauses, steps once, and goes on', async () => {
    const { run } = await openPage();
    void run.train();
    await wait(210);
    void run.pause();
    await wait(1);
    expect(run.state).toEqual({ status: 'paused', step: 10 });
    void run.takeStep();
    await wait(1);
    expect(run.state).toEqual({ status: 'paused', step: 11 });
    expect(run.wish).toBeNull();
  });

  it('stops by force in the middle of a step, at the last save, and says so', async () => {
    const { run, workers, settings } = await openPage((spawn) => ({
      silent: spawn === 0 ? ['run/pause'] : [],
    }));
    settings.set('steps', 1000);
    void run.train();
    await wait(2500);
    void run.stop();
    await wait(8020); // its steps were short, so it was given the time to save
    expect(workers).toHaveLength(2);
    expect(run.state).toEqual({ status: 'paused', step: 500 });
    expect(run.history.at(-1)?.step).toBe(500);
  });

  it('comes back after a crash and trains on', async () => {
    const { run, workers, settings, notices } = await openPage();
    settings.set('steps', 1000);
    void run.train();
    await wait(2500);
    workers[0].crash();
    expect(run.state).toMatchObject({ status: 'loading' });
    await wait(5);
    expect(run.state).toEqual({ status: 'running', step: 100 });
    expect(notices.list.map((notice) => notice.message)).toEqual([
      'The training worker crashed: memory access out of bounds.',
    ]);
  });

  it('keeps what a failure says and tries again on Train', async () => {
    const { run } = await openPage((spawn) => ({ failing: spawn === 0 ? ['run/start'] : [] }));
    void run.train();
    await wait(2);
    expect(run.state).toMatchObject({ status: 'failed', error: { hint: 'This is a test.' } });
  });

  it('opens the engine anew after it failed, and offers the next backend', async () => {
    const { run, workers, settings, engine } = await openPage();
    settings.set('steps', 1000);
    void run.train();
    await wait(2500);
    workers[0].breakDown('EngineTrapError');
    expect(run.state).toMatchObject({ status: 'failed', keptStep: 100 });
    expect(run.isEngineFailure).toBe(true);
    const opened = () => workers[0].received.filter(({ kind }) => kind === 'engine/open').length;
    void run.train();
    await wait(5);
    expect(opened()).toBe(2);
    expect(run.state).toEqual({ status: 'running', step: 100 });

    workers[0].breakDown('EngineHelperLostError');
    expect(engine.next).toBe('cpu');
    void run.trainOn('cpu');
    await wait(5);
    expect(settings.config?.backend).toBe('cpu');
    expect(workers[0].received.filter(({ kind }) => kind === 'engine/open').at(-1)).toMatchObject({
      payload: { backend: 'cpu' },
    });
    expect(run.state.status).toBe('running');
  });

  it('goes on from done for another thousand steps', async () => {
    const { run, settings } = await openPage();
    void run.train();
    await wait(2100);
    void run.train();
    await wait(5);
    expect(run.state.status).toBe('running');
    expect(run.config?.steps).toBe(1100);
    expect(settings.config?.steps).toBe(1100);
  });

  it('starts anew when settings changed before the first step, and tells what waits after it', async () => {
    const { run, settings } = await openPage();
    void run.start();
    await wait(2);
    settings.set('seed', 9);
    expect(run.pending).toEqual(['seed']);
    void run.takeStep();
    await wait(5);
    expect(run.config?.seed).toBe(9);
    void run.edit(() => settings.set('beta1', 0.9));
    void run.edit(() => settings.set('learningRateG', 0.001));
    expect(run.pending).toEqual(['beta1']);
  });

  it('gives an edit to the open run at once, and shows what cannot change in it', async () => {
    const { run, settings, workers } = await openPage();
    await openRun(run);
    void run.edit(() => settings.set('learningRateG', 0.01));
    expect(run.pending).toEqual([]);
    await wait(5);
    expect(workers[0].received.at(-1)).toMatchObject({ kind: 'run/set', payload: { learningRateG: 0.01 } });
    expect(run.config?.learningRateG).toBe(0.01);
    void run.edit(() => settings.choose('model', 'dcgan-an12954'));
    await wait(5);
    expect(run.config).toMatchObject({ model: 'dcgan-light', learningRateG: 0.01 });
    expect(run.pending).toContain('model');
  });

  it('shows in the form what the run uses when the run refuses a change', async () => {
    const { run, settings, notices } = await openPage(() => ({ failing: ['run/set'] }));
    await openRun(run);
    const before = settings.config?.learningRateG;
    void run.edit(() => settings.set('learningRateG', 0.01));
    await wait(5);
    expect(settings.config?.learningRateG).toBe(before);
    expect(run.config?.learningRateG).toBe(before);
    expect(notices.list).toHaveLength(1);
  });

  it('catches up with what was edited while the run was made', async () => {
    const { run, settings } = await openPage();
    void run.start();
    void run.edit(() => settings.set('learningRateG', 0.01));
    await wait(5);
    expect(run.state).toEqual({ status: 'paused', step: 0 });
    expect(run.config?.learningRateG).toBe(0.01);
    expect(run.pending).toEqual([]);
  });

  it('opens the engine anew for another backend, and the run goes on from its last save', async () => {
    const { run, settings, workers } = await openPage();
    settings.set('steps', 1000);
    void run.train();
    await wait(2500);
    void run.edit(() => settings.set('backend', 'cpu'));
    void run.edit(() => settings.set('threads', 2)); // while that engine is being opened
    await wait(300);
    const opened = workers[0].received.filter(({ kind }) => kind === 'engine/open');
    expect(opened.at(-1)?.payload).toMatchObject({ backend: 'cpu', threads: 2 });
    expect(run.state.status).toBe('running');
    expect(run.step).toBeGreaterThan(100);
    expect(settings.config).toMatchObject({ backend: 'cpu', threads: 2 });
  });

  it('resets to nothing and opens the saved run again with its settings', async () => {
    const { run, settings } = await openPage();
    void run.train();
    await wait(500);
    const id = run.run?.id ?? '';
    void run.reset();
    await wait(5);
    expect(run.state).toEqual({ status: 'idle' });
    expect([run.history.length, run.timeline.length]).toEqual([0, 0]);
    settings.read(linkPairs('seed=77'));
    void run.open(id);
    await wait(5);
    expect(run.state.status).toBe('paused');
    expect(run.step).toBeGreaterThan(20);
    expect(settings.config?.seed).toBe(3);
  });

  it('says what it has saved when it was asked to stop', async () => {
    const { run } = await openPage();
    void run.train();
    await wait(210);
    void run.stop();
    await wait(5);
    expect(run.saved?.step).toBe(10);
  });

  it('begins a new run where the form asks for another one, and goes on with the old one when told', async () => {
    const { run, settings } = await openPage();
    void run.train();
    await wait(210);
    void run.pause();
    await wait(1);
    const first = run.run?.id;
    settings.set('seed', 4);
    expect(run.beginsAnew).toBe(true);
    void run.goOn();
    await wait(5);
    expect(run.run?.id).toBe(first);
    void run.pause();
    await wait(1);
    void run.train();
    await wait(5);
    expect(run.run?.id).not.toBe(first);
    expect(run.config?.seed).toBe(4);
    expect(run.beginsAnew).toBe(false);
  });

  it('keeps asking for a run that could not be opened, until it is given up', async () => {
    const { run } = await openPage((spawn) => ({ failing: spawn === 0 ? ['run/open'] : [] }));
    void run.open('elsewhere');
    await wait(5);
    expect(run.state.status).toBe('failed');
    expect(run.keptId).toBe('elsewhere');
    void run.goOn();
    await wait(5);
    expect(run.state.status).toBe('failed');
    void run.trainNew();
    await wait(5);
    expect(run.state.status).toBe('running');
    expect(run.awaited).toBeNull();
  });

  it('opens a copy of a run that cannot be opened', async () => {
    const { run, workers } = await openPage();
    void run.train();
    await wait(2500);
    const id = run.run?.id ?? '';
    void run.reset();
    await wait(5);
    run.awaited = id;
    void run.openCopy();
    await wait(5);
    expect(run.run?.name).toContain('(copy)');
    expect(run.keptId).toBe(run.run?.id);
    expect(workers[0].received.map(({ kind }) => kind)).toContain('runs/duplicate');
  });
});
