// The square of a QR code: marks, then the codewords in their zigzag, then the mask that disturbs readers least.
// ISO/IEC 18004, 7.7 to 7.10. Level L alone.
import { codewordsFor } from './codewords';
import { alignmentAt, sideOf } from './tables';
import { penaltyOf } from './penalty';

/** Rows of modules; true is dark. */
export type QrModules = readonly (readonly boolean[])[];

/** What turns a module over, by mask; row and column from 0. */
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];

const LEVEL_L = 0b01;

/** A value behind which the remainder of a division by a polynomial over GF(2) stands. */
function checked(value: number, polynomial: number, bits: number): number {
  let rest = value;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >> (bits - 1)) & 1 ? polynomial : 0);
  return (value << bits) | (rest & ((1 << bits) - 1));
}

/** A square with its marks: what may not be written over is no longer `null`. */
function marks(version: number): (boolean | null)[][] {
  const side = sideOf(version);
  const rows = Array.from({ length: side }, () => Array<boolean | null>(side).fill(null));
  const put = (row: number, column: number, dark: boolean): void => {
    if (rows[row]?.[column] !== undefined) rows[row][column] = dark;
  };
  for (let i = 0; i < side; i++) {
    put(6, i, i % 2 === 0);
    put(i, 6, i % 2 === 0);
  }
  const rings = (row: number, column: number, reach: number, dark: (ring: number) => boolean): void => {
    for (let i = -reach; i <= reach; i++)
      for (let j = -reach; j <= reach; j++)
        put(row + i, column + j, dark(Math.max(Math.abs(i), Math.abs(j))));
  };
  for (const [row, column] of [
    [3, 3],
    [3, side - 4],
    [side - 4, 3],
  ])
    rings(row, column, 4, (ring) => ring !== 2 && ring !== 4);
  const at = alignmentAt(version);
  const last = at.at(-1) ?? 0;
  for (const row of at)
    for (const column of at) {
      const inCorner = (row === 6 && (column === 6 || column === last)) || (row === last && column === 6);
      if (!inCorner) rings(row, column, 2, (ring) => ring !== 1);
    }
  if (version >= 7) {
    const word = checked(version, 0x1f25, 12);
    for (let i = 0; i < 18; i++) {
      const dark = ((word >> i) & 1) === 1;
      const [a, b] = [side - 11 + (i % 3), Math.floor(i / 3)];
      put(a, b, dark);
      put(b, a, dark);
    }
  }
  putFormat(put, side, 0); // its room is taken before the data come
  return rows;
}

function putFormat(
  put: (row: number, column: number, dark: boolean) => void,
  side: number,
  mask: number,
): void {
  const word = checked((LEVEL_L << 3) | mask, 0x537, 10) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const dark = ((word >> i) & 1) === 1;
    put(i < 6 ? i : i < 8 ? i + 1 : side - 15 + i, 8, dark);
    put(8, i < 8 ? side - 1 - i : i < 9 ? 7 : 14 - i, dark);
  }
  put(side - 8, 8, true);
}

/** Free places in the order of the bits: two columns at a time from the right, up and down in turns. */
function* zigzag(side: number): Generator<readonly [row: number, column: number]> {
  let up = true;
  for (let right = side - 1; right > 0; right -= 2) {
    if (right === 6) right--; // the timing column
    for (let i = 0; i < side; i++)
      for (const column of [right, right - 1]) yield [up ? side - 1 - i : i, column];
    up = !up;
  }
}

/** Null where the text is too long for any code. */
export function qrModules(text: string): QrModules | null {
  const words = codewordsFor(text);
  if (!words) return null;
  const { version, bytes } = words;
  const side = sideOf(version);
  const base = marks(version);
  const free = [...zigzag(side)].filter(([row, column]) => base[row][column] === null);
  const candidates = MASKS.map((turns, mask) => {
    const rows = base.map((row) => row.map((dark) => dark === true));
    free.forEach(([row, column], i) => {
      const bit = ((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1;
      rows[row][column] = (bit === 1) !== turns(row, column);
    });
    putFormat((row, column, dark) => (rows[row][column] = dark), side, mask);
    return rows;
  });
  const penalties = candidates.map(penaltyOf);
  return candidates[penalties.indexOf(Math.min(...penalties))];
}
