// Looks at a run while somebody wants to see it, so often a second and in at most a quarter of the time: where looking is slow
// it is done less often, and training keeps the rest. What is looked at is the caller's.

/** Share of the time that looking may take while training runs. */
export const LOOKING_SHARE = 0.25;

export class SparingLook<View> {
  /** Whether somebody looks. */
  isOn = false;
  /** Not before this moment, seconds. */
  #next = 0;
  #shown = -1;

  /** @param everySeconds least time between two looks */
  constructor(
    private readonly look: (step: number) => Promise<View>,
    private readonly show: (view: View) => void,
    private readonly everySeconds: number,
    private readonly clock: () => number = () => performance.now() / 1000,
  ) {}

  /** To be called after each step; looks if it is time. */
  async afterStep(step: number): Promise<void> {
    if (!this.isOn || this.clock() < this.#next) return;
    await this.now(step);
  }

  /** Looks unless this very step was shown last. */
  async now(step: number): Promise<void> {
    if (!this.isOn || step === this.#shown) return;
    const began = this.clock();
    this.show(await this.look(step));
    this.#shown = step;
    const took = this.clock() - began;
    this.#next = began + Math.max(this.everySeconds, took / LOOKING_SHARE);
  }

  /** Somebody looks from now on (and has seen nothing yet), or nobody does. */
  set(on: boolean): void {
    this.isOn = on;
    this.#shown = -1;
    this.#next = 0;
  }
}
