import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { BackendId } from '../protocol';
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
      return { description: `${id} device`, threads: 1, memory: null, close: () => closed.push(id) };
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
