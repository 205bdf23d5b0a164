// A chart's lines as they are drawn, on the page and in files: every peak of the raw numbers, and a smoothed line over them.
import { seriesOf, pointsOf, type ChartDefinition, type ChartRecord, type ChartSeries } from './define';
import { decimateEvenly, decimateExtremes, smooth, type Point } from './lines';
import type { XAxis } from './useChartView';

const RAW_POINTS = 360;
const SMOOTH_POINTS = 180;
/** Points that the smoothed line is a mean of, about. */
export const SMOOTH_WINDOW = 40;
/** So few points are marked one by one. */
const MARKED_POINTS = 60;

export interface DrawnSeries extends Pick<ChartSeries, 'label' | 'role' | 'dash'> {
  /** Whether each point is marked: few points that stand for themselves. */
  readonly marked: boolean;
  readonly raw: readonly Point[];
  readonly smoothed: readonly Point[];
}

export function drawnLines(
  definition: ChartDefinition,
  record: ChartRecord,
  xAxis: XAxis,
): readonly DrawnSeries[] {
  const isHistory = definition.source === 'history';
  const window = isHistory && !definition.exact ? SMOOTH_WINDOW : 1;
  const x = Float64Array.from(pointsOf(definition, record), ({ step, seconds }) =>
    xAxis === 'step' ? step : seconds,
  );
  return seriesOf(definition, record).map(({ label, role, dash, values }) => ({
    ...{ label, role, dash },
    marked: !isHistory && role !== 'real' && values.length < MARKED_POINTS,
    raw: decimateExtremes(x, values, RAW_POINTS),
    smoothed: decimateEvenly(x, smooth(values, window), SMOOTH_POINTS),
  }));
}

/** Where the horizontal axis ends at least: charts of one run end at the same place. */
export function lastOf({ history }: ChartRecord, xAxis: XAxis): number {
  const last = history.at(-1);
  return last ? (xAxis === 'step' ? last.step : last.seconds) : 0;
}
