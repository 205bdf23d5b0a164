// What a sweep found: of each number that its runs report, how it is spread over the seeds of each value. Pure.
import type { TaskFacts } from '../../../core/taskFacts';
import { plannedRuns, plannedValues, type SweepPlan } from '../../../core/sweep';
import type { ParamValue } from '../../../core/paramSpec';
import type { RunRecord } from '../../../protocol';
import { comparedRuns } from '../compared';
import { figuresOf, overlaysOf, type LineFigures } from '../overlays';

export interface Spread {
  readonly runs: number;
  readonly mean: number;
  /** Of the sample, n - 1 in its denominator; NaN of one run. */
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
}

/** Null of no numbers. */
export function spreadOf(numbers: readonly number[]): Spread | null {
  const found = numbers.filter(Number.isFinite);
  const runs = found.length;
  if (runs === 0) return null;
  const mean = found.reduce((sum, one) => sum + one, 0) / runs;
  const squares = found.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return {
    ...{ runs, mean, deviation: runs > 1 ? Math.sqrt(squares / (runs - 1)) : NaN },
    ...{ least: Math.min(...found), most: Math.max(...found) },
  };
}

/** A number that runs report, as a chart's line. */
export interface Reported {
  readonly id: string;
  readonly title: string;
  readonly series: string | null;
  readonly yUnit: string;
  readonly better: 'lower' | 'higher' | null;
  readonly isMeasured: boolean;
}

/** What a run reported: where each line ended, and its extremes. */
export interface RunFigures {
  readonly id: string;
  readonly step: number;
  readonly reported: readonly Reported[];
  readonly figures: ReadonlyMap<string, LineFigures>;
}

export function figuresOfRun(record: RunRecord, taskOf: (id: string) => TaskFacts | undefined): RunFigures {
  const lines = overlaysOf(comparedRuns([record]), taskOf).flatMap((overlay) => {
    const figures = figuresOf(overlay.layers[0]);
    return figures ? [{ overlay, figures }] : [];
  });
  return {
    ...{ id: record.id, step: record.step },
    reported: lines.map(({ overlay: { id, title, series, definition } }) => ({
      ...{ id, title, series, yUnit: definition.yUnit, better: definition.better ?? null },
      isMeasured: definition.source === 'measures',
    })),
    figures: new Map(lines.map(({ overlay, figures }) => [overlay.id, figures])),
  };
}

/** All that any of them reported; what was measured and is good or bad first. */
export function reportedBy(runs: readonly RunFigures[]): readonly Reported[] {
  const all = new Map(runs.flatMap(({ reported }) => reported.map((one) => [one.id, one] as const)));
  const rank = ({ isMeasured, better }: Reported): number => (isMeasured && better !== null ? 0 : 1);
  return [...all.values()].sort((a, b) => rank(a) - rank(b));
}

export type Reading = 'last' | 'best';

/** Of a line the number that is asked for; its end where neither way is good. */
export function numberOf({ figures }: RunFigures, { id, better }: Reported, reading: Reading): number {
  const line = figures.get(id);
  if (!line) return NaN;
  if (reading === 'last' || better === null) return line.last.value;
  return better === 'lower' ? line.lowest.value : line.highest.value;
}

/** One combination of values, with the runs of its seeds that are done. */
export interface SweptGroup {
  readonly values: readonly ParamValue[];
  readonly runs: readonly { readonly seed: number; readonly run: RunFigures }[];
}

/** @param figures of each run of the plan, null of one that is not done or not to be had */
export const groupsOf = (plan: SweepPlan, figures: readonly (RunFigures | null)[]): readonly SweptGroup[] => {
  const runs = plannedRuns(plan);
  return plannedValues(plan).map((values) => ({
    values,
    runs: runs.flatMap((run, i) => {
      const found = run.values.every((value, at) => value === values[at]) ? figures[i] : null;
      return found ? [{ seed: run.seed, run: found }] : [];
    }),
  }));
};
