import { describe, expect, it } from 'vitest';
import { GLOSSARY, textPieces } from './glossary';

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
        ['accuracy', 'Accuracy of the discriminator'],
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

it('explains every word once', () => {
  const forms = GLOSSARY.flatMap((entry) => entry.forms.map((form) => form.toLowerCase()));
  expect(new Set(forms).size).toBe(forms.length);
  for (const { meaning } of GLOSSARY) expect(meaning.length).toBeGreaterThan(40);
});
