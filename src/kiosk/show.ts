// The show as data: ten tiles, each walking from one seeded latent to the next, with rests between; what a finger does to
// them; and the inputs that draw them. Time enters as the milliseconds of a frame alone, so no clock can upset it.
import { normalArray } from '../core/random';

/** As many as the published application shows and saves. */
export const TILES = 10;

/** A tile rests on an image, then walks to the next one. */
const REST_MS = 1400;
const WALK_MS = 2600;
const CYCLE_MS = REST_MS + WALK_MS;
/** Longest frame that counts: after a pause the show goes on where it stood. */
const MOST_FRAME_MS = 100;
const SEED_SPAN = 0x7fffffff;

interface Tile {
  /** Latents are a function of (show's seed, tile, stop). */
  readonly stop: number;
  /** Milliseconds since it came to rest on `stop`. */
  readonly sinceMs: number;
  readonly kept: boolean;
}

export interface ShowState {
  readonly seed: number;
  readonly tiles: readonly Tile[];
  /** The class that all tiles draw; null: one each in turn, or there are none. */
  readonly classOnly: number | null;
}

/** Tiles start out of step with each other, the first ten images all at rest. */
const startTile = (index: number): Tile => ({ stop: 0, sinceMs: -(index * CYCLE_MS) / TILES, kept: false });

export const startShow = (seed: number): ShowState => ({
  seed,
  tiles: Array.from({ length: TILES }, (_, i) => startTile(i)),
  classOnly: null,
});

function advanceTile(tile: Tile, ms: number): Tile {
  if (tile.kept) return tile;
  const sinceMs = tile.sinceMs + ms;
  if (sinceMs < CYCLE_MS) return { stop: tile.stop, sinceMs, kept: false };
  return { stop: (tile.stop + 1) % SEED_SPAN, sinceMs: sinceMs - CYCLE_MS, kept: false };
}

/** The show `frameMs` later; frames that are too long, negative or no number count as a short one. */
export function advance(state: ShowState, frameMs: number): ShowState {
  const ms = frameMs >= 0 ? Math.min(frameMs, MOST_FRAME_MS) : 0;
  return { ...state, tiles: state.tiles.map((tile) => advanceTile(tile, ms)) };
}

const changed = (state: ShowState, index: number, change: (tile: Tile) => Tile): ShowState => ({
  ...state,
  tiles: state.tiles.map((tile, i) => (i === index ? change(tile) : tile)),
});

/** A tap: the tile rests on a new image, and is free again. */
export const tapTile = (state: ShowState, index: number): ShowState =>
  changed(state, index, ({ stop }) => ({ stop: (stop + 2) % SEED_SPAN, sinceMs: 0, kept: false }));

/** A long press: the tile keeps what it shows, or is let go. */
export const holdTile = (state: ShowState, index: number): ShowState =>
  changed(state, index, (tile) => ({ ...tile, kept: !tile.kept }));

/** New images for all tiles that are not kept. */
export const renewAll = (state: ShowState): ShowState => ({
  ...state,
  tiles: state.tiles.map((tile, i) =>
    tile.kept ? tile : { ...startTile(i), stop: (tile.stop + 2) % SEED_SPAN },
  ),
});

export const chooseClass = (state: ShowState, classOnly: number | null): ShowState => ({
  ...state,
  classOnly,
});

/** How far a tile is on its way, 0 to 1, gently started and ended. */
function progress({ sinceMs }: Tile): number {
  const t = Math.min(1, Math.max(0, (sinceMs - REST_MS) / WALK_MS));
  return t * t * (3 - 2 * t);
}

/** Writes the point between two normal latents on the sphere that they lie on about (White 2016), into `target`. */
function between(from: Float32Array, to: Float32Array, t: number, target: Float32Array): void {
  let dot = 0;
  let squares = 0;
  let others = 0;
  for (let i = 0; i < from.length; i++) {
    dot += from[i] * to[i];
    squares += from[i] ** 2;
    others += to[i] ** 2;
  }
  const angle = Math.acos(Math.max(-1, Math.min(1, dot / Math.sqrt(squares * others || 1))));
  const flat = angle < 1e-3;
  const a = flat ? 1 - t : Math.sin((1 - t) * angle) / Math.sin(angle);
  const b = flat ? t : Math.sin(t * angle) / Math.sin(angle);
  for (let i = 0; i < from.length; i++) target[i] = a * from[i] + b * to[i];
}

/** The class that a tile draws; null for models without. */
export const tileClass = (state: ShowState, index: number, classes: number): number | null =>
  classes === 0 ? null : (state.classOnly ?? index) % classes;

/** What of a tile decides its image, as text: equal texts, equal images. */
export const tileKey = (state: ShowState, index: number, classes: number): string => {
  const tile = state.tiles[index];
  return `${state.seed} ${tile.stop} ${progress(tile)} ${tileClass(state, index, classes)}`;
};

/**
 * The generator's inputs for these tiles.
 * @returns [tiles.length * (latent + classes)], each the latent and the class as one of n
 */
export function showInputs(
  state: ShowState,
  tiles: readonly number[],
  { latent, classes }: { readonly latent: number; readonly classes: number },
): Float32Array<ArrayBuffer> {
  const width = latent + classes;
  const inputs = new Float32Array(tiles.length * width);
  for (const [row, index] of tiles.entries()) {
    const tile = state.tiles[index];
    const t = progress(tile);
    const target = inputs.subarray(row * width, row * width + latent);
    const from = normalArray(latent, state.seed, index, tile.stop);
    if (t === 0) target.set(from);
    else between(from, normalArray(latent, state.seed, index, tile.stop + 1), t, target);
    const drawn = tileClass(state, index, classes);
    if (drawn !== null) inputs[row * width + latent + drawn] = 1;
  }
  return inputs;
}
