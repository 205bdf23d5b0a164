// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { startLanguage } from '../i18n/language';
import { LANGUAGE_IDS } from '../i18n/languages';
import { glossary, textPieces } from './glossary';

afterEach(() => startLanguage('en'));

const known = (text: string) =>
  textPieces(text).flatMap(({ text: word, entry }) => (entry ? [[word, entry.word]] : []));

describe('textPieces', () => {
  it.each([
    ['Fréchet distance', [['Fréchet distance', 'Fréchet distance']]],
    [
      'KL from uniform (nats)',
      [
        ['KL from uniform', 'KL'],
        ['nats', 'Nats'],
      ],
    ],
    ['Loss of the generator', [['Loss', 'Loss']]],
    [
      '1 of 8 modes, KL 2.1, accuracy of the police 50 %',
      [
        ['modes', 'Modes'],
        ['KL', 'KL'],
        ['accuracy', 'Accuracy'],
      ],
    ],
    ['flooring, models and lossless ankles', []],
  ])('finds the words of "%s", whole ones alone', (text, words) => {
    expect(known(text)).toEqual(words);
    expect(
      textPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

it.each([
  ['de', 'Verlust des Generators, KL from uniform', ['Verlust', 'KL']],
  ['zh', '生成器的损失与 Fréchet 距离', ['损失', 'Fréchet 距离']],
] as const)(
  'finds the words of its own language and the English ones in %s',
  async (language, text, found) => {
    await startLanguage(language);
    expect(known(text).map(([, word]) => word)).toEqual(found);
  },
);

it.each(LANGUAGE_IDS)('explains every word once in %s', async (language) => {
  await startLanguage(language);
  const forms = glossary().flatMap((entry) => entry.forms.map((form) => form.toLowerCase()));
  expect(new Set(forms).size).toBe(forms.length);
  for (const { meaning } of glossary()) expect(meaning.length).toBeGreaterThan(15);
});
