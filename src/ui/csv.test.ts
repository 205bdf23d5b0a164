// CSV that spreadsheets read back as it was meant.
import { expect, it } from 'vitest';
import { csvFile, csvText } from './csv';

it('quotes what needs quotes, writes numbers plainly, and runs no formulas', () => {
  expect(
    csvText([
      ['a,b', 'say "hi"', 'two\nlines'],
      [1.5, NaN, '=1+1'],
    ]),
  ).toBe('"a,b","say ""hi""","two\nlines"\r\n1.5,,\'=1+1\r\n');
  expect([...csvFile('x.csv', [['ü']]).bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
