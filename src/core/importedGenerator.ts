// A generator that came from a file: its network stands in the saved run itself, since no model of the list describes it.
// Its discriminator and the images that it learned from are not known, so it draws and leaves again but does not train.
import type { NetworkSpec } from './network';

/** The model that the configuration of such a run names. */
export const IMPORTED_MODEL = 'imported';
/** The data set that the configuration of such a run names. */
export const UNKNOWN_DATA = 'unknown-data';

/** What a person should know of where it came from. */
export interface ImportedFrom {
  readonly fileName: string;
  /** Name of the format, for people. */
  readonly format: string;
  /** Whatever is not exactly as the file has it, one sentence each. */
  readonly notes: readonly string[];
}

/** What is chosen beside the noise: a class, one number for each behind it, or a generator, one slot of the input for each. */
export interface InputChoice {
  readonly source: 'labels' | 'generators';
  readonly count: number;
}

/** Generators that share one input, at most. */
export const MOST_GENERATORS = 64;

/** Whether an input of `size` numbers can be put together so. */
export const fitsInput = ({ source, count }: InputChoice, size: number): boolean =>
  source === 'labels'
    ? count > 0 && count < size
    : count > 1 && count <= MOST_GENERATORS && size % count === 0;

export interface ImportedGenerator extends ImportedFrom {
  readonly network: NetworkSpec;
}
