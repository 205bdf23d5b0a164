// A helper thread's life and its wire. Runs in a dedicated worker (helper.worker.ts); tests run the same under Node.
import { DONE, LOST } from './layout';

/** What a helper is given to start. */
export interface HelperInit {
  /** The owner's module, or its bytes where each thread has to compile its own (`codeForHelpers`). */
  readonly code: WebAssembly.Module | BufferSource;
  readonly memory: WebAssembly.Memory;
  /** 1 .. threads - 1; 0 is the owner. */
  readonly index: number;
}

/** What a helper in a browser is given. */
export interface HelperMessage extends HelperInit {
  /** Name of the lock that it holds while it lives. */
  readonly lock: string;
}

/** A running helper, as the owner sees it. */
export interface HelperHandle {
  /** Resolves when the helper is about to take work. */
  readonly ready: Promise<void>;
  /** Resolves when the helper is gone, whoever ended it; never where that cannot be known. */
  readonly gone: Promise<void>;
  terminate(): void;
}

export type SpawnHelper = (init: HelperInit) => HelperHandle;

/**
 * Joins the pool and works until the owner quits. When a kernel traps here, marks the pool as lost and wakes the
 * owner, so that it fails at once.
 * @param onReady called right before the first task can be taken
 */
export function runHelper({ code, memory, index }: HelperInit, onReady: () => void): void {
  const module = code instanceof WebAssembly.Module ? code : new WebAssembly.Module(code);
  const { setThreadIndex, helperLoop } = new WebAssembly.Instance(module, { env: { memory } }).exports;
  if (typeof setThreadIndex !== 'function' || typeof helperLoop !== 'function') {
    throw new TypeError('The compute module has no thread pool.');
  }
  setThreadIndex(index);
  onReady();
  try {
    helperLoop();
  } catch {
    // Told here and not thrown: an error that nobody catches in a helper would count as a crash of the owner.
    const words = new Int32Array(memory.buffer);
    Atomics.store(words, LOST / 4, 1);
    Atomics.notify(words, DONE / 4);
  }
}
