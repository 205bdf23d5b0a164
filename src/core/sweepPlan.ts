// A plan of a sweep as it comes from outside (what the browser kept, a file of results), read without trust. Pure.
import type { ParamValue } from './paramSpec';
import { MOST_SWEPT_SETTINGS, type SweepPlan, type SweptSetting } from './sweep';

/** Runs of one sweep, here or elsewhere. */
export const MOST_PLANNED_RUNS = 1000;

type Fields = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isValue = (value: unknown): value is ParamValue =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
const isSeed = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

/** Null where one of them cannot be read. */
export function listOf<T>(value: unknown, read: (one: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const found = value.map(read);
  return found.every((one) => one !== null) ? found : null;
}

function readSwept(value: unknown): SweptSetting | null {
  if (!isRecord(value) || typeof value.key !== 'string') return null;
  const values = listOf(value.values, (one) => (isValue(one) ? one : null));
  return values && values.length > 0 ? { key: value.key, values } : null;
}

/** Null for anything that is no plan of at least one setting and at most `MOST_PLANNED_RUNS` runs. */
export function readSweepPlan(value: unknown): SweepPlan | null {
  if (!isRecord(value) || !isRecord(value.base)) return null;
  const base = Object.entries(value.base);
  const swept = listOf(value.swept, readSwept);
  const seeds = listOf(value.seeds, (one) => (isSeed(one) ? one : null));
  if (!swept || !seeds) return null;
  const runs = swept.reduce((product, { values }) => product * values.length, seeds.length);
  if (swept.length < 1 || swept.length > MOST_SWEPT_SETTINGS || runs < 1 || runs > MOST_PLANNED_RUNS)
    return null;
  const pairs = base.flatMap(([key, one]) => (isValue(one) ? [[key, one] as const] : []));
  return pairs.length === base.length ? { base: Object.fromEntries(pairs), swept, seeds } : null;
}
