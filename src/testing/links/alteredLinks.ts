// Links that were altered on their way, at random: pairs gone, doubled, misspelt, of others, with values that are none; addresses cut
// off, encoded again, with what mail programs, chats and hands leave on them. Says what of a link is still to be read.
import type { LinkPair } from '../../core/linkPairs';
import { LOCK_WORDS } from '../../core/pageLock/words';
import type { Random } from '../../core/random';
import { FOREIGN_NAMES, ODD_BUDGETS, slipIn, SPOILT_VALUES } from './spoiltWords';
import { allPairs, pick, wholeLink, type WholeLink } from './wholeLinks';

export interface AlteredLink {
  readonly whole: WholeLink;
  /** What was done to it, in words. */
  readonly how: string;
  /** As `location` has them. */
  readonly search: string;
  readonly hash: string;
  /** Pairs, those of the lock too, that stand in it as they were. */
  readonly kept: readonly LinkPair[];
}

type Way = (link: WholeLink, random: Random) => Omit<AlteredLink, 'whole'> | null;

const encoded = (text: string): string => encodeURIComponent(text).replaceAll('%2C', ',');
const queryOf = (pairs: readonly LinkPair[]): string =>
  pairs.map(({ key, value }) => `${encoded(key)}=${encoded(value)}`).join('&');
const hashOf = (path: string, query: string): string => (query === '' ? `#${path}` : `#${path}?${query}`);

/** Another pair, or several, in the place of one. */
const onPair =
  (what: string, change: (pair: LinkPair, random: Random) => readonly LinkPair[] | null): Way =>
  (link, random) => {
    const pairs = allPairs(link);
    if (pairs.length === 0) return null;
    const chosen = pick(pairs, random);
    const instead = change(chosen, random);
    if (!instead) return null;
    const said = pairs.flatMap((pair) => (pair === chosen ? instead : [pair]));
    const how = `${what}: ${chosen.key}=${chosen.value.slice(0, 40)} became ${queryOf(instead).slice(0, 80)}`;
    return {
      how,
      search: '',
      hash: hashOf(link.path, queryOf(said)),
      kept: pairs.filter((p) => p !== chosen),
    };
  };

/** Pairs that are put between the others. */
const beside =
  (what: string, more: (random: Random, pairs: readonly LinkPair[]) => readonly LinkPair[]): Way =>
  (link, random) => {
    const pairs = allPairs(link);
    const added = more(random, pairs);
    const at = random.int(pairs.length + 1);
    const said = [...pairs.slice(0, at), ...added, ...pairs.slice(at)];
    const names = added.map(({ key }) => key);
    return {
      how: `${what}: ${queryOf(added).slice(0, 80)}`,
      search: '',
      hash: hashOf(link.path, queryOf(said)),
      kept: pairs.filter(({ key }) => !names.includes(key)),
    };
  };

/** The address as a text, of which every pair can still be told. */
const onText =
  (what: string, change: (hash: string, random: Random) => string): Way =>
  (link, random) => {
    const pairs = allPairs(link);
    return { how: what, search: '', hash: change(hashOf(link.path, queryOf(pairs)), random), kept: pairs };
  };

const behindQuestion = (hash: string, change: (query: string) => string): string => {
  const [path, ...rest] = hash.split('?');
  return rest.length === 0 ? hash : `${path}?${change(rest.join('?'))}`;
};

const WAYS: readonly Way[] = [
  onPair('gone', () => []),
  onPair('doubled', (pair) => [pair, pair]),
  onPair('said twice', (pair, random) => [pair, { ...pair, value: pick(SPOILT_VALUES, random) }]),
  onPair('misspelt name', ({ key, value }, random) => [{ key: slipIn(key, random), value }]),
  onPair('misspelt value', ({ key, value }, random) =>
    value === '' ? null : [{ key, value: slipIn(value, random) }],
  ),
  ...Array.from({ length: 4 }, () =>
    onPair('another value', ({ key }, random) => [{ key, value: pick(SPOILT_VALUES, random) }]),
  ),
  onPair('with a unit', ({ key, value }, random) => [
    { key, value: value + pick(['s', ' s', 'px', '%', ' steps', 'min', ' €', '步', ' images'], random) },
  ]),
  onPair('another name', ({ value }, random) => [{ key: pick(FOREIGN_NAMES, random), value }]),
  ...Array.from({ length: 3 }, () =>
    beside('of others', (random) => [
      { key: pick(FOREIGN_NAMES, random), value: pick(SPOILT_VALUES, random) },
    ]),
  ),
  beside('a flag', (random) => [
    {
      key: pick(['lang', 'run', 'ranOn', 'autostart', 'headless', 'pair', 'lesson'], random),
      value: pick(SPOILT_VALUES, random),
    },
  ]),
  beside('a budget', (random, pairs) =>
    pairs.some(({ key }) => key === 'lock') ? [{ key: 'budget', value: pick(ODD_BUDGETS, random) }] : [],
  ),
  beside('a word of a lock', (random) => [
    { key: pick(LOCK_WORDS, random), value: pick(SPOILT_VALUES, random) },
  ]),
  onText('&amp;', (hash) => hash.replaceAll('&', '&amp;')),
  onText('semicolons', (hash) => hash.replaceAll('&', ';')),
  onText('encoded again', (hash) => `#${encodeURIComponent(hash.slice(1))}`),
  onText('encoded twice more', (hash) => `#/${encodeURIComponent(encodeURIComponent(hash.slice(2)))}`),
  onText('question mark encoded', (hash) => hash.replace('?', '%3F')),
  onText('query encoded', (hash) => behindQuestion(hash, encodeURIComponent)),
  onText('two slashes', (hash) => hash.replace('#/', '#//')),
  onText(
    'something clings',
    (hash, random) =>
      hash +
      pick(
        [
          '.',
          ')',
          '>',
          '%20',
          '%E2%80%8B',
          '%',
          '%2',
          '%ED%A0%80',
          '#x',
          '#:~:text=Train',
          '&',
          '=',
          '”',
          '…',
        ],
        random,
      ),
  ),
  onText('turned round', (hash) => behindQuestion(hash, (query) => query.split('&').toReversed().join('&'))),
  onText('another question mark', (hash) => hash + (hash.includes('?') ? '?utm_source=mail' : '?')),
  onText('place in capitals', (hash) => hash.replace(/^#[^?]+/, (path) => path.toUpperCase())),
  onText('place misspelt', (hash, random) =>
    hash.replace(/^#\/([a-z]+)/, (_, name: string) => `#/${slipIn(name, random)}`),
  ),
  (link) => {
    const pairs = allPairs(link);
    return { how: 'before the hash', search: `?${queryOf(pairs)}`, hash: `#${link.path}`, kept: pairs };
  },
  (link, random) => {
    const pairs = allPairs(link);
    const whole = hashOf(link.path, queryOf(pairs));
    const hash = whole.slice(0, 2 + random.int(whole.length - 1));
    const ends = pairs.map((_, i) => hashOf(link.path, queryOf(pairs.slice(0, i + 1))).length);
    return { how: 'cut off', search: '', hash, kept: pairs.filter((_, i) => ends[i] < hash.length) };
  },
  (link, random) => {
    const pairs = allPairs(link);
    const hash = `#${slipIn(hashOf(link.path, queryOf(pairs)).slice(1), random)}`;
    return { how: 'a letter', search: '', hash, kept: [] };
  },
];

/** The `i`th link of a seed. Of any two numbers alone. */
export function alteredLink(random: Random): AlteredLink {
  for (;;) {
    const whole = wholeLink(random);
    const altered = pick(WAYS, random)(whole, random);
    if (altered) return { ...altered, whole };
  }
}
