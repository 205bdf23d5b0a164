// A worker that makes a thread of its own may wait for it for ever: Firefox leaves one in a hundred so. Nothing in that worker can tell,
// so it says before and after that it makes one, and the page replaces it when the second word does not come.

/** How long the first worker gets for each thread; making one takes milliseconds where the machine is not busy. */
export const THREAD_PATIENCE_MS = 8000;

/** Hears `true` before a thread is made, and `false` once it is. */
export type OnThread = (making: boolean) => void;
