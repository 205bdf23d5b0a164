// What a session tells and is told who it is: its ways out, to storage and to the wire, and its name. Nothing here runs.
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { CompressionRecord } from '../core/compressionRecord';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { ImportedGenerator } from '../core/importedGenerator';
import type { HealthNote, MeasurePoint } from '../core/measures';
import type { RunTransition } from '../core/runState';
import type { NamedNetwork } from '../protocol';

export interface SessionOutlets {
  changed(transition: RunTransition): void;
  history(points: readonly HistoryPoint[]): void;
  samples(frame: TimelineFrame): void;
  memory(tensors: number): void;
  measured(point: MeasurePoint): void;
  /** Networks were built anew on the way: they grew. */
  networks?(networks: readonly NamedNetwork[]): void;
  /** Measuring failed and stops; the run goes on. */
  measureFailed(error: unknown): void;
  /** What is wrong with the run; called when that changes. */
  health(notes: readonly HealthNote[]): void;
  /** Keeps the snapshot on the device; null for a run that is not kept. */
  readonly save: ((snapshot: RunSnapshot) => Promise<void>) | null;
  saveFailed(error: unknown): void;
}

/** For a session that nobody watches. */
export const SILENT_OUTLETS: SessionOutlets = {
  changed: () => undefined,
  history: () => undefined,
  samples: () => undefined,
  memory: () => undefined,
  measured: () => undefined,
  measureFailed: () => undefined,
  health: () => undefined,
  save: () => Promise.resolve(),
  saveFailed: () => undefined,
};

export interface SessionIdentity {
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly parent: string | null;
  /** The person's marks, which may change while the run is open. */
  readonly note?: string;
  readonly starred?: boolean;
  /** Of a run whose generator was made smaller. */
  readonly compression?: CompressionRecord;
  /** Of a run whose generator came from a file. */
  readonly imported?: ImportedGenerator;
}
