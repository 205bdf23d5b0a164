// The kiosk's texts: English where nothing else is asked for, and the same values in every language.
import { describe, expect, it } from 'vitest';
import { count, language, TEXTS, words } from '.';
import { LANGUAGE_IDS } from '../../i18n/languages';
import english from './en';

const valuesIn = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

it('fills values in', () => {
  expect(language).toBe('en');
  expect(words('imageSpeed', { time: '5.21 ms', rate: 190 })).toBe('5.21 ms an image · 190 images/s');
  expect(words('refused', { why: 'It is {damaged}: $& $1.' })).toBe(
    'The board’s model was refused. It is {damaged}: $& $1.',
  );
  expect(count(12345)).toBe('12,345');
});

describe.each(LANGUAGE_IDS)('in %s', (id) => {
  it.each(Object.entries(english))('%s', (key, text) => {
    const [, said] = Object.entries(TEXTS[id]).find(([name]) => name === key) ?? [];
    expect(said?.trim()).toBeTruthy();
    expect(valuesIn(said ?? '')).toEqual(valuesIn(text));
  });
});
