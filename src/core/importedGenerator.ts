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

export interface ImportedGenerator extends ImportedFrom {
  readonly network: NetworkSpec;
}
