// A measurement as rows that a person reads: value beside floor, and one sentence each. Pure.
import { isJudgedAtRandom, type MeasurePoint } from '../../core/measures';
import type { MetricEntry } from '../../protocol';
import { inWords } from '../../stores/catalogueWords';
import { RANDOM_CAVEAT } from '../../ui/charts/quality';
import { measured } from '../../ui/numberFormat';
import { words } from './words';

const FRECHET = 'frechet-distance';

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

const DIRECTIONS = {
  lower: 'directions.lower',
  higher: 'directions.higher',
  'as-real': 'directions.asReal',
} as const satisfies Readonly<Record<MetricEntry['better'], string>>;

/** A measured value with its unit: `0.143`, `87 %`, `9`. */
export const measureText = (value: number | undefined, unit: string): string =>
  measured(value, unit === 'classes' ? 'count' : unit);

/** Under two images there is no spread, and so no distance. */
const FEWEST_REAL = 2;

/** What a person should know about the figures, in a sentence; null where they say what they seem to. */
export function measureCaveat(point: MeasurePoint): string | null {
  if (point.floorSamples < FEWEST_REAL) return words('tooFew');
  if (isJudgedAtRandom(point)) return inWords(RANDOM_CAVEAT);
  return null;
}

/** One row for each metric that the measurement holds and that means something, in the order of the catalogue. */
export const measureRows = (metrics: readonly MetricEntry[], point: MeasurePoint): readonly MeasureRow[] =>
  metrics
    .filter(({ id }) => id in point.values || (id === FRECHET && point.floorSamples < FEWEST_REAL))
    .filter(({ id }) => id !== FRECHET || !isJudgedAtRandom(point))
    .map(({ id, label, help, paper, unit, better }) => ({
      id,
      label: unit === 'nats' ? `${label} (${unit})` : label,
      help,
      paper,
      value: measureText(point.values[id], unit),
      floor: measureText(point.floors[id], unit),
      direction: words(DIRECTIONS[better]),
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
