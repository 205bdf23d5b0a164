// What a trained generator draws, and the files that pictures leave in.

/** Where latents come from: sample i of a seed, explicit rows, or a walk between two seeds. */
export type LatentSource =
  | { readonly kind: 'seed'; readonly seed: number; readonly count: number }
  | { readonly kind: 'rows'; readonly latentSize: number; readonly values: Float32Array }
  | { readonly kind: 'interpolation'; readonly from: number; readonly to: number; readonly count: number };

/** Images over time. */
export interface AnimationRequest {
  /** What the run drew while it trained, or a walk through the latents that ends where it began. */
  readonly kind: 'timeline' | 'walk';
  readonly seed: number;
  /** At most so many. */
  readonly frames: number;
  /** Side by side in each frame. */
  readonly pictures: number;
  /** Every pixel becomes a square of so many. */
  readonly scale: number;
  readonly framesPerSecond: number;
  /** Of a walk of a run that knows classes; null for one after the other. */
  readonly chosenClass: number | null;
}

/** How generated images leave the page. */
export type ImageFileFormat = 'png-grid' | 'png-zip' | 'idx' | 'npy';

export interface ProducedFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file that is not among those taken, and why, in words. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
}

/** What became of the person's files for a data set. */
export interface ProvidedFiles {
  /** A sentence for the person. */
  readonly message: string;
  /** Files that were not taken, broken ones first. */
  readonly leftOut: readonly LeftOut[];
}

export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}
