// What a backend is to this project: how it is brought up, and what it says of itself. One file each.
import type { MemoryRoom } from '../../core/memoryFit';
import type { OnThread } from '../../core/threadPatience';
import type { BackendId } from '../../protocol';

/** A backend that is up and is tfjs' active one. */
export interface RunningBackend {
  /** For people, for example `WebAssembly SIMD on 2 threads`. */
  readonly description: string;
  readonly threads: number;
  /** Which build of the kernels runs, where there are two. */
  readonly kernels?: 'relaxed' | 'plain';
  /** Sentences on what its kernels use of the device, and on what they leave and why. */
  readonly notes?: readonly string[];
  /** Bytes in use and at most so far, where the backend knows them; else null. */
  readonly memory: (() => { readonly bytes: number; readonly peakBytes: number }) | null;
  /** What it can hold. */
  readonly room: MemoryRoom;
  /** Whether the device went away: what is read from it since is void. Absent where there is none to lose. */
  readonly isLost?: () => boolean | Promise<boolean>;
  /** Ends helper threads and frees the device. */
  close(): void;
}

export interface OpenOptions {
  /** CPU threads wanted; 0 takes as many cores as pay. */
  readonly threads: number;
  /** The person asked for this very backend: a slow software device is then accepted. */
  readonly insist: boolean;
  /** Called when the device is lost or a kernel fails for good. */
  readonly onLost: (reason: string) => void;
  readonly onThread?: OnThread;
}

export interface BackendDefinition {
  readonly id: BackendId;
  readonly label: string;
  /** Brings it up and makes it tfjs' active backend. @throws BackendUnavailableError with the reason */
  open(options: OpenOptions): Promise<RunningBackend>;
}

export const defineBackend = (definition: BackendDefinition): BackendDefinition => definition;
