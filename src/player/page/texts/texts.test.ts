// The texts of pages that leave, and what all pages say without JavaScript: in every language, with the same values.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_IDS, LANGUAGES } from '../../../i18n/languages';
import { speak } from '.';
import german from './de';
import english from './en';
import spanish from './es';
import chinese from './zh';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
const TEXTS = { en: english, de: german, es: spanish, zh: chinese };

const valuesIn = (text: string): readonly string[] => text.match(/\{\w+\}/g)?.toSorted() ?? [];

describe.each(LANGUAGE_IDS)('in %s', (id) => {
  it.each(Object.entries(english))('%s', (key, text) => {
    const [, said] = Object.entries(TEXTS[id]).find(([name]) => name === key) ?? [];
    expect(said?.trim()).toBeTruthy();
    expect(valuesIn(said ?? '')).toEqual(valuesIn(text));
  });

  it('is spoken where a browser asks for it', () => {
    const { tag, say } = speak(['fr', LANGUAGES[id].tag]);
    expect(tag).toBe(LANGUAGES[id].tag);
    expect(say('number', { number: 7 })).toBe(TEXTS[id].number.replace('{number}', '7'));
  });
});

it.each(['index.html', 'kiosk/index.html', 'src/player/page/page.html'])(
  '%s says in every language that it needs JavaScript',
  (file) => {
    const [, said] = /<noscript>(.*?)<\/noscript>/s.exec(readFileSync(path.join(ROOT, file), 'utf8')) ?? [];
    const found = [...(said ?? '').matchAll(/<p lang="([\w-]+)">([^<]+)<\/p>/g)];
    expect(found.map(([, tag]) => tag)).toEqual(Object.values(LANGUAGES).map(({ tag }) => tag));
    for (const [, , text] of found) expect(text).toContain('JavaScript');
  },
);
