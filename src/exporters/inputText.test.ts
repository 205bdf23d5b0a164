import { expect, it } from 'vitest';
import { classesInText, inputText, namesInText } from './inputText';

it('says the names of a classifier, whatever letters are in them', () => {
  const names = ['daisy', 'a "b"', '[c]', 'd, e', 'Gänse\\blume', ''];
  const text = inputText({ latent: 12, classes: 0, names });
  expect(namesInText(`made by Ganvas; ${text}; more`)).toEqual(names);
  expect(classesInText(text)).toBe(0);
  expect(namesInText(inputText({ latent: 12, classes: 3 }))).toBeNull();
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
