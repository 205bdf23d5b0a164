// Which picture of a gallery a network is given when, as data: each sways for a while, then comes the next; a finger chooses one
// and holds it. Time enters as the milliseconds of a frame alone. No pixels here.
import { middleCrop, type Crop, type PictureShape } from '../core/pictureFit';

/** How long a picture stays that nobody holds. */
const STAY_MS = 6000;
const SWAY_MS = 5200;
/** Share of the picture that is seen at a time; it sways over the rest. */
const SEEN = 0.92;

export interface GalleryState {
  readonly index: number;
  /** When it came; null until the first frame. */
  readonly sinceMs: number | null;
  /** Whether a person chose it: it stays until another is chosen, or it is let go. */
  readonly held: boolean;
}

export const startGallery: GalleryState = { index: 0, sinceMs: null, held: false };

/** The gallery at a frame's time. @param count of its pictures */
export function advanceGallery(state: GalleryState, count: number, nowMs: number): GalleryState {
  const index = Math.min(state.index, Math.max(0, count - 1));
  const { sinceMs, held } = state;
  if (sinceMs === null || nowMs < sinceMs || index !== state.index) return { index, sinceMs: nowMs, held };
  if (held || nowMs - sinceMs < STAY_MS || count < 2) return state;
  return { index: (index + 1) % count, sinceMs: nowMs, held: false };
}

/** A tap on a picture: it stays; a tap on the one that is held lets the gallery go on. */
export const choosePicture = (state: GalleryState, index: number): GalleryState =>
  state.held && state.index === index
    ? { ...state, sinceMs: null, held: false }
    : { index, sinceMs: null, held: true };

/** The part of a picture of `width` x `height` that is seen, `passedMs` after it came; all of its middle where it stands still. */
export function seenPart(
  width: number,
  height: number,
  [tall, wide]: PictureShape,
  passedMs: number | null,
): Crop {
  const middle = middleCrop(width, height, wide / tall);
  if (passedMs === null) return middle;
  const turn = (2 * Math.PI * passedMs) / SWAY_MS;
  const room = 1 - SEEN;
  return {
    left: middle.left + middle.width * room * (0.5 + 0.5 * Math.sin(turn)),
    top: middle.top + middle.height * room * (0.5 + 0.5 * Math.sin(2 * turn)),
    width: middle.width * SEEN,
    height: middle.height * SEEN,
  };
}
