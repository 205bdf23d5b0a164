// English texts of the worker found again in a dictionary: texts as they are, and sentences with gaps, `{name}`, for what is
// put together from values. What stands in a gap is looked up, too, and numbers get the language's decimal sign. Pure.
type Texts = Readonly<Record<string, string>>;

interface Sentence {
  readonly pattern: RegExp;
  readonly gaps: readonly string[];
  readonly said: string;
}

/** Kept of what was looked up: texts on the page are asked for at every change. */
const MOST_KEPT = 500;

const GAP = /\{(\w+)\}/gu;
const isSentence = (english: string): boolean => english.search(GAP) >= 0;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

function sentenceOf([english, said]: readonly [string, string]): Sentence {
  const gaps = [...english.matchAll(GAP)].map(([, name]) => name);
  const literal = english.split(/\{\w+\}/u).map(escaped);
  return { pattern: new RegExp(`^${literal.join('(.+?)')}$`, 'su'), gaps, said };
}

/** Signs of the sentence itself: of two that fit, the one that says more is meant. */
const said = (english: string): number => english.replace(GAP, '').length;

/** Whole sentences of a text, or none where something is left over. */
function sentencesIn(text: string): readonly string[] {
  const parts = text.match(/[^\s].*?[.!?](?=\s|$)/gsu) ?? [];
  return parts.join(' ') === text ? parts : [];
}

/** Chinese sentences follow each other without a space. */
const joined = (parts: readonly string[]): string =>
  parts.reduce((all, part) => (all === '' || /[。？！]$/u.test(all) ? all + part : `${all} ${part}`), '');

/**
 * @param texts by the English text; keys with gaps are sentences
 * @param decimalSign of the language
 * @returns the text in the language, or as it was given where nothing is known of it
 */
export function sentenceBook(texts: Texts, decimalSign: string): (english: string) => string {
  const entries = Object.entries(texts);
  const whole = new Map(entries.filter(([english]) => !isSentence(english)));
  const sentences = entries
    .filter(([english]) => isSentence(english))
    .toSorted(([a], [b]) => said(b) - said(a))
    .map(sentenceOf);
  const kept = new Map<string, string | null>();

  function one(english: string): string | null {
    const known = whole.get(english);
    if (known !== undefined) return known;
    for (const { pattern, gaps, said: text } of sentences) {
      const found = pattern.exec(english);
      if (!found) continue;
      const values = new Map(gaps.map((name, i) => [name, found[i + 1]]));
      return text.replace(GAP, (gap, name: string) => valueOf(values.get(name) ?? gap));
    }
    return null;
  }

  /** Every part, or null where one is not known. */
  function all(parts: readonly string[]): readonly string[] | null {
    if (parts.length < 2) return null;
    const known = parts.map(one);
    return known.every((part) => part !== null) ? known : null;
  }

  /** `Batch size 128`: what is set, and to which number. */
  function setting(english: string): string | null {
    const [, name, value] = /^(.+) (-?[\d.]+(?: [A-Za-z%]+)?)$/u.exec(english) ?? [];
    const known = name === undefined ? undefined : whole.get(name);
    return known === undefined ? null : `${known} ${valueOf(value)}`;
  }

  function find(english: string): string | null {
    const exact = one(english);
    if (exact !== null) return exact;
    const sentencesOf = all(sentencesIn(english));
    if (sentencesOf) return joined(sentencesOf);
    return setting(english) ?? all(english.split(', '))?.join(', ') ?? null;
  }

  function valueOf(value: string): string {
    if (/^-?\d+\.\d+([eE]-?\d+)?( ?[A-Za-z%]+)?$/u.test(value)) return value.replace('.', decimalSign);
    return find(value) ?? value;
  }

  return (english) => {
    const before = kept.get(english);
    if (before !== undefined) return before ?? english;
    if (kept.size >= MOST_KEPT) kept.clear();
    const found = find(english);
    kept.set(english, found);
    return found ?? english;
  };
}
