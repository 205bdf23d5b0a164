// The queue of sweeps as it lies on the device: which runs are planned, and what became of each. Read without trust, since other
// versions and people write there too. The runs themselves are saved like any others.
import { isRunId } from '../core/runIds';
import { plannedRuns, type SweepPlan } from '../core/sweep';
import { isRecord, listOf, readSweepPlan } from '../core/sweepPlan';

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
/** Those of a new sweep that a page trains one after the other; more belong on other machines. */
export const MOST_SWEPT_RUNS = 200;
export const NO_SWEEPS: KeptSweeps = { sweeps: [], paused: false };

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
  const plan = readSweepPlan(value.plan);
  const jobs = listOf(value.jobs, readJob);
  if (typeof id !== 'string' || typeof name !== 'string' || typeof ended !== 'boolean') return null;
  return plan && jobs && plannedRuns(plan).length === jobs.length ? { id, name, plan, jobs, ended } : null;
}

/** Later than all of these. */
export const newSweepId = (sweeps: readonly Sweep[]): string =>
  String(Math.max(Date.now(), ...sweeps.map(({ id }) => Number(id) + 1 || 0)));

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
