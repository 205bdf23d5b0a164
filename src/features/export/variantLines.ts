// The comparison's rows as sortable lines and their cells as text. Pure.
import { isJudgedAtRandom } from '../../core/measures';
import type { VariantReport } from '../../protocol';
import { writeNumber } from '../../i18n/language';
import { inWords } from '../../stores/catalogueWords';
import { runTitle } from '../../stores/runTitle';
import { bytes, figure, magnitude, percent } from '../../ui/numberFormat';
import type { PublishedFigures } from './publishedFigures';
import { words } from './words';
import type english from './words/en';

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
function change(share: number): string {
  const size = writeNumber(100 * Math.abs(share), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return `${share < 0 ? '−' : '+'}${size} %`;
}

type Said = Exclude<keyof (typeof english)['columns'], 'publishedOriginal' | 'publishedChange'>;

/** @param said key of what the page calls it and says of it */
const column = (id: string, said: Said, format: VariantColumn['format'] = three): VariantColumn => ({
  ...{ id, number: true, format },
  ...{ label: words(`columns.${said}.label`), help: words(`columns.${said}.help`) },
});

/** Columns in the language that is spoken. */
const what = (): VariantColumn => ({ ...column('what', 'what'), number: false });
const published = (): VariantColumn => ({ ...column('published', 'published'), number: false });
const quality = (): readonly VariantColumn[] => [
  column('frechet', 'frechet'),
  column('score', 'score'),
  column('modes', 'modes', String),
];
const weight = (): readonly VariantColumn[] => [
  column('parameters', 'parameters', magnitude),
  column('multiplyAdds', 'multiplyAdds', magnitude),
  column('sizeBytes', 'size', bytes),
  column('gzipBytes', 'gzipped', bytes),
  column('milliseconds', 'milliseconds'),
];
const translatorLoss = (): readonly VariantColumn[] => [
  column('loss', 'translatorLoss'),
  column('lossChange', 'lossChange', change),
];

const reportsOf = (rows: readonly ComparedRow[]): readonly VariantReport[] =>
  rows.flatMap(({ outcome }) => (outcome && typeof outcome !== 'string' ? [outcome] : []));

/** The columns that say something of these rows: without the distance where random features judged every one. */
export function shownColumns(rows: readonly ComparedRow[]): readonly VariantColumn[] {
  const reports = reportsOf(rows);
  const [first] = reports;
  if (first && first.measures === null) {
    const terms = first.losses.map(({ id, label }) => {
      return { ...column(`term/${id}`, 'term'), label: inWords(label) };
    });
    const share = column('sizeShare', 'sizeShare', percent);
    const weights = weight().flatMap((one) => (one.id === 'sizeBytes' ? [one, share] : [one]));
    const beside = rows.some((row) => row.published) ? [published()] : [];
    return [what(), ...translatorLoss(), ...terms, ...weights, ...beside];
  }
  const isRandom =
    reports.length > 0 && reports.every(({ measures }) => measures !== null && isJudgedAtRandom(measures));
  const shown = quality().filter(({ id }) => id !== 'frechet' || !isRandom);
  return [what(), column('loss', 'loss'), ...shown, ...weight()];
}

/** Null without either, or of nothing. */
const relation = (value: number | null | undefined, of: number | null | undefined): number | null =>
  typeof value === 'number' && typeof of === 'number' && of !== 0 ? value / of : null;

/** A published row beside the published original: `30 %, +33 %`. */
function publishedText({ row, original }: PublishedFigures): string {
  if (row === original)
    return words('columns.publishedOriginal', { size: figure(row.megabytes), loss: figure(row.loss) });
  return words('columns.publishedChange', {
    share: percent(row.megabytes / original.megabytes),
    change: change(row.loss / original.loss - 1),
  });
}

/** A row as numbers to sort by. @param first what the others are held against; null before it is measured */
export function variantLine(row: ComparedRow, first: VariantReport | null): VariantLine {
  const { key, runName, outcome } = row;
  const report = typeof outcome === 'string' ? null : outcome;
  const measures = report?.measures ?? null;
  const metric = (id: string): number | null => measures?.values[id] ?? null;
  const loss = relation(report?.generatorLoss, first?.generatorLoss);
  return {
    key,
    run: runTitle(runName),
    problem: typeof outcome === 'string' ? inWords(outcome) : null,
    measured: report !== null,
    cells: {
      what: row.what,
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
      published: row.published && publishedText(row.published),
    },
  };
}

/** A cell as text; a dash where nothing is known. */
export function variantCell({ cells }: VariantLine, { id, format }: VariantColumn): string {
  const value = cells[id] ?? null;
  if (value === null) return '–';
  return typeof value === 'string' ? value : format(value);
}
