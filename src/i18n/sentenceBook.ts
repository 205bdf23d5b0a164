// English texts of the worker found again in a dictionary: texts as they are, and sentences with gaps, `{name}`, for what is
// put together from values. What stands in a gap is looked up, too, and numbers get the language's decimal sign. Pure.
type Texts = Readonly<Record<string, string>>;

interface Sentence {
  readonly pattern: RegExp;
  readonly gaps: readonly string[];
  /** Whether a clause with a gap at its end: a full stop behind it is none of the value. */
  readonly isOpen: boolean;
  /** Whether a gap begins it: what it is about, so no sentence. */
  readonly isLed: boolean;
  /** Of each gap, whether sentences may stand in it: behind a colon, a bracket or a full stop. */
  readonly holdsSentences: readonly boolean[];
  readonly said: string;
}

/** Sentences that one text of the dictionary may have. */
const MOST_TOGETHER = 3;
/** Kept of what was looked up: texts on the page are asked for at every change. */
const MOST_KEPT = 500;

/** What separates sentences and clauses: a name has none of it. */
const BEYOND = /[.:] /u;
const SENTENCES = /[.!?]["”)]? \p{Lu}/u;
const GAP = /\{(\w+)\}/gu;
const isSentence = (english: string): boolean => english.search(GAP) >= 0;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

function sentenceOf([english, said]: readonly [string, string]): Sentence {
  const gaps = [...english.matchAll(GAP)].map(([, name]) => name);
  const between = english.split(/\{\w+\}/u);
  const literal = between.map(escaped);
  return {
    pattern: new RegExp(`^${literal.join('(.*?)')}$`, 'su'),
    gaps,
    isOpen: /^[^.]*\}$/su.test(english),
    isLed: english.startsWith('{'),
    holdsSentences: gaps.map((_, i) => /[.:(] ?$/u.test(between[i])),
    said,
  };
}

/** Signs of the sentence itself: of two that fit, the one that says more is meant. */
const said = (english: string): number => english.replace(GAP, '').length;

/** Whole sentences of a text, or none where something is left over. */
function sentencesIn(text: string): readonly string[] {
  const parts = text.match(/[^\s].*?[.!?](?=\s|$)/gsu) ?? [];
  return parts.join(' ') === text ? parts : [];
}

/** What stands before the last brackets, and in them. */
function nameAndRemark(text: string): readonly [string, string] | null {
  if (!text.endsWith(')')) return null;
  let depth = 0;
  for (let at = text.length - 1; at > 0; at--) {
    if (text[at] === ')') depth++;
    if (text[at] === '(' && --depth === 0)
      return text[at - 1] === ' ' ? [text.slice(0, at - 1), text.slice(at + 1, -1)] : null;
  }
  return null;
}

/** Parts between commas; those in brackets part nothing. */
function partsOutsideBrackets(text: string): readonly string[] {
  const parts: string[] = [];
  let [depth, from] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')') depth--;
    if (depth !== 0 || !text.startsWith(', ', at)) continue;
    parts.push(text.slice(from, at));
    from = at + 2;
  }
  return [...parts, text.slice(from)];
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
  const isFullWidth = entries.some(([, text]) => text.endsWith('。'));
  const fullStop = isFullWidth ? '。' : '.';
  const whole = new Map(entries.filter(([english]) => !isSentence(english)));
  const sentences = entries
    .filter(([english]) => isSentence(english))
    .toSorted(([a], [b]) => said(b) - said(a))
    .map(sentenceOf);
  const kept = new Map<string, string | null>();

  function one(english: string): string | null {
    const known = whole.get(english);
    if (known !== undefined) return known;
    const isStopped = /[^.]\.$/u.test(english);
    for (const { pattern, gaps, isOpen, isLed, holdsSentences, said: text } of sentences) {
      if (isOpen && isStopped) continue;
      const found = pattern.exec(english);
      if (!found || (isLed && BEYOND.test(found[1]))) continue;
      if (gaps.some((_, i) => !holdsSentences[i] && SENTENCES.test(found[i + 1]))) continue;
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

  /** Sentences in a row, of which some belong together; null where one is not known. */
  function inRow(parts: readonly string[]): readonly string[] | null {
    if (parts.length < 2) return null;
    const known: string[] = [];
    for (let at = 0; at < parts.length;) {
      let length = Math.min(MOST_TOGETHER, parts.length - at);
      let found = one(parts.slice(at, at + length).join(' '));
      while (found === null && --length > 0) found = one(parts.slice(at, at + length).join(' '));
      if (found === null) return null;
      known.push(found);
      at += length;
    }
    return known;
  }

  /** Clauses side by side. */
  function clauses(english: string): string | null {
    return all(english.split('; '))?.join(isFullWidth ? '；' : '; ') ?? null;
  }

  const clausesOrOne = (english: string): string | null => clauses(english) ?? one(english);

  /** A text that is known without its full stop. */
  function stopped(english: string): string | null {
    const clause = english.endsWith('.') ? clausesOrOne(english.slice(0, -1)) : null;
    return clause === null ? null : `${clause}${fullStop}`;
  }

  /** A sentence that lost its full stop, as a clause of another. */
  const unstopped = (english: string): string | null =>
    /[.:?!]$/u.test(english) ? null : (one(`${english}.`)?.replace(/[.。]$/u, '') ?? null);

  const bracketed = (text: string): string => (isFullWidth ? `（${text}）` : ` (${text})`);

  /** `dense_1 (a kind)`: a name, and what is said of it. */
  function remarked(english: string): string | null {
    const [name, remark] = nameAndRemark(english) ?? [];
    if (!name || !remark) return null;
    const knownName = one(name);
    // `Steps (steps)`: behind the name of a setting stands what it is called in a link.
    const isWordOfLink = knownName !== null && /^[a-z][\w.]*$/u.test(remark);
    const knownRemark = isWordOfLink ? null : find(remark);
    return (knownName ?? knownRemark) ? `${knownName ?? name}${bracketed(knownRemark ?? remark)}` : null;
  }

  /** `a.png (too large), b.png (empty) and 2 more`: things, and what is said of each. */
  function listed(english: string): string | null {
    const [, some, more] = /^(.+) (and \d+ more)$/su.exec(english) ?? ['', english];
    const parts = partsOutsideBrackets(some);
    const known = parts.map(remarked);
    if (known.every((part) => part === null)) return null;
    const rest = more === undefined ? '' : ` ${one(more) ?? more}`;
    return parts.map((part, i) => known[i] ?? part).join(', ') + rest;
  }

  /** `database: no room; network: an empty answer came`: places, and what is said of each. */
  function placed(english: string): string | null {
    let isKnown = false;
    const parts = english.split('; ').map((part) => {
      const [, place, said] = /^([^:]+): (.+)$/su.exec(part) ?? [];
      const reason = said === undefined ? null : find(said);
      if (reason === null) return part;
      isKnown = true;
      return `${one(place) ?? place}${isFullWidth ? '：' : ': '}${reason}`;
    });
    return isKnown ? parts.join(isFullWidth ? '；' : '; ') : null;
  }

  function find(english: string): string | null {
    const exact = clausesOrOne(english);
    if (exact !== null) return exact;
    const several = inRow(sentencesIn(english));
    if (several) return joined(several);
    return (
      stopped(english) ??
      unstopped(english) ??
      setting(english) ??
      all(english.split(', '))?.join(', ') ??
      null
    );
  }

  function textOf(value: string): string {
    const [, inner] = /^ \((.+)\)$/su.exec(value) ?? [];
    if (inner !== undefined) return bracketed(textOf(inner));
    return find(value) ?? remarked(value) ?? listed(value) ?? placed(value) ?? value;
  }

  function valueOf(value: string): string {
    const [, number, unit] = /^(-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)(?: ?([A-Za-z%]+))?$/u.exec(value) ?? [];
    if (number === undefined) return textOf(value);
    const written = `${number.replace('.', decimalSign)}${value.slice(number.length)}`;
    return unit === undefined ? written : written.slice(0, -unit.length) + (whole.get(unit) ?? unit);
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
