// Numbers and texts as C takes them.

/** A number as a 32-bit float. */
export function floatLiteral(value: number): string {
  const text = String(Math.fround(value));
  return `${/[.e]/.test(text) ? text : `${text}.0`}f`;
}

/** A text, whatever letters are in it. */
export const textLiteral = (text: string): string =>
  `"${[...new TextEncoder().encode(text)]
    .map((byte) =>
      byte < 32 || byte > 126 || byte === 34 || byte === 63 || byte === 92
        ? `\\${byte.toString(8).padStart(3, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')}"`;
