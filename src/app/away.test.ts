// @vitest-environment happy-dom
// What is said to a person who comes back to a run, and of a battery that runs low: only where there is something to say.
import { afterEach, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import { useCatalogStore } from '../stores/catalogStore';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { withStores } from '../testing/withStores';
import { useAway } from './useAway';
import { useBattery } from './useBattery';

async function opened(stepMs: number) {
  const setting = withStores(() => ({ stepMs }));
  const stores = setting.run(() => ({
    catalog: useCatalogStore(),
    run: useRunStore(),
    notices: useNoticesStore(),
  }));
  await vi.waitFor(() => expect(stores.catalog.catalogue).not.toBeNull());
  const scope = effectScope();
  setting.run(() => scope.run(() => (useAway(), useBattery())));
  return { ...stores, end: () => scope.stop() };
}

let hidden = false;
function turn(isHidden: boolean, afterMs: number, clock: { ms: number }): void {
  clock.ms += afterMs;
  hidden = isHidden;
  document.dispatchEvent(new Event('visibilitychange'));
}

function stoppedClock(): { ms: number } {
  const clock = { ms: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => clock.ms);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  return clock;
}

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(navigator, 'getBattery');
});

it('says how many steps were taken meanwhile, after a while away', async () => {
  const { run, notices, end } = await opened(1);
  await run.train();
  await vi.waitFor(() => expect(run.step).toBeGreaterThan(0));
  const clock = stoppedClock();
  turn(true, 0, clock);
  turn(false, 1000, clock);
  expect(notices.list).toEqual([]);
  turn(true, 0, clock);
  const before = run.step;
  await vi.waitFor(() => expect(run.step).toBeGreaterThan(before));
  turn(false, 60_000, clock);
  expect(notices.list.at(-1)).toMatchObject({ tone: 'info', title: 'The run went on meanwhile' });
  end();
});

it('says that a run waited, and nothing where none trained', async () => {
  const { run, notices, end } = await opened(10_000);
  const clock = stoppedClock();
  turn(true, 0, clock);
  turn(false, 60_000, clock);
  expect(notices.list).toEqual([]);
  await run.train();
  turn(true, 0, clock);
  turn(false, 60_000, clock);
  expect(notices.list.at(-1)?.message).toContain('held this tab still for 1 min 0 s');
  end();
});

it('asks once whether a long run is to go on with a low battery', async () => {
  const battery = Object.assign(new EventTarget(), { charging: false, level: 0.2 });
  Object.defineProperty(navigator, 'getBattery', {
    configurable: true,
    value: () => Promise.resolve(battery),
  });
  const { run, notices, end } = await opened(1);
  vi.spyOn(run, 'timeLeft', 'get').mockReturnValue(600);
  await run.train();
  await vi.waitFor(() => expect(notices.list).toHaveLength(1));
  const [{ message, action }] = notices.list;
  expect(message).toContain('20 %');
  battery.dispatchEvent(new Event('levelchange'));
  expect(notices.list).toHaveLength(1);
  action?.act();
  await vi.waitFor(() => expect(run.state.status).toBe('paused'));
  end();
});
