// How many frames a second went through, and how long one took, over the last two seconds.

const SPAN_MS = 2000;

export interface FrameFigures {
  /** Null until half a second has passed. */
  readonly perSecond: number | null;
  /** Median of what one took, in milliseconds; null before the first. */
  readonly latencyMs: number | null;
}

export class FrameRate {
  #frames: readonly { readonly atMs: number; readonly tookMs: number }[] = [];

  /** A frame that was done at `atMs` of a clock that only goes forward, after `tookMs`. */
  add(atMs: number, tookMs: number): FrameFigures {
    this.#frames = [...this.#frames.filter((one) => atMs - one.atMs < SPAN_MS), { atMs, tookMs }];
    const span = atMs - this.#frames[0].atMs;
    const sorted = this.#frames.map((one) => one.tookMs).sort((a, b) => a - b);
    return {
      perSecond: span < SPAN_MS / 4 ? null : (1000 * (this.#frames.length - 1)) / span,
      latencyMs: sorted[Math.floor((sorted.length - 1) / 2)],
    };
  }
}
