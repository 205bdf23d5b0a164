// Which saved runs are compared: an address says it, and is read without trust. Pure.
import { isRunId } from '../core/runIds';

/** As many as lines in a chart can be told apart. */
export const MOST_COMPARED = 6;

/** The place that compares them, with its query. */
export const comparePath = (ids: readonly string[]): string => `/compare?runs=${ids.join(',')}`;

/** Ids of an address, each once and in its order; what is no id of a run, or one too many, is left out. */
export function readComparedRuns(text: string): {
  readonly ids: readonly string[];
  readonly leftOut: number;
} {
  const asked = [...new Set(text.split(',').filter((part) => part !== ''))];
  const ids = asked.filter(isRunId).slice(0, MOST_COMPARED);
  return { ids, leftOut: asked.length - ids.length };
}
