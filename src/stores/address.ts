// What an address says: the configuration under plain names, and a few words to the page itself. Pure.

import { linkPairs, type LinkPair } from '../core/linkPairs';
import { plainHash } from '../core/plainHash';
import { lockWords, type FoundWord } from '../core/pageLock/words';
import { shortJson } from '../core/paramSpec';
import { chooseValue, type LeftOut } from '../core/readLink';
import { isRunId } from '../core/runIds';
import { isLanguage, LANGUAGE_IDS, mainPartOf } from '../i18n/languages';
import type { TrainingPath } from './trainingPlaces';

/** Words in an address that are for the page and no part of a run. */
export interface PageFlags {
  /** Presses Train once everything is ready. */
  readonly autostart: boolean;
  /** Offers `window.ganvas` to a script that drives the page. */
  readonly headless: boolean;
  /** Saved run of this device to open, null for none. */
  readonly run: string | null;
  /** Which arithmetic the losses of the linked run came from (`arithmeticOf`); absent where the link does not say. */
  readonly ranOn?: string;
  /** Language to speak, one that the page knows; null where the link leaves that to the device. */
  readonly language: string | null;
}

export interface Address {
  /** For `readLink`, unchecked, in their order. */
  readonly pairs: readonly LinkPair[];
  readonly flags: PageFlags;
  /** What of the words to the page could not be applied. */
  readonly leftOut: readonly LeftOut[];
  /** Words of a lock, at whatever place they stand; empty where there is none. For `readPageLock`. */
  readonly lock: readonly FoundWord[];
}

export const FLAG_NAMES: readonly string[] = ['autostart', 'headless', 'run', 'fake', 'lang', 'ranOn'];

/** Task of a link to the place of translations that names none. */
const FIRST_TRANSLATION = 'cycle-gan';

const isOn = (value: string | undefined): boolean =>
  value !== undefined && value !== '0' && value !== 'false';

/**
 * Reads both query parts of an address; where they disagree, the one behind the hash counts.
 * @param search the real query, `?dataset=mnist`
 * @param rawHash the hash route, `#/train?seed=2`
 */
export function readAddress(search: string, rawHash: string): Address {
  const hash = plainHash(rawHash);
  const question = hash.indexOf('?');
  // What a link to the lab, to a lesson or to a comparison says is about those, not about the settings of the form.
  const isApart = /^#\/(lab|lessons|compare)(\?|$)/i.test(hash);
  const inHash = linkPairs(question < 0 ? '' : hash.slice(question));
  const inSearch = linkPairs(search);
  const lock = lockWords([...inSearch, ...inHash], `${search}${hash}`);
  const isOfLock = ({ key, value }: LinkPair): boolean =>
    lock.some(({ pair }) => pair.key === key && pair.value === value);
  const routed = inHash.filter((pair) => !isOfLock(pair));
  // A link to the place of translations means one, also where it names none.
  const meant = /^#\/translate\/?(\?|$)/i.test(hash)
    ? [{ key: 'task', value: FIRST_TRANSLATION, spare: true }]
    : [];
  const isRouted = ({ key }: LinkPair): boolean => !isApart && routed.some((other) => other.key === key);
  const asked = inSearch
    .filter((pair) => !isOfLock(pair))
    .map((pair) => (isRouted(pair) ? { ...pair, spare: true } : pair));
  const given = (name: string) =>
    [...asked, ...routed].filter(({ key, value }) => key === name && value !== '');
  const flag = (name: string): string | undefined => given(name).at(-1)?.value;
  const pairs = (isApart ? asked : [...meant, ...asked, ...routed]).filter(
    ({ key }) => !FLAG_NAMES.includes(key),
  );
  const run = chooseValue('Run', given('run'), (id) => (isRunId(id) ? null : 'No id of a run.'));
  const ranOn = flag('ranOn');
  const language = chooseValue('Language', given('lang'), (tag) =>
    isLanguage(mainPartOf(tag))
      ? null
      : `The page speaks no language named ${shortJson(tag)}; it speaks ${LANGUAGE_IDS.join(', ')}.`,
  );
  const flags = {
    autostart: isOn(flag('autostart')),
    headless: isOn(flag('headless')),
    run: run.value ?? flag('run') ?? null,
    ...(ranOn && { ranOn }),
    language: language.value,
  };
  return { pairs, flags, lock, leftOut: language.leftOut.map((one) => ({ key: 'lang', ...one })) };
}

/** What the page says of itself in its address: its lock, settings, and the saved run that is open or asked for. */
export const pageQuery = (settings: string, run: string | null, lock = ''): string =>
  [lock, settings, run === null ? '' : `run=${encodeURIComponent(run)}`]
    .filter((part) => part !== '')
    .join('&');

/** The link that reproduces a run, at its place of the page that is open at `href`. @param ranOn see `PageFlags` */
export function runLink(
  href: string,
  query: string,
  path: TrainingPath = '/train',
  ranOn: string | null = null,
): string {
  const url = new URL(href);
  url.search = '';
  url.hash = `${path}?${query}${ranOn === null ? '' : `&ranOn=${ranOn}`}`;
  return url.href;
}

/** @param lock of the page, which goes along */
function placeLink(
  href: string,
  path: string,
  query: Readonly<Record<string, string>>,
  lock: string,
): string {
  const url = new URL(href);
  url.search = '';
  const asked = new URLSearchParams(query).toString();
  url.hash = `${path}?${lock === '' ? asked : `${lock}&${asked}`}`;
  return url.href;
}

/** The link that opens the lab on a pair and a seed, on the page that is open at `href`, as locked as that is. */
export const labLink = (href: string, query: Readonly<Record<string, string>>, lock = ''): string =>
  placeLink(href, '/lab', query, lock);

/** The link that opens a lesson, on the page that is open at `href`, as locked as that is. */
export const lessonLink = (href: string, lesson: string, lock = ''): string =>
  placeLink(href, '/lessons', { lesson }, lock);
