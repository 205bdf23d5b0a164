import { expect, it } from 'vitest';
import { choiceInText, inputText, namesInText } from './inputText';

it('says the names of a classifier, whatever letters are in them', () => {
  const names = ['daisy', 'a "b"', '[c]', 'd, e', 'Gänse\\blume', ''];
  const text = inputText({ latent: 12, classes: 0, names });
  expect(namesInText(`made by Ganvas; ${text}; more`)).toEqual(names);
  expect(choiceInText(text)).toBeNull();
  expect(namesInText(inputText({ latent: 12, classes: 3 }))).toBeNull();
});

it('says what is chosen beside the noise', () => {
  const read = (...said: Parameters<typeof inputText>) =>
    choiceInText(`made by Ganvas; ${inputText(...said)}`);
  expect(read({ latent: 12, classes: 3 })).toEqual({ source: 'labels', count: 3 });
  expect(read(null, 4)).toEqual({ source: 'generators', count: 4 });
  expect(inputText({ latent: 12, classes: 0 }, 1)).toBe('');
});

it.each([
  'classifier: ["a"',
  'classifier: [1]',
  'classifier: []x',
  `classifier: ${JSON.stringify(Array(300).fill('a'))}`,
  '',
])('takes no names of %j that are none', (text) => {
  expect(namesInText(text)?.length ?? 0).toBe(0);
});
