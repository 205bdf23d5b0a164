// The timelines of several runs in step: the moments that any of them has a frame of, and the frame of each at one of them. Pure.
import type { TimelineFrame } from '../../core/history';
import { momentOf } from '../../stores/timeline';
import type { ComparedRun } from './compared';

export interface Moment {
  readonly step: number;
}

/** Steps at which some run drew, each once, rising. */
export const momentsOf = (runs: readonly ComparedRun[]): readonly Moment[] =>
  [...new Set(runs.flatMap(({ record }) => record.timeline.map(({ step }) => step)))]
    .sort((a, b) => a - b)
    .map((step) => ({ step }));

export interface ShownRun {
  readonly run: ComparedRun;
  /** The last one up to the moment; null before the first. */
  readonly frame: TimelineFrame | null;
  /** Whether the run had ended before the moment. */
  readonly ended: boolean;
}

export const framesAt = (runs: readonly ComparedRun[], step: number): readonly ShownRun[] =>
  runs.map((run) => ({
    run,
    frame: momentOf(run.record.timeline, step),
    ended: run.record.step < step,
  }));
