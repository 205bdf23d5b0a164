// What the page shows, without a page: a latent, what was chosen beside it, and the way that it is on. The clock is the caller's.
import { between, eased } from './path';

/** From one picture to the next while it walks, and to one that was chosen. */
const LEG_MS = 2600;
const TURN_MS = 450;
/** How long a picture stays where nothing may move. */
const STAY_MS = 1800;

interface Leg {
  readonly from: Float32Array;
  readonly to: Float32Array;
  readonly startedMs: number;
  readonly ms: number;
}

export class Show {
  latent: Float32Array;
  chosen = 0;
  #leg: Leg | null = null;
  #isWalking = false;

  /**
   * @param fresh a new latent each time
   * @param isStill whether the person asked for as little motion as can be
   */
  constructor(
    private readonly fresh: () => Float32Array,
    private readonly isStill: () => boolean,
  ) {
    this.latent = fresh();
  }

  get isWalking(): boolean {
    return this.#isWalking;
  }

  /** Turns into a latent on a short way, or at once. */
  turnTo(latent: Float32Array, nowMs: number): void {
    this.#isWalking = false;
    this.#leg = this.isStill() ? null : { from: this.latent, to: latent, startedMs: nowMs, ms: TURN_MS };
    if (!this.#leg) this.latent = latent;
  }

  next(nowMs: number): void {
    this.turnTo(this.fresh(), nowMs);
  }

  /** A person moves one number: whatever was on its way ends. */
  move(index: number, value: number): void {
    this.#isWalking = false;
    this.#leg = null;
    this.latent = this.latent.with(index, value);
  }

  walk(on: boolean, nowMs: number): void {
    this.#isWalking = on;
    this.#leg = on ? this.#nextLeg(nowMs) : null;
  }

  #nextLeg(startedMs: number): Leg {
    return { from: this.latent, to: this.fresh(), startedMs, ms: this.isStill() ? STAY_MS : LEG_MS };
  }

  /** Goes on to now. @returns whether it is on its way */
  tick(nowMs: number): boolean {
    const leg = this.#leg;
    if (!leg) return false;
    const done = Math.min(1, (nowMs - leg.startedMs) / leg.ms);
    const isJump = this.#isWalking && this.isStill();
    if (done === 1 || !isJump) this.latent = done === 1 ? leg.to : between(leg.from, leg.to, eased(done));
    if (done === 1) this.#leg = this.#isWalking ? this.#nextLeg(nowMs) : null;
    return true;
  }
}
