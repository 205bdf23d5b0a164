// What of the settings in the form an open run does not use yet. Pure.
import { writeRunConfig, type RunConfig } from '../core/runConfig';
import { RUN_PARAMS, type LiveSettings } from '../core/runParams';

const LIVE_IDS: readonly string[] = RUN_PARAMS.filter((spec) => spec.live).map((spec) => spec.id);
/** These switch the engine and not the run. */
const ENGINE_IDS: readonly string[] = ['backend', 'threads'];

function differing(running: RunConfig, wanted: RunConfig): string[] {
  const now = writeRunConfig(running);
  const next = writeRunConfig(wanted);
  return [...new Set([...Object.keys(now), ...Object.keys(next)])].filter((key) => now[key] !== next[key]);
}

/** Plain names of settings that only a new run can use. */
export function pendingSettings(running: RunConfig | null, wanted: RunConfig | null): readonly string[] {
  if (!running || !wanted) return [];
  return differing(running, wanted).filter((key) => !LIVE_IDS.includes(key) && !ENGINE_IDS.includes(key));
}

/** Changed settings that the running run can take over at its next step. */
export function liveDifferences(running: RunConfig, wanted: RunConfig): LiveSettings {
  const keys = differing(running, wanted).filter((key) => LIVE_IDS.includes(key));
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => keys.includes(key)));
}

/** Whether the engine must be opened anew. */
export const engineDiffers = (running: RunConfig, wanted: RunConfig): boolean =>
  running.backend !== wanted.backend || running.threads !== wanted.threads;
