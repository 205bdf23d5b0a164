// The running show without a page: which model draws, frame after frame, and what happens when one is refused, arrives or
// is lost. One request is under way at a time, so nothing piles up however slow the board is.
import type { KioskManifest } from '../core/kioskManifest';
import type { Drawn, LoadedModel, Measured, KioskRuntimeId } from '../protocol/kiosk';
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

export interface KioskEvents {
  /** New pixels of tile `index`, [height * width * channels]. */
  readonly image: (index: number, pixels: Uint8Array, image: KioskManifest['image']) => void;
  readonly model: (model: RunningModel) => void;
  readonly lost: (error: Error) => void;
}

export class KioskShow {
  readonly stats = new DrawStats();
  state: ShowState;
  memoryBytes = 0;
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
      const loaded = await this.#client.ask({ kind: 'load', manifest, bytes });
      this.#model = { ...loaded, manifest, source, bytes };
      this.#startAgainMs = null;
      this.#loads++;
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
    const { classes, image } = model.manifest;
    const keys = this.state.tiles.map((_, i) => `${this.#loads} ${tileKey(this.state, i, classes)}`);
    const tiles = [...keys.keys()].filter((i) => this.#shown.get(i)?.key !== keys[i]);
    if (tiles.length === 0) return;
    const inputs = showInputs(this.state, tiles, model.manifest);
    await this.#alone(async () => {
      try {
        const drawn = await this.#client.ask({ kind: 'draw', inputs, rows: tiles.length }, [inputs.buffer]);
        this.#show(drawn, tiles, keys, image, nowMs);
      } catch (error) {
        this.#events.lost(error instanceof Error ? error : new Error(String(error)));
        if (!(error instanceof GeneratorLostError)) throw error;
        await this.#startAgain(model, nowMs);
      }
    });
  }

  /** Draws everything again, as a lost canvas needs it. */
  forgetShown(): void {
    this.#shown.clear();
  }

  /** Times a runtime on a model; the show stands still. @throws when the runtime is not there */
  measure(runtime: KioskRuntimeId, { manifest, bytes }: StoredModel, forMs: number): Promise<Measured> {
    return this.#alone(() => this.#client.ask({ kind: 'measure', runtime, manifest, bytes, forMs }));
  }

  /** The shown images as PNG files. */
  async pngs(): Promise<readonly Uint8Array<ArrayBuffer>[]> {
    const model = this.#model;
    if (!model || this.#shown.size < TILES) return [];
    const { image } = model.manifest;
    return this.#alone(() => this.#client.ask({ kind: 'png', images: this.images, image }));
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
