// What a chart is: one file that turns a history, or a list of measurements, into lines. One panel draws them all;
// nothing here draws.
import type { HistoryPoint } from '../../core/history';
import type { SeriesRole } from '../../core/taskFacts';
import type { MeasurePoint } from '../../core/measures';

export type { SeriesRole };

/** Hues of runs that are laid over each other, in their order. */
export type RunHue = `run-${1 | 2 | 3 | 4 | 5 | 6}`;
/** A token of the style sheet, with its `-pale` beside it. */
export type LineHue = SeriesRole | RunHue;

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly role: LineHue;
  /** What real images reach: to be held against, not compared. */
  readonly reference?: true;
  /** Dash pattern in pixels, so that hue is not the only difference; empty is solid. */
  readonly dash: readonly number[];
  /** One value per point; NaN where there is none. */
  readonly values: Float64Array;
}

interface ChartFacts {
  readonly id: string;
  readonly title: string;
  /** One sentence: how to read it. */
  readonly help: string;
  readonly xUnit: string;
  /**
   * `%` shows shares 0..1 as per cent and fixes the axis to that range; `count` shows whole numbers, the first line's as
   * `1 of 8` of the second's.
   */
  readonly yUnit: string;
  /** Whether a logarithmic axis makes sense. */
  readonly logScale: boolean;
  /** Which values are good, where that can be said. */
  readonly better?: 'lower' | 'higher';
}

/** A chart of the numbers of every logged step; they are noisy, so the lines are smoothed, unless they are exact. */
export interface HistoryChart extends ChartFacts {
  readonly source: 'history';
  readonly exact?: boolean;
  toChartData(history: readonly HistoryPoint[]): readonly ChartSeries[];
}

/** A chart of measurements; each stands for itself. */
export interface MeasureChart extends ChartFacts {
  readonly source: 'measures';
  /** Words in place of the lines, where these would mislead. */
  readonly instead?: (measures: readonly MeasurePoint[]) => string | null;
  toChartData(measures: readonly MeasurePoint[]): readonly ChartSeries[];
}

export type ChartDefinition = HistoryChart | MeasureChart;

export const defineChart = <T extends ChartDefinition>(definition: T): T => definition;

/** One value of every point. */
export const valuesOf = <P>(points: readonly P[], value: (point: P) => number): Float64Array =>
  Float64Array.from(points, value);

/** What charts can be drawn from. */
export interface ChartRecord {
  readonly history: readonly HistoryPoint[];
  readonly measures: readonly MeasurePoint[];
}

/** The points that a chart is made of. */
export const pointsOf = (
  { source }: ChartDefinition,
  record: ChartRecord,
): readonly { readonly step: number; readonly seconds: number }[] => record[source];

/** The chart's lines, of all points or of those from `from` to before `to`. */
export function seriesOf(
  definition: ChartDefinition,
  record: ChartRecord,
  from = 0,
  to = Infinity,
): readonly ChartSeries[] {
  const part = <P>(points: readonly P[]): readonly P[] =>
    from <= 0 && to >= points.length ? points : points.slice(from, to);
  return definition.source === 'history'
    ? definition.toChartData(part(record.history))
    : definition.toChartData(part(record.measures));
}
