import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../client/client';
import { readRunConfig } from '../../core/runConfig';
import { FAKE_CATALOGUE } from '../../testing/fakeCatalogue';
import { FakeWorker, type FakeOptions } from '../../testing/fakeWorker';
import { createLabSide } from './labSide';

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const config = readRunConfig({ steps: 50, seed: 3 }, FAKE_CATALOGUE);

/** A side on a run of 50 steps of 20 ms. */
async function openSide(options: FakeOptions = {}) {
  const workers: FakeWorker[] = [];
  const side = createLabSide(() =>
    createClient(() => {
      const worker = new FakeWorker(options);
      workers.push(worker);
      return worker;
    }),
  );
  void side.open(config);
  await wait(10);
  const asked = (kind: string) => workers.flatMap(({ received }) => received.filter((m) => m.kind === kind));
  return { side, workers, asked };
}

describe('createLabSide', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('opens a run that is not saved, on one thread of the processor', async () => {
    const { side, asked } = await openSide();
    expect(asked('engine/open')[0].payload).toEqual({ backend: 'wasm', threads: 1 });
    expect(asked('run/start')[0].payload).toEqual({ config, unsaved: true });
    expect(side.state.value).toEqual({ status: 'paused', step: 0 });
    side.dispose();
  });

  it('trains to the end and gathers what there is to see', async () => {
    const { side } = await openSide();
    void side.play(null);
    await wait(1);
    expect(side.playing.value).toBe(true);
    await wait(1500);
    expect(side.state.value.status).toBe('done');
    expect(side.playing.value).toBe(false);
    expect(side.history.value.at(-1)?.step).toBe(50);
    expect(side.frame.value?.step).toBe(50);
    side.dispose();
  });

  it('pauses by itself where it is told to, at either pace', async () => {
    const { side, asked } = await openSide();
    void side.play(null, { steps: 20 });
    await wait(1500);
    expect(asked('run/play')[0].payload).toEqual({ pauseEvery: { steps: 20 } });
    expect(side.step.value).toBe(20);
    void side.play(50, { steps: 10 });
    await wait(2000);
    expect(side.step.value).toBe(30);
    expect(side.playing.value).toBe(false);
    side.dispose();
  });

  it('takes single steps at a slow pace, and stops them', async () => {
    const { side, asked } = await openSide();
    void side.play(10);
    await wait(1050);
    expect(asked('run/step')).toHaveLength(10);
    expect(side.playing.value).toBe(true);
    void side.pause();
    await wait(500);
    expect(asked('run/step')).toHaveLength(10);
    expect(side.playing.value).toBe(false);
    side.dispose();
  });

  it('goes on with other settings from where it stands', async () => {
    const { side, asked } = await openSide();
    void side.play(null);
    await wait(500);
    void side.pause();
    await wait(5);
    const step = side.step.value;
    const changing = side.change({ ...config, steps: 80 }, 'both');
    await wait(5);
    expect(await changing).toMatchObject({ keptWeights: 900, weights: 1000 });
    expect(asked('run/change')).toHaveLength(1);
    void side.play(null);
    await wait(2000);
    expect(step).toBeGreaterThan(5);
    expect(side.history.value.map((point) => point.step)).toEqual(
      Array.from({ length: 80 }, (_, i) => i + 1),
    );
    side.dispose();
  });

  it('begins again with the changed settings when its worker is lost', async () => {
    const { side, workers } = await openSide();
    void side.change({ ...config, steps: 80 }, 'both');
    await wait(5);
    workers[0].crash();
    await wait(20);
    const again = workers[1].received.find(({ kind }) => kind === 'run/start');
    expect(again?.payload).toEqual({ config: { ...config, steps: 80 }, unsaved: true });
    expect(side.state.value).toEqual({ status: 'paused', step: 0 });
    side.dispose();
  });

  it('says why a run could not be opened', async () => {
    const { side } = await openSide({ failing: ['run/start'] });
    expect(side.state.value).toMatchObject({ status: 'failed', error: { name: expect.any(String) } });
    side.dispose();
  });

  it('gives its worker back', async () => {
    const { side, workers } = await openSide();
    side.dispose();
    expect(workers[0].terminated).toBe(true);
  });
});
