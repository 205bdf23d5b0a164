// The comparison's rows as sortable lines and their cells as text. Pure.
import { isJudgedAtRandom } from '../../core/measures';
import type { VariantReport } from '../../protocol';
import { bytes, figure, magnitude, percent } from '../../ui/numberFormat';
import type { PublishedFigures } from './publishedFigures';

/** What is known of a variant, measured or not. */
export interface ComparedRow {
  readonly key: string;
  readonly runName: string;
  readonly what: string;
  readonly outcome: VariantReport | string | null;
  /** What was published of the same way to make such a network smaller; null where nothing was. */
  readonly published: PublishedFigures | null;
}

export interface VariantLine {
  readonly key: string;
  readonly run: string;
  readonly problem: string | null;
  readonly measured: boolean;
  /** By column; null where nothing is known. */
  readonly cells: Readonly<Record<string, number | string | null>>;
}

export interface VariantColumn {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly number: boolean;
  readonly format: (value: number) => string;
}

const three = (value: number): string => figure(Number(value.toPrecision(3)));
/** A change against the first row, with its sign. */
const change = (share: number): string => `${share < 0 ? '−' : '+'}${(100 * Math.abs(share)).toFixed(1)} %`;

const column = (
  id: string,
  label: string,
  help: string,
  format: VariantColumn['format'] = three,
): VariantColumn => ({ id, label, help, number: true, format });

const WHAT: VariantColumn = { ...column('what', 'Variant', 'Precision and run'), number: false };
const QUALITY: readonly VariantColumn[] = [
  column('frechet', 'Fréchet', 'Fréchet distance; lower is better'),
  column('score', 'Score', 'Classifier score; higher is better'),
  column('modes', 'Modes', 'Classes that are drawn', String),
];
const WEIGHT: readonly VariantColumn[] = [
  column(
    'parameters',
    'Parameters',
    'Of the network as it is trained; files hold fewer, because batch norms are folded into their neighbours',
    magnitude,
  ),
  column('multiplyAdds', 'Multiply-adds', 'For one image', magnitude),
  column('sizeBytes', 'Size', 'Of the .tflite file, or files', bytes),
  column('gzipBytes', 'Gzipped', 'Of the .tflite file, packed', bytes),
  column('milliseconds', 'ms an image', 'LiteRT on one thread, here'),
];
const LOSS = column('loss', 'G loss', 'Loss of the generator; lower fools the discriminator more');
const TRANSLATOR_LOSS: readonly VariantColumn[] = [
  column('loss', 'G loss', 'Weighted sum of the losses beside, on held-back pictures; lower is better'),
  column('lossChange', 'Change', 'Of the loss, against the first row', change),
];
const SIZE_SHARE = column('sizeShare', 'Of the size', 'Of the first row', percent);
const PUBLISHED: VariantColumn = {
  ...column('published', 'Published', 'Size and change of the loss that a publication reports for this way'),
  number: false,
};

const reportsOf = (rows: readonly ComparedRow[]): readonly VariantReport[] =>
  rows.flatMap(({ outcome }) => (outcome && typeof outcome !== 'string' ? [outcome] : []));

/** The columns that say something of these rows: without the distance where random features judged every one. */
export function shownColumns(rows: readonly ComparedRow[]): readonly VariantColumn[] {
  const reports = reportsOf(rows);
  const [first] = reports;
  if (first && first.measures === null) {
    const terms = first.losses.map(({ id, label }) => column(`term/${id}`, label, 'Before its weight'));
    const weight = WEIGHT.flatMap((one) => (one.id === 'sizeBytes' ? [one, SIZE_SHARE] : [one]));
    const published = rows.some((row) => row.published) ? [PUBLISHED] : [];
    return [WHAT, ...TRANSLATOR_LOSS, ...terms, ...weight, ...published];
  }
  const isRandom =
    reports.length > 0 && reports.every(({ measures }) => measures !== null && isJudgedAtRandom(measures));
  return [WHAT, LOSS, ...QUALITY.filter(({ id }) => id !== 'frechet' || !isRandom), ...WEIGHT];
}

/** Null without either, or of nothing. */
const relation = (value: number | null | undefined, of: number | null | undefined): number | null =>
  typeof value === 'number' && typeof of === 'number' && of !== 0 ? value / of : null;

/** A published row beside the published original: `30 %, +33 %`. */
function publishedText({ row, original }: PublishedFigures): string {
  if (row === original) return `${row.megabytes} MB, loss ${row.loss}`;
  return `${percent(row.megabytes / original.megabytes)}, ${change(row.loss / original.loss - 1)}`;
}

/** A row as numbers to sort by. @param first what the others are held against; null before it is measured */
export function variantLine(row: ComparedRow, first: VariantReport | null): VariantLine {
  const { key, runName, what, outcome, published } = row;
  const report = typeof outcome === 'string' ? null : outcome;
  const measures = report?.measures ?? null;
  const metric = (id: string): number | null => measures?.values[id] ?? null;
  const loss = relation(report?.generatorLoss, first?.generatorLoss);
  return {
    key,
    run: runName,
    problem: typeof outcome === 'string' ? outcome : null,
    measured: report !== null,
    cells: {
      what,
      loss: report?.generatorLoss ?? null,
      lossChange: loss === null ? null : loss - 1,
      ...Object.fromEntries(report?.losses.map(({ id, value }) => [`term/${id}`, value]) ?? []),
      frechet: measures && isJudgedAtRandom(measures) ? null : metric('frechet-distance'),
      score: metric('classifier-score'),
      modes: metric('modes-covered'),
      parameters: report?.parameters ?? null,
      multiplyAdds: report?.multiplyAdds ?? null,
      sizeBytes: report?.sizeBytes ?? null,
      sizeShare: relation(report?.sizeBytes, first?.sizeBytes),
      gzipBytes: report?.gzipBytes ?? null,
      milliseconds: report?.millisecondsPerImage ?? null,
      published: published && publishedText(published),
    },
  };
}

/** A cell as text; a dash where nothing is known. */
export function variantCell({ cells }: VariantLine, { id, format }: VariantColumn): string {
  const value = cells[id] ?? null;
  if (value === null) return '–';
  return typeof value === 'string' ? value : format(value);
}
