// What of the settings in the form an open run does not use yet. Pure.
import type { ParamSpec } from '../core/paramSpec';
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

/**
 * Plain names of settings in which the form is not what the open run uses: they wait for a new run.
 * @param underWay settings that have been sent to the run and not been confirmed
 */
export function pendingSettings(
  running: RunConfig | null,
  wanted: RunConfig | null,
  underWay: readonly string[] = [],
): readonly string[] {
  if (!running || !wanted) return [];
  return differing(running, wanted).filter((key) => !underWay.includes(key) && !ENGINE_IDS.includes(key));
}

/**
 * Settings that differ and that a run takes over at its next step. None where another data set, model or loss is
 * wanted too, or another task: what comes with those is for the run that is made of them.
 * @param params of the task
 */
export function liveDifferences(
  running: RunConfig,
  wanted: RunConfig,
  params: readonly Pick<ParamSpec, 'id' | 'live'>[] = [],
): LiveSettings {
  const sameThings = (['dataset', 'model', 'loss', 'task'] as const).every(
    (key) => running[key] === wanted[key],
  );
  if (!sameThings) return {};
  const keys = differing(running, wanted).filter((key) => LIVE_IDS.includes(key));
  const changed = params.filter(
    ({ id, live }) => live && id in wanted.taskParams && running.taskParams[id] !== wanted.taskParams[id],
  );
  const taskParams = Object.fromEntries(changed.map(({ id }) => [id, wanted.taskParams[id]]));
  return {
    ...Object.fromEntries(Object.entries(wanted).filter(([key]) => keys.includes(key))),
    ...(changed.length > 0 && { taskParams }),
  };
}
