// Whether two configurations make the same training steps: then what was recorded of a step still holds.
import type { RunConfig } from '../core/runConfig';

/** Settings that the loop around the steps follows and no step depends on. */
const LOOP_SETTINGS: readonly string[] = [
  'backend',
  'threads',
  'steps',
  'sampleEvery',
  'logEvery',
  'autosaveSeconds',
  'measureEvery',
  'measureSamples',
] satisfies (keyof RunConfig)[];

/** Whether two configurations make the same steps. */
export function computeAlike(a: RunConfig, b: RunConfig): boolean {
  const computed = (config: RunConfig): string =>
    JSON.stringify(Object.entries(config).filter(([name]) => !LOOP_SETTINGS.includes(name)));
  return a === b || computed(a) === computed(b);
}
