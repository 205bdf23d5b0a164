// The page's texts in the browser's language. Small enough that all four go along: the page may be sent to anybody.
import german from './de';
import english, { type Texts } from './en';
import spanish from './es';
import chinese from './zh';

/** By the main part of a BCP 47 tag, with the whole tag for the document. */
const LANGUAGES: Readonly<Record<string, { readonly tag: string; readonly texts: Texts }>> = {
  en: { tag: 'en', texts: english },
  de: { tag: 'de', texts: german },
  es: { tag: 'es', texts: spanish },
  zh: { tag: 'zh-Hans', texts: chinese },
};

export type Say = (key: keyof Texts, values?: Readonly<Record<string, string | number>>) => string;

/** @param tags what the person reads, first choice first. @returns the first that there is, else English */
export function speak(tags: readonly string[]): { readonly tag: string; readonly say: Say } {
  const known = tags
    .map((tag) => tag.toLowerCase().split('-')[0])
    .find((main) => Object.hasOwn(LANGUAGES, main));
  const { tag, texts } = LANGUAGES[known ?? 'en'];
  const say: Say = (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  return { tag, say };
}
