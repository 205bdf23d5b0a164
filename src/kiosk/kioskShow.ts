// The running show without a page: which model draws, frame after frame, and what happens when one is refused, arrives or
// is lost. One request is under way at a time, so nothing piles up however slow the board is.
import { pictureOf, type KioskManifest } from '../core/kioskManifest';
import type { PictureShape } from '../core/pictureFit';
import type {
  Drawn,
  KioskReplies,
  KioskRequest,
  KioskRuntimeId,
  LoadedModel,
  Measured,
  Seen,
} from '../protocol/kiosk';
import { DrawStats } from './drawStats';
import { GeneratorLostError, type GeneratorClient } from './generatorClient';
import type { StoredModel } from './modelCache';
import { advance, showInputs, startShow, tileKey, TILES, type ShowState } from './show';

/** Where the model that runs came from. */
export type ModelSource = 'board' | 'stored' | 'built-in';

export interface RunningModel extends LoadedModel {
  readonly manifest: KioskManifest;
  readonly source: ModelSource;
  /** The file, to start again from when the worker is lost, and to measure. */
  readonly bytes: ArrayBuffer;
}

/** A worker that does not start is tried again so often. */
const START_AGAIN_MS = 5000;

/** Where pictures for a network that takes them come from. */
export interface PictureSource {
  /** The picture of this moment, bytes [height * width * channels], the show's to give away; null where there is no new one. */
  next(picture: PictureShape, nowMs: number): Uint8Array<ArrayBuffer> | null;
}

export interface KioskEvents {
  /** New pixels of tile `index`, [height * width * channels]. */
  readonly image: (index: number, pixels: Uint8Array, image: KioskManifest['image']) => void;
  /** What became of the last picture that the source gave. */
  readonly seen: (outcome: Seen['outcome'], manifest: KioskManifest) => void;
  readonly model: (model: RunningModel) => void;
  readonly lost: (error: Error) => void;
}

export class KioskShow {
  readonly stats = new DrawStats();
  state: ShowState;
  memoryBytes = 0;
  /** Asked once a frame while a network runs that takes pictures. */
  source: PictureSource | null = null;
  #made: Uint8Array | null = null;
  readonly #client: GeneratorClient;
  readonly #events: KioskEvents;
  readonly #shown = new Map<number, { readonly key: string; readonly pixels: Uint8Array }>();
  #model: RunningModel | null = null;
  #busy: Promise<unknown> | null = null;
  #lastFrameMs: number | null = null;
  #loads = 0;
  /** When to start the worker again, after it was lost and did not come back at once; null while it runs. */
  #startAgainMs: number | null = null;

  constructor(client: GeneratorClient, events: KioskEvents, seed: number) {
    this.#client = client;
    this.#events = events;
    this.state = startShow(seed);
  }

  get model(): RunningModel | null {
    return this.#model;
  }

  /** What the tiles show, in order; empty where nothing was drawn yet. */
  get images(): readonly Uint8Array[] {
    return Array.from({ length: TILES }, (_, i) => this.#shown.get(i)?.pixels ?? new Uint8Array());
  }

  /** Checks and takes a model. @throws with the reason when it is refused; the one before goes on */
  async load({ manifest, bytes }: StoredModel, source: ModelSource): Promise<void> {
    await this.#alone(async () => {
      if (source === 'built-in' && this.#model) return; // the board was quicker
      const loaded = await this.#askTwice({ kind: 'load', manifest, bytes });
      this.#model = { ...loaded, manifest, source, bytes };
      this.#startAgainMs = null;
      this.#loads++;
      this.#made = null;
      this.stats.restart();
      this.#events.model(this.#model);
    });
  }

  /**
   * One frame: time goes on, and what changed is drawn unless the frame before still is.
   * @returns when this frame's images are shown
   */
  async frame(nowMs: number): Promise<void> {
    this.state = advance(this.state, nowMs - (this.#lastFrameMs ?? nowMs));
    this.#lastFrameMs = nowMs;
    const model = this.#model;
    if (this.#busy || !model) return;
    if (this.#startAgainMs !== null) {
      if (nowMs >= this.#startAgainMs) await this.#alone(() => this.#startAgain(model, nowMs));
      return;
    }
    const ask = pictureOf(model.manifest) ? this.#pictureOf(model, nowMs) : this.#tilesOf(model, nowMs);
    if (!ask) return;
    await this.#alone(async () => {
      try {
        await ask();
      } catch (error) {
        this.#events.lost(error instanceof Error ? error : new Error(String(error)));
        if (!(error instanceof GeneratorLostError)) throw error;
        await this.#startAgain(model, nowMs);
      }
    });
  }

  /** What draws the tiles that have changed; null where none has. */
  #tilesOf({ manifest }: RunningModel, nowMs: number): (() => Promise<void>) | null {
    const { classes, image } = manifest;
    const keys = this.state.tiles.map((_, i) => `${this.#loads} ${tileKey(this.state, i, classes)}`);
    const tiles = [...keys.keys()].filter((i) => this.#shown.get(i)?.key !== keys[i]);
    if (tiles.length === 0) return null;
    const inputs = showInputs(this.state, tiles, manifest);
    return async () => {
      const drawn = await this.#client.ask({ kind: 'draw', inputs, rows: tiles.length }, [inputs.buffer]);
      this.#show(drawn, tiles, keys, image, nowMs);
    };
  }

  /** What takes the source's next picture through the network; null where there is none. */
  #pictureOf({ manifest }: RunningModel, nowMs: number): (() => Promise<void>) | null {
    const picture = pictureOf(manifest);
    const pixels = picture && this.source?.next(picture, nowMs);
    if (!pixels) return null;
    return async () => {
      const seen = await this.#client.ask({ kind: 'picture', pixels }, [pixels.buffer]);
      this.memoryBytes = seen.memoryBytes;
      this.stats.add(1, seen.milliseconds, nowMs);
      this.#made = seen.outcome.kind === 'made' ? seen.outcome.made : null;
      this.#events.seen(seen.outcome, manifest);
    };
  }

  /** Pictures to try the network on that runs; none where it draws from noise. */
  async gallery(): Promise<readonly Uint8Array[]> {
    const picture = this.#model && pictureOf(this.#model.manifest);
    return picture ? this.#alone(() => this.#askTwice({ kind: 'gallery', picture })) : [];
  }

  /** Draws everything again, as a lost canvas needs it. */
  forgetShown(): void {
    this.#shown.clear();
  }

  /** Times a runtime on a model; the show stands still. @throws when the runtime is not there */
  measure(runtime: KioskRuntimeId, { manifest, bytes }: StoredModel, forMs: number): Promise<Measured> {
    return this.#alone(() => this.#askTwice({ kind: 'measure', runtime, manifest, bytes, forMs }));
  }

  /** The shown images as PNG files: what is drawn, or what was made of the last picture. */
  async pngs(): Promise<readonly Uint8Array<ArrayBuffer>[]> {
    const model = this.#model;
    if (!model) return [];
    const { image } = model.manifest;
    if (pictureOf(model.manifest)) {
      const made = this.#made;
      return made ? this.#alone(() => this.#askTwice({ kind: 'png', images: [made], image })) : [];
    }
    if (this.#shown.size < TILES) return [];
    return this.#alone(() => this.#askTwice({ kind: 'png', images: this.images, image }));
  }

  #show(
    { pixels, milliseconds, memoryBytes }: Drawn,
    tiles: number[],
    keys: string[],
    image: KioskManifest['image'],
    nowMs: number,
  ) {
    const size = image[0] * image[1] * image[2];
    for (const [row, index] of tiles.entries()) {
      const own = pixels.slice(row * size, (row + 1) * size);
      this.#shown.set(index, { key: keys[index], pixels: own });
      this.#events.image(index, own, image);
    }
    this.memoryBytes = memoryBytes;
    this.stats.add(tiles.length, milliseconds, nowMs);
  }

  /** Until nothing is under way. */
  async settled(): Promise<void> {
    while (this.#busy) await this.#busy.catch(() => undefined);
  }

  /** Waits for what is under way, then does `task` while no frame is drawn. */
  async #alone<T>(task: () => Promise<T>): Promise<T> {
    await this.settled();
    const doing = task();
    this.#busy = doing;
    try {
      return await doing;
    } finally {
      if (this.#busy === doing) this.#busy = null;
    }
  }

  /**
   * Asks another worker where the first is lost with what was asked; the model that ran is loaded there before the next frame.
   * @throws GeneratorLostError when that one is lost too
   */
  async #askTwice<K extends KioskRequest['kind']>(
    request: Extract<KioskRequest, { kind: K }>,
  ): Promise<KioskReplies[K]> {
    try {
      return await this.#client.ask(request);
    } catch (error) {
      if (!(error instanceof GeneratorLostError)) throw error;
      if (this.#model) this.#startAgainMs = 0;
      return this.#client.ask(request);
    }
  }

  /** After the worker was lost: the model that ran, in a new one; when that fails, again later. */
  async #startAgain(model: RunningModel, nowMs: number): Promise<void> {
    this.#startAgainMs = nowMs + START_AGAIN_MS;
    const { manifest, bytes } = model;
    const loaded = await this.#client.ask({ kind: 'load', manifest, bytes });
    this.#startAgainMs = null;
    this.#model = { ...model, ...loaded };
    this.#events.model(this.#model);
  }
}
