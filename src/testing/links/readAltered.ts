// Reads an altered link as the page does, without a document: its address, its lock, its settings or what its place says. Says
// what about the outcome is wrong: a word that is neither taken nor listed, a sentence that is none, a lock that opened.
import { linkPairs, type LinkPair } from '../../core/linkPairs';
import { rightOf } from '../../core/pageLock/define';
import { readPageLock } from '../../core/pageLock/read';
import { LOCK_WORDS, pairsBesideLock } from '../../core/pageLock/words';
import { plainHash } from '../../core/plainHash';
import { nearestName, readLink, type LeftOut } from '../../core/readLink';
import { allSettingNames, readRunConfig, runLinkQuery, writeRunConfig } from '../../core/runConfig';
import { labQuery, readLabLink } from '../../features/lab/labLink';
import { readLessonLink } from '../../features/lessons/lessonLink';
import { lessons } from '../../features/lessons/lessons';
import { PLACES } from '../../places';
import { FLAG_NAMES, readAddress } from '../../stores/address';
import { readCompareLink } from '../../stores/comparedRuns';
import { catalogue } from '../../worker/catalogue';
import type { AlteredLink } from './alteredLinks';

const KNOWN = allSettingNames(catalogue);
const PATHS: readonly string[] = PLACES.map(({ path }) => path);
const LESSONS = [...lessons.map(({ id }) => id), 'teaching'];
/** Places whose words are about them, not about the settings of the form. */
const APART = ['/lab', '/lessons', '/compare'];
/** A run without a word for its task is an adversarial one. */
const UNSAID: LinkPair = { key: 'task', value: 'adversarial' };
const LONGEST_SENTENCE = 1000;

/** What no sentence of the page says, beside what it quotes. */
export const BY_ACCIDENT =
  /undefined|\[object|NaN|\bnull\b|[A-Z]\w+(Error|Exception)\b|native code|is not (a function|iterable)|Cannot (read|convert)|\bat \w+ \(/;

export const withoutQuotes = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*(?:"|…)/gs, '""');

export interface Outcome {
  /** None where all is as it should be. */
  readonly faults: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly isLocked: boolean;
}

interface PlaceReading {
  readonly said: Readonly<Record<string, unknown>>;
  readonly leftOut: readonly LeftOut[];
}

/** What a place makes of its own words. */
function readPlace(path: string, pairs: readonly LinkPair[]): PlaceReading {
  if (path === '/lab') {
    const { pair, seed, leftOut } = readLabLink(pairs);
    return { said: { data: pair.shared.dataset, ...labQuery(pair, seed) }, leftOut };
  }
  if (path === '/lessons') {
    const { asked, leftOut } = readLessonLink(pairs, LESSONS);
    return { said: { lesson: asked }, leftOut };
  }
  const { ids, leftOut, unknown } = readCompareLink(pairs);
  // How many runs were left out is said in the place itself; one that stands there twice is compared once.
  const isWhole = leftOut === 0 && ids.join(',') === pairs.find(({ key }) => key === 'runs')?.value;
  const ofRuns = !isWhole ? [{ key: 'runs', reason: '', foreign: false }] : [];
  return { said: { runs: ids.join(',') }, leftOut: [...unknown, ...ofRuns] };
}

/** The settings that an address comes to, as one text. */
export const settingsOf = (search: string, hash: string): string =>
  runLinkQuery(readLink(readAddress(search, hash).pairs, catalogue).config, catalogue);

const isSameValue = (given: string, taken: unknown): boolean =>
  String(taken) === given ||
  (typeof taken === 'number' && given.trim() !== '' && Number(given) === taken) ||
  (typeof taken === 'boolean' && given === (taken ? '1' : '0')) ||
  // A seed of the lab.
  (typeof taken === 'string' &&
    /^\d+$/.test(taken) &&
    given.trim() !== '' &&
    Number(given) === Number(taken));

const isOfLock = ({ key }: LinkPair): boolean => LOCK_WORDS.some((word) => word === key);

/** Settings that the lock held and that may be changed now. */
function openedBy(
  { whole, search, hash, kept }: AlteredLink,
  isFree: (name: string) => boolean,
): readonly string[] {
  const { lock } = whole;
  if (!lock) return [];
  // A right that stands there now, whoever wrote it.
  const allowed = linkPairs(`${search}&${plainHash(hash).split('?').slice(1).join('?')}`)
    .filter(({ key }) => key === 'allow')
    .flatMap(({ value }) => value.split(/[\s,;]+/));
  const named = kept
    .filter(({ key }) => key === 'fix' || key === 'hide')
    .flatMap(({ value }) => value.split(','));
  const held =
    lock.others === 'allow'
      ? named
      : KNOWN.filter((name) => rightOf(lock, name) !== 'allow' && !allowed.includes(name));
  return held.filter(isFree);
}

export function readAltered(link: AlteredLink): Outcome {
  const { whole, search, hash, kept } = link;
  const faults: string[] = [];
  const plain = plainHash(hash);
  const [asked, ...behind] = plain.slice(1).split('?');
  const query = behind.join('?');
  const path = PATHS.includes(asked) ? asked : (nearestName(asked, PATHS) ?? '/train');
  const address = readAddress(search, hash);
  const locked = readPageLock(address.lock, KNOWN);
  const settings = readLink(address.pairs, catalogue);
  const place = APART.includes(path) ? readPlace(path, pairsBesideLock(query)) : null;
  const leftOut = [
    ...(locked?.leftOut ?? []),
    ...settings.leftOut,
    ...(place?.leftOut ?? []),
    ...address.leftOut,
  ];

  for (const { reason } of leftOut) {
    if (BY_ACCIDENT.test(withoutQuotes(reason))) faults.push(`says ${reason}`);
    if (reason.length > LONGEST_SENTENCE) faults.push(`says a sentence of ${reason.length} characters`);
  }
  const written = runLinkQuery(settings.config, catalogue);
  const again = readRunConfig(Object.fromEntries(new URLSearchParams(written)), catalogue);
  if (JSON.stringify(again) !== JSON.stringify(settings.config))
    faults.push(`reads ${written} as something else`);

  const values: Readonly<Record<string, unknown>> = {
    ...writeRunConfig(settings.config),
    ...address.flags,
  };
  const isTaken = ({ key, value }: LinkPair, by: Readonly<Record<string, unknown>>): boolean =>
    Object.hasOwn(by, key) && isSameValue(value, by[key]);
  const isAccountedFor = (pair: LinkPair): boolean =>
    isTaken(pair, values) || isTaken(pair, place?.said ?? {}) || isListed(pair);
  const isListed = ({ key, value }: LinkPair): boolean =>
    leftOut.some((one) => one.key === key) ||
    (key === UNSAID.key && value === UNSAID.value) ||
    (key === 'lesson' && value === '');
  const inQuery = linkPairs(query);
  const inAddress = [...linkPairs(search), ...inQuery];
  // Whoever put them there; of several with one name the last counts, and another in the hash.
  const standing = inAddress.filter(
    ({ key }) =>
      address.lock.every(({ pair }) => pair.key !== key) &&
      inAddress.filter((other) => other.key === key).length === 1,
  );
  const whatStays = path === whole.path ? kept : [];
  for (const pair of [...whatStays, ...standing])
    if (!isOfLock(pair) && !FLAG_NAMES.includes(pair.key) && !isAccountedFor(pair))
      faults.push(`neither takes nor lists ${pair.key.slice(0, 60)}=${pair.value.slice(0, 60)}`);

  // Where the address was cut off before its first word, nothing of the lock is left.
  const isCutBefore = link.how === 'cut off' && !/\?loc/.test(hash);
  if (whole.lock && !isCutBefore) {
    const opened = locked && openedBy(link, (name) => rightOf(locked.lock, name) === 'allow');
    if (!opened) faults.push('is not locked any more');
    else if (opened.length > 0) faults.push(`opens ${opened.join(', ')}`);
  }
  return { faults: [...new Set(faults)], leftOut, isLocked: locked !== null };
}
