// Measures while training runs, in at most a tenth of the time that training takes: what does not fit waits, so costly
// measurements come less often than asked for. Only the first may run ahead, and is paid back; the end of a run is measured anyway.
import type { MeasurePoint } from '../../core/measures';
import type { RunConfig } from '../../core/runConfig';
import { EVALUATED_AT_ONCE } from './evaluatedImages';
import type { Measurer } from './measurer';

/** Share of the training time that measuring may take: with its messages and charts it stays under a tenth. */
export const MEASURING_SHARE = 0.09;

/**
 * The first measurement comes sooner: until it is there measuring may take more, and pays it back before the next, so that a
 * run as a whole is not slower.
 */
export const FIRST_SHARE = 0.14;

/** Before the first measurement: generating is taken to cost as much as judging. */
const EXPECTED_PASSES = 2;

type LiveSettings = Pick<RunConfig, 'measureEvery' | 'measureSamples'>;

export type Measuring = Pick<Measurer, 'isReady' | 'prepare' | 'measure' | 'dispose'>;

export class LiveMeasures {
  /** Seconds spent on measuring. */
  spent = 0;
  #startSeconds: number | null = null;
  #failed = false;
  #due = 0;
  #lastMeasure: number | null = null;
  #lastSlice = 0;

  constructor(
    private readonly measurer: Measuring,
    /** Seconds on a clock that never goes back; tests give their own. */
    private readonly clock: () => number = () => performance.now() / 1000,
  ) {}

  /** Measuring has failed: it is not tried again, training goes on. */
  giveUp(): void {
    this.#failed = true;
  }

  /**
   * To be called after each step; does nothing, prepares a little, or measures.
   * @param seconds training-only seconds
   */
  async afterStep(
    step: number,
    seconds: number,
    config: LiveSettings,
    cancelled: () => boolean,
  ): Promise<MeasurePoint | null> {
    this.#startSeconds ??= seconds;
    const { measureEvery, measureSamples: samples } = config;
    if (measureEvery === 0 || this.#failed) return null;
    const share = this.#lastMeasure === null ? FIRST_SHARE : MEASURING_SHARE;
    const allowed = share * (seconds - this.#startSeconds) - this.spent;
    if (!this.measurer.isReady(samples)) {
      if (allowed < this.#lastSlice) return null;
      const began = this.clock();
      await this.measurer.prepare(samples);
      this.#lastSlice = this.#spend(began);
      return null;
    }
    const expected = this.#lastMeasure ?? (EXPECTED_PASSES * this.#lastSlice * samples) / EVALUATED_AT_ONCE;
    if (step < this.#due || allowed < expected) return null;
    return this.#measure(step, seconds, config, cancelled);
  }

  /**
   * To be called after the last step: what is due there is measured whatever it takes, since what a run came to is told by its
   * last measurement. Not where a run was too short to prepare for any.
   */
  async atEnd(
    step: number,
    seconds: number,
    config: LiveSettings,
    cancelled: () => boolean,
  ): Promise<MeasurePoint | null> {
    const { measureEvery, measureSamples } = config;
    if (measureEvery === 0 || this.#failed) return null;
    if (step < this.#due || !this.measurer.isReady(measureSamples)) return null;
    return this.#measure(step, seconds, config, cancelled);
  }

  async #measure(
    step: number,
    seconds: number,
    { measureEvery, measureSamples: samples }: LiveSettings,
    cancelled: () => boolean,
  ): Promise<MeasurePoint | null> {
    const began = this.clock();
    const which = (metric: { readonly live: boolean }): boolean => metric.live;
    const point = await this.measurer.measure(step, seconds, { samples, which, cancelled });
    this.#lastMeasure = this.#spend(began);
    if (point) this.#due = (Math.floor(step / measureEvery) + 1) * measureEvery;
    return point;
  }

  dispose(): void {
    this.measurer.dispose();
  }

  /** @returns seconds since `began` */
  #spend(began: number): number {
    const took = this.clock() - began;
    this.spent += took;
    return took;
  }
}
