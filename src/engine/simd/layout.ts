// Addresses of the control block that host and kernels share; kernels/layout.ts holds the other copy, and
// `loadSimdModule` compares the two that matter.

export const QUIT = 516;
export const THREADS = 512;
export const LOST = 520;
export const TIMEOUT_MS = 524;
export const WAKE = 384;
export const DONE = 320;
/** Block for shapes, strides and pointers passed to one kernel call; free again when the call returns. */
export const ARGS = 1024;
export const ARGS_BYTES = 7168;
export const HEAP_BASE = 65536;
