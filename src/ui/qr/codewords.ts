// A text as the codewords of the smallest QR code that holds it: bytes of UTF-8, filled up, cut into blocks, corrected, and
// dealt out in turns. ISO/IEC 18004, 7.4 and 7.6.
import { correctionOf } from './reedSolomon';
import { blocksOf, MOST_VERSION } from './tables';

const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11];

export interface Codewords {
  readonly version: number;
  readonly bytes: readonly number[];
}

const lengthBits = (version: number): number => (version < 10 ? 8 : 16);

/** Null where it holds more than the largest code. */
export function codewordsFor(text: string): Codewords | null {
  const content = new TextEncoder().encode(text);
  const needs = (version: number): number => 4 + lengthBits(version) + 8 * content.length;
  const version = Array.from({ length: MOST_VERSION }, (_, i) => i + 1).find(
    (one) => needs(one) <= 8 * blocksOf(one).data,
  );
  if (version === undefined) return null;
  const { blocks, correction, data } = blocksOf(version);

  const bits: number[] = [];
  const put = (value: number, count: number): void => {
    for (let bit = count - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  put(BYTE_MODE, 4);
  put(content.length, lengthBits(version));
  for (const byte of content) put(byte, 8);
  put(0, Math.min(4, 8 * data - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  const filled = Array.from({ length: bits.length / 8 }, (_, i) =>
    bits.slice(8 * i, 8 * i + 8).reduce((byte, bit) => 2 * byte + bit, 0),
  );
  for (let i = 0; filled.length < data; i++) filled.push(PADDING[i % 2]);

  // The last blocks are one longer where the data cannot be split evenly.
  const short = Math.floor(data / blocks);
  const longer = data % blocks;
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, i) => {
    const part = filled.slice(from, (from += short + (i >= blocks - longer ? 1 : 0)));
    return { part, checks: correctionOf(part, correction) };
  });
  const dealt = (rows: readonly (readonly number[])[]): number[] =>
    Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, i) =>
      rows.flatMap((row) => (i < row.length ? [row[i]] : [])),
    ).flat();
  return {
    version,
    bytes: [...dealt(parts.map(({ part }) => part)), ...dealt(parts.map(({ checks }) => checks))],
  };
}
