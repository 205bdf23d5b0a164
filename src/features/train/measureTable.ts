// A measurement as rows that a person reads: value beside floor, and one sentence each. Pure.
import type { MeasurePoint } from '../../core/measures';
import type { MetricEntry } from '../../protocol';
import { percent } from '../../ui/numberFormat';

export interface MeasureRow {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly paper: string;
  readonly value: string;
  /** The same for real images. */
  readonly floor: string;
  /** `lower is better`. */
  readonly direction: string;
}

const DIRECTIONS: Readonly<Record<MetricEntry['better'], string>> = {
  lower: 'lower is better',
  higher: 'higher is better',
  'as-real': 'best as real',
};

/** A measured value with its unit: `0.143`, `87 %`, `9`. */
export function measureText(value: number | undefined, unit: string): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (unit === '%') return percent(value);
  if (unit === 'classes') return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 2 : 3);
}

/** One row for each metric that the measurement holds, in the order of the catalogue. */
export const measureRows = (
  metrics: readonly MetricEntry[],
  { values, floors }: MeasurePoint,
): readonly MeasureRow[] =>
  metrics
    .filter(({ id }) => id in values)
    .map(({ id, label, help, paper, unit, better }) => ({
      id,
      label: unit === 'nats' ? `${label} (${unit})` : label,
      help,
      paper,
      value: measureText(values[id], unit),
      floor: measureText(floors[id], unit),
      direction: DIRECTIONS[better],
    }));

export interface ClassBar {
  readonly name: string;
  readonly count: number;
  /** Of all samples, 0..1. */
  readonly share: number;
  /** Height against the tallest bar, 0..1. */
  readonly height: number;
}

/** The histogram of predicted classes. */
export function classBars({ classNames, classCounts }: MeasurePoint): readonly ClassBar[] {
  const total = Math.max(
    1,
    classCounts.reduce((sum, count) => sum + count, 0),
  );
  const tallest = Math.max(1, ...classCounts);
  return classNames.map((name, i) => ({
    name,
    count: classCounts[i],
    share: classCounts[i] / total,
    height: classCounts[i] / tallest,
  }));
}

/** Height of the line where all classes would be drawn equally often, against the tallest bar, 0..1. */
export function evenHeight({ classCounts }: MeasurePoint): number {
  const total = classCounts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : total / classCounts.length / Math.max(...classCounts);
}
