// Looks for a model on the board every few seconds and hands it on when it is new: fetched whole, its size checked here,
// the rest by who loads it. A model that failed is tried again, less and less often, until another one comes.
import {
  KIOSK_PATHS,
  KioskModelError,
  MAX_MANIFEST_BYTES,
  readKioskManifest,
  type KioskManifest,
} from '../core/kioskManifest';
import { GeneratorLostError } from './generatorClient';
import type { StoredModel } from './modelCache';

/** What the last look found. */
export type Sighting =
  | { readonly kind: 'same' }
  /** The board answers and holds no model. */
  | { readonly kind: 'none' }
  /** The board does not answer. */
  | { readonly kind: 'away' }
  | { readonly kind: 'refused'; readonly error: Error }
  | { readonly kind: 'loaded'; readonly manifest: KioskManifest };

export interface ModelWatchOptions {
  /** Address of the folder that holds index.html, with a slash at its end. */
  readonly root: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Checks and takes the model. @throws when it is not taken; the one before goes on */
  readonly load: (model: StoredModel) => Promise<void>;
}

const TIMEOUT_MS = 20_000;
const MOST_SKIPPED = 12;
const HINT = 'Send the model again: the file first, kiosk.json last.';

export class ModelWatch {
  readonly #options: ModelWatchOptions;
  #taken = '';
  #failed = '';
  #failures = 0;
  #skip = 0;

  constructor(options: ModelWatchOptions) {
    this.#options = options;
  }

  /** Looks once. Never throws: what is wrong is what was found. */
  async look(): Promise<Sighting> {
    let text: string | null;
    try {
      text = await this.#manifestText();
    } catch {
      return { kind: 'away' };
    }
    if (text === null) return { kind: 'none' };
    if (text === this.#taken) return { kind: 'same' };
    if (text === this.#failed && this.#skip-- > 0) return { kind: 'same' };
    try {
      const manifest = readKioskManifest(parse(text));
      await this.#options.load({ manifest, bytes: await this.#file(manifest) });
      this.#taken = text;
      this.#failed = '';
      this.#failures = 0;
      return { kind: 'loaded', manifest };
    } catch (error) {
      this.#failures = text === this.#failed ? this.#failures + 1 : 0;
      this.#failed = text;
      // A worker that was lost says nothing about the model.
      const blameless = error instanceof GeneratorLostError;
      this.#skip = blameless ? 0 : Math.min(MOST_SKIPPED, 2 ** this.#failures - 1);
      return { kind: 'refused', error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  /** After the model that was taken is lost, the next look takes it again. */
  forget(): void {
    this.#taken = '';
  }

  #get(path: string): Promise<Response> {
    const init = { cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) } as const;
    return this.#options.fetch(this.#options.root + path, init);
  }

  /** Null when the board has none. A page in its place, as some servers send for what is missing, is none either. */
  async #manifestText(): Promise<string | null> {
    const response = await this.#get(KIOSK_PATHS.manifest);
    if (response.status >= 500) throw new TypeError(`The board answers ${response.status}.`);
    if (!response.ok || response.headers.get('content-type')?.startsWith('text/html')) return null;
    return (await response.text()).slice(0, MAX_MANIFEST_BYTES);
  }

  async #file({ file, bytes }: KioskManifest): Promise<ArrayBuffer> {
    const folder = KIOSK_PATHS.manifest.replace(/[^/]*$/, '');
    const response = await this.#get(folder + file);
    if (!response.ok)
      throw new KioskModelError(`${file} is missing on the board (${response.status}).`, HINT);
    const content = await response.arrayBuffer();
    if (content.byteLength === bytes) return content;
    throw new KioskModelError(`${file} has ${content.byteLength} bytes of ${bytes}.`, HINT);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KioskModelError('kiosk.json is no JSON.', HINT);
  }
}
