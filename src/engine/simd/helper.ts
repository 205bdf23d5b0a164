// A helper thread's life and its wire. Runs in a dedicated worker (helper.worker.ts); tests run the same under Node.
import { DONE, LOST } from './layout';

/** What a helper is given to start. */
export interface HelperInit {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** 1 .. threads - 1; 0 is the owner. */
  readonly index: number;
}

/** A running helper, as the owner sees it. */
export interface HelperHandle {
  /** Resolves when the helper is about to take work. */
  readonly ready: Promise<void>;
  terminate(): void;
}

export type SpawnHelper = (init: HelperInit) => HelperHandle;

/**
 * Joins the pool and works until the owner quits. When a kernel traps here, marks the pool as lost and wakes the
 * owner, so that it fails at once.
 * @param onReady called right before the first task can be taken
 */
export function runHelper({ module, memory, index }: HelperInit, onReady: () => void): void {
  const { setThreadIndex, helperLoop } = new WebAssembly.Instance(module, { env: { memory } }).exports;
  if (typeof setThreadIndex !== 'function' || typeof helperLoop !== 'function') {
    throw new TypeError('The compute module has no thread pool.');
  }
  setThreadIndex(index);
  onReady();
  try {
    helperLoop();
  } catch (error) {
    const words = new Int32Array(memory.buffer);
    Atomics.store(words, LOST / 4, 1);
    Atomics.notify(words, DONE / 4);
    throw error;
  }
}
