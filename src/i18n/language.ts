// The language that the page speaks now: vue-i18n behind it, what is kept on the device, `lang` and `dir` of the document.
// Not the messages: each feature has its own (words.ts), and other languages than English are fetched when they are spoken.
import { readonly, shallowRef } from 'vue';
import { createI18n } from 'vue-i18n';
import { chooseLanguage, directionOf, LANGUAGES, type Language } from './languages';

const KEY = 'ganvas-language';

/** Texts that the page itself tests hold for every key; a missing one would show in English. */
export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  missingWarn: false,
  fallbackWarn: false,
  messages: {},
});

const spoken = shallowRef<Language>('en');
/** Asked for last: a slower answer to an earlier wish must not win. */
let wanted: Language = 'en';

export const language = readonly(spoken);

/** Fetches the words of one feature in a language; registered by words.ts. */
export type WordLoader = (language: Language) => Promise<void>;
const loaders = new Set<WordLoader>();

export function addWords(load: WordLoader): void {
  loaders.add(load);
}

/** Resolves to false where some words could not be fetched: those stay English. */
async function fetchWords(to: Language): Promise<boolean> {
  const outcomes = await Promise.allSettled([...loaders].map((load) => load(to)));
  return outcomes.every(({ status }) => status === 'fulfilled');
}

/** Words of what was added since, in the language that is spoken; a place waits for it before it is shown. */
export const wordsReady = (): Promise<boolean> => fetchWords(wanted);

function show(next: Language): void {
  i18n.global.locale.value = next;
  spoken.value = next;
  if (typeof document === 'undefined') return;
  document.documentElement.lang = LANGUAGES[next].tag;
  document.documentElement.dir = directionOf(LANGUAGES[next].tag);
}

/** @returns false where some words could not be fetched */
async function speak(next: Language): Promise<boolean> {
  wanted = next;
  const whole = await fetchWords(next);
  if (wanted === next) show(next);
  return whole;
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // a browser that keeps nothing for this page
  }
}

/** @param asked language of the link, null for none. Call once before the page is drawn. */
export const startLanguage = (asked: string | null): Promise<boolean> =>
  speak(chooseLanguage([asked, kept(), ...navigator.languages]));

/** What a person chose: spoken now and kept. @returns false where some words could not be fetched */
export function chooseToSpeak(next: Language): Promise<boolean> {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // the choice holds until the page is closed
  }
  return speak(next);
}

const formats = new Map<string, Intl.NumberFormat>();

/** A number as the spoken language writes it. Follows the language where Vue watches. */
export function writeNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  const locale = LANGUAGES[spoken.value].numbers;
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, options);
  formats.set(key, format);
  return format.format(value);
}

/** A moment of the device's clock, as the spoken language writes it: `2 Jan 2026, 14:05`. */
export const writeMoment = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleString(LANGUAGES[spoken.value].numbers, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });

const decimalSigns = new Map<Language, string>();

/** `.` or `,`, as a language writes it, the spoken one if none is named. */
export function decimalSign(of: Language = spoken.value): string {
  const known = decimalSigns.get(of);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(LANGUAGES[of].numbers).formatToParts(1.5);
  const sign = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  decimalSigns.set(of, sign);
  return sign;
}
