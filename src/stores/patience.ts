// How long the page waits for a step in progress before it replaces the worker, which loses what is not saved. Milliseconds.

/** Stop ends a step that is longer. */
export const STOP_PATIENCE_MS = 300;
/** The same where steps are short and the worker is only tidying up (last samples, saving), which takes long on slow devices. */
export const TIDY_PATIENCE_MS = 8000;
/** Pause lets the step in progress end; a worker that needs longer than this is taken for stuck. */
export const PAUSE_PATIENCE_MS = 15_000;
/** A step that takes no longer, in seconds, ends before Stop saves; a longer one is cut off, which loses what came after the last save. */
export const SHORT_STEP_SECONDS = 1;
