// The IDX file format of MNIST: two zero bytes, a type code, the number of dimensions, each dimension as a big-endian
// 32-bit number, then the values. Only unsigned bytes (type 0x08) are read. Source: the format note of the MNIST page.
import { DatasetFileError } from './errors';

/** Bytes in a buffer of their own kind, as streams, hashes and stores want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

export interface IdxArray {
  /** For example `[60000, 28, 28]` for images, `[60000]` for labels. */
  readonly dims: readonly number[];
  /** Row after row; a view into the file's bytes, not a copy. */
  readonly data: Bytes;
}

const UNSIGNED_BYTE = 0x08;
const HINT = 'Give the file as it was published, complete and unchanged (IDX, or IDX packed with gzip).';

const hex = (bytes: Bytes): string =>
  bytes.length === 0
    ? 'nothing'
    : [...bytes].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');

/** The first four bytes of a file for a message, with a word where they are well known. */
export function describeStart(bytes: Bytes): string {
  const start = bytes.subarray(0, 4);
  const looksLike =
    start[0] === 0x3c
      ? ' (a web page)'
      : start[0] === 0x50 && start[1] === 0x4b
        ? ' (a zip archive)'
        : start[0] === 0x1f && start[1] === 0x8b
          ? ' (gzip data)'
          : '';
  return `${hex(start)}${looksLike}`;
}

/** Whether the bytes open like an IDX file of unsigned bytes. */
export const startsLikeIdx = (bytes: Bytes): boolean =>
  bytes[0] === 0 && bytes[1] === 0 && bytes[2] === UNSIGNED_BYTE && bytes[3] >= 1;

/**
 * Reads an unpacked IDX file of unsigned bytes.
 * @param name the file's name, for messages
 * @throws DatasetFileError saying what was expected and what came: magic number, dimensions or length
 */
export function parseIdx(bytes: Bytes, name: string): IdxArray {
  if (bytes.length >= 4 && bytes[0] === 0 && bytes[1] === 0 && bytes[2] !== UNSIGNED_BYTE) {
    throw new DatasetFileError(
      `${name} holds IDX values of type 0x${hex(bytes.subarray(2, 3))}; expected unsigned bytes, type 0x08.`,
      HINT,
    );
  }
  if (!startsLikeIdx(bytes)) {
    throw new DatasetFileError(
      `${name} is not an IDX file: expected it to start with 00 00 08 and the number of dimensions, ` +
        `came ${describeStart(bytes)}.`,
      HINT,
    );
  }
  const rank = bytes[3];
  const header = 4 + 4 * rank;
  if (bytes.length < header) {
    throw new DatasetFileError(
      `${name} ends in its header: expected at least ${header} bytes, came ${bytes.length}.`,
      HINT,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, header);
  const dims = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const expected = header + dims.reduce((product, side) => product * side, 1);
  if (bytes.length !== expected) {
    throw new DatasetFileError(
      `${name} is ${bytes.length < expected ? 'truncated' : 'too long'}: ` +
        `${dims.join(' x ')} values need ${expected} bytes, came ${bytes.length}.`,
      HINT,
    );
  }
  return { dims, data: bytes.subarray(header) };
}

/**
 * Writes an IDX file of unsigned bytes.
 * @param data as many values as the product of `dims`
 * @throws RangeError when it is another number
 */
export function writeIdx(dims: readonly number[], data: Uint8Array): Bytes {
  const volume = dims.reduce((product, side) => product * side, 1);
  if (data.length !== volume || dims.length < 1 || dims.length > 255) {
    throw new RangeError(`${data.length} values do not fill ${dims.join(' x ')}`);
  }
  const header = 4 + 4 * dims.length;
  const bytes = new Uint8Array(header + volume);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, (UNSIGNED_BYTE << 8) | dims.length);
  dims.forEach((side, i) => view.setUint32(4 + 4 * i, side));
  bytes.set(data, header);
  return bytes;
}
