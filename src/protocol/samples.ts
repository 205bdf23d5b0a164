// What a trained generator draws, and the files that pictures leave in.
import type { ImageBatch } from '../core/history';
import type { PictureShape } from '../core/pictureFit';
import type { FreeSides } from '../core/pictureInput';

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

/** A network of the open run that makes something of a picture that is given to it. */
export interface PictureTaker {
  /** As the task declares it. */
  readonly network: string;
  readonly label: string;
  /** [height, width, channels] of the pictures that it learned from. */
  readonly shape: PictureShape;
  /** Other sides that its layers take; null where they hold it to one size. */
  readonly free: FreeSides | null;
}

/** Pictures that a person gave, as a network takes them. */
export interface ReadPictures {
  readonly images: ImageBatch;
  /** Paths, one a picture. */
  readonly names: readonly string[];
  /** Files that are none of them, and why. */
  readonly leftOut: readonly LeftOut[];
  /** What of some of them was used, where that is not all, one sentence each. */
  readonly notes: readonly string[];
}
