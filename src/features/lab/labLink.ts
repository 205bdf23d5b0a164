// What a link to the lab says: which pair and which seed. What is right is taken, the rest is listed with the reason.
import { labPairs } from '../../core/lab';
import type { LabPair } from '../../core/lab/define';
import { tinyWeights } from '../../core/lab/pairs/tinyWeights';
import { shortJson } from '../../core/paramSpec';
import { nearestName, type LeftOut } from '../../core/readLink';
import { FLAG_NAMES } from '../../stores/address';

export const MOST_SEED = 4_294_967_295;

const NAMES: readonly string[] = ['pair', 'seed'];

/** The pair with this id; the first where none is named, and what links of old fell back to where it is not there. */
export const pairOf = (id: unknown): LabPair =>
  id === undefined ? labPairs[0] : (labPairs.find((pair) => pair.id === id) ?? tinyWeights);

/** A seed from a link, else the pair's own. */
export function seedOf(raw: unknown, { seed }: LabPair): number {
  const number = typeof raw === 'string' && raw !== '' ? Number(raw) : NaN;
  return Number.isInteger(number) && number >= 0 && number <= MOST_SEED ? number : seed;
}

export interface LabLink {
  readonly pair: LabPair;
  readonly seed: number;
  readonly leftOut: readonly LeftOut[];
}

/** @param query of the link, unchecked */
export function readLabLink(query: Readonly<Record<string, unknown>>): LabLink {
  const pair = pairOf(query.pair);
  const seed = seedOf(query.seed, pair);
  const leftOut: LeftOut[] = [];
  if (query.pair !== undefined && query.pair !== pair.id) {
    const pairs = labPairs.map(({ id }) => id).join(', ');
    const reason = `There is no pair of recipes named ${shortJson(query.pair)}; the pairs are ${pairs}.`;
    leftOut.push({ key: 'pair', reason, foreign: false });
  }
  if (query.seed !== undefined && Number(query.seed) !== seed) {
    const reason = `Seed is ${shortJson(query.seed)}; it must be a whole number from 0 to ${MOST_SEED}.`;
    leftOut.push({ key: 'seed', reason, foreign: false });
  }
  for (const key of Object.keys(query).filter((name) => ![...NAMES, ...FLAG_NAMES].includes(name))) {
    const nearest = nearestName(key, NAMES);
    const reason = `The lab has no setting named ${shortJson(key)}${nearest ? `; did you mean ${nearest}?` : '.'}`;
    leftOut.push({ key, reason, foreign: nearest === null });
  }
  return { pair, seed, leftOut };
}
