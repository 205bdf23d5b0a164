// Opening a run, which may take long: one at a time, with progress, and to be cancelled. What is opened is the store's.
import { AbortedError, toWireError } from '../core/errors';
import type { RunTransition } from '../core/runState';
import type { OpenedRun } from '../protocol';
import { STOP_PATIENCE_MS } from './patience';

/** How the request is made. */
export interface LoadOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (what: string, fraction: number | null) => void;
  readonly abortPatienceMs: number;
}

export function loadRuns({
  apply,
  show,
  clear,
  isLoading,
}: {
  readonly apply: (transition: RunTransition) => void;
  readonly show: (opened: OpenedRun) => void;
  readonly clear: () => void;
  readonly isLoading: () => boolean;
}) {
  let loading: AbortController | null = null;

  const onProgress = (what: string, fraction: number | null) => {
    if (isLoading()) apply({ kind: 'load', what, fraction });
  };

  /** Opens a run in place of the one before. A failure becomes the state, a cancel leads back to none. */
  async function load(what: string, open: (how: LoadOptions) => Promise<OpenedRun>): Promise<boolean> {
    loading?.abort();
    const own = new AbortController();
    loading = own;
    clear();
    apply({ kind: 'load', what, fraction: null });
    try {
      show(await open({ signal: own.signal, onProgress, abortPatienceMs: STOP_PATIENCE_MS }));
      return true;
    } catch (error) {
      if (error instanceof AbortedError) {
        if (loading === own) clear();
      } else apply({ kind: 'fail', error: toWireError(error), keptStep: null });
      return false;
    } finally {
      if (loading === own) loading = null;
    }
  }

  /** @returns whether there was something to cancel */
  function abort(): boolean {
    if (!loading) return false;
    loading.abort();
    return true;
  }

  return { load, abort };
}
