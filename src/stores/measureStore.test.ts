import { describe, expect, it, vi } from 'vitest';
import type { HealthNote } from '../core/measures';
import { withStores } from '../testing/withStores';
import { useCatalogStore } from './catalogStore';
import { useMeasureStore } from './measureStore';
import { useRunStore } from './runStore';
import { useSettingsStore } from './settingsStore';

async function opened() {
  const setting = withStores(() => ({ stepMs: 1 }));
  const stores = setting.run(() => ({
    catalog: useCatalogStore(),
    settings: useSettingsStore(),
    run: useRunStore(),
    measure: useMeasureStore(),
  }));
  await vi.waitFor(() => expect(stores.catalog.catalogue).not.toBeNull());
  await stores.run.start();
  return { ...stores, worker: setting.workers[0] };
}

const note = (changes: Partial<HealthNote> = {}): HealthNote => ({
  id: 'mode-collapse',
  severity: 'alarm',
  title: 'Mode collapse',
  message: 'The generator draws only 1s.',
  tries: [
    { label: 'Halve', changes: { learningRateG: 1e-4 }, live: true },
    { label: 'Other loss', changes: { loss: 'none-of-these' }, live: false },
  ],
  ...changes,
});

describe('useMeasureStore', () => {
  it('keeps what the run measures, and what is measured on request', async () => {
    const { measure, run } = await opened();
    await measure.take(500);
    expect(measure.latest).toMatchObject({ step: 0, samples: 500 });
    expect(measure.report?.point.samples).toBe(500);
    expect(measure.taking).toBeNull();
    await run.reset();
    expect([measure.latest, measure.report]).toEqual([null, null]);
  });

  it('shows what is wrong until it is closed or over, with what can be tried here', async () => {
    const { measure, run, worker } = await opened();
    const say = (notes: readonly HealthNote[]) =>
      worker.post({ kind: 'run/health', runId: run.run?.id ?? '', notes });
    say([note()]);
    expect(measure.notes.map(({ tries }) => tries.map(({ label }) => label))).toEqual([['Halve']]);
    measure.close('mode-collapse');
    expect(measure.notes).toEqual([]);
    say([note({ message: 'The generator draws only 7s.' })]);
    expect(measure.notes).toEqual([]);
    say([]);
    say([note()]);
    expect(measure.notes).toHaveLength(1);
  });

  it('changes the settings as a note proposes', async () => {
    const { measure, settings } = await opened();
    await measure.apply(note().tries[0]);
    expect(settings.config?.learningRateG).toBe(1e-4);
  });
});
