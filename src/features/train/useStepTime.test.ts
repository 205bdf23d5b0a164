// @vitest-environment happy-dom
// When the time of a step is asked for: once the form rests, and again when a run was reset.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { linkPairs } from '../../core/linkPairs';
import { useEngineStore } from '../../stores/engineStore';
import { useRunStore } from '../../stores/runStore';
import { useSettingsStore } from '../../stores/settingsStore';
import { withStores } from '../../testing/withStores';
import { useStepTime } from './useStepTime';

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('is asked while the form rests, forgotten by a run, and asked anew after Reset', async () => {
  const { run: within, workers } = withStores();
  const scope = effectScope();
  const { run, settings, engine, time } = within(() => ({
    run: useRunStore(),
    settings: useSettingsStore(),
    engine: useEngineStore(),
    time: scope.run(() => useStepTime()),
  }));
  const asked = () => workers[0].received.filter(({ kind }) => kind === 'engine/time').length;
  await wait(1);
  settings.read(linkPairs('steps=100&seed=3'));
  void engine.open('auto', 0);
  await wait(10);
  expect([time?.value, asked()]).toEqual([null, 0]);
  await wait(1500);
  expect([time?.value, asked()]).toEqual([10, 1]);

  void run.start();
  await wait(1500);
  expect(run.state.status).toBe('paused');
  expect([time?.value, asked()]).toEqual([null, 1]);

  void run.reset();
  await wait(1500);
  expect(run.state.status).toBe('idle');
  expect([time?.value, asked()]).toEqual([10, 2]);

  scope.stop();
});
