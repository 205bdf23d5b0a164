// The real worker on a machine that fails in the middle of a run: the cause is named, what was saved is kept, another
// backend is offered, and the run goes on there from its save.
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, expect, it } from 'vitest';
import { createApp } from 'vue';
import { createClient, type Client } from '../client/client';
import type { WorkerPort } from '../client/workerPort';
import type { BackendChoice } from '../core/runConfig';
import { FAULT_CHANNEL, type Fault } from '../testing/faults';
import { useCatalogStore } from './catalogStore';
import { CLIENT } from './clientKey';
import { useEngineStore } from './engineStore';
import { useRunStore } from './runStore';
import { useSettingsStore } from './settingsStore';

const SMALL = {
  dataset: 'synthetic-digits',
  model: 'gan-mlp',
  'model.width': '8',
  batch: '4',
  steps: '100000',
  sampleEvery: '1000',
  measureEvery: '0',
  autosaveSeconds: '600',
};
const LONG = { timeout: 50_000, interval: 100 };
const TEST_MS = 120_000;

let client: Client | null = null;
const channel = new BroadcastChannel(FAULT_CHANNEL);
const strike = (fault: Fault): void => channel.postMessage(fault);

const startWorker = (): WorkerPort =>
  new Worker(new URL('../testing/faulty.worker.ts', import.meta.url), { type: 'module' });

afterEach(async () => {
  await client?.request('run/close', { discard: true }).catch(() => undefined);
  client?.dispose();
});

/** A run on `backend` that trains again after it was saved at a step. */
async function trainingOn(backend: BackendChoice, changes: Record<string, string> = {}) {
  const own = createClient(startWorker);
  client = own;
  const app = createApp({});
  const pinia = createPinia();
  app.provide(CLIENT, own);
  app.use(pinia);
  setActivePinia(pinia);
  const stores = app.runWithContext(() => ({
    catalog: useCatalogStore(),
    run: useRunStore(),
    settings: useSettingsStore(),
    engine: useEngineStore(),
  }));
  const { run, settings, engine } = stores;
  await expect.poll(() => stores.catalog.catalogue, LONG).toBeTruthy();
  settings.read({ ...SMALL, backend, threads: '2', ...changes });
  await engine.open(backend, 2, settings.config);
  await run.train();
  await expect.poll(() => run.step, LONG).toBeGreaterThan(4);
  await run.pause();
  await expect.poll(() => run.state.status, LONG).toBe('paused');
  const saved = run.saved?.step ?? 0;
  expect(saved).toBeGreaterThan(0);
  await run.train();
  await expect.poll(() => run.step, LONG).toBeGreaterThan(saved + 1);
  return { ...stores, saved };
}

async function failsWith(page: Awaited<ReturnType<typeof trainingOn>>, name: string): Promise<void> {
  const { run, engine, saved } = page;
  await expect.poll(() => run.state.status, LONG).toBe('failed');
  expect(run.state).toMatchObject({ status: 'failed', error: { name }, keptStep: saved });
  expect(run.isEngineFailure).toBe(true);
  const { next } = engine;
  expect(next).toBe('cpu');
  if (next) await run.trainOn(next);
  expect(engine.state).toMatchObject({ status: 'ready', report: { backend: 'cpu' } });
  await expect.poll(() => run.step, LONG).toBeGreaterThan(saved);
  await run.pause();
}

it('a kernel that traps', { timeout: TEST_MS }, async () => {
  const page = await trainingOn('wasm');
  strike('trap');
  await failsWith(page, 'EngineTrapError');
});
