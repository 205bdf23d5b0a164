// What a classifier said of the test images, as things that a person reads: which to show, how often what is mistaken for
// what, the way that the accuracy went. Pure.
import { confusionCounts, type ClassifierMoment } from '../../core/classifierMoment';

export interface JudgedTile {
  /** Place among the test images. */
  readonly index: number;
  readonly right: boolean;
  /** Name of the class that it is, and that it was read as. */
  readonly name: string;
  readonly read: string;
  /** 0..1 */
  readonly certainty: number;
}

/** The first `most` test images, or the first of those that were read wrongly, surest mistakes first. */
export function judgedTiles(
  { predicted, certainty }: ClassifierMoment,
  labels: Uint8Array,
  classNames: readonly string[],
  onlyWrong: boolean,
  most: number,
): readonly JudgedTile[] {
  const tiles = Array.from(labels, (label, index) => ({
    index,
    right: predicted[index] === label,
    name: classNames[label],
    read: classNames[predicted[index]] ?? '?',
    certainty: certainty[index],
  }));
  const chosen = onlyWrong
    ? tiles.filter(({ right }) => !right).sort((a, b) => b.certainty - a.certainty)
    : tiles;
  return chosen.slice(0, most);
}

export interface ConfusionRow {
  readonly name: string;
  readonly cells: readonly { readonly count: number; readonly share: number; readonly right: boolean }[];
}

/** One row for each class; shares are of the images of that class. */
export function confusionRows(
  labels: Uint8Array,
  predicted: Uint8Array,
  classNames: readonly string[],
): readonly ConfusionRow[] {
  const classes = classNames.length;
  const counts = confusionCounts(labels, predicted, classes);
  return classNames.map((name, row) => {
    const own = [...counts.subarray(row * classes, (row + 1) * classes)];
    const all = Math.max(
      1,
      own.reduce((sum, count) => sum + count, 0),
    );
    return {
      name,
      cells: own.map((count, column) => ({ count, share: count / all, right: column === row })),
    };
  });
}

/** Share of the test images that were named rightly after a step. */
export interface AccuracyPoint {
  readonly step: number;
  readonly accuracy: number;
}

/** The accuracy over the steps as points of a line in a box of `width` by `height`, 0 to 100 % from bottom to top. */
export function accuracyLine(points: readonly AccuracyPoint[], width: number, height: number): string {
  const last = Math.max(1, points.at(-1)?.step ?? 1);
  return points
    .map(
      ({ step, accuracy }) => `${((step / last) * width).toFixed(1)},${((1 - accuracy) * height).toFixed(1)}`,
    )
    .join(' ');
}
