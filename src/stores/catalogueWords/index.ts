// What the catalogue, the settings, the charts and the worker say, in the language that the page speaks: dictionaries by the
// English text, since the worker and the files that it writes know English only. What is put together from values, an error for
// example, is found by its sentence (i18n/sentenceBook.ts). English is what stands where a text is not known.
import { shallowReactive } from 'vue';
import { addWords, decimalSign, language, wordsReady } from '../../i18n/language';
import type { Language } from '../../i18n/languages';

type Dictionary = Readonly<Record<string, string>>;
type Dictionaries = Readonly<
  Record<Exclude<Language, 'en'>, () => Promise<readonly { readonly default: Dictionary }[]>>
>;

const DICTIONARIES: Dictionaries = {
  de: () => Promise.all([import('./de'), import('./de/sentences'), import('../../i18n/sentences/de')]),
  es: () => Promise.all([import('./es'), import('./es/sentences'), import('../../i18n/sentences/es')]),
  zh: () => Promise.all([import('./zh'), import('./zh/sentences'), import('../../i18n/sentences/zh')]),
};
/** What can be wrong with files of a person: as long as all of the above, and seldom said. */
const OF_FILES: Dictionaries = {
  de: () => Promise.all([import('./de/modelFiles')]),
  es: () => Promise.all([import('./es/modelFiles')]),
  zh: () => Promise.all([import('./zh/modelFiles')]),
};
/** What the worker refuses and what it is doing: nobody can have asked it before the page is drawn. */
const OF_REQUESTS: Dictionaries = {
  de: () => Promise.all([import('./de/later')]),
  es: () => Promise.all([import('./es/later')]),
  zh: () => Promise.all([import('./zh/later')]),
};

/** Fields of catalogue entries that are texts for people. */
const SAID: readonly string[] = [
  ...['label', 'help', 'nickname', 'title', 'caution', 'unit', 'runName'],
  ...['summary', 'lookFor', 'brokenWord', 'why'],
];

/** Charts name the columns of tables for programs too, which are English in every language. */
const SAID_WHERE_SHOWN: readonly string[] = ['charts'];

const texts = new Map<Language, Dictionary>();
const known = shallowReactive(new Map<Language, (english: string) => string>());

function addDictionaries(dictionaries: Dictionaries): void {
  const added = new Set<Language>();
  addWords(async (to) => {
    if (to === 'en' || added.has(to)) return;
    const [{ sentenceBook }, found] = await Promise.all([
      import('../../i18n/sentenceBook'),
      dictionaries[to](),
    ]);
    added.add(to);
    const all: Dictionary = Object.assign({}, texts.get(to), ...found.map((one) => one.default));
    texts.set(to, all);
    known.set(to, sentenceBook(all, decimalSign(to)));
  });
}
addDictionaries(DICTIONARIES);

/** Fetches dictionaries at the first call, for the language that is spoken and for those that will be. */
function whenExpected(dictionaries: Dictionaries): () => void {
  let areExpected = false;
  return () => {
    if (areExpected) return;
    areExpected = true;
    addDictionaries(dictionaries);
    void wordsReady();
  };
}

/** Call when a person gives files: the words for what may be wrong with them come while they are read. */
export const expectFiles = whenExpected(OF_FILES);

/** Call once the worker can be asked for something. */
export const expectRequests = whenExpected(OF_REQUESTS);

/** The text in the language that is spoken. Follows the language where Vue watches. */
export const inWords = (english: string): string => known.get(language.value)?.(english) ?? english;

function speak(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'string' && SAID.includes(key)) Reflect.set(value, key, inWords(inner));
    else if (!SAID_WHERE_SHOWN.includes(key)) speak(inner);
  }
}

/** A copy of plain data with its texts in the language that is spoken. */
export function spoken<T>(entry: T): T {
  if (!known.has(language.value)) return entry;
  const copy = structuredClone(entry);
  speak(copy);
  return copy;
}
