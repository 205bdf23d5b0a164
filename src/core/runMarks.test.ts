// Notes as they are kept: what anybody wrote, without what cannot be shown.
import { expect, it } from 'vitest';
import { cleanNote, MOST_NOTE } from './runMarks';

it.each([
  ['  Two 7s look alike.\n', 'Two 7s look alike.'],
  ['first\r\nsecond\rthird', 'first\nsecond\nthird'],
  ['a\u0007b\u202Ec\u2028d', 'abcd'],
  ['\ttab\tstays', 'tab\tstays'],
  ['数字 7 看起来一样 👍', '数字 7 看起来一样 👍'],
  ['x'.repeat(9 * MOST_NOTE), 'x'.repeat(MOST_NOTE)],
])('%#', (text, kept) => expect(cleanNote(text)).toBe(kept));
