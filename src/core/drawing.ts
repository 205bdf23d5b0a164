// A small picture that a person draws: a square of ink levels, and its compact form in links and saved runs. Not how it is
// drawn, nor what is made of it.

/** Cells along each side. */
export const DRAWING_SIDE = 32;
/** Ink goes from 0 (none) to this. */
export const MOST_INK = 15;

const CELLS = DRAWING_SIDE * DRAWING_SIDE;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Letters of a drawing: two cells in a byte, three bytes in four letters (base64url of RFC 4648 without padding). */
const LENGTH = Math.ceil((CELLS * 4) / 6);

/** @param ink [32 * 32] whole numbers 0..15, row by row from the top left. @returns 683 letters that links can carry */
export function writeDrawing(ink: Uint8Array): string {
  let text = '';
  let [held, bits] = [0, 0];
  for (const level of ink) {
    held = (held << 4) | level;
    bits += 4;
    if (bits < 6) continue;
    bits -= 6;
    text += LETTERS[(held >> bits) & 63];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + LETTERS[(held << (6 - bits)) & 63] : text;
}

/** The ink of a drawing, [32 * 32]; null for a text that is none. */
export function readDrawing(text: string): Uint8Array | null {
  if (text.length !== LENGTH) return null;
  const ink = new Uint8Array(CELLS);
  let [held, bits, at] = [0, 0, 0];
  for (const letter of text) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = (held << 6) | value;
    bits += 6;
    while (bits >= 4 && at < CELLS) {
      bits -= 4;
      ink[at++] = (held >> bits) & 15;
    }
    held &= (1 << bits) - 1;
  }
  return ink;
}

/** Whether there is no ink at all. */
export const isBlank = (ink: Uint8Array): boolean => ink.every((level) => level === 0);

/** Ink where a test says so of a cell's centre in [-1, 1], y up: for drawings that a program makes. */
export function inkWhere(inked: (x: number, y: number) => boolean): Uint8Array {
  const at = (cell: number): number => ((cell + 0.5) / DRAWING_SIDE) * 2 - 1;
  return Uint8Array.from({ length: CELLS }, (_, i) =>
    inked(at(i % DRAWING_SIDE), -at(Math.floor(i / DRAWING_SIDE))) ? MOST_INK : 0,
  );
}

/** Adds ink around a place, in cells from the top left; the brush is round and soft. Changes `ink`. */
export function paintInk(ink: Uint8Array, x: number, y: number, radius: number, sign: 1 | -1 = 1): void {
  for (let row = Math.max(0, Math.floor(y - radius)); row < Math.min(DRAWING_SIDE, y + radius); row++) {
    for (
      let column = Math.max(0, Math.floor(x - radius));
      column < Math.min(DRAWING_SIDE, x + radius);
      column++
    ) {
      const reach = 1 - Math.hypot(column + 0.5 - x, row + 0.5 - y) / radius;
      if (reach <= 0) continue;
      const i = row * DRAWING_SIDE + column;
      const wanted = Math.min(MOST_INK, Math.ceil(2 * reach * MOST_INK));
      ink[i] = sign > 0 ? Math.max(ink[i], wanted) : Math.max(0, ink[i] - wanted);
    }
  }
}
