import { createPinia } from 'pinia';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createApp, nextTick, watch } from 'vue';
import { useCatalogStore } from '../../stores/catalogStore';
import { CLIENT } from '../../stores/clientKey';
import { useRunStore } from '../../stores/runStore';
import { openNodeWorker, type NodeWorker } from '../../testing/nodeWorker';
import { RUN_MAKERS } from '../../testing/runMakers';
import { useSmallerStore } from './smallerStore';
import { requestFor, TECHNIQUES, type Technique, type TechniqueSettings } from './techniques';

let worker: NodeWorker | null = null;
afterEach(async () => {
  await worker?.close();
  worker = null;
});

/** The stores before the real worker, with a trained run open. */
async function opened() {
  worker = await openNodeWorker('relaxed', 1);
  const { client } = worker;
  const id = await RUN_MAKERS['lw-paused'](worker);
  const app = createApp({});
  app.provide(CLIENT, client);
  app.use(createPinia());
  return app.runWithContext(async () => {
    const [catalog, run, smaller] = [useCatalogStore(), useRunStore(), useSmallerStore()];
    catalog.catalogue = await client.ready();
    await run.open(id);
    await nextTick();
    return { client, run, smaller };
  });
}

const [, WEIGHTS, , STUDENT] = TECHNIQUES;
const asked = (technique: Technique, settings: TechniqueSettings) =>
  requestFor(technique, { id: technique.task, params: [] }, settings);
const LONG = asked(WEIGHTS, { amount: 0.5, steps: 100_000 });

/** Its first step has been reported. */
const stepped = (smaller: ReturnType<typeof useSmallerStore>): Promise<void> =>
  new Promise((resolve) => {
    const stop = watch(
      () => smaller.state,
      (state) => {
        if (state.status !== 'making' || state.fraction === null) return;
        stop();
        resolve();
      },
      { flush: 'sync' },
    );
  });

describe('useSmallerStore', () => {
  it('pauses, lists what is not finished, goes on and pauses again; thrown away it is gone', async () => {
    const { smaller, run } = await opened();
    const making = smaller.make(LONG);
    await stepped(smaller);
    await smaller.pause();
    await making;
    expect(smaller.state.status).toBe('ready');
    const [first] = smaller.unfinished;
    expect(first).toMatchObject({ parent: run.run?.id, config: { task: 'prune' } });
    expect(first.step).toBeGreaterThan(0);

    const again = smaller.resume(first.id);
    await stepped(smaller);
    await smaller.pause();
    await again;
    expect(smaller.unfinished.map(({ id }) => id)).toEqual([first.id]);
    expect(smaller.unfinished[0].step).toBeGreaterThan(first.step);
    await smaller.discard(first.id);
    expect(smaller.unfinished).toEqual([]);
  });

  it('ends in a run that costs less, and lists nothing then', async () => {
    const { smaller } = await opened();
    await smaller.make(asked(STUDENT, { amount: 0.25, steps: 3 }));
    expect(smaller.state).toMatchObject({ status: 'done', made: { run: { step: 0 } } });
    expect(smaller.unfinished).toEqual([]);
  });

  it('keeps nothing of what is cancelled', async () => {
    const { smaller, client } = await opened();
    const before = (await client.request('runs/list', {})).runs.length;
    const making = smaller.make(LONG);
    await stepped(smaller);
    smaller.cancel();
    await making;
    expect([smaller.state.status, smaller.unfinished]).toEqual(['ready', []]);
    expect((await client.request('runs/list', {})).runs).toHaveLength(before);
  });

  it('leaves one that went on at its last save when it is cancelled, or when another run comes before its first step', async () => {
    const { smaller, run } = await opened();
    const parent = run.run?.id ?? '';
    const making = smaller.make(LONG);
    await stepped(smaller);
    await smaller.pause();
    await making;
    const [kept] = smaller.unfinished;

    for (const until of [nextTick, () => stepped(smaller)]) {
      const cancelled = smaller.resume(kept.id);
      await until();
      smaller.cancel();
      await cancelled;
      expect(smaller.unfinished).toMatchObject([{ id: kept.id, step: kept.step }]);
    }

    const left = smaller.resume(kept.id);
    await run.reset();
    await left;
    await run.open(parent);
    await vi.waitFor(() => expect(smaller.unfinished.map(({ id }) => id)).toEqual([kept.id]));
  });

  it('keeps what is being made when the run closes, and says of a refusal why', async () => {
    const { smaller, run } = await opened();
    const parent = run.run?.id ?? '';
    const making = smaller.make(LONG);
    await stepped(smaller);
    await run.reset();
    await making;
    expect([run.run, smaller.state.status, smaller.unfinished]).toEqual([null, 'ready', []]);
    await run.open(parent);
    await vi.waitFor(() => expect(smaller.unfinished).toHaveLength(1));

    await smaller.make(asked(WEIGHTS, { amount: 0, steps: 3 }));
    expect(smaller.state).toMatchObject({
      status: 'refused',
      error: { name: 'InvalidValueError', message: 'The share to prune is 0.' },
    });
  });
});
