// The languages that the page speaks, and which of them a person gets. Pure; no messages. A new language is a line here and
// a file beside each `en.ts`: the compiler lists what is missing.
export interface LanguageFacts {
  /** BCP 47, for `lang` and for the browser's own lists. */
  readonly tag: string;
  /** In the language itself, as a choice names it. */
  readonly name: string;
  /** Whose numbers it writes (Intl). */
  readonly numbers: string;
}

export const LANGUAGES = {
  en: { tag: 'en', name: 'English', numbers: 'en-GB' },
  de: { tag: 'de', name: 'Deutsch', numbers: 'de-DE' },
  es: { tag: 'es', name: 'Español', numbers: 'es-ES' },
  zh: { tag: 'zh-Hans', name: '简体中文', numbers: 'zh-CN' },
} as const satisfies Readonly<Record<string, LanguageFacts>>;

export type Language = keyof typeof LANGUAGES;

export const isLanguage = (id: string): id is Language => Object.hasOwn(LANGUAGES, id);

export const LANGUAGE_IDS: readonly Language[] = Object.keys(LANGUAGES).filter(isLanguage);

/** Scripts that are written from right to left, of languages that the page may learn. */
const RIGHT_TO_LEFT: readonly string[] = ['ar', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'];

/** Of a BCP 47 tag: `de` of `de-AT`. */
export const mainPartOf = (tag: string): string => tag.split('-')[0].toLowerCase();

/** What `dir` says of a BCP 47 tag. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(mainPartOf(tag)) ? 'rtl' : 'ltr';

/**
 * @param given from most to least telling: a link, what was kept on the device, the browser's list; null for none
 * @returns the first that the page speaks, by its main part (`de-AT` is `de`), else English
 */
export function chooseLanguage(given: readonly (string | null)[]): Language {
  for (const tag of given) {
    const main = mainPartOf(tag ?? '');
    if (isLanguage(main)) return main;
  }
  return 'en';
}
