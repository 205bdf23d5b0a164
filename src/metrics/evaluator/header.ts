// The JSON beside an evaluator's weights: what it is, how it was made, how good it is, and where each tensor lies.
import { EvaluatorFileError, type WeightEntry } from './weightFile';

export interface EvaluatorHeader {
  /** Share of its data set's test images that it classifies rightly, after quantization, 0..1. */
  readonly testAccuracy: number;
  /** The same for synthetic digits; null where they are none of its business. */
  readonly syntheticAccuracy: number | null;
  readonly tensors: readonly WeightEntry[];
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const isEntry = (value: unknown): value is WeightEntry =>
  isFields(value) &&
  typeof value.name === 'string' &&
  typeof value.offset === 'number' &&
  (value.kind === 'bytes' || value.kind === 'float32') &&
  Array.isArray(value.shape) &&
  value.shape.every((side) => Number.isInteger(side));

/** @throws EvaluatorFileError naming what is wrong */
export function readEvaluatorHeader(bytes: Uint8Array, file: string): EvaluatorHeader {
  const refuse = (what: string): never => {
    throw new EvaluatorFileError(
      what,
      'Reload the page; if it happens again, the files of the site are incomplete.',
    );
  };
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refuse(`${file}.json is no JSON.`);
  }
  if (!isFields(header) || header.format !== 'ganvas-evaluator')
    return refuse(`${file}.json describes no evaluator.`);
  if (header.version !== 1)
    return refuse(`${file}.json has the version ${String(header.version)}, expected 1.`);
  const { testAccuracy, syntheticAccuracy, tensors } = header;
  if (typeof testAccuracy !== 'number') return refuse(`${file}.json does not say how accurate it is.`);
  if (!Array.isArray(tensors) || !tensors.every(isEntry))
    return refuse(`${file}.json has a damaged list of tensors.`);
  return {
    testAccuracy,
    syntheticAccuracy: typeof syntheticAccuracy === 'number' ? syntheticAccuracy : null,
    tensors,
  };
}
