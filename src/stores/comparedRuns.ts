// Which saved runs are compared: an address says it, and is read without trust. Pure.
import type { LinkPair } from '../core/linkPairs';
import { shortJson } from '../core/paramSpec';
import { MOST_GUESSES, nearestName, type LeftOut } from '../core/readLink';
import { isRunId } from '../core/runIds';
import { FLAG_NAMES } from './address';

/** As many as lines in a chart can be told apart. */
export const MOST_COMPARED = 6;

/** The place that compares them, with its query. */
export const comparePath = (ids: readonly string[]): string => `/compare?runs=${ids.join(',')}`;

const NAME = 'runs';

export interface CompareLink {
  readonly ids: readonly string[];
  /** How many of the runs were left out: no ids, or more than can be compared. */
  readonly leftOut: number;
  /** Words that such a link does not have. */
  readonly unknown: readonly LeftOut[];
}

/** @param pairs of the link without those of its lock, unchecked */
export function readCompareLink(pairs: readonly LinkPair[]): CompareLink {
  const given = pairs.filter(({ key }) => key === NAME).map(({ value }) => value);
  const others = pairs.filter(({ key }) => key !== NAME && !FLAG_NAMES.includes(key));
  const unknown = others.map(({ key }, i): LeftOut => {
    const nearest = i < MOST_GUESSES ? nearestName(key, [NAME]) : null;
    const reason = `A link to a comparison has no setting named ${shortJson(key)}${nearest ? `; did you mean ${nearest}?` : '.'}`;
    return { key, reason, foreign: nearest === null };
  });
  return { ...readComparedRuns(given.join(',')), unknown };
}

/** Ids of an address, each once and in its order; what is no id of a run, or one too many, is left out. */
export function readComparedRuns(text: string): {
  readonly ids: readonly string[];
  readonly leftOut: number;
} {
  const asked = [...new Set(text.split(',').filter((part) => part !== ''))];
  const ids = asked.filter(isRunId).slice(0, MOST_COMPARED);
  return { ids, leftOut: asked.length - ids.length };
}
