import { expect, it } from 'vitest';
import { richPieces, unmarked } from './richText';

it.each([
  ['no marks, 2 * 3', [{ kind: 'plain', text: 'no marks, 2 * 3' }]],
  [
    'the **whole** *cloud*',
    [
      { kind: 'plain', text: 'the ' },
      { kind: 'strong', text: 'whole' },
      { kind: 'plain', text: ' ' },
      { kind: 'stressed', text: 'cloud' },
    ],
  ],
  [
    '[forger](generator)：[副本](/train)。',
    [
      { kind: 'role', text: 'forger', role: 'generator' },
      { kind: 'plain', text: '：' },
      { kind: 'link', text: '副本', to: '/train' },
      { kind: 'plain', text: '。' },
    ],
  ],
])('finds the marks of "%s"', (line, pieces) => {
  expect(richPieces(line)).toEqual(pieces);
});

it('leaves the signs of a name alone that is put into a line', () => {
  const name = '*a* [b](c)';
  expect(richPieces(`**${unmarked(name)}** leaves.`)).toEqual([
    { kind: 'strong', text: name },
    { kind: 'plain', text: ' leaves.' },
  ]);
});
