// Sweeps that were trained elsewhere and came back with their runs, on their way into the list of sweeps, which may not have been
// fetched yet: they lie on the device at once.
import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { ImportedRuns, RunSummary } from '../protocol';
import { keepSweeps, keptSweeps, newSweepId, type Sweep, type SweepJob } from './keptSweeps';

/** As the list has it: what is missing or not at its end is trained here only when the person says so. */
export function sweepOfResults({ sweep, alongside = [], ...first }: ImportedRuns, id: string): Sweep | null {
  if (!sweep) return null;
  const summaries = new Map([first, ...alongside].map((one): [string, RunSummary] => [one.id, one]));
  const jobs = sweep.runs.map((run): SweepJob => {
    const found = run === null ? undefined : summaries.get(run);
    if (!found) return { status: 'waiting' };
    return { status: found.step < found.config.steps ? 'training' : 'done', run: found.id };
  });
  return { id, name: sweep.name, plan: sweep.plan, jobs, ended: true };
}

export const useReturnedSweeps = defineStore('returnedSweeps', () => {
  /** Those that the list has not taken. */
  const waiting = shallowRef<readonly Sweep[]>([]);

  /** @returns whether what was imported was a sweep */
  function bring(imported: ImportedRuns): boolean {
    const kept = keptSweeps();
    const sweep = sweepOfResults(imported, newSweepId([...kept.sweeps, ...waiting.value]));
    if (!sweep) return false;
    keepSweeps({ ...kept, sweeps: [...kept.sweeps, sweep] });
    waiting.value = [...waiting.value, sweep];
    return true;
  }

  function take(): readonly Sweep[] {
    const taken = waiting.value;
    if (taken.length > 0) waiting.value = [];
    return taken;
  }

  return { waiting, bring, take };
});
