// What a data set is: one file that describes itself and loads images. Adding one is a file and a line in index.ts.
import type { ParamValues } from '../core/paramSpec';
import type { PointModes } from '../core/pointModes';
import type { DatasetEntry, NamedFile, ProvidedFiles } from '../protocol';

/** Two sets of images of one shape. */
export interface DomainPair {
  readonly a: Domain;
  readonly b: Domain;
  /** Whether image i of one is the right answer to image i of the other. */
  readonly aligned: boolean;
  /** Id of the data set whose evaluator can read what stands in images of A, where there is one. */
  readonly readsA?: string;
}

export interface Domain {
  /** For people: `Digits`. */
  readonly name: string;
  readonly images: LoadedDataset;
}

/** Images ready for training, addressed by index. */
export interface LoadedDataset {
  /** Height, width, channels. */
  readonly shape: readonly [number, number, number];
  /** Indices run from 0 to size - 1. */
  readonly size: number;
  /** Names of the classes, or null when the images carry no labels. */
  readonly classNames: readonly string[] | null;
  /**
   * Numbers of the images that lie in folders of held-back ones (`val`, `test`), where there are such beside others. Who asks for
   * them keeps them apart; to other tasks they are images like any.
   */
  readonly apart?: Uint32Array;
  /** Of points in the plane that lie in clusters. */
  readonly modes?: PointModes;
  /** The two domains, where the images are of two; their labels, if any, are their own. */
  readonly pair?: DomainPair;
  /**
   * The images as numbers from -1 to 1, for data that bytes would coarsen. Where it is absent, training takes the bytes.
   */
  readValues?(indices: ArrayLike<number>): Float32Array;
  /** Images as bytes (0..255, index after index, rows, channels last) with their class numbers. */
  read(indices: ArrayLike<number>): { readonly pixels: Uint8Array; readonly labels: Uint8Array | null };
}

export interface LoadContext {
  /** Checked values of the definition's `params`. */
  readonly params: ParamValues;
  readonly signal: AbortSignal;
  /** `fraction` 0..1, or null while the total is unknown. */
  readonly progress: (what: string, fraction: number | null) => void;
}

/** What a person gave for a data set. */
export interface ProvidedPaths {
  readonly files: readonly NamedFile[];
  /** Paths of files beside them that were not handed over. */
  readonly unopened: readonly string[];
}

export interface DatasetDefinition extends DatasetEntry {
  /** Bytes of images that lie in memory at most, where the rest stays on the device; all when absent. */
  readonly mostHeld?: number;
  /** Height, width, channels of the images that these parameters give, where it depends on them. */
  shapeOf?(params: ParamValues): readonly [number, number, number];
  /** @throws a GanvasError that says what was expected, what came, and what to do */
  load(context: LoadContext): Promise<LoadedDataset>;
  /** Images kept apart for measuring; absent where there are none. Throws like `load`. */
  loadTest?(context: LoadContext): Promise<LoadedDataset>;
  /** Images of the same kind that no run with these parameters learns from, where they can be made; measuring does not use them. */
  loadUnseen?(context: LoadContext): Promise<LoadedDataset>;
  /** Takes the person's own files and keeps them on the device. */
  provide?(given: ProvidedPaths, context: LoadContext): Promise<ProvidedFiles>;
}

export const defineDataset = (definition: DatasetDefinition): DatasetDefinition => definition;
