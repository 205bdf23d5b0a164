// What a run tells the page while it learns: losses and grids together, since each time something comes the page paints, which takes from
// the same cores where there is no graphics card.
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { SessionOutlets } from './sessionOutlets';

const TELL_EVERY_MS = 200;

export class PageNews {
  #points: HistoryPoint[] = [];
  #frames: TimelineFrame[] = [];
  #toldAt = -Infinity;

  constructor(private readonly outlets: Pick<SessionOutlets, 'history' | 'samples'>) {}

  add(points: readonly HistoryPoint[]): void {
    this.#points.push(...points);
  }

  addGrid(frame: TimelineFrame): void {
    this.#frames.push(frame);
  }

  /** Tells what is new where it is time, or at once. */
  tell(now: boolean): void {
    const time = performance.now();
    if (this.#points.length + this.#frames.length === 0) return;
    if (!now && time - this.#toldAt <= TELL_EVERY_MS) return;
    if (this.#points.length > 0) this.outlets.history(this.#points);
    this.#points = [];
    this.showGrids();
    this.#toldAt = time;
  }

  /** Grids do not wait for the losses of their steps. */
  showGrids(): void {
    for (const frame of this.#frames.splice(0)) this.outlets.samples(frame);
  }
}
