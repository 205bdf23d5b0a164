// What the page calls in a language what a person presses in a lesson, by the English name: from the words of the features that
// lessons lead to. For doLessons.ts.
import path from 'node:path';
import { LANGUAGES, type Language } from '../src/i18n/languages';

const SRC = path.resolve(import.meta.dirname, '../src');
const FEATURES = ['features/lessons', 'features/lab', 'features/export', 'app'];

interface Texts {
  readonly [key: string]: string | Texts;
}
const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null;

async function textsOf(file: string): Promise<Texts> {
  const loaded: unknown = await import(path.join(SRC, file));
  if (isTexts(loaded) && isTexts(loaded.default)) return loaded.default;
  throw new TypeError(`${file} exports no texts`);
}

/** Pairs of an English text and the one under the same key. */
function pairsOf(english: Texts, others: Texts): readonly (readonly [string, string])[] {
  return Object.entries(english).flatMap(([key, text]) => {
    const other = others[key];
    if (typeof text === 'string') return typeof other === 'string' ? [[text, other] as const] : [];
    return isTexts(other) ? pairsOf(text, other) : [];
  });
}

export const isLanguage = (text: string): text is Language => text in LANGUAGES;

/** @returns says the names that a text may have in the language. @throws TypeError for one that no feature has */
export async function lessonNames(language: Language): Promise<(english: string) => readonly string[]> {
  if (language === 'en') return (english) => [english];
  const ofFeatures = await Promise.all(
    FEATURES.map(async (feature) =>
      pairsOf(await textsOf(`${feature}/words/en.ts`), await textsOf(`${feature}/words/${language}.ts`)),
    ),
  );
  const ofCatalogue = Object.entries(await textsOf(`stores/catalogueWords/${language}/index.ts`)).flatMap(
    ([english, text]) => (typeof text === 'string' ? [[english, text] as const] : []),
  );
  const all = [...ofFeatures.flat(), ...ofCatalogue];
  return (english) => {
    const names = all.filter(([text]) => text === english).map(([, name]) => name);
    if (names.length === 0) throw new TypeError(`${english} has no name in ${language}`);
    return [...new Set(names)];
  };
}
