// Where the arithmetic runs: which backend, why, how fast and in how much memory.
import type { BackendChoice } from '../core/runConfig';

export type BackendId = Exclude<BackendChoice, 'auto'>;

/** Which backend runs and why; each candidate that was passed over, with the reason. */
export interface EngineReport {
  readonly backend: BackendId;
  /** For people: `WebAssembly SIMD on 2 threads (relaxed)`. */
  readonly description: string;
  readonly why: string;
  readonly threads: number;
  /** Of the CPU engine: whether its kernels round products and sums once (relaxed) or twice; null of the others. */
  readonly kernels: 'relaxed' | 'plain' | null;
  /** Sentences on what the kernels use of the device, and on what they leave and why. */
  readonly notes: readonly string[];
  readonly crossOriginIsolated: boolean;
  /** Whether this browser gives an isolated page memory that threads share. */
  readonly sharedMemory: boolean;
  readonly skipped: readonly { readonly backend: BackendId; readonly reason: string }[];
  /** Of one training step on each backend that was compared, fastest first; empty where there was no choice to make. */
  readonly stepTimes: readonly StepTime[];
}

export interface StepTime {
  readonly backend: BackendId;
  readonly milliseconds: number;
}

/** What `auto` found on this device before: the fastest backend as it described itself, and the times behind it. */
export interface MeasuredChoice {
  readonly description: string;
  readonly stepTimes: readonly StepTime[];
}

export interface MemoryReport {
  readonly tensors: number;
  readonly bytes: number;
  readonly peakBytes: number;
}
