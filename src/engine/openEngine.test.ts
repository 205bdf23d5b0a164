import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { BackendId, MeasuredChoice } from '../protocol';
import type { BackendDefinition } from './backends/define';
import { openEngine } from './openEngine';
import { selfTest } from './selfTest';

interface Fake {
  readonly id: BackendId;
  readonly fails?: string;
}

/** Candidates that start (or do not) without a device; notes which were closed again. */
function fakes(...list: Fake[]) {
  const closed: string[] = [];
  const insisted: string[] = [];
  const candidates = list.map(({ id, fails }): BackendDefinition => ({
    id,
    label: id,
    async open({ insist }) {
      if (insist) insisted.push(id);
      if (fails) throw new Error(fails);
      const room = { device: null, tensor: null, inPage: false };
      return { description: `${id} device`, threads: 1, memory: null, room, close: () => closed.push(id) };
    },
  }));
  return { candidates, closed, insisted };
}

const common = { threads: 0, onLost: () => undefined };
const passes = () => Promise.resolve(null);

describe('openEngine', () => {
  it('takes the first that starts, and keeps the reasons of the others', async () => {
    const { candidates } = fakes({ id: 'webgpu', fails: 'no adapter' }, { id: 'webgl' }, { id: 'cpu' });
    const { report } = await openEngine({ ...common, choice: 'auto', candidates, test: passes });
    expect(report).toMatchObject({ backend: 'webgl', description: 'webgl device' });
    expect(report.skipped).toEqual([{ backend: 'webgpu', reason: 'no adapter' }]);
  });

  it('tries the choice first and insists on it', async () => {
    const { candidates, insisted } = fakes({ id: 'webgpu' }, { id: 'cpu' });
    const { report } = await openEngine({ ...common, choice: 'cpu', candidates, test: passes });
    expect([report.backend, report.why, insisted]).toEqual(['cpu', 'You chose it.', ['cpu']]);
  });

  it('closes a candidate that fails its self-test and says which value was wrong', async () => {
    const { candidates, closed } = fakes({ id: 'webgpu' }, { id: 'wasm' });
    let tests = 0;
    const test = async () =>
      tests++ === 0 ? 'Self-test of convolution failed: value 0 is 3, expected 37.' : null;
    const { report } = await openEngine({ ...common, choice: 'auto', candidates, test });
    expect([report.backend, closed]).toEqual(['wasm', ['webgpu']]);
    expect(report.skipped[0].reason).toMatch(/value 0 is 3, expected 37/);
  });

  it('reports what a backend remarks on its kernels', async () => {
    const [candidate] = fakes({ id: 'webgpu' }).candidates;
    const remarking: BackendDefinition = {
      ...candidate,
      open: async (options) => ({ ...(await candidate.open(options)), notes: ['No subgroups here.'] }),
    };
    const { report } = await openEngine({ ...common, choice: 'auto', candidates: [remarking], test: passes });
    expect(report.notes).toEqual(['No subgroups here.']);
  });

  it('names every reason when none works', async () => {
    const { candidates } = fakes({ id: 'webgl', fails: 'no context' }, { id: 'cpu', fails: 'broken' });
    await expect(openEngine({ ...common, choice: 'auto', candidates, test: passes })).rejects.toThrow(
      /webgl: no context cpu: broken/,
    );
  });
});

it('the self-test passes on plain JavaScript', async () => {
  await setBackend('cpu');
  expect(await selfTest()).toBeNull();
});

describe('auto, measured', () => {
  /** Backends whose steps take these times; a text is the reason why measuring fails. */
  function timed(times: Partial<Record<BackendId, number | string>>, choice: 'auto' | 'webgl' = 'auto') {
    const ids = Object.keys(times).filter((id): id is BackendId => id in times);
    const { candidates, closed } = fakes(...ids.map((id) => ({ id })));
    const opened: BackendId[] = [];
    const lost: string[] = [];
    const dying = new Map<BackendId, (reason: string) => void>();
    const wrapped = candidates.map((candidate): BackendDefinition => ({
      ...candidate,
      open(options) {
        opened.push(candidate.id);
        dying.set(candidate.id, options.onLost);
        return candidate.open(options);
      },
    }));
    const measures: BackendId[] = [];
    const measure = async () => {
      const id = opened[opened.length - 1];
      measures.push(id);
      const time = times[id];
      if (typeof time !== 'number') throw new Error(time);
      return time;
    };
    const open = (measured?: MeasuredChoice) =>
      openEngine({
        threads: 0,
        onLost: (reason) => lost.push(reason),
        choice,
        candidates: wrapped,
        test: passes,
        measure,
        measured,
      });
    return { open, closed, opened, measures, lost, dying };
  }

  it('takes the fastest, closes the others, and says the times', async () => {
    const { open, closed, measures } = timed({ webgpu: 40, webgl: 23, wasm: 10, cpu: 9000 });
    const { report } = await open();
    expect(report).toMatchObject({ backend: 'wasm', skipped: [] });
    expect(report.stepTimes.map((t) => [t.backend, t.milliseconds])).toEqual([
      ['wasm', 10],
      ['webgl', 23],
      ['webgpu', 40],
    ]);
    expect(report.why).toBe(
      'The fastest here of those that passed their self-test. One training step: wasm 10 ms, webgl 23 ms, webgpu 40 ms.',
    );
    expect(closed).toEqual(['webgpu', 'webgl']);
    expect(measures).not.toContain('cpu');
  });

  it('leaves the first its place when another is no faster to speak of', async () => {
    const { report } = await timed({ webgpu: 10, wasm: 9.8 }).open();
    expect(report.backend).toBe('webgpu');
    expect(report.stepTimes[0].backend).toBe('webgpu');
  });

  it('measures nothing where only one works, nor what was chosen', async () => {
    const alone = timed({ wasm: 10, cpu: 9000 });
    expect((await alone.open()).report).toMatchObject({ backend: 'wasm', stepTimes: [] });
    const forced = timed({ webgpu: 40, webgl: 23, wasm: 10 }, 'webgl');
    expect((await forced.open()).report).toMatchObject({ backend: 'webgl', why: 'You chose it.' });
    expect([...alone.measures, ...forced.measures]).toEqual([]);
  });

  it('passes over one that cannot take the steps, with the reason', async () => {
    const { report } = await timed({ webgl: 'Out of textures.', wasm: 10 }).open();
    expect(report.backend).toBe('wasm');
    expect(report.skipped).toEqual([{ backend: 'webgl', reason: 'Out of textures.' }]);
  });

  it('takes what was measured before, while it is the same', async () => {
    const stepTimes = [
      { backend: 'wasm', milliseconds: 10 },
      { backend: 'webgl', milliseconds: 23 },
    ] as const;
    const same = timed({ webgl: 23, wasm: 10 });
    const { report } = await same.open({ description: 'wasm device', stepTimes });
    expect(report).toMatchObject({ backend: 'wasm', stepTimes, skipped: [] });
    expect([same.opened, same.measures]).toEqual([['wasm'], []]);

    const other = timed({ webgl: 8, wasm: 10 });
    const again = await other.open({ description: 'wasm device of before', stepTimes });
    expect(again.report.backend).toBe('webgl');
    expect(other.measures).toEqual(['webgl', 'wasm']);
  });

  it('hears of a lost device only where it is the one that runs', async () => {
    const { open, lost, dying } = timed({ webgl: 23, wasm: 10 });
    await open();
    dying.get('webgl')?.('the slower one');
    expect(lost).toEqual([]);
    dying.get('wasm')?.('the one that runs');
    expect(lost).toEqual(['the one that runs']);
  });
});
