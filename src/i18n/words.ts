// Texts of one feature, typed by its English ones: a key that another language lacks, or a value that a text asks for and
// does not get, does not compile. English comes with the feature; the others are fetched when they are spoken.
import { addWords, i18n, writeNumber } from './language';
import type { Language } from './languages';

/** Messages of vue-i18n: `{name}` is a value, `one | many` chooses by the value `count`. */
export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** The same keys with texts of another language. */
export type SameWords<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameWords<T[K]> };

type Key<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Key<T[K]>}`;
}[keyof T & string];

type At<T, P extends string> = P extends keyof T
  ? T[P]
  : P extends `${infer K}.${infer Rest}`
    ? K extends keyof T
      ? At<T[K], Rest>
      : never
    : never;

type Names<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

type Values<S> = [Names<S>] extends [never] ? [] : [values: Readonly<Record<Names<S>, string | number>>];

/** `words('title')`, `words('saved.at', { step: 20 })`: numbers are written as the language does. */
export type Words<T extends WordTree> = <P extends Key<T>>(key: P, ...values: Values<At<T, P>>) => string;

export type OtherWords<T> = {
  readonly [L in Exclude<Language, 'en'>]: () => Promise<{ readonly default: SameWords<T> }>;
};

/**
 * Call once, in `words/index.ts` of a feature.
 * @param feature name that no other feature has
 */
export function defineWords<const T extends WordTree>(
  feature: string,
  english: T,
  others: OtherWords<T>,
): Words<T> {
  const { global } = i18n;
  const known = new Set<Language>(['en']);
  global.mergeLocaleMessage('en', { [feature]: english });
  addWords(async (language) => {
    if (language === 'en' || known.has(language)) return;
    const { default: texts } = await others[language]();
    global.mergeLocaleMessage(language, { [feature]: texts });
    known.add(language);
  });
  return (key, ...[values = {}]) => {
    const given: Readonly<Record<string, string | number>> = values;
    const written = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        typeof value === 'number' ? writeNumber(value) : value,
      ]),
    );
    const { count } = given;
    const path = `${feature}.${key}`;
    return typeof count === 'number' ? global.t(path, written, count) : global.t(path, written);
  };
}
