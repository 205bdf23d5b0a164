// Finds the words of a lock in an address that has been through mail programs, chats and hands. A word that is merely damaged
// is still one: a locked link must not open because a letter of it is gone. Says nothing about what the words hold.
import { linkPairs, type LinkPair } from '../linkPairs';
import { CONTROL_RIGHTS } from './define';

export const LOCK_WORDS = ['lock', 'hide', 'fix', 'allow', 'panels', 'budget', 'note'] as const;
export type LockWord = (typeof LOCK_WORDS)[number];

/** Words that say by themselves that there is a lock, also where they are damaged. */
const LOCKING: readonly LockWord[] = ['lock', 'hide', 'fix'];

/** A word of the lock, with the pair that it was read from. */
export interface FoundWord {
  readonly word: LockWord;
  readonly value: string;
  readonly pair: LinkPair;
  /** Whether the name stands there as it should. */
  readonly whole: boolean;
}

/** Whether one letter that changed, went or came, or two that changed places, make one of the other. */
export function isOneSlipFrom(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [mine, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const swapped = mine.length === 2 && other.length === 2 && mine[0] === other[1] && mine[1] === other[0];
  return swapped || (mine.length <= 1 && other.length <= 1);
}

/** Whether a value may stand behind a damaged name: a right for `lock`, a list of names for the others, or nothing any more. */
const mayStand = (word: LockWord, value: string): boolean =>
  word === 'lock'
    ? value === '' || CONTROL_RIGHTS.some((right) => isOneSlipFrom(value.toLowerCase(), right))
    : /^[\w.,\s]*$/.test(value);

function wordIn(pair: LinkPair): FoundWord | null {
  const { key, value } = pair;
  if (key.includes('.') && value !== '') return null; // a setting of a model, a loss, a task
  const name = key.toLowerCase();
  const exact = LOCK_WORDS.find((word) => word === name);
  if (exact) return { word: exact, value, pair, whole: key === exact };
  // The sign between name and value is gone, or another one.
  const begun = LOCK_WORDS.find((word) => name.startsWith(word));
  if (begun && value === '') return { word: begun, value: key.slice(begun.length), pair, whole: false };
  const near = LOCK_WORDS.find((word) => isOneSlipFrom(name, word) && mayStand(word, value));
  return near ? { word: near, value, pair, whole: false } : null;
}

/** `lock=fixhide=seed` lost the sign between: what stands behind the right is looked at by itself. */
function taken(found: FoundWord): readonly FoundWord[] {
  const [, right, rest] = /^(allow|fix|hide)(.+)$/i.exec(found.value) ?? [];
  if (found.word !== 'lock' || right === undefined) return [found];
  const more = linkPairs(rest).flatMap((pair) => wordIn(pair) ?? []);
  return more.length > 0 ? [{ ...found, value: right, whole: false }, ...more] : [found];
}

/** Pairs of a query that are no words of a lock. @param query as it stands in the address */
export function pairsBesideLock(query: string): readonly LinkPair[] {
  const pairs = linkPairs(query);
  const ofLock = lockWords(pairs, query).map(({ pair }) => pair.key);
  return pairs.filter(({ key }) => !ofLock.includes(key));
}

/**
 * @param pairs of the address, decoded
 * @param text both query parts and the path as they stand there: where a name grew together with what stands before it
 * @returns empty where the address has no lock
 */
export function lockWords(pairs: readonly LinkPair[], text: string): readonly FoundWord[] {
  const found = pairs.flatMap((pair) => {
    const word = wordIn(pair);
    return word ? taken(word) : [];
  });
  if (found.some(({ word }) => word === 'lock')) return found;
  const grown = /lock=(?:allow|fix|hide)/i.exec(text);
  if (grown) {
    const [first, ...rest] = linkPairs(text.slice(grown.index));
    const word = first && wordIn(first);
    const others = rest.flatMap((pair) => wordIn(pair) ?? []);
    if (word) return [{ ...word, whole: false }, ...(found.length > 0 ? found : others)];
  }
  return found.some(({ word, whole }) => (whole && word !== 'note') || LOCKING.includes(word)) ? found : [];
}
