import { expect, it } from 'vitest';
import { optionWords, readersOf } from './fileReaders';
import type { ChoiceParam } from './paramSpec';

const END: ChoiceParam = {
  id: 'end',
  kind: 'choice',
  label: 'Ends in',
  choices: [
    { value: 'a', label: 'An A' },
    { value: 'b', label: 'A B' },
  ],
  default: 'a',
  help: 'How it ends.',
};

it('names those who read a file that was written with these choices', () => {
  const readers = [{ words: 'everybody' }, { words: 'who knows B', only: { option: 'end', value: 'b' } }];
  expect(readersOf(readers, { end: 'a' })).toEqual(['everybody']);
  expect(readersOf(readers, { end: 'b' })).toEqual(['everybody', 'who knows B']);
  expect(readersOf(readers, {})).toEqual(['everybody']);
});

it('says what was chosen in words', () => {
  expect(optionWords([END], { end: 'b' })).toEqual([{ label: 'Ends in', choice: 'A B' }]);
  expect(optionWords([END], {})).toEqual([]);
});
