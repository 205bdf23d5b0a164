// Shows the plane while somebody looks, up to thirty times a second and in at most a quarter of the time: where looking is
// slow it is done less often, and training keeps the rest.
import type { PlaneView } from '../../core/planeView';

/** Share of the time that looking may take while training runs. */
export const LOOKING_SHARE = 0.25;
/** Between two steps it comes a little late, so that about thirty a second arrive. */
const FRAME_SECONDS = 1 / 32;

export class PlaneWatch {
  /** Whether somebody looks. */
  isOn = false;
  /** Not before this moment, seconds. */
  #next = 0;
  #shown = -1;

  constructor(
    private readonly look: (step: number) => Promise<PlaneView>,
    private readonly show: (view: PlaneView) => void,
    private readonly clock: () => number = () => performance.now() / 1000,
  ) {}

  /** To be called after each step; shows the plane if it is time. */
  async afterStep(step: number): Promise<void> {
    if (!this.isOn || this.clock() < this.#next) return;
    await this.now(step);
  }

  /** Shows the plane unless this very step was shown last. */
  async now(step: number): Promise<void> {
    if (!this.isOn || step === this.#shown) return;
    const began = this.clock();
    this.show(await this.look(step));
    this.#shown = step;
    const took = this.clock() - began;
    this.#next = began + Math.max(FRAME_SECONDS, took / LOOKING_SHARE);
  }

  /** Somebody looks from now on (and has seen nothing yet), or nobody does. */
  set(on: boolean): void {
    this.isOn = on;
    this.#shown = -1;
    this.#next = 0;
  }
}
