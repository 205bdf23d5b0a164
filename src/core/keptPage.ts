// What the page and its service worker say to each other, and how the build lists the files that may be kept. Types only:
// the service worker is a classic script of one file.

export interface KeptFile {
  /** Relative to index.html. */
  readonly path: string;
  readonly bytes: number;
  /** Whether a version is whole only with it. */
  readonly core: boolean;
  /** 64 hexadecimal digits; null where the name changes with the content, and of index.html. */
  readonly sha256: string | null;
}

/** Of the version that answers. */
export interface KeptState {
  readonly keptBytes: number;
  readonly allBytes: number;
}

/** Asked with a port, which the answers come to; `activate` has none. */
export type PageQuestion = 'state' | 'fetch all';

/** `now` may come several times before the end, and `alive` every few seconds: a browser that ends the worker tells nobody. */
export type PageAnswer =
  | { readonly alive: true }
  | { readonly now: KeptState }
  | { readonly done: KeptState }
  | { readonly failed: string };
