// The comparison's rows as sortable lines and their cells as text. Pure.
import { isJudgedAtRandom } from '../../core/measures';
import type { VariantReport } from '../../protocol';
import { bytes, figure, magnitude } from '../../ui/numberFormat';

/** What is known of a variant, measured or not. */
interface ComparedRow {
  readonly key: string;
  readonly runName: string;
  readonly what: string;
  readonly outcome: VariantReport | string | null;
}

export interface VariantLine {
  readonly key: string;
  readonly run: string;
  readonly what: string;
  readonly problem: string | null;
  readonly measured: boolean;
  readonly loss: number | null;
  readonly frechet: number | null;
  readonly score: number | null;
  readonly modes: number | null;
  readonly parameters: number | null;
  readonly multiplyAdds: number | null;
  readonly sizeBytes: number | null;
  readonly gzipBytes: number | null;
  readonly milliseconds: number | null;
}

export type VariantColumn = Exclude<keyof VariantLine, 'key' | 'run' | 'problem' | 'measured'>;

export const VARIANT_COLUMNS: readonly {
  readonly id: VariantColumn;
  readonly label: string;
  readonly help: string;
  readonly number: boolean;
}[] = [
  { id: 'what', label: 'Variant', help: 'Precision and run', number: false },
  {
    id: 'loss',
    label: 'G loss',
    help: 'Loss of the generator; lower fools the discriminator more',
    number: true,
  },
  { id: 'frechet', label: 'Fréchet', help: 'Fréchet distance; lower is better', number: true },
  { id: 'score', label: 'Score', help: 'Classifier score; higher is better', number: true },
  { id: 'modes', label: 'Modes', help: 'Classes that are drawn', number: true },
  {
    id: 'parameters',
    label: 'Parameters',
    help: 'Of the network as it is trained; files hold fewer, because batch norms are folded into their neighbours',
    number: true,
  },
  { id: 'multiplyAdds', label: 'Multiply-adds', help: 'For one image', number: true },
  { id: 'sizeBytes', label: 'Size', help: 'Of the .tflite file', number: true },
  { id: 'gzipBytes', label: 'Gzipped', help: 'Of the .tflite file, packed', number: true },
  { id: 'milliseconds', label: 'ms an image', help: 'LiteRT on one thread, here', number: true },
];

/** The columns that say something of these rows: without the distance where random features judged every one. */
export function shownColumns(rows: readonly ComparedRow[]): typeof VARIANT_COLUMNS {
  const reports = rows.flatMap(({ outcome }) => (outcome && typeof outcome !== 'string' ? [outcome] : []));
  const isRandom = reports.length > 0 && reports.every(({ measures }) => isJudgedAtRandom(measures));
  return VARIANT_COLUMNS.filter(({ id }) => id !== 'frechet' || !isRandom);
}

/** A row as numbers to sort by; null where nothing is known. */
export function variantLine({ key, runName, what, outcome }: ComparedRow): VariantLine {
  const report = typeof outcome === 'string' ? null : outcome;
  const metric = (id: string): number | null => report?.measures.values[id] ?? null;
  return {
    key,
    run: runName,
    what,
    problem: typeof outcome === 'string' ? outcome : null,
    measured: report !== null,
    loss: report?.generatorLoss ?? null,
    frechet: report && isJudgedAtRandom(report.measures) ? null : metric('frechet-distance'),
    score: metric('classifier-score'),
    modes: metric('modes-covered'),
    parameters: report?.parameters ?? null,
    multiplyAdds: report?.multiplyAdds ?? null,
    sizeBytes: report?.sizeBytes ?? null,
    gzipBytes: report?.gzipBytes ?? null,
    milliseconds: report?.millisecondsPerImage ?? null,
  };
}

/** A cell as text; a dash where nothing is known. */
export function variantCell(line: VariantLine, column: VariantColumn): string {
  const value = line[column];
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  switch (column) {
    case 'sizeBytes':
    case 'gzipBytes':
      return bytes(value);
    case 'parameters':
    case 'multiplyAdds':
      return magnitude(value);
    case 'modes':
      return String(value);
    default:
      return figure(Number(value.toPrecision(3)));
  }
}
