// What a chart is: one file that turns a history into lines. One panel draws them all; nothing here draws.
import type { HistoryPoint } from '../core/history';

/** Whose line it is; decides the hue, everywhere the same. */
export type SeriesRole = 'generator' | 'discriminator' | 'real';

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  readonly role: SeriesRole;
  /** Dash pattern in pixels, so that hue is not the only difference; empty is solid. */
  readonly dash: readonly number[];
  /** One value per history point. */
  readonly values: Float64Array;
}

export interface ChartDefinition {
  readonly id: string;
  readonly title: string;
  /** One sentence: how to read it. */
  readonly help: string;
  readonly xUnit: string;
  /** `%` shows shares 0..1 as per cent and fixes the axis to that range. */
  readonly yUnit: string;
  /** Whether a logarithmic axis makes sense. */
  readonly logScale: boolean;
  toChartData(history: readonly HistoryPoint[]): readonly ChartSeries[];
}

export const defineChart = (definition: ChartDefinition): ChartDefinition => definition;

/** One value of every history point. */
export const valuesOf = (
  history: readonly HistoryPoint[],
  value: (point: HistoryPoint) => number,
): Float64Array => Float64Array.from(history, value);
