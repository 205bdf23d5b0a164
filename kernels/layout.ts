// Fixed low addresses that every instance over one memory agrees on.
// Wasm globals are per instance, so anything shared between threads lives here.

/** Ticket of the running job: generation (32 bits) | tasks (16) | next task (16). */
export const TICKET: usize = 256;
/** Tasks finished in the running job. Own cache line, as are the next ones. */
export const DONE: usize = 320;
/** Bumped with every job; helpers sleep on it. */
export const WAKE: usize = 384;
/** Function index and argument of the running job. */
export const JOB_FUNCTION: usize = 448;
export const JOB_ARGS: usize = 452;
/** Index of task 0 of the running wave (jobs beyond 65,535 tasks run in waves). */
export const JOB_BASE: usize = 456;
/** Threads that take part, the owner included. Written by the host. */
export const THREADS: usize = 512;
/** Non-zero: helpers return from their loop. Written by the host. */
export const QUIT: usize = 516;
/** Non-zero: a helper died or did not answer in time; the results are void. */
export const LOST: usize = 520;
/** Milliseconds the owner waits without progress before it gives up. Written by the host. */
export const TIMEOUT_MS: usize = 524;
/** Non-zero while the owner sleeps on DONE. */
export const OWNER_WAITING: usize = 576;

/** Block through which the host passes shapes, strides and pointers to a kernel. */
export const ARGS: usize = 1024;
export const ARGS_BYTES: usize = 7168;
/** First address that the host's heap may hand out. */
export const HEAP_BASE: usize = 65536;
