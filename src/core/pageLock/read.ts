// Reads a lock from the words of an address without trust. Whatever cannot be read is said with what is allowed, and leaves the
// page as locked as can be read: unclear rights fix, unclear names lock what they may have meant, and nothing here opens.
import type { LeftOut } from '../readLink';
import { nearestName } from '../readLink';
import { shortJson } from '../paramSpec';
import {
  CONTROL_RIGHTS,
  LONGEST_NOTE,
  MOST_PAUSE_MINUTES,
  MOST_PAUSE_STEPS,
  PANELS,
  stricter,
  type ControlRight,
  type PageLock,
  type PanelId,
  type PauseEvery,
} from './define';
import { isOneSlipFrom, type FoundWord, type LockWord } from './words';
import { NO_PANELS } from './write';

export interface LockReading {
  readonly lock: PageLock;
  /** What could not be applied, or not as it stands there. */
  readonly leftOut: readonly LeftOut[];
}

/** Names of one list that are looked at; what stands behind them is said to be too much. */
const MOST_NAMES = 200;
/** Shorter names are found in too much by chance. */
const SHORTEST_INSIDE = 4;

type Say = (word: LockWord, reason: string) => void;

const valuesOf = (words: readonly FoundWord[], word: LockWord): readonly string[] =>
  words.filter((one) => one.word === word).map(({ value }) => value.trim());

/** The strictest of what is said; fixed where that cannot be read. */
function readOthers(words: readonly FoundWord[], say: Say): ControlRight {
  const given = valuesOf(words, 'lock');
  if (given.length === 0) {
    say(
      'lock',
      'The link locks this page, but its word lock is missing; settings that it does not allow are fixed.',
    );
    return 'fix';
  }
  const read = given.map((value): ControlRight => {
    const exact = CONTROL_RIGHTS.find((right) => right === value);
    if (exact) return exact;
    const near = CONTROL_RIGHTS.find((right) => isOneSlipFrom(value.toLowerCase(), right));
    const taken = near === 'hide' ? near : 'fix';
    say(
      'lock',
      `The lock (lock) is ${shortJson(value)}; it must be one of ${CONTROL_RIGHTS.join(', ')}. It was taken as ${taken}.`,
    );
    return taken;
  });
  return read.reduce(stricter);
}

/** Of several lists of what is allowed, what all of them allow. */
function listOf(words: readonly FoundWord[], word: LockWord, say: Say): readonly string[] {
  const lists = valuesOf(words, word).map((value) => {
    const names = value.split(/[,;\s]+/).filter((name) => name !== '');
    // Another word grew onto the list: its names are not allowed by that.
    const grown = names.findIndex((name) => name.includes('='));
    return word === 'allow' && grown >= 0 ? names.slice(0, grown + 1) : names;
  });
  const all =
    word === 'allow' && lists.length > 1
      ? lists[0].filter((name) => lists.every((list) => list.includes(name)))
      : lists.flat();
  if (word === 'allow' && lists.length > 1)
    say(word, 'The word allow stands there more than once; what all of them allow was taken.');
  if (all.length > MOST_NAMES)
    say(word, `${word} names ${all.length} settings; the first ${MOST_NAMES} were taken.`);
  return all.slice(0, MOST_NAMES);
}

/** What a name that nobody knows may have meant. */
function meant(name: string, known: readonly string[]): readonly string[] {
  const nearest = nearestName(name, known);
  if (nearest !== null) return [nearest];
  const slipped = known.filter((one) => isOneSlipFrom(name, one));
  if (slipped.length > 0) return slipped;
  const inside = known.filter((one) => one.length >= SHORTEST_INSIDE && name.includes(one));
  return inside.filter((one) => !inside.some((longer) => longer !== one && longer.includes(one)));
}

/** Rights by name; where a name stands in several lists the strictest counts. */
function readRights(
  words: readonly FoundWord[],
  known: readonly string[],
  say: Say,
): Readonly<Record<string, ControlRight>> {
  const rights = new Map<string, ControlRight>();
  for (const right of CONTROL_RIGHTS) {
    const put = (name: string): void => void rights.set(name, stricter(rights.get(name) ?? right, right));
    for (const name of listOf(words, right, say)) {
      if (known.includes(name)) {
        put(name);
        continue;
      }
      const guesses = meant(name, known);
      const asked = `There is no setting named ${shortJson(name)} to ${right}`;
      if (guesses.length === 0) say(right, `${asked}.`);
      else if (right === 'allow')
        say(right, `${asked}; did you mean ${guesses.join(', ')}? That stays as it is.`);
      else {
        guesses.forEach(put);
        say(right, `${asked}; ${guesses.join(', ')} was taken.`);
      }
    }
  }
  return Object.fromEntries(rights);
}

function readPanels(words: readonly FoundWord[], say: Say): readonly PanelId[] {
  const given = valuesOf(words, 'panels');
  if (given.length === 0) return PANELS;
  const shown = new Set<PanelId>();
  for (const name of listOf(words, 'panels', say)) {
    if (name.toLowerCase() === NO_PANELS) continue;
    const near = nearestName(name, PANELS);
    const panel = PANELS.find((one) => one === near);
    if (panel) shown.add(panel);
    if (panel !== name)
      say(
        'panels',
        `There is no part of the page named ${shortJson(name)}; ${panel ? `${panel} was taken` : `the parts are ${PANELS.join(', ')}`}.`,
      );
  }
  if (given.every((value) => value === ''))
    say('panels', 'The panels (panels) are empty; no part beside the picture is shown.');
  return PANELS.filter((panel) => shown.has(panel));
}

/** The first of what is said. */
function readPause(words: readonly FoundWord[], say: Say): PauseEvery | null {
  const read = valuesOf(words, 'budget').flatMap((value): PauseEvery[] => {
    const [, digits, unit = '?'] = /^(\d{1,9})\s*([a-z]+)$/i.exec(value.toLowerCase()) ?? [];
    const count = Number(digits);
    // As much of the unit as came: a link may have been cut off.
    const inSteps = 'steps'.startsWith(unit);
    const inMinutes = 'minutes'.startsWith(unit) || unit === 'mins';
    const most = inSteps ? MOST_PAUSE_STEPS : MOST_PAUSE_MINUTES;
    if ((inSteps || inMinutes) && count >= 1 && count <= most) {
      // Who wrote it may have meant seconds.
      if (unit === 's')
        say('budget', `The budget (budget) is ${shortJson(value)}; it was taken as ${count}steps.`);
      return [inSteps ? { steps: count } : { minutes: count }];
    }
    const allowed = `1steps to ${MOST_PAUSE_STEPS}steps, or 1min to ${MOST_PAUSE_MINUTES}min`;
    say(
      'budget',
      `The budget (budget) is ${shortJson(value)}; it must be ${allowed}. No run pauses by itself.`,
    );
    return [];
  });
  const [first = null, ...more] = read;
  if (more.length > 0) say('budget', 'The budget (budget) stands there more than once; the first was taken.');
  return first;
}

/** What no eye sees, but for line breaks, what joins letters of Persian and parts of emoji, and marks of direction. */
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g;

function readNote(words: readonly FoundWord[], say: Say): string {
  const text = valuesOf(words, 'note').join('\n').replaceAll('\t', ' ').replace(UNSEEN, '').trim();
  if (text.length <= LONGEST_NOTE) return text;
  say('note', `The note (note) has ${text.length} characters; the first ${LONGEST_NOTE} are shown.`);
  return text.slice(0, LONGEST_NOTE).replace(/[\ud800-\udbff]$/, ''); // half of a letter cannot be written into an address
}

/**
 * @param words of `lockWords`; null is returned where there are none
 * @param known names of all settings that any choice of the catalogue has
 */
export function readPageLock(words: readonly FoundWord[], known: readonly string[]): LockReading | null {
  if (words.length === 0) return null;
  const leftOut: LeftOut[] = [];
  const say: Say = (word, reason) => void leftOut.push({ key: word, reason, foreign: false });
  for (const { word, pair, whole } of words)
    if (!whole) say(word, `${shortJson(`${pair.key}=${pair.value}`)} was taken as the word ${word}.`);
  const lock: PageLock = {
    others: readOthers(words, say),
    rights: readRights(words, known, say),
    panels: readPanels(words, say),
    pauseEvery: readPause(words, say),
    note: readNote(words, say),
  };
  return { lock, leftOut };
}
