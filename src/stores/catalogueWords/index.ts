// What the catalogue, the settings, the charts and the worker say, in the language that the page speaks: dictionaries by the
// English text, since the worker and the files that it writes know English only. What is put together from values, an error for
// example, is found by its sentence (i18n/sentenceBook.ts). English is what stands where a text is not known.
import { shallowReactive } from 'vue';
import { addWords, decimalSign, language } from '../../i18n/language';
import type { Language } from '../../i18n/languages';
import { sentenceBook } from '../../i18n/sentenceBook';

type Dictionary = Readonly<Record<string, string>>;

const DICTIONARIES: Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<readonly { readonly default: Dictionary }[]>>
> = {
  de: () => Promise.all([import('./de'), import('./de/sentences'), import('../../i18n/sentences/de')]),
  es: () => Promise.all([import('./es'), import('./es/sentences'), import('../../i18n/sentences/es')]),
  zh: () => Promise.all([import('./zh'), import('./zh/sentences'), import('../../i18n/sentences/zh')]),
};

/** Fields of catalogue entries that are texts for people. */
const SAID: readonly string[] = [
  ...['label', 'help', 'nickname', 'title', 'caution', 'unit', 'runName'],
  ...['summary', 'lookFor', 'brokenWord', 'why'],
];

const known = shallowReactive(new Map<Language, (english: string) => string>());
addWords(async (to) => {
  if (to === 'en' || known.has(to)) return;
  const dictionaries = await DICTIONARIES[to]();
  const texts: Dictionary = Object.assign({}, ...dictionaries.map((one) => one.default));
  known.set(to, sentenceBook(texts, decimalSign(to)));
});

/** The text in the language that is spoken. Follows the language where Vue watches. */
export const inWords = (english: string): string => known.get(language.value)?.(english) ?? english;

function speak(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && SAID.includes(key)) Reflect.set(value, key, inWords(inner));
    else speak(inner);
  }
}

/** A copy of plain data with its texts in the language that is spoken. */
export function spoken<T>(entry: T): T {
  if (!known.has(language.value)) return entry;
  const copy = structuredClone(entry);
  speak(copy);
  return copy;
}
