// The name/value pairs of a link that has been through mail programs, trackers, chats and hands: every pair that can be told
// apart in it, in its order, and what a spoilt value may have been. Knows no setting; core/readLink says which are right.

/** A pair as it stands in a link, decoded. */
export interface LinkPair {
  readonly key: string;
  readonly value: string;
  /** Counts only where no other pair of the name is right, and is then no news. */
  readonly spare?: boolean;
}

/** Links that were encoded again and again are taken apart so often. */
const MOST_LAYERS = 3;

/** Before a name: what is left of `&amp;`, of a second question mark, of blanks. */
const BEFORE_NAME = /^(?:amp;|[?&;\s])+/i;

/** Stands for `&` before a further pair: encoded, escaped, or another program's separator. */
const SEPARATOR = /(?:;|\?|&amp;|%26|%3B|%3F)(?=[a-z][\w.]*(?:=|%3D))/gi;

/** Text that was encoded once more; the text itself where it was not, or not rightly. */
function decodedAgain(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function pairsOf(query: string, layer: number): LinkPair[] {
  return [...new URLSearchParams(query.replace(SEPARATOR, '&'))].flatMap(([rawKey, value]) => {
    const key = decodedAgain(rawKey).replace(BEFORE_NAME, '').trim();
    // All of it was encoded as if it were one name.
    if (key.includes('=') && layer < MOST_LAYERS)
      return pairsOf(value === '' ? key : `${key}=${value}`, layer + 1);
    return key === '' && value === '' ? [] : [{ key, value }];
  });
}

/**
 * Never throws; what makes no sense becomes a pair that nobody knows.
 * @param query with or without a question mark; what stands behind a second `#` is a pair of its own, named by itself
 */
export function linkPairs(query: string): readonly LinkPair[] {
  const end = query.indexOf('#');
  const pairs = pairsOf(end < 0 ? query : query.slice(0, end), 0);
  return end < 0 || end === query.length - 1 ? pairs : [...pairs, { key: query.slice(end), value: '' }];
}

/** What clings to a value's start and end: signs of sentences, brackets, quotes, invisible and broken letters. */
const AT_START = /^(?:3D|[\s=<("'“„`*\u200b-\u200f\ufeff\ufffd])+/i;
const AT_END = /(?:%[0-9a-f]?|[\s=.,:;!?)\]}>"'”“`*…|\\\u200b-\u200f\ufeff\ufffd])+$/i;

/** Longer values are left as they are: looking at their ends takes time with the square of their length. */
const LONGEST_REPAIRED = 2000;

/** What a value that is not right may have been, the likeliest first; without the value itself. */
export function repairedValues(value: string): readonly string[] {
  if (value.length > LONGEST_REPAIRED) return [];
  const trimmed = (text: string): string => text.replace(AT_START, '').replace(AT_END, '');
  const decoded = decodedAgain(value);
  const found = [decoded, trimmed(value), trimmed(decoded), trimmed(decoded.split(/[#?&]/, 1)[0])];
  return [...new Set(found)].filter((text) => text !== value && text !== '');
}
