// Texts of the kiosk in the language of the browser, or the one that its address asks for (`?lang=de`). All of them come with the
// page: they are small, and a board has no second chance to fetch one. No vue-i18n, which is larger than all of them.
import { chooseLanguage, LANGUAGES, type Language } from '../../i18n/languages';
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

/** `words('draw', { what: 'All' })` */
export const words: Words = (key, ...[values = {}]) => {
  const given: Readonly<Record<string, string | number>> = values;
  return TEXTS[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(given[name] ?? whole));
};

/** `12,345`, as the language writes it. */
export const count = (value: number): string => value.toLocaleString(LANGUAGES[language].numbers);
