// What ISO/IEC 18004 fixes for QR codes of its lowest level of error correction (L): how many codewords each version has, how
// they are split into blocks, and where its marks stand. Facts only.

export const MOST_VERSION = 40;

/** Codewords for error correction in each block, by version from 1. */
const CORRECTION = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
  30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];

/** Blocks, by version from 1. */
const BLOCKS = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
  19, 19, 20, 21, 22, 24, 25,
];

/** Modules along a side. */
export const sideOf = (version: number): number => 17 + 4 * version;

/** Rows, and columns, at which alignment marks are centred. */
export function alignmentAt(version: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = sideOf(version) - 7;
  // The distance is even; version 32 alone is rounded another way.
  const step = version === 32 ? 26 : 2 * Math.ceil((last - 6) / (2 * (count - 1)));
  return [6, ...Array.from({ length: count - 1 }, (_, i) => last - (count - 2 - i) * step)];
}

/** All codewords of a version: every module that is no mark, in bytes. */
export function codewordsOf(version: number): number {
  const marks = alignmentAt(version).length;
  let modules = (16 * version + 128) * version + 64;
  if (marks > 0) modules -= (25 * marks - 10) * marks - 55;
  if (version >= 7) modules -= 36;
  return Math.floor(modules / 8);
}

export interface BlockLayout {
  readonly blocks: number;
  /** Codewords for error correction in each. */
  readonly correction: number;
  /** Codewords for data in all of them. */
  readonly data: number;
}

export function blocksOf(version: number): BlockLayout {
  const blocks = BLOCKS[version - 1];
  const correction = CORRECTION[version - 1];
  return { blocks, correction, data: codewordsOf(version) - blocks * correction };
}
