import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AbortedError } from '../core/errors';
import { readRunConfig } from '../core/runConfig';
import type { WorkerEvent } from '../protocol';
import { FAKE_CATALOGUE } from '../testing/fakeCatalogue';
import { FakeDisk, FakeWorker, type FakeOptions } from '../testing/fakeWorker';
import { createClient, type ClientEvent } from './client';

const config = readRunConfig({ seed: 5, steps: 1000 }, FAKE_CATALOGUE);

function start(optionsOf: (spawn: number) => FakeOptions = () => ({})) {
  const disk = new FakeDisk();
  const workers: FakeWorker[] = [];
  const client = createClient(() => {
    const worker = new FakeWorker({ disk, ...optionsOf(workers.length) });
    workers.push(worker);
    return worker;
  });
  const events: (WorkerEvent | ClientEvent)[] = [];
  client.subscribe((event) => events.push(event));
  const kinds = (prefix: string) => events.map((e) => e.kind).filter((kind) => kind.startsWith(prefix));
  const restarted = () => events.find((e) => e.kind === 'client/restarted');
  return { client, workers, events, kinds, restarted, disk };
}

async function train(setup: ReturnType<typeof start>, ms: number) {
  await vi.advanceTimersByTimeAsync(1);
  const opening = setup.client.request('engine/open', { backend: 'auto', threads: 0 });
  await vi.advanceTimersByTimeAsync(1);
  await opening;
  const starting = setup.client.request('run/start', { config });
  await vi.advanceTimersByTimeAsync(1);
  const run = await starting;
  void setup.client.request('run/play', {});
  await vi.advanceTimersByTimeAsync(ms);
  return run;
}

describe('createClient', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('gives the catalogue, answers requests, and passes events on', async () => {
    const { client, kinds } = start();
    await vi.advanceTimersByTimeAsync(1);
    expect((await client.ready()).models[0].id).toBe('dcgan-light');
    const list = client.request('runs/list', {});
    await vi.advanceTimersByTimeAsync(1);
    expect(await list).toEqual({ runs: [], unreadable: [], deleted: [], warning: null });
    expect(kinds('worker/')).toEqual(['worker/ready', 'worker/loaded']);
  });

  it('replaces a worker that never speaks, and waits for the next one twice as long', async () => {
    const loadMs = [Infinity, 119_000];
    const { client, workers, events } = start((spawn) => ({ loadMs: loadMs[spawn] ?? 0 }));
    await vi.advanceTimersByTimeAsync(59_999);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
    await vi.advanceTimersByTimeAsync(119_000);
    expect((await client.ready()).models[0].id).toBe('dcgan-light');
    const again = events.find((e) => e.kind === 'client/restarted');
    expect(again).toMatchObject({ reason: { message: 'The training worker said nothing for 60 s.' } });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(workers).toHaveLength(2);
  });

  it('names a worker that ends while its engine is on the way, and takes the next one', async () => {
    const { client, workers, events } = start((spawn) => ({ engineMs: spawn === 0 ? Infinity : 0 }));
    await vi.advanceTimersByTimeAsync(1);
    expect((await client.ready()).models[0].id).toBe('dcgan-light');
    await vi.advanceTimersByTimeAsync(119_998);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2);
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
    const said = events.find((e) => e.kind === 'client/restarting');
    expect(said).toMatchObject({
      reason: {
        name: 'WorkerSilentError',
        message: 'The training worker did not bring its engine for 120 s.',
        hint: expect.stringMatching(/network is slow or cut.*reload the page/),
      },
    });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(workers).toHaveLength(2);
  });

  it('replaces a worker that never comes back from making a thread, and opens its engine in the next', async () => {
    const { client, workers, events } = start((spawn) => ({ silent: spawn === 0 ? ['engine/open'] : [] }));
    await vi.advanceTimersByTimeAsync(1);
    const opening = expect(client.request('engine/open', { backend: 'auto', threads: 0 })).rejects.toThrow(
      'waited for a thread of its own for 8 s',
    );
    workers[0].post({ kind: 'engine/thread', making: true });
    workers[0].post({ kind: 'engine/thread', making: false });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(workers).toHaveLength(1);
    workers[0].post({ kind: 'engine/thread', making: true });
    await vi.advanceTimersByTimeAsync(8000);
    await opening;
    await vi.advanceTimersByTimeAsync(1000);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(events.find((e) => e.kind === 'client/restarted')).toMatchObject({
      reason: { name: 'ThreadSilentError' },
      engine: { threads: expect.any(Number) },
    });
  });

  it('gives up by name where no worker ever brings its engine', async () => {
    const { client, workers, kinds } = start(() => ({ engineMs: Infinity, silent: ['engine/open'] }));
    await vi.advanceTimersByTimeAsync(1);
    const opening = expect(client.request('engine/open', { backend: 'auto', threads: 0 })).rejects.toThrow(
      'did not bring its engine',
    );
    await vi.advanceTimersByTimeAsync(3_600_000);
    await opening;
    expect(workers).toHaveLength(4);
    expect(kinds('client/')).toEqual(['client/restarting', 'client/gaveUp']);
  });

  it('rejects with the name, message and hint of the worker', async () => {
    const { client } = start();
    const playing = expect(client.request('run/play', {})).rejects.toMatchObject({
      name: 'FakeWorkerError',
      message: 'No run is open.',
      hint: 'Start or open a run first.',
    });
    await vi.advanceTimersByTimeAsync(1);
    await playing;
  });

  it('waits for the end of what it aborts where that was asked for, and gives what came too late', async () => {
    const { client } = start(() => ({ loadMs: 50 }));
    const controller = new AbortController();
    const how = { signal: controller.signal, waitsForEnd: true };
    const drawing = client.request('samples/file', { format: 'idx', seed: 1, count: 10 }, how);
    const ended = vi.fn();
    void drawing.finally(ended);
    controller.abort();
    await Promise.resolve();
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect((await drawing).fileName).toContain('.');
  });

  it('aborts: tells the worker, rejects at once, ignores a late reply', async () => {
    const { client, workers } = start(() => ({ loadMs: 50 }));
    const controller = new AbortController();
    const { signal } = controller;
    const drawing = client.request('samples/file', { format: 'idx', seed: 1, count: 10 }, { signal });
    controller.abort();
    await expect(drawing).rejects.toBeInstanceOf(AbortedError);
    const [asked, aborted] = workers[0].received;
    expect(aborted).toMatchObject({ kind: 'request/abort', payload: { id: asked.id } });
    await vi.advanceTimersByTimeAsync(100);
    expect(workers).toHaveLength(1);
  });

  it('replaces a worker that does not end an aborted request in time', async () => {
    const { client, workers } = start((spawn) => ({ silent: spawn === 0 ? ['run/start'] : [] }));
    const controller = new AbortController();
    const starting = client.request(
      'run/start',
      { config },
      { signal: controller.signal, abortPatienceMs: 300 },
    );
    controller.abort();
    await expect(starting).rejects.toBeInstanceOf(AbortedError);
    await vi.advanceTimersByTimeAsync(299);
    expect(workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2);
    expect(workers).toHaveLength(2);
    expect(workers[0].terminated).toBe(true);
  });

  it('passes progress to the request that it belongs to', async () => {
    const { client, workers } = start(() => ({ silent: ['run/start'] }));
    const seen: unknown[] = [];
    void client.request('run/start', { config }, { onProgress: (...args) => seen.push(args) });
    const [{ id }] = workers[0].received;
    workers[0].post({ kind: 'request/progress', id: id + 1, what: 'other', fraction: null });
    workers[0].post({ kind: 'request/progress', id, what: 'Reading', fraction: 0.5 });
    expect(seen).toEqual([['Reading', 0.5]]);
  });

  it('opens engine and run again after a crash and goes on training from the last save', async () => {
    const setup = start();
    const run = await train(setup, 2500); // 20 ms a step, saved at step 100
    const before = setup.client.request('run/save', {});
    setup.workers[0].crash();
    await expect(before).rejects.toMatchObject({ name: 'WorkerLostError' });
    await vi.advanceTimersByTimeAsync(10);
    expect(setup.kinds('client/')).toEqual(['client/restarting', 'client/restarted']);
    expect(setup.restarted()).toMatchObject({
      resumed: true,
      run: { id: run.id, step: 100 },
      engine: { backend: 'wasm' },
      reason: { name: 'WorkerCrashError' },
    });
    expect(setup.workers[1].received.map((m) => m.kind)).toEqual(['engine/open', 'run/open', 'run/play']);
  });

  it('says of a browser that cannot read the worker that it is too old, and tries once only', async () => {
    const { client, workers, kinds, events } = start(() => ({ loadMs: 1000 }));
    workers[0].crash("SyntaxError: Unexpected token '{'");
    await expect(client.ready()).rejects.toMatchObject({ name: 'BrowserTooOldError' });
    await vi.advanceTimersByTimeAsync(10);
    expect(workers).toHaveLength(1);
    expect(kinds('client/')).toEqual(['client/gaveUp']);
    expect(events.at(-1)).toMatchObject({ error: { hint: expect.stringContaining('Update the browser') } });
  });

  it('begins a run again that was never saved', async () => {
    const setup = start();
    await train(setup, 200);
    setup.workers[0].crash();
    await vi.advanceTimersByTimeAsync(10);
    expect(setup.workers[1].received.map((m) => m.kind)).toEqual(['engine/open', 'run/start', 'run/play']);
    expect(setup.restarted()).toMatchObject({ run: { step: 0, config: { seed: 5 } } });
  });

  it('halts politely when the worker answers, and by force when it does not', async () => {
    const polite = start();
    await train(polite, 500);
    const paused = polite.client.halt(300);
    await vi.advanceTimersByTimeAsync(1);
    expect(await paused).toBe('paused');

    const busy = start((spawn) => ({ silent: spawn === 0 ? ['run/pause'] : [] }));
    await train(busy, 2500);
    const forced = busy.client.halt(300);
    await vi.advanceTimersByTimeAsync(299);
    expect(busy.workers).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10);
    expect(await forced).toBe('restarted');
    expect(busy.workers[0].terminated).toBe(true);
    expect(busy.workers[1].received.map((m) => m.kind)).toEqual(['engine/open', 'run/open']);
    expect(busy.restarted()).toMatchObject({ resumed: false, run: { step: 100 } });
  });

  it('goes on training where the step failed before the loss of the device was heard of', async () => {
    const setup = start();
    await train(setup, 2500);
    setup.workers[0].breakDown('OperationError');
    const error = { name: 'BackendLostError', message: 'lost', hint: '' };
    setup.workers[0].post({ kind: 'engine/lost', error, lostBackend: 'webgpu' });
    await vi.advanceTimersByTimeAsync(5);
    expect(setup.restarted()).toMatchObject({ resumed: true, run: { step: 100 } });
  });

  it('goes to the processor after a graphics device was lost twice', async () => {
    const setup = start();
    await train(setup, 2500);
    const error = { name: 'DeviceLostError', message: 'lost', hint: '' };
    setup.workers[0].post({ kind: 'engine/lost', error, lostBackend: 'webgpu' });
    await vi.advanceTimersByTimeAsync(10);
    setup.workers[1].post({ kind: 'engine/lost', error, lostBackend: 'webgpu' });
    await vi.advanceTimersByTimeAsync(10);
    const payloads = setup.workers.map((w) => w.received.find((m) => m.kind === 'engine/open')?.payload);
    expect(payloads).toMatchObject([{ backend: 'auto' }, { backend: 'auto' }, { backend: 'wasm' }]);
  });

  it('says why a run cannot be opened again, and lives on', async () => {
    const setup = start((spawn) => ({ failing: spawn === 1 ? ['run/open'] : [] }));
    await train(setup, 2500);
    setup.workers[0].crash();
    await vi.advanceTimersByTimeAsync(10);
    expect(setup.restarted()).toMatchObject({ run: null, runError: { name: 'FakeWorkerError' } });
  });

  it('ends the worker with the visit: nothing fails, and nothing starts again', async () => {
    const setup = start();
    await train(setup, 100);
    const settled = vi.fn();
    setup.client.request('runs/list', {}).finally(settled);
    setup.client.leave();
    await vi.advanceTimersByTimeAsync(100_000);
    const ended = setup.workers.map(({ terminated }) => terminated);
    expect([settled.mock.calls, ended, setup.kinds('client/')]).toEqual([[], [true], []]);
  });

  it('gives up on a worker that always crashes, and can be asked to try again', async () => {
    const setup = start(() => ({ loadMs: 10_000 }));
    for (let i = 0; i < 8; i++) {
      setup.workers.at(-1)?.crash();
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(setup.kinds('client/')).toEqual(['client/restarting', 'client/gaveUp']);
    const spawned = setup.workers.length;
    void setup.client.restart({ name: 'AskedAgain', message: '', hint: '' }, false);
    await vi.advanceTimersByTimeAsync(1);
    expect(setup.workers).toHaveLength(spawned + 1);
  });
});
