// How much a QR code may confuse a reader: long runs, blocks, what looks like a finder mark, and too much of one colour.
// ISO/IEC 18004, 7.8.3.

const RUN = 3;
const BLOCK = 3;
const FINDER = 40;
const UNEVEN = 10;

/** A finder mark's middle line with four light modules before it or behind. */
const FINDERS = ['00001011101', '10111010000'];

function linePenalty(line: string): number {
  let sum = 0;
  for (const { length } of line.match(/0+|1+/g) ?? []) if (length >= 5) sum += RUN + length - 5;
  for (const finder of FINDERS)
    for (let at = line.indexOf(finder); at >= 0; at = line.indexOf(finder, at + 1)) sum += FINDER;
  return sum;
}

export function penaltyOf(rows: readonly (readonly boolean[])[]): number {
  const side = rows.length;
  const lines = rows.map((row) => row.map((dark) => (dark ? '1' : '0')).join(''));
  const columns = rows.map((_, column) => lines.map((line) => line[column]).join(''));
  let sum = [...lines, ...columns].reduce((all, line) => all + linePenalty(line), 0);
  for (let i = 0; i + 1 < side; i++)
    for (let j = 0; j + 1 < side; j++) {
      const dark = rows[i][j];
      if (rows[i][j + 1] === dark && rows[i + 1][j] === dark && rows[i + 1][j + 1] === dark) sum += BLOCK;
    }
  const dark = rows.flat().filter(Boolean).length;
  const twentieths = Math.abs(20 * dark - 10 * side * side) / (side * side);
  return sum + UNEVEN * Math.floor(twentieths);
}
