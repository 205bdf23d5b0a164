// A training step recorded once and replayed: what the training code says while it runs, so that a replay can follow.
// Backends that can record register how; on the others everything here just runs. Not the recording itself.
import { getBackend, tensor, type NamedAttrMap, type Tensor } from '@tensorflow/tfjs-core';
import type { StepTrace } from './stepTrace';

export { numberNow, type StepNumber } from './stepNumber';

/** The function for the number `name` of a kernel call, where the caller passed one as `name` + Of. */
export function numberSource(attrs: NamedAttrMap, name: string): (() => number) | null {
  const source: unknown = attrs[`${name}Of`];
  return typeof source === 'function' ? () => Number(Reflect.apply(source, undefined, [])) : null;
}

/** A step that can be replayed. */
export interface RecordedStep {
  /** The same for two recordings that computed the same from the same kind of inputs. */
  readonly trace: StepTrace;
  /** Runs the step again: effects, inputs and numbers anew. @returns what the step returned, the caller's to dispose */
  replay(): Tensor;
  /** Whether replaying still reads and writes the tensors that training code holds. */
  isCurrent(): boolean;
  /** Gives its buffers back. */
  dispose(): void;
}

/** What a recording is told by the code that runs under it. */
export interface StepListener {
  /** An effect outside the tensors (a counter) that every replay repeats, in order. */
  effect(repeat: () => void): void;
  /** An input that every replay fills anew; `fill` writes all values. */
  input(shape: readonly number[], fill: (values: Float32Array) => void): Tensor;
}

export interface StepRecorder {
  /**
   * Runs `step` for real and records it. `state` are the tensors that outlive it.
   * @returns the step's own result, and the recording unless the step did what cannot be replayed
   */
  record(step: () => Tensor, state: readonly Tensor[]): { result: Tensor; recorded: RecordedStep | null };
}

const recorders = new Map<string, StepRecorder>();
let listener: StepListener | null = null;

export function registerRecorder(backend: string, recorder: StepRecorder | null): void {
  if (recorder) recorders.set(backend, recorder);
  else recorders.delete(backend);
}

/** The recorder of the active backend; null where steps are not recorded. */
export const activeRecorder = (): StepRecorder | null => recorders.get(getBackend()) ?? null;

/** Runs `body` with everything told to `to`. */
export function listen<T>(to: StepListener, body: () => T): T {
  const before = listener;
  listener = to;
  try {
    return body();
  } finally {
    listener = before;
  }
}

/** Runs an effect on training state outside the tensors, now and in every replay. */
export function stepEffect(effect: () => void): void {
  effect();
  listener?.effect(effect);
}

/**
 * A tensor whose values differ from step to step; `fill` writes all of them, now and in every replay. What it is given
 * may hold anything, and may be the backend's own memory: it makes no tensors.
 */
export function stepInput(shape: readonly number[], fill: (values: Float32Array) => void): Tensor {
  if (listener) return listener.input(shape, fill);
  const values = new Float32Array(shape.reduce((product, side) => product * side, 1));
  fill(values);
  return tensor(values, [...shape]);
}
