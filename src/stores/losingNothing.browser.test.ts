// The real worker on a machine that fails in the middle of a run: the cause is named, what was saved is kept to the
// byte, another backend is offered, and the run goes on there from its save.
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, describe, expect, it } from 'vitest';
import { createApp } from 'vue';
import { linkPairs } from '../core/linkPairs';
import { createClient, type Client } from '../client/client';
import type { WorkerPort } from '../client/workerPort';
import type { BackendChoice } from '../core/runConfig';
import { strike } from '../testing/faultChannel';
import { useCatalogStore } from './catalogStore';
import { CLIENT } from './clientKey';
import { useEngineStore } from './engineStore';
import { useNoticesStore } from './noticesStore';
import { useRunStore } from './runStore';
import { useSettingsStore } from './settingsStore';

const SMALL = {
  dataset: 'synthetic-digits',
  model: 'gan-mlp',
  'model.width': '8',
  batch: '2',
  steps: '100000',
  sampleEvery: '1000',
  measureEvery: '0',
  autosaveSeconds: '600',
};

let client: Client | null = null;

/** src/testing/faulty.worker.ts in one file (vite/bundledWorker). */
const startWorker = (): WorkerPort => new Worker('/bundled/faulty.worker.js', { type: 'module' });

afterEach(() => client?.dispose());

/** What lies on the device for a run, as its length and SHA-256. */
async function savedFile(id: string): Promise<string> {
  const file = await client?.request('runs/export', { id });
  if (!file) return 'nothing';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file.bytes));
  return `${file.bytes.length} bytes, ${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

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
    notices: useNoticesStore(),
  }));
  const { run, settings, engine } = stores;
  await expect.poll(() => stores.catalog.catalogue, { message: 'the catalogue comes' }).toBeTruthy();
  const asked = new URLSearchParams({ ...SMALL, backend, threads: '2', ...changes });
  settings.read(linkPairs(asked.toString()));
  await engine.open(backend, 2, settings.config);
  expect(engine.state).toMatchObject({ status: 'ready', report: { backend } });
  await run.train();
  await expect.poll(() => run.step, { message: 'the run trains' }).toBeGreaterThan(0);
  await run.pause();
  expect(run.state.status).toBe('paused');
  const saved = run.saved?.step ?? 0;
  expect(saved).toBeGreaterThan(0);
  const id = run.run?.id ?? '';
  const file = await savedFile(id);
  expect(file).toMatch(/^\d{4,} bytes/);
  await run.train();
  await expect.poll(() => run.step, { message: 'the run trains on from its save' }).toBeGreaterThan(saved);
  return { ...stores, saved, id, file };
}

type Page = Awaited<ReturnType<typeof trainingOn>>;

/** Waits for the failure, takes the backend that is offered, and sees the run go on there from the very same save. */
async function failsWith({ run, engine, saved, id, file }: Page, name: string, cause: RegExp): Promise<void> {
  await expect.poll(() => run.state.status, { message: `the run fails with ${name}` }).toBe('failed');
  const message: unknown = expect.stringMatching(cause);
  expect(run.state).toMatchObject({ error: { name, message }, keptStep: saved });
  expect(run.isEngineFailure).toBe(true);
  await run.stop(); // the person may press it: there is nothing whole to save
  expect(engine.next).toBe('cpu');
  await run.trainOn('cpu');
  expect(engine.state).toMatchObject({ status: 'ready', report: { backend: 'cpu' } });
  await expect.poll(() => run.step, { message: 'the run trains on from its save' }).toBeGreaterThan(saved);
  expect(run.history.map((point) => point.step).slice(0, saved + 1)).toEqual(
    Array.from({ length: saved + 1 }, (_, i) => i + 1),
  );
  expect(run.history.every((point) => Number.isFinite(point.values.dLoss))).toBe(true);
  expect(await savedFile(id)).toBe(file);
  await run.reset();
}

it('goes on, says so once, and saves anew when the browser removes what was saved', async () => {
  const { run, notices, saved, id } = await trainingOn('wasm');
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('ganvas-runs', { recursive: true });
  const told = () => notices.list.filter(({ title }) => title === 'Saved runs were removed').length;
  for (let save = 1; save <= 2; save++) {
    await run.pause();
    await expect.poll(() => told(), { message: 'the page names it' }).toBe(1);
    expect(run.saveProblem).toBeNull();
    expect(run.saved?.step).toBeGreaterThan(saved);
    expect(await savedFile(id)).toMatch(/^\d{4,} bytes/);
    await run.train();
  }
  await run.reset();
});

describe('the CPU engine ends the run by name', () => {
  it('where a kernel traps', async () => {
    const page = await trainingOn('wasm');
    await strike('trap');
    await failsWith(page, 'EngineTrapError', /stopped in \w+: unreachable/);
  });

  it('where memory runs out', async () => {
    const page = await trainingOn('wasm', { 'model.width': '128' });
    await strike('out-of-memory');
    // A larger batch needs more than the memory has grown to.
    await page.run.setLive({ batch: 512 });
    await failsWith(page, 'EngineOutOfMemoryError', /cannot get \d+ more bytes/);
  });

  it.each([
    ['traps', 'helper-traps'],
    ['vanishes with its task', 'helper-vanishes'],
    ['is ended from outside', 'helper-ended'],
  ] as const)('where a helper %s', async (_, fault) => {
    const page = await trainingOn('wasm');
    await strike(fault);
    await failsWith(page, 'EngineHelperLostError', /A helper thread of the CPU engine was lost/);
  });
});

describe('a lost graphics device is named, and the run goes on by itself', () => {
  // Software WebGL takes long to open: what a second loss leads to is the same for both.
  it.each([
    ['webgl', 'once', 'context-lost', /WebGL context was lost/],
    ['webgpu', 'and the second time on the CPU engine', 'device-lost', /graphics device was lost/],
  ] as const)('%s, %s', async (backend, times, fault, cause) => {
    const { run, engine, notices, id } = await trainingOn(backend);
    await run.pause();
    const step = run.saved?.step ?? 0;
    const file = await savedFile(id);
    const reasons: string[] = [];
    client?.subscribe((event) => {
      if (event.kind === 'client/restarted') reasons.push(event.reason.message);
    });
    const isBackOn = async (losses: number, opened: string): Promise<void> => {
      await expect
        .poll(() => reasons.length, { message: `the worker is replaced, time ${losses}` })
        .toBe(losses);
      expect(reasons.at(-1)).toMatch(cause);
      expect(notices.list.map((notice) => notice.message)).toContain(reasons.at(-1));
      expect(engine.state).toMatchObject({ status: 'ready', report: { backend: opened } });
    };

    await strike(fault);
    // What is read back from now on is void, and must not be kept.
    await expect(client?.request('run/save', {})).rejects.toThrow();
    await isBackOn(1, backend);
    expect(run.state).toEqual({ status: 'paused', step });
    expect(await savedFile(id)).toBe(file);

    await run.train();
    await expect.poll(() => run.step, { message: 'the run trains on' }).toBeGreaterThan(step);
    if (times !== 'once') {
      await strike(fault);
      await isBackOn(2, 'wasm');
      expect(run.state).toMatchObject({ status: 'running' });
      await expect.poll(() => run.step, { message: 'the run trains on' }).toBeGreaterThan(step);
      expect(run.saved?.step).toBe(step);
      expect(await savedFile(id)).toBe(file);
    }
    await run.reset();
  });
});
