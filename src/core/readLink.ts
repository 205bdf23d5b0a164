// Reads the configuration of a link that is right in part: what is right is taken, the rest is listed with the reason.
// Files are read strictly by core/runConfig; a link has been through mail programs, trackers and hands.
import { InvalidValueError } from './errors';
import { readRunConfig, settingNames, type ConfigVocabulary, type RunConfig } from './runConfig';

/** A pair of a link that was not used. */
export interface LeftOut {
  readonly key: string;
  /** One sentence, with the setting by its label and what is allowed. */
  readonly reason: string;
  /** Whether nothing of this page is near that name: added on the link's way here, most likely. */
  readonly foreign: boolean;
}

export interface LinkReading {
  readonly config: RunConfig;
  /** How many pairs were used. */
  readonly used: number;
  readonly leftOut: readonly LeftOut[];
}

/** Which parameters there are depends on these, so they are read first. */
const CHOICES = ['dataset', 'model', 'loss', 'task'];
/** A link of the page has at most one pair for each setting. */
const MOST_PAIRS = 200;
const LONGEST_NAME = 60;

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

/** What is wrong with one more pair, null for nothing. */
function problemWith(pairs: Readonly<Record<string, unknown>>, vocabulary: ConfigVocabulary): string | null {
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
export function readLink(
  pairs: Readonly<Record<string, unknown>>,
  vocabulary: ConfigVocabulary,
): LinkReading {
  const keys = Object.keys(pairs);
  const ordered = [
    ...CHOICES.filter((key) => keys.includes(key)),
    ...keys.filter((k) => !CHOICES.includes(k)),
  ];
  let taken: Readonly<Record<string, unknown>> = {};
  const leftOut: LeftOut[] = [];
  for (const [i, key] of ordered.entries()) {
    const more = { ...taken, [key]: pairs[key] };
    const names = settingNames(readRunConfig(taken, vocabulary), vocabulary);
    const known = names.includes(key);
    const nearest = known ? null : nearestName(key, names);
    const unknown = `There is no setting named ${JSON.stringify(key.slice(0, LONGEST_NAME))}${nearest ? `; did you mean ${nearest}?` : '.'}`;
    const tooMany =
      i >= MOST_PAIRS ? `${key.slice(0, LONGEST_NAME)} is one setting too many for a link.` : null;
    const problem = tooMany ?? (known ? problemWith(more, vocabulary) : unknown);
    if (problem === null) taken = more;
    else leftOut.push({ key, reason: problem, foreign: !known && nearest === null });
  }
  return { config: readRunConfig(taken, vocabulary), used: Object.keys(taken).length, leftOut };
}
