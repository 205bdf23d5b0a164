import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OPEN_LOCK, type PageLock } from '../core/pageLock/define';
import { writePageLock } from '../core/pageLock/write';
import { withStores } from '../testing/withStores';
import { pageQuery, readAddress } from './address';
import { useEngineStore } from './engineStore';
import { useLockStore } from './lockStore';
import { useNoticesStore } from './noticesStore';
import { useRunStore } from './runStore';
import { useSettingsStore } from './settingsStore';

const SETTINGS = 'dataset=synthetic-digits&model=dcgan-light&loss=non-saturating&seed=7&steps=60&batch=32';

async function openLink(lock: Partial<PageLock>, settings = SETTINGS) {
  const setting = withStores();
  const stores = setting.run(() => ({
    settings: useSettingsStore(),
    lock: useLockStore(),
    run: useRunStore(),
    notices: useNoticesStore(),
    engine: useEngineStore(),
  }));
  await vi.advanceTimersByTimeAsync(1);
  const { pairs, lock: words } = readAddress(
    '',
    `#/train?${writePageLock({ ...OPEN_LOCK, ...lock })}&${settings}`,
  );
  stores.settings.read(pairs, words);
  const opening = stores.engine.open('wasm', 1);
  await vi.advanceTimersByTimeAsync(1);
  await opening;
  return { ...stores, worker: setting.workers[0] };
}

describe('a page that a lesson link locks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('keeps what is fixed or hidden at what the link said, whoever asks', async () => {
    const { settings, notices } = await openLink({
      others: 'fix',
      rights: { batch: 'allow', beta1: 'hide' },
    });
    settings.set('seed', 9);
    settings.set('beta1', 0.9);
    settings.reset('seed');
    settings.choose('dataset', 'mnist');
    settings.choose('task', 'cycle-gan');
    settings.goTo('/translate');
    settings.set('batch', 64);
    expect(settings.config).toMatchObject({ seed: 7, beta1: 0.5, dataset: 'synthetic-digits', batch: 64 });
    expect(settings.path).toBe('/train');
    expect(notices.list.map(({ title }) => title)).toContain('It stays as the lesson link set it');
  });

  it('holds through a link without a lock, a saved run, and a choice that recommends other values', async () => {
    const { settings } = await openLink({ rights: { batch: 'fix', learningRateG: 'hide' } });
    const rate = settings.config?.learningRateG;
    const before = settings.config;
    if (!before) throw new Error('no configuration');
    settings.read(readAddress('', '#/train?batch=128&seed=3&learningRateG=0.01').pairs);
    expect(settings.config).toMatchObject({ batch: 32, seed: 3, learningRateG: rate });
    settings.adopt({ ...before, batch: 8, learningRateG: 0.03, seed: 5 });
    expect(settings.config).toMatchObject({ batch: 32, seed: 5, learningRateG: rate });
    settings.choose('model', 'gan-mlp');
    expect(settings.config).toMatchObject({ model: 'gan-mlp', batch: 32, learningRateG: rate });
    settings.choose('task', 'cycle-gan');
    expect(settings.config).toMatchObject({ task: 'cycle-gan', batch: 32 });
  });

  it('stands in every address that the page writes of itself, until all controls are opened', async () => {
    const { settings, lock } = await openLink({ others: 'hide', note: 'Hello' });
    const address = () => pageQuery(settings.query, null, lock.query);
    expect(address()).toMatch(/^lock=hide&note=Hello&seed=7&/);
    const again = readAddress('', `#/runs?${lock.query}`);
    settings.read([], again.lock);
    expect(lock.rightTo('seed')).toBe('hide');
    lock.openAll();
    expect(address()).not.toContain('lock');
    settings.set('seed', 11);
    expect(settings.config?.seed).toBe(11);
    settings.lockAgain();
    expect([settings.config?.seed, lock.rightTo('seed')]).toEqual([7, 'hide']);
  });

  it('pauses by itself at whole multiples of its budget, and goes on when asked', async () => {
    const { run, worker } = await openLink({ others: 'fix', pauseEvery: { steps: 25 } });
    void run.train();
    await vi.advanceTimersByTimeAsync(2000);
    expect(run.state).toEqual({ status: 'paused', step: 25, byBudget: true });
    void run.takeStep();
    await vi.advanceTimersByTimeAsync(100);
    expect(run.state).toEqual({ status: 'paused', step: 26 });
    void run.train();
    await vi.advanceTimersByTimeAsync(2000);
    expect(run.state).toEqual({ status: 'paused', step: 50, byBudget: true });
    expect(worker.received.filter(({ kind }) => kind === 'run/play')[0]?.payload).toEqual({
      pauseEvery: { steps: 25 },
    });
  });

  it('takes no more steps than the link says, and trains no run with other settings', async () => {
    const { run, settings, notices, lock } = await openLink({ others: 'fix' });
    void run.train();
    await vi.advanceTimersByTimeAsync(3000);
    expect(run.state).toEqual({ status: 'done', step: 60 });
    void run.train();
    void run.setLive({ steps: 500 });
    await vi.advanceTimersByTimeAsync(3000);
    expect(run.state).toEqual({ status: 'done', step: 60 });
    expect(run.config?.steps).toBe(60);
    expect(notices.list.map(({ title }) => title)).toContain('The run has taken all its steps');
    lock.openAll();
    settings.set('seed', 8);
    settings.lockAgain();
    expect(settings.config?.seed).toBe(7);
  });
});
