import { expect, it } from 'vitest';
import { MOST_LINES, tooLong } from './sourceLengths';

const lines = (count: number): string => 'x;\n'.repeat(count);

it('names source files that are too long, and only those', () => {
  const texts = new Map([
    ['a.ts', lines(MOST_LINES)],
    ['b.vue', lines(MOST_LINES + 1)],
    ['install.sh', lines(MOST_LINES + 1)],
    ['data.json', lines(MOST_LINES + 1)],
  ]);
  expect(tooLong([...texts.keys()], (path) => texts.get(path) ?? '')).toEqual([
    'b.vue has 301 lines; 300 is the most: split it by what its parts do.',
  ]);
});
