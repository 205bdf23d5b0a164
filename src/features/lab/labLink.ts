// What a link to the lab says: which pair, on which data set, and which seed. What is right is taken, the rest is listed with the reason.
import { labPairs } from '../../core/lab';
import { datasetsOf, isOnItsOwn, onDataset, type LabPair } from '../../core/lab/define';
import { tinyWeights } from '../../core/lab/pairs/tinyWeights';
import { shortJson } from '../../core/paramSpec';
import type { LinkPair } from '../../core/linkPairs';
import { chooseValue, nearestName, MOST_GUESSES, type LeftOut } from '../../core/readLink';
import { FLAG_NAMES } from '../../stores/address';

export const MOST_SEED = 4_294_967_295;

const NAMES: readonly string[] = ['pair', 'data', 'seed'];

/** The pair with this id; the first where none is named, and what links of old fell back to where it is not there. */
export const pairOf = (id: unknown): LabPair =>
  id === undefined ? labPairs[0] : (labPairs.find((pair) => pair.id === id) ?? tinyWeights);

/** A seed from a link, else the pair's own. */
export function seedOf(raw: unknown, { seed }: LabPair): number {
  const number = typeof raw === 'string' && raw !== '' ? Number(raw) : NaN;
  return Number.isInteger(number) && number >= 0 && number <= MOST_SEED ? number : seed;
}

export interface LabLink {
  /** On the data set that the link says. */
  readonly pair: LabPair;
  readonly seed: number;
  readonly leftOut: readonly LeftOut[];
}

/** As a link says it; a data set that is the pair's own goes without saying. */
export function labQuery(pair: LabPair, seed: number): Readonly<Record<string, string>> {
  const data = String(pair.shared.dataset);
  return { pair: pair.id, ...(isOnItsOwn(pair) ? null : { data }), seed: String(seed) };
}

/** @param pairs of the link, unchecked */
export function readLabLink(pairs: readonly LinkPair[]): LabLink {
  const given = (name: string): readonly LinkPair[] => pairs.filter(({ key }) => key === name);
  const ids = labPairs.map(({ id }) => id);
  const named = chooseValue('The pair of recipes (pair)', given('pair'), (id) =>
    ids.includes(id)
      ? null
      : `There is no pair of recipes named ${shortJson(id)}; the pairs are ${ids.join(', ')}.`,
  );
  const own = pairOf(named.value ?? given('pair').at(-1)?.value);
  const known = datasetsOf(own);
  const data = chooseValue('Data set (data)', given('data'), (id) =>
    known.includes(id)
      ? null
      : `The pair ${own.id} is not trained on ${shortJson(id)}; it can be trained on ${known.join(', ')}.`,
  );
  const pair = onDataset(own, data.value);
  const seed = chooseValue('Seed', given('seed'), (value) =>
    value.trim() !== '' && Number(value) === seedOf(value, pair)
      ? null
      : `Seed is ${shortJson(value)}; it must be a whole number from 0 to ${MOST_SEED}.`,
  );
  const unknown = pairs.filter(({ key }) => ![...NAMES, ...FLAG_NAMES].includes(key));
  const leftOut: readonly LeftOut[] = [
    ...named.leftOut.map((one) => ({ key: 'pair', ...one })),
    ...data.leftOut.map((one) => ({ key: 'data', ...one })),
    ...seed.leftOut.map((one) => ({ key: 'seed', ...one })),
    ...unknown.map(({ key }, i): LeftOut => {
      const nearest = i < MOST_GUESSES ? nearestName(key, NAMES) : null;
      const reason = `The lab has no setting named ${shortJson(key)}${nearest ? `; did you mean ${nearest}?` : '.'}`;
      return { key, reason, foreign: nearest === null };
    }),
  ];
  return { pair, seed: seedOf(seed.value ?? undefined, pair), leftOut };
}
