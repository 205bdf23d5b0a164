// How the made-up worker of fakeWorker.ts behaves, and the error that it answers with.
import { GanvasError } from '../core/errors';
import type { TooLarge } from '../core/memoryFit';
import type { RequestKind } from '../protocol';
import type { FakeDisk } from './fakeRuns';

export class FakeWorkerError extends GanvasError {}

export interface FakeOptions {
  readonly disk?: FakeDisk;
  /** Milliseconds between two steps. */
  readonly stepMs?: number;
  readonly loadMs?: number;
  /** Milliseconds from its first word until its engine is there; Infinity: it ends on the way. */
  readonly engineMs?: number;
  /** Requests that are never answered: a worker in the middle of a long step. */
  readonly silent?: readonly RequestKind[];
  /** What `model/fit` answers; nothing is too large where it is absent. */
  readonly tooLarge?: TooLarge;
  /** Requests that fail. */
  readonly failing?: readonly RequestKind[];
}
