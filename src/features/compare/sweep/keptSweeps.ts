// The queue of sweeps as it lies on the device: which runs are planned, and what became of each. Read without trust, since other
// versions and people write there too. The runs themselves are saved like any others.
import { isRunId } from '../../../core/runIds';
import type { ParamValue } from '../../../core/paramSpec';
import { plannedRuns, type SweepPlan, type SweptSetting } from '../../../core/sweep';

/** A run of a sweep: its id once it has begun. */
export type SweepJob =
  | { readonly status: 'waiting' }
  | { readonly status: 'training' | 'done'; readonly run: string }
  | { readonly status: 'failed'; readonly message: string };

export interface Sweep {
  readonly id: string;
  readonly name: string;
  readonly plan: SweepPlan;
  /** In the order of `plannedRuns`. */
  readonly jobs: readonly SweepJob[];
  /** The person ended it before all was done. */
  readonly ended: boolean;
}

export interface KeptSweeps {
  /** Trained in this order. */
  readonly sweeps: readonly Sweep[];
  readonly paused: boolean;
}

const KEY = 'ganvas-sweeps';
/** A page trains them one after the other; more runs belong on other machines. */
export const MOST_SWEPT_RUNS = 200;
export const NO_SWEEPS: KeptSweeps = { sweeps: [], paused: false };

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isValue = (value: unknown): value is ParamValue =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
const isSeed = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

function listOf<T>(value: unknown, read: (one: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const found = value.map(read);
  return found.every((one) => one !== null) ? found : null;
}

function readSwept(value: unknown): SweptSetting | null {
  if (!isRecord(value) || typeof value.key !== 'string') return null;
  const values = listOf(value.values, (one) => (isValue(one) ? one : null));
  return values && values.length > 0 ? { key: value.key, values } : null;
}

function readPlan(value: unknown): SweepPlan | null {
  if (!isRecord(value) || !isRecord(value.base)) return null;
  const base = Object.entries(value.base);
  const swept = listOf(value.swept, readSwept);
  const seeds = listOf(value.seeds, (one) => (isSeed(one) ? one : null));
  if (!swept || !seeds) return null;
  const runs = swept.reduce((product, { values }) => product * values.length, seeds.length);
  if (swept.length > 2 || runs < 1 || runs > MOST_SWEPT_RUNS) return null;
  const pairs = base.flatMap(([key, one]) => (isValue(one) ? [[key, one] as const] : []));
  return pairs.length === base.length ? { base: Object.fromEntries(pairs), swept, seeds } : null;
}

function readJob(value: unknown): SweepJob | null {
  if (!isRecord(value)) return null;
  const { status, run, message } = value;
  if (status === 'waiting') return { status };
  if (status === 'training' || status === 'done')
    return typeof run === 'string' && isRunId(run) ? { status, run } : null;
  return status === 'failed' && typeof message === 'string' ? { status, message } : null;
}

function readSweep(value: unknown): Sweep | null {
  if (!isRecord(value)) return null;
  const { id, name, ended } = value;
  const plan = readPlan(value.plan);
  const jobs = listOf(value.jobs, readJob);
  if (typeof id !== 'string' || typeof name !== 'string' || typeof ended !== 'boolean') return null;
  return plan && jobs && plannedRuns(plan).length === jobs.length ? { id, name, plan, jobs, ended } : null;
}

/** What of it is readable; nothing where the text is none of ours. */
export function readSweeps(text: string | null): KeptSweeps {
  try {
    const found: unknown = JSON.parse(text ?? 'null');
    if (!isRecord(found) || !Array.isArray(found.sweeps)) return NO_SWEEPS;
    const sweeps = found.sweeps.flatMap((one) => readSweep(one) ?? []);
    return { sweeps, paused: found.paused === true };
  } catch {
    return NO_SWEEPS;
  }
}

export function keptSweeps(): KeptSweeps {
  try {
    return readSweeps(localStorage.getItem(KEY));
  } catch {
    return NO_SWEEPS; // a browser that keeps nothing for this page
  }
}

/** @returns whether the browser kept it */
export function keepSweeps(sweeps: KeptSweeps): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(sweeps));
    return true;
  } catch {
    return false;
  }
}

/** Calls whenever another tab has written. @returns what ends it */
export function onSweepsElsewhere(heard: (kept: KeptSweeps) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent): void => {
    if (key === KEY) heard(readSweeps(newValue));
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}
