// What a goal of a lesson asks for, as data, and how far what the page measured has come. Pure: stores say what was seen.
import { discriminatorAccuracy, type HistoryPoint } from '../../core/history';
import type { LabSettings } from '../../core/lab/define';
import type { MeasurePoint } from '../../core/measures';
import type { ParamValue } from '../../core/paramSpec';
import type { Deed } from '../../stores/deedsStore';

interface Bound {
  readonly atLeast?: number;
  readonly atMost?: number;
}

export type Goal = { readonly id: string } & Bound &
  (
    | { readonly kind: 'line'; readonly what: 'loss' | 'miss' }
    /** Of the open run, if it has these settings and at least so many steps. */
    | {
        readonly kind: 'run';
        readonly what: 'steps' | 'accuracy' | 'measure' | 'report';
        readonly settings: LabSettings;
        /** Of a measure. */
        readonly metric?: string;
        readonly fromStep?: number;
      }
    | { readonly kind: 'lab'; readonly pair: string; readonly side: Extract<Deed, { kind: 'lab' }>['side'] }
    | { readonly kind: 'export'; readonly format: string; readonly variant: string }
  );

/** What the page measured, as far as goals ask for it. */
export interface Seen {
  readonly line: { readonly loss: number; readonly miss: number } | null;
  readonly run: {
    /** By the names of links. */
    readonly settings: Readonly<Record<string, ParamValue>>;
    readonly step: number;
    readonly history: readonly HistoryPoint[];
    readonly measure: MeasurePoint | null;
    /** Of the measurement on request. */
    readonly report: MeasurePoint | null;
  } | null;
  readonly deeds: readonly Deed[];
}

export interface Progress {
  /** Null where nothing was measured of it yet. */
  readonly now: number | null;
  readonly done: boolean;
}

/** Steps that an accuracy is averaged over: that of one batch is noise. */
const RECENT_STEPS = 30;

/** A run that goes on for longer, or begins from other noise, is the lesson's still. */
export const MAY_DIFFER: readonly string[] = ['steps', 'seed'];

const fits = (settings: LabSettings, run: NonNullable<Seen['run']>): boolean =>
  Object.entries(settings).every(
    ([name, value]) => MAY_DIFFER.includes(name) || run.settings[name] === value,
  );

function ofRun(goal: Extract<Goal, { kind: 'run' }>, run: Seen['run']): number | null {
  if (!run || !fits(goal.settings, run) || run.step < (goal.fromStep ?? 0)) return null;
  const metric = goal.metric ?? '';
  switch (goal.what) {
    case 'steps':
      return run.step;
    case 'accuracy': {
      const recent = run.history.slice(-RECENT_STEPS).map(discriminatorAccuracy);
      return recent.length === 0 ? null : recent.reduce((sum, one) => sum + one, 0) / recent.length;
    }
    case 'measure':
      return run.measure && run.measure.step >= (goal.fromStep ?? 0)
        ? (run.measure.values[metric] ?? null)
        : null;
    case 'report':
      return run.report && run.report.step >= (goal.fromStep ?? 0)
        ? (run.report.values[metric] ?? null)
        : null;
  }
}

function valueOf(goal: Goal, seen: Seen): number | null {
  switch (goal.kind) {
    case 'line':
      return seen.line?.[goal.what] ?? null;
    case 'run':
      return ofRun(goal, seen.run);
    case 'lab': {
      const deed = seen.deeds.find(
        (one) => one.kind === 'lab' && one.pair === goal.pair && one.side === goal.side,
      );
      return deed?.kind === 'lab' ? deed.modes : null;
    }
    case 'export': {
      const deed = seen.deeds.find(
        (one) => one.kind === 'export' && one.format === goal.format && one.variant === goal.variant,
      );
      return deed?.kind === 'export' ? deed.bytes : null;
    }
  }
}

export function progressOf(goal: Goal, seen: Seen): Progress {
  const now = valueOf(goal, seen);
  const { atLeast = -Infinity, atMost = Infinity } = goal;
  return { now, done: now !== null && now >= atLeast && now <= atMost };
}
