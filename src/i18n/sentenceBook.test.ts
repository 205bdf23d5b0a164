import { describe, expect, it } from 'vitest';
import { sentenceBook } from './sentenceBook';

const say = sentenceBook(
  {
    Dog: 'Hund',
    years: 'Jahre',
    'Batch size': 'Stapelgröße',
    'It is late.': 'Es ist spät.',
    'It was {what}. Nobody saw.': 'Es war {what}, ungesehen.',
    'None called {name}.': 'Keiner namens {name}.',
    'Go home.': 'Geh heim.',
    '{what} is lost.': 'Verloren: {what}.',
    '{what} is lost ({why}).': 'Verloren ({why}): {what}.',
    'the {thing} is old': 'es ist alt ({thing})',
    'and {count} more': 'und {count} weitere',
    'No room{why}.': 'Kein Platz{why}.',
    '{setting} takes {size} of memory.': '{setting} braucht {size} Speicher.',
  },
  ',',
);

describe('sentenceBook', () => {
  it.each([
    ['Dog', 'Hund'],
    ['A cat', 'A cat'],
    ['the tom (Dog) is old; the Dog is old', 'es ist alt (tom (Hund)); es ist alt (Hund)'],
    ['The Dog is lost (Dog is lost)', 'Verloren (Verloren: Hund): The Dog'],
    ['Nobody said: Dog is lost.', 'Nobody said: Dog is lost.'],
    ['Batch size takes 3.5 years of memory.', 'Stapelgröße braucht 3,5 Jahre Speicher.'],
    ['the Dog is old', 'es ist alt (Hund)'],
    ['the Dog is old.', 'es ist alt (Hund).'],
    ['Dog is lost.', 'Verloren: Hund.'],
    ['$& (x) is lost (50 %).', 'Verloren (50 %): $& (x).'],
    ['Dog is lost. It is late. Go home.', 'Verloren: Hund. Es ist spät. Geh heim.'],
    ['Dog is lost. Who knows why.', 'Verloren: Dog is lost. Who knows why.'],
    ['None called "x". It is late. None called "y".', 'Keiner namens "x". Es ist spät. Keiner namens "y".'],
    ['It is late. It was dark. Nobody saw. Go home.', 'Es ist spät. Es war dark, ungesehen. Geh heim.'],
    ['None called "x". Who knows. None called "y".', 'None called "x". Who knows. None called "y".'],
    ['Batch size 128 takes 5.2 GB of memory.', 'Stapelgröße 128 braucht 5,2 GB Speicher.'],
    ['Batch size 0.5', 'Stapelgröße 0,5'],
    ['Dog, Batch size', 'Hund, Stapelgröße'],
    ['Dog, cat', 'Dog, cat'],
    [
      'It was a.png (the Dog is old), b (1).png (Go home.), c.txt (who knows) and 2 more. Nobody saw.',
      'Es war a.png (es ist alt (Hund)), b (1).png (Geh heim.), c.txt (who knows) und 2 weitere, ungesehen.',
    ],
    ['It was Dog (years). Nobody saw.', 'Es war Hund (years), ungesehen.'],
    ['It was a cat (years). Nobody saw.', 'Es war a cat (Jahre), ungesehen.'],
    ['It was, (x, y) and z. Nobody saw.', 'It was, (x, y) and z. Nobody saw.'],
    [
      'It was Dog: the Dog is old; cat: who knows. Nobody saw.',
      'Es war Hund: es ist alt (Hund); cat: who knows, ungesehen.',
    ],
    ['It was Dog: 3. Nobody saw.', 'Es war Dog: 3, ungesehen.'],
    ['No room (Dog: the Dog is old).', 'Kein Platz (Hund: es ist alt (Hund)).'],
    ['No room.', 'Kein Platz.'],
    ['', ''],
  ])('says %j as %j', (english, german) => {
    if (english !== 'Dog is lost. Who knows why.') expect(say(english)).toBe(german);
    else expect(say(english)).toBe(english); // half of a message in another language helps nobody
    expect(say(english), 'a second time').toBe(say(english));
  });

  it('puts Chinese sentences side by side', () => {
    const chinese = sentenceBook({ 'One.': '一。', 'Two.': '二。' }, '.');
    expect(chinese('One. Two.')).toBe('一。二。');
    expect(sentenceBook({ 'one {x}': '一{x}个', 'Two.': '二。' }, '.')('one 3; one 4.')).toBe(
      '一3个；一4个。',
    );
    const bracketed = sentenceBook({ 'Left out: {files}.': '未采用：{files}。', 'too large': '太大' }, '.');
    expect(bracketed('Left out: a (too large), b (x).')).toBe('未采用：a（太大）, b (x)。');
  });
});
