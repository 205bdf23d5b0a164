// The glossary: words of the field that the page uses, each with one or two sentences. Shown where the word stands
// (TermText) and as a list (About). Their texts are words of the language that the page speaks; English forms, which stand in
// formulas and files, are known in all of them. A new word is a line here.
import { computed } from 'vue';
import { words } from './words';
import english from './words/en';

const IDS = ['loss', 'frechet', 'floor', 'kl', 'nats', 'modes', 'accuracy', 'latent'] as const;

export interface GlossaryEntry {
  /** As it is listed. */
  readonly word: string;
  /** How it is written where it is explained; the first letter may be large or small. */
  readonly forms: readonly string[];
  readonly meaning: string;
}

const formsIn = (list: string): string[] => list.split(', ');

/** In the language that is spoken. */
export const glossary = (): readonly GlossaryEntry[] =>
  IDS.map((id) => ({
    word: words(`glossary.${id}.word`),
    forms: [...new Set([...formsIn(words(`glossary.${id}.forms`)), ...formsIn(english.glossary[id].forms)])],
    meaning: words(`glossary.${id}.meaning`),
  }));

/** A piece of text; `entry` is what it means where it is a word of the glossary. */
export interface TextPiece {
  readonly text: string;
  readonly entry: GlossaryEntry | null;
}

const escaped = (form: string): string => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const oneOf = (forms: readonly string[]): string =>
  forms.length === 0
    ? '(?!)'
    : [...forms]
        .sort((a, b) => b.length - a.length)
        .map(escaped)
        .join('|');

/**
 * What stands before a word, which WebKit before 16.4 cannot look back at, and the word; the longest form first. Whole words,
 * but where the language writes none apart.
 */
function pattern(forms: readonly string[]): RegExp {
  const joined = oneOf(forms.filter((form) => /\p{Script=Han}/u.test(form)));
  const apart = oneOf(forms.filter((form) => !/\p{Script=Han}/u.test(form)));
  return new RegExp(`(^|[^\\p{L}\\d]|(?=${joined}))((?:${apart})(?![\\p{L}\\d])|${joined})`, 'iu');
}

/** What texts are divided by: made once for each language, since every sentence of the page asks. */
const vocabulary = computed(() => {
  const entryOf = new Map(
    glossary().flatMap((entry) => entry.forms.map((form) => [form.toLowerCase(), entry] as const)),
  );
  return { entryOf, words: pattern([...entryOf.keys()]) };
});

/** Divides a text at the words of the glossary; put together, the pieces are the text. */
export function textPieces(text: string): readonly TextPiece[] {
  const { entryOf, words: known } = vocabulary.value;
  const parts = text.split(known); // between, before the word, the word; again and again
  const pieces: TextPiece[] = [];
  for (let i = 0; i < parts.length; i += 3) {
    const [between = '', before = '', word = ''] = parts.slice(i, i + 3);
    if (between + before !== '') pieces.push({ text: between + before, entry: null });
    if (word !== '') pieces.push({ text: word, entry: entryOf.get(word.toLowerCase()) ?? null });
  }
  return pieces;
}
