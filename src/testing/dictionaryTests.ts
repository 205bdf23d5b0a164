// What every set of dictionaries by English sentences is held against: the languages against each other, and all against the
// source. For tests; call it inside of `describe`.
import { expect, it } from 'vitest';
import { filesOf, missingSentences, unfoundSentences, unlikeSentences } from './sourceSentences';

type Texts = Readonly<Record<string, string>>;

interface Dictionaries {
  readonly german: Texts;
  readonly spanish: Texts;
  readonly chinese: Texts;
  /** Files and folders below `src` that say what the dictionaries hold. */
  readonly sources: readonly string[];
  /** Those of which every sentence is there, or in `beside`. */
  readonly whole?: readonly string[];
  /** Other dictionaries that the page has by then. */
  readonly beside?: readonly Texts[];
}

export function testDictionaries(dictionaries: Dictionaries): void {
  const { german, spanish, chinese, sources, whole = [], beside = [] } = dictionaries;
  const keys = Object.keys(german);

  it.each([
    ['German', german],
    ['Spanish', spanish],
    ['Chinese', chinese],
  ] as const)('are the same with the same gaps in %s', (_, texts) => {
    expect(unlikeSentences(texts, keys)).toEqual([]);
  });

  it('are those of the source', () => {
    expect(unfoundSentences([...sources, ...whole].flatMap(filesOf), keys)).toEqual([]);
  });

  it('stand in one dictionary alone', () => {
    const others = new Set(beside.flatMap((texts) => Object.keys(texts)));
    expect(keys.filter((key) => others.has(key))).toEqual([]);
  });

  if (whole.length === 0) return;
  it.each(whole)('are whole of %s', (at) => {
    const known = [german, ...beside].flatMap((texts) => Object.keys(texts));
    expect(missingSentences(filesOf(at), known)).toEqual([]);
  });
}
