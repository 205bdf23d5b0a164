// The wire between the kiosk page and its worker: one reply to each request, in order of asking, and a word before and after each thread
// that the worker makes. Types only.
import type { WireError } from '../core/errors';
import type { KioskManifest } from '../core/kioskManifest';
import type { PictureShape } from '../core/pictureFit';

/** What computes: this project's kernels on so many threads, plain loops, or Google's runtime (benchmark only). */
export type KioskRuntimeId = 'relaxed-threads' | 'relaxed' | 'plain' | 'javascript' | 'litert';

export interface RuntimeFacts {
  readonly label: string;
  readonly threads: number;
  /** Why it is not the quickest one; null when it is. */
  readonly limit: string | null;
}

export interface LoadedModel {
  readonly runtime: RuntimeFacts;
  /** How the file holds its weights, for example `int8 weights`. */
  readonly weights: string;
  readonly parameters: number;
  readonly multiplyAdds: number;
}

export type KioskRequest =
  /** Checks and loads a model; the one before stays until the new one has drawn. */
  | { readonly kind: 'load'; readonly manifest: KioskManifest; readonly bytes: ArrayBuffer }
  /** `inputs` [rows * (latent + classes)]. */
  | { readonly kind: 'draw'; readonly inputs: Float32Array; readonly rows: number }
  /** One picture through a translator or a classifier: bytes [height * width * channels] as its manifest says. */
  | { readonly kind: 'picture'; readonly pixels: Uint8Array }
  /** Pictures to try a network on, drawn by code. */
  | { readonly kind: 'gallery'; readonly picture: PictureShape }
  /** Times single images, alone; the show stands still meanwhile. */
  | {
      readonly kind: 'measure';
      readonly runtime: KioskRuntimeId;
      readonly manifest: KioskManifest;
      readonly bytes: ArrayBuffer;
      readonly forMs: number;
    }
  /** Images as PNG files. */
  | { readonly kind: 'png'; readonly images: readonly Uint8Array[]; readonly image: KioskManifest['image'] };

export interface Drawn {
  /** [rows * height * width * channels] */
  readonly pixels: Uint8Array;
  /** For all rows. */
  readonly milliseconds: number;
  /** Bytes that the runtime holds. */
  readonly memoryBytes: number;
}

/** What became of a picture. */
export interface Seen {
  readonly outcome:
    /** Of a translator, both as they are shown: one byte or three for each pixel of its picture and its image. */
    | { readonly kind: 'made'; readonly given: Uint8Array; readonly made: Uint8Array }
    /** Of a classifier: the picture itself, and the share of each class, 0..1. */
    | { readonly kind: 'named'; readonly given: Uint8Array; readonly shares: Float32Array };
  /** All of it, getting the picture ready and showing it included. */
  readonly milliseconds: number;
  /** Bytes that the runtime holds. */
  readonly memoryBytes: number;
}

export interface Measured {
  readonly label: string;
  readonly threads: number;
  /** Milliseconds of each image, in the order drawn. */
  readonly times: readonly number[];
  /** Until the first image, in milliseconds. */
  readonly startMs: number;
}

export interface KioskReplies {
  readonly load: LoadedModel;
  readonly draw: Drawn;
  readonly picture: Seen;
  /** Bytes [height * width * channels] each. */
  readonly gallery: readonly Uint8Array[];
  readonly measure: Measured;
  readonly png: readonly Uint8Array<ArrayBuffer>[];
}

export interface KioskRequestMessage {
  readonly id: number;
  readonly request: KioskRequest;
}

export type KioskReplyMessage =
  | { readonly id: number; readonly ok: true; readonly value: KioskReplies[keyof KioskReplies] }
  | { readonly id: number; readonly ok: false; readonly error: WireError };

/** Said unasked: a thread is being made, or is there; see core/threadPatience. */
export interface KioskThreadMessage {
  readonly making: boolean;
}
