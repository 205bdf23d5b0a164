// A run as plain data: all that is needed to go on exactly as if it had never stopped. Randomness needs no state of
// its own: every draw is a function of the seed and the step.
import type { CompressionRecord } from '../core/compressionRecord';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { ImportedGenerator } from '../core/importedGenerator';
import type { MeasurePoint } from '../core/measures';
import type { RunConfig } from '../core/runConfig';
import type { BackendId } from '../protocol';

export interface NamedTensor {
  /** For example `generator/conv2d_1/kernel`, `optimizer/discriminator/m/dense_1/bias`, `average/...`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface RunSnapshot {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly savedAt: number;
  /** Id of the run that this one was made from, or null. */
  readonly parent: string | null;
  readonly config: RunConfig;
  readonly step: number;
  /** Training-only seconds. */
  readonly seconds: number;
  /** Updates that the optimizer of each network that learns has made (Adam's bias correction), by the network's id. */
  readonly updates: Readonly<Record<string, number>>;
  readonly tensors: readonly NamedTensor[];
  /** What the task remembers beside its tensors, by name, in double precision; absent where that is nothing. */
  readonly numbers?: Readonly<Record<string, readonly number[]>>;
  readonly history: readonly HistoryPoint[];
  readonly timeline: readonly TimelineFrame[];
  readonly measures: readonly MeasurePoint[];
  /** Backend that the run was saved on; absent in files of earlier versions. */
  readonly backend?: BackendId;
  /** What the person wrote of it; absent where that is nothing. */
  readonly note?: string;
  readonly starred?: boolean;
  /** Of a run whose generator was made smaller. */
  readonly compression?: CompressionRecord;
  /** Of a run whose generator came from a file. */
  readonly imported?: ImportedGenerator;
}
