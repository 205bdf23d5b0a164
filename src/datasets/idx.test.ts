import { describe, expect, it } from 'vitest';
import { DatasetFileError } from './errors';
import { gunzip, gzip, isGzip } from './gzip';
import { parseIdx, writeIdx } from './idx';

const sample = writeIdx(
  [2, 2, 3],
  Uint8Array.from({ length: 12 }, (_, i) => i * 20),
);

describe('IDX', () => {
  it('writes the header that the format note describes', () => {
    const header = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3];
    expect([...sample.subarray(0, 16)]).toEqual(header);
  });

  it('reads back what it writes', () => {
    const { dims, data } = parseIdx(sample, 'a.idx');
    expect(dims).toEqual([2, 2, 3]);
    expect([...data]).toEqual([0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 220]);
  });

  it('reads a file that lies inside a larger buffer', () => {
    const larger = new Uint8Array(sample.length + 7);
    larger.set(sample, 5);
    expect(parseIdx(larger.subarray(5, 5 + sample.length), 'a').dims).toEqual([2, 2, 3]);
  });

  it('says what was expected and what came', () => {
    const parse = (bytes: Uint8Array<ArrayBuffer>) => () => parseIdx(bytes, 'a.idx');
    expect(parse(sample.subarray(0, 20))).toThrow(
      /a\.idx is truncated: 2 x 2 x 3 values need 28 bytes, came 20/,
    );
    expect(parse(new Uint8Array([...sample, 1]))).toThrow(/too long: .* need 28 bytes, came 29/);
    expect(parse(sample.subarray(0, 9))).toThrow(/ends in its header: expected at least 16 bytes, came 9/);
    expect(parse(new TextEncoder().encode('<!doctype html>'))).toThrow(/3C 21 64 6F \(a web page\)/);
    expect(parse(new Uint8Array([0, 0, 0x0d, 1, 0, 0, 0, 0]))).toThrow(/type 0x0D; expected unsigned bytes/);
    expect(parse(new Uint8Array())).toThrow(/came nothing/);
    expect(parse(new Uint8Array())).toThrow(DatasetFileError);
  });

  it('refuses to write values that do not fill the dimensions', () => {
    expect(() => writeIdx([2, 2], new Uint8Array(3))).toThrow(RangeError);
  });
});

describe('gzip', () => {
  it('unpacks what it packs', async () => {
    const packed = await gzip(sample);
    expect(isGzip(packed)).toBe(true);
    expect(await gunzip(packed, 'a.gz', 1000)).toEqual(sample);
  });

  it('refuses truncated and damaged data', async () => {
    const big = writeIdx(
      [5000],
      Uint8Array.from({ length: 5000 }, (_, i) => (i * i) % 251),
    );
    const packed = await gzip(big);
    await expect(gunzip(packed.subarray(0, packed.length >> 1), 'a.gz', 1e6)).rejects.toThrow(
      /a\.gz is truncated or damaged gzip data: after \d+ packed bytes/,
    );
    const damaged = packed.slice();
    damaged[packed.length - 6] ^= 0xff; // a byte of the checksum
    await expect(gunzip(damaged, 'a.gz', 1e6)).rejects.toThrow(DatasetFileError);
  });

  it('stops at the limit instead of filling the memory', async () => {
    const packed = await gzip(new Uint8Array(1_000_000));
    await expect(gunzip(packed, 'a.gz', 1000)).rejects.toThrow(/more than the 1000 bytes/);
  });
});
