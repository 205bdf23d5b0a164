// What a lesson tells to press is called in each language as the page calls it there: an emphasized text that is a label of
// the English page is emphasized in the other languages, too, by one of the names that the page has for it.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { WordTree } from '../i18n/words';

/** Words of a sentence may be emphasized, too. */
const isLabel = /^\p{Lu}/u;
const LANGUAGES = ['de', 'es', 'zh'] as const;
const SRC = path.resolve(import.meta.dirname, '..');
const LESSONS = path.join(SRC, 'features/lessons/texts');
const trees = import.meta.glob<{ readonly default: WordTree }>('../**/words/{en,de,es,zh}.ts', {
  eager: true,
});
const dictionaries = import.meta.glob<{ readonly default: Readonly<Record<string, string>> }>(
  '../stores/catalogueWords/*/index.ts',
  { eager: true },
);

const flat = (tree: WordTree, before = ''): readonly (readonly [key: string, text: string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as const] : flat(value, `${before}${key}.`),
  );

/** Names of an English label in a language, or none where it is no label. */
function namesIn(language: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  const add = (english: string, said: string): unknown =>
    names.get(english)?.push(said) ?? names.set(english, [said]);
  for (const [file, { default: tree }] of Object.entries(trees)) {
    if (!file.endsWith('/en.ts')) continue;
    const other = new Map(flat(trees[file.replace(/en\.ts$/, `${language}.ts`)].default));
    for (const [key, english] of flat(tree)) add(english, other.get(key) ?? '');
  }
  const { default: dictionary } = dictionaries[`../stores/catalogueWords/${language}/index.ts`];
  for (const [english, said] of Object.entries(dictionary)) add(english, said);
  return names;
}

const emphasized = (language: string, lesson: string): readonly string[] =>
  Array.from(
    readFileSync(path.join(LESSONS, language, lesson), 'utf8').matchAll(/\*\*([^*]+)\*\*|_([^_]+)_/gu),
    ([, strong, weak]) => strong ?? weak,
  );

const lessons = readdirSync(path.join(LESSONS, 'en')).filter((name) => name.endsWith('.md'));

it.each(LANGUAGES)('labels in lessons are those of the page in %s', (language) => {
  const names = namesIn(language);
  const wrong = lessons.flatMap((lesson) => {
    const there = emphasized(language, lesson).map((text) => text.toLowerCase());
    return emphasized('en', lesson)
      .filter(
        (text) =>
          isLabel.test(text) &&
          names.has(text) &&
          !names.get(text)?.some((name) => there.includes(name.toLowerCase())),
      )
      .map((text) => `${lesson}: ${text}, here ${names.get(text)?.join(' or ')}`);
  });
  expect(wrong).toEqual([]);
});
