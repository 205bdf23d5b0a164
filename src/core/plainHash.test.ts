import { describe, expect, it } from 'vitest';
import { plainHash } from './plainHash';

const LINK = '#/train?lock=fix&allow=seed&note=both%20%26%20more%3F';
const again = (text: string): string => encodeURIComponent(text);

describe('plainHash', () => {
  it('leaves what nobody encoded', () => {
    for (const hash of ['', '#', '#/', '#/lab', LINK, '#/play/draw?note=%3Fyes'])
      expect(plainHash(hash)).toBe(hash);
  });

  it.each([
    ['the whole', `#${again(LINK.slice(1))}`],
    ['the whole but for its first stroke', `#/${again(LINK.slice(2))}`],
    ['the whole, twice', `#${again(again(LINK.slice(1)))}`],
    ['its question mark alone', LINK.replace('?', '%3F')],
    ['a stroke too many', LINK.replace('#/', '#//')],
  ])('takes apart a link of which %s was encoded', (_, hash) => {
    expect(plainHash(hash)).toBe(LINK);
  });

  it('never throws for half a code', () => {
    expect(plainHash('#%2Flab%3Flock%3Dfix%')).toBe('#/lab?lock%3Dfix%');
    expect(plainHash('#/%E0%A4%A')).toBe('#/%E0%A4%A');
  });
});
