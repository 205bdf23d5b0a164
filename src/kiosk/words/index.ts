// Texts of the kiosk in the language of the browser, or the one that its address asks for (`?lang=de`). All of them come with the
// page: they are small, and a board has no second chance to fetch one. No vue-i18n, which is larger than all of them.
import { classNameIn } from '../../core/classNames';
import { chooseLanguage, LANGUAGES, type Language } from '../../i18n/languages';
import { sentenceBook } from '../../i18n/sentenceBook';
import germanSentences from '../../i18n/sentences/de';
import spanishSentences from '../../i18n/sentences/es';
import chineseSentences from '../../i18n/sentences/zh';
import de from './de';
import type { KioskTexts, Values } from './define';
import en from './en';
import es from './es';
import zh from './zh';

export const TEXTS: Readonly<Record<Language, KioskTexts>> = { en, de, es, zh };

const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('lang');
const preferred = typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);

export const language = chooseLanguage([asked, ...preferred]);

/** For `lang` of the document. */
export const languageTag: string = LANGUAGES[language].tag;

type Words = <K extends keyof KioskTexts>(key: K, ...values: Values<K>) => string;

/** Names of a model's classes, of which those of the page's own data sets are known in each language. */
export const spokenNames = (names: readonly string[] | undefined): readonly string[] | null =>
  names?.map((name) => classNameIn(languageTag, name)) ?? null;

/** `words('draw', { what: 'All' })` */
export const words: Words = (key, ...[values = {}]) => {
  const given: Readonly<Record<string, string | number>> = values;
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(given[name] ?? whole));
};

const SENTENCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  de: germanSentences,
  es: spanishSentences,
  zh: chineseSentences,
};

/** Looks up what readers, workers and cameras say, who know English only. */
export const speaker = (to: Language): ((english: string) => string) =>
  sentenceBook(SENTENCES[to], (1.5).toLocaleString(LANGUAGES[to].numbers).charAt(1));

/** The same in the kiosk's language; what is not known stays English. */
export const inWords = speaker(language);

/** `12,345`, as the language writes it. */
export const count = (value: number): string => value.toLocaleString(LANGUAGES[language].numbers);
