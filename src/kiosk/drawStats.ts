// What drawing takes, over the last hundred images and the last ten minutes, in rings of fixed size.

const LAST = 100;
const SECONDS = 600;

export interface DrawSummary {
  /** Milliseconds an image, of the last hundred; null before the first. */
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  /** Images drawn in the last full second. */
  readonly perSecond: number | null;
  readonly images: number;
}

/** One second of drawing. */
export interface DrawSecond {
  /** Seconds since the page was opened. */
  readonly at: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly images: number;
}

/** Value below which `share` of the sorted numbers lie. */
export const quantile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];

const sortedOf = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

export class DrawStats {
  readonly #last: number[] = [];
  #next = 0;
  #images = 0;
  readonly #seconds: DrawSecond[] = [];
  #second = { start: -1, images: 0 };

  /** Images drawn together in `milliseconds`, at `nowMs` of a clock that only goes forward. */
  add(images: number, milliseconds: number, nowMs: number): void {
    const each = milliseconds / images;
    for (let i = 0; i < images; i++) {
      this.#last[this.#next] = each;
      this.#next = (this.#next + 1) % LAST;
    }
    this.#images += images;
    const start = Math.floor(nowMs / 1000);
    if (start !== this.#second.start) this.#closeSecond(start);
    this.#second.images += images;
  }

  #closeSecond(start: number): void {
    if (this.#second.start >= 0) {
      const sorted = sortedOf(this.#last);
      this.#seconds.push({
        at: this.#second.start,
        medianMs: quantile(sorted, 0.5),
        p95Ms: quantile(sorted, 0.95),
        images: this.#second.images,
      });
      if (this.#seconds.length > SECONDS) this.#seconds.shift();
    }
    this.#second = { start, images: 0 };
  }

  get seconds(): readonly DrawSecond[] {
    return this.#seconds;
  }

  summary(): DrawSummary {
    const sorted = sortedOf(this.#last);
    const some = sorted.length > 0;
    return {
      medianMs: some ? quantile(sorted, 0.5) : null,
      p95Ms: some ? quantile(sorted, 0.95) : null,
      perSecond: this.#seconds.at(-1)?.images ?? null,
      images: this.#images,
    };
  }

  /** Forgets times, as another model has others; the count goes on. */
  restart(): void {
    this.#last.length = 0;
    this.#next = 0;
  }
}
