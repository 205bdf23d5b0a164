// Training steps that are recorded where the backend can, and replayed while nothing about them changes. A step is
// recorded twice and replayed only if both recordings are the same but for the declared inputs and numbers.
import type { Tensor } from '@tensorflow/tfjs-core';
import { activeRecorder, type RecordedStep, type StepRecorder } from '../engine/recording';
import { isSameTrace, type StepTrace } from '../engine/stepTrace';

type Stage =
  /** Uploads what the step needs and compiles its programs. */
  | { readonly kind: 'first' }
  | { readonly kind: 'record' }
  | { readonly kind: 'confirm'; readonly trace: StepTrace }
  | { readonly kind: 'replay'; readonly recorded: RecordedStep }
  /** The step cannot be replayed. */
  | { readonly kind: 'plain' };

export class RecordedSteps {
  #stage: Stage = { kind: 'first' };
  #settings: object | null = null;
  #recorder: StepRecorder | null = null;

  /**
   * @param run one step
   * @param state every tensor that outlives a step
   */
  constructor(
    private readonly run: () => Tensor,
    private readonly state: () => readonly Tensor[],
  ) {}

  /** Whether the last step was a replay. */
  get isReplaying(): boolean {
    return this.#stage.kind === 'replay';
  }

  /** One step; another `settings` object, by identity, starts over. @returns what `run` returns */
  step(settings: object): Tensor {
    const recorder = activeRecorder();
    if (settings !== this.#settings || recorder !== this.#recorder || this.#isStale()) {
      this.dispose();
      this.#settings = settings;
      this.#recorder = recorder;
    }
    if (!recorder) return this.run();
    const stage = this.#stage;
    switch (stage.kind) {
      case 'first':
        this.#stage = { kind: 'record' };
        return this.run();
      case 'record':
      case 'confirm':
        return this.#record(recorder, stage.kind === 'confirm' ? stage.trace : null);
      case 'replay':
        return stage.recorded.replay();
      case 'plain':
        return this.run();
    }
  }

  /** Gives the recording's buffers back; the next step starts over. */
  dispose(): void {
    if (this.#stage.kind === 'replay') this.#stage.recorded.dispose();
    this.#stage = { kind: 'first' };
  }

  #isStale(): boolean {
    return this.#stage.kind === 'replay' && !this.#stage.recorded.isCurrent();
  }

  #record(recorder: StepRecorder, expected: StepTrace | null): Tensor {
    const { result, recorded } = recorder.record(this.run, this.state());
    if (recorded && expected && isSameTrace(recorded.trace, expected))
      this.#stage = { kind: 'replay', recorded };
    else {
      recorded?.dispose();
      this.#stage =
        recorded && expected === null ? { kind: 'confirm', trace: recorded.trace } : { kind: 'plain' };
    }
    return result;
  }
}
