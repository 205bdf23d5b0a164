// Reads the configuration of a link that is right in part: what is right is taken, the rest is listed with the reason.
// Files are read strictly by core/runConfig; a link has been through mail programs, trackers and hands.
import { InvalidValueError } from './errors';
import { repairedValues, type LinkPair } from './linkPairs';
import { shortJson, type ParamSpec } from './paramSpec';
import { RUN_PARAMS } from './runParams';
import { ownParams, readRunConfig, settingNames, type ConfigVocabulary, type RunConfig } from './runConfig';

/** A pair of a link that was not used, or not as it stands. */
export interface LeftOut {
  readonly key: string;
  /** One sentence, with the setting by its label and what is allowed. */
  readonly reason: string;
  /** Whether it was most likely added on the link's way here, by nobody who meant a setting. */
  readonly foreign: boolean;
}

export interface LinkReading {
  readonly config: RunConfig;
  /** How many settings were used. */
  readonly used: number;
  readonly leftOut: readonly LeftOut[];
}

/** Which parameters there are depends on these, so they are read first. */
const CHOICES = ['dataset', 'model', 'loss', 'task'];
const LONGEST_NAME = 60;
/** What was meant is looked for so often: a link may hold any number of names. */
export const MOST_GUESSES = 40;
/** Of values for one name so many are looked at, the last ones. */
const MOST_VALUES = 20;

/** How many letters have to change, go or come to make one word of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      next.push(Math.min(row[j] + (a[i] === b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    }
    row = next;
  }
  return row[b.length];
}

/** The name that was meant, most likely; null where none is near. */
export function nearestName(name: string, names: readonly string[]): string | null {
  if (name.length > LONGEST_NAME) return null;
  const asked = name.toLowerCase();
  const near = names
    .map((known) => ({ known, away: distance(asked, known.toLowerCase()) }))
    .filter(({ known, away }) => away <= (known.length < 5 ? 1 : Math.max(2, Math.floor(known.length / 4))))
    .sort((a, b) => a.away - b.away);
  return near[0]?.known ?? null;
}

/** What became of the values that a link has for one name. */
export interface ChosenValue {
  /** Null where none is right. */
  readonly value: string | null;
  /** What of them was not used, or not as it stands, as sentences about `label`. */
  readonly leftOut: readonly Omit<LeftOut, 'key'>[];
}

/**
 * The last value that is right as it stands, else the last that is right once what clings to it is gone.
 * @param problemWith what is wrong with a value, null for nothing
 */
export function chooseValue(
  label: string,
  given: readonly Pick<LinkPair, 'value' | 'spare'>[],
  problemWith: (value: string) => string | null,
): ChosenValue {
  const tries = given.slice(-MOST_VALUES).toReversed();
  const right = tries.find(({ value }) => problemWith(value) === null);
  const mended = right
    ? null
    : tries
        .flatMap(({ value }) => repairedValues(value).map((better) => ({ from: value, better })))
        .find(({ better }) => problemWith(better) === null);
  const value = right?.value ?? mended?.better ?? null;
  const others = new Map(tries.filter((one) => !one.spare).map((one) => [one.value, problemWith(one.value)]));
  if (value !== null) others.delete(value);
  const leftOut = [...others].map(([other, problem]): Omit<LeftOut, 'key'> => {
    if (other === mended?.from)
      return {
        reason: `${label} is ${shortJson(other)}; ${shortJson(value)} of it was taken.`,
        foreign: true,
      };
    if (problem !== null) return { reason: problem, foreign: false };
    const reason = `${label} stands there more than once; ${shortJson(value)} was taken, not ${shortJson(other)}.`;
    return { reason, foreign: false };
  });
  return { value, leftOut };
}

/** A setting as messages call it: `Batch size (batch)`. */
function labelOf(key: string, config: RunConfig, vocabulary: ConfigVocabulary): string {
  const specs: readonly (readonly [string, ParamSpec])[] = [
    ...RUN_PARAMS.map((spec) => [spec.id, spec] as const),
    ...ownParams(config, vocabulary),
  ];
  const label = specs.find(([name]) => name === key)?.[1].label;
  return label === undefined ? `The ${key}` : `${label} (${key})`;
}

/** What is wrong with a configuration, null for nothing. */
function problemOf(pairs: Readonly<Record<string, unknown>>, vocabulary: ConfigVocabulary): string | null {
  try {
    readRunConfig(pairs, vocabulary);
    return null;
  } catch (error) {
    if (error instanceof InvalidValueError) return error.message;
    throw error;
  }
}

/**
 * Takes every pair that is right beside those before it; data set, model, loss and task first, since they say which
 * others there are. Never throws for what stands in a link.
 */
export function readLink(pairs: readonly LinkPair[], vocabulary: ConfigVocabulary): LinkReading {
  const given = new Map<string, LinkPair[]>();
  for (const pair of pairs) given.set(pair.key, [...(given.get(pair.key) ?? []), pair]);
  const keys = [
    ...CHOICES.filter((key) => given.has(key)),
    ...[...given.keys()].filter((k) => !CHOICES.includes(k)),
  ];
  let taken: Readonly<Record<string, string>> = {};
  let config = readRunConfig(taken, vocabulary);
  let names = settingNames(config, vocabulary);
  let guesses = 0;
  const leftOut: LeftOut[] = [];
  for (const key of keys) {
    if (!names.includes(key)) {
      const nearest = guesses++ < MOST_GUESSES ? nearestName(key, names) : null;
      const asked = JSON.stringify(key.slice(0, LONGEST_NAME));
      const reason = `There is no setting named ${asked}${nearest ? `; did you mean ${nearest}?` : '.'}`;
      leftOut.push({ key, reason, foreign: nearest === null });
      continue;
    }
    const before = taken;
    const chosen = chooseValue(labelOf(key, config, vocabulary), given.get(key) ?? [], (value) =>
      problemOf({ ...before, [key]: value }, vocabulary),
    );
    leftOut.push(...chosen.leftOut.map((one) => ({ key, ...one })));
    if (chosen.value === null) continue;
    taken = { ...taken, [key]: chosen.value };
    config = readRunConfig(taken, vocabulary);
    if (CHOICES.includes(key)) names = settingNames(config, vocabulary);
  }
  return { config, used: Object.keys(taken).length, leftOut };
}
