// How long tests wait before they give up: the one place for it. These limits end what hangs; none of them is an
// expectation, so they are far beyond what a busy machine needs.

/** Until a state comes that a test waits for by name. */
export const STATE_PATIENCE_MS = 180_000;

/** Until a program that a test runs (a compiler, an emulator, Python) has ended. */
export const PROGRAM_PATIENCE_MS = 240_000;

/** For a whole test, so that what it waits for gives up first and is named. */
export const TEST_PATIENCE_MS = 600_000;
