// Every text of every feature in every language: the same keys, the same values asked for, messages that vue-i18n can read.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { baseCompile, type CompileError } from '@intlify/message-compiler';
import { afterEach, describe, expect, it } from 'vitest';
import { i18n, wordsReady } from './language';
import { LANGUAGE_IDS } from './languages';
import { defineWords, type WordTree } from './words';

const SRC = path.resolve(import.meta.dirname, '..');
const folders = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|\/)words\/en\.ts$/.test(name))
  .map((name) => path.dirname(name));

const isTree = (value: unknown): value is WordTree => typeof value === 'object' && value !== null;

/** `[a.b, text]` of a tree of texts. */
const flat = (tree: WordTree, before = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value]] : flat(value, `${before}${key}.`),
  );

const values = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();

async function textsOf(folder: string, language: string): Promise<Map<string, string>> {
  const file: unknown = await import(path.join(SRC, folder, `${language}.ts`));
  const tree = isTree(file) ? file.default : null;
  if (!isTree(tree)) throw new Error(`${folder}/${language}.ts exports no texts.`);
  return new Map(flat(tree));
}

describe.each(folders)('the words of %s', (folder) => {
  it('are whole in every language', async () => {
    const english = await textsOf(folder, 'en');
    for (const language of LANGUAGE_IDS) {
      const texts = await textsOf(folder, language);
      expect([...texts.keys()].sort(), language).toEqual([...english.keys()].sort());
      for (const [key, text] of texts) {
        const faults: CompileError[] = [];
        baseCompile(text, { jit: true, onError: (error) => faults.push(error) });
        expect(faults, `${language} ${key}`).toEqual([]);
        expect(text.trim(), `${language} ${key}`).not.toBe('');
        expect(values(text), `${language} ${key}`).toEqual(values(english.get(key) ?? ''));
      }
    }
  });
});

describe('defineWords', () => {
  const english = {
    one: 'One',
    runs: '{count} run | {count} runs',
    at: { step: 'At {step} of {name}' },
  } as const;
  const others = {
    one: 'Eins',
    runs: '{count} Lauf | {count} Läufe',
    at: { step: 'Bei {step} von {name}' },
  };
  afterEach(() => void (i18n.global.locale.value = 'en'));

  it('writes values as the language does, chooses by count, and speaks English where nothing else is there', async () => {
    const fetched = () => Promise.resolve({ default: others });
    const words = defineWords('test-words', english, { de: fetched, es: fetched, zh: fetched });
    expect(words('one')).toBe('One');
    expect(words('runs', { count: 1 })).toBe('1 run');
    expect(words('runs', { count: 12345 })).toBe('12,345 runs');
    expect(words('at.step', { step: 1.5, name: '<b>' })).toBe('At 1.5 of <b>');
    i18n.global.locale.value = 'de';
    expect(words('one')).toBe('One');
    expect(await wordsReady()).toBe(true);
  });
});
