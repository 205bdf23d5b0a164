import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('crc32', () => {
  it('gives the published check value', () => {
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
    expect(crc32(bytes('IEND'))).toBe(0xae426082);
  });

  it('goes on where a first piece ended', () => {
    const all = bytes('The page keeps every run.');
    expect(crc32(all.subarray(9), crc32(all.subarray(0, 9)))).toBe(crc32(all));
  });
});
