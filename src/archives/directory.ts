// The central directory of a zip, which alone says what lies where: local headers may lack sizes, and what looks like a
// header may lie in the middle of a file. Reads no file's content. Format: PKWARE APPNOTE 6.3.10, 4.3.12 to 4.3.16.
import { DamagedZipError, ForeignZipError } from './errors';

/** What the directory says of one file. */
export interface ZipRecord {
  /** With slashes, whatever the packer wrote; a folder ends in one. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  /** Unpacked. */
  readonly bytes: number;
  /** Where its local header begins in the file. */
  readonly localHeader: number;
}

/** Where the directory lies, as the end of the zip says. */
export interface DirectoryPlace {
  readonly count: number;
  readonly at: number;
  readonly bytes: number;
  /** By how much all places are later than written: something stands before the zip. */
  readonly shift: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LONG_END = 0x06064b50; // Zip64
const LONG_END_BYTES = 56;
const LONG_LOCATOR = 0x07064b50;
const LOCATOR_BYTES = 20;
const RECORD = 0x02014b50;
const RECORD_BYTES = 46;
const LONG_EXTRA = 0x0001;
const FULL_16 = 0xffff;
const FULL_32 = 0xffffffff;

/** The end of a zip lies in as many of its last bytes, where it has no extensible data. */
export const TAIL_BYTES = END_BYTES + FULL_16 + LOCATOR_BYTES + LONG_END_BYTES;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Infinity where a double cannot hold it, which no check lets pass. */
function u64(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true);
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : Infinity;
}

function findEnd(tail: Uint8Array, view: DataView): number {
  const first = Math.max(0, tail.length - END_BYTES - FULL_16);
  for (let at = tail.length - END_BYTES; at >= first; at--) {
    const isEnd = view.getUint32(at, true) === END;
    if (isEnd && at + END_BYTES + view.getUint16(at + 20, true) === tail.length) return at;
  }
  return -1;
}

/** Whether the first bytes are those of a zip, also of an empty or a divided one. */
export const isZipStart = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b; // "PK"

/** @throws ForeignZipError, by the first bytes of a file of `size` */
export function checkZipStart(start: Uint8Array, size: number): void {
  if (isZipStart(start)) return;
  const hex = Array.from(start.subarray(0, 4), (b) => b.toString(16).padStart(2, '0')).join(' ');
  throw new ForeignZipError(
    size === 0
      ? 'The file is empty, no zip.'
      : `The file is no zip: ${size} bytes that begin with ${hex}; a zip begins with 50 4b 03 04 (PK).`,
    'Choose another file, or pack it as a zip again.',
  );
}

/**
 * Finds the directory.
 * @param tail the last bytes of the file, `TAIL_BYTES` of them or all
 * @param size of the file
 * @throws DamagedZipError where no end is found or what it says does not fit in the file
 */
export function findDirectory(tail: Uint8Array, size: number): DirectoryPlace {
  const view = viewOf(tail);
  const end = findEnd(tail, view);
  if (end < 0) throw new DamagedZipError(`it ends too early, after ${size} bytes, without its directory`);
  const start = size - tail.length;
  let count = view.getUint16(end + 10, true);
  let bytes = view.getUint32(end + 12, true);
  let at = view.getUint32(end + 16, true);
  let over = start + end;
  const isLong = count === FULL_16 || bytes === FULL_32 || at === FULL_32;
  const locator = end - LOCATOR_BYTES;
  if (isLong && locator >= 0 && view.getUint32(locator, true) === LONG_LOCATOR) {
    const long = longEnd(view, locator, start);
    count = u64(view, long + 32);
    bytes = u64(view, long + 40);
    at = u64(view, long + 48);
    over = start + long;
  }
  const shift = over - bytes - at;
  if (!(shift >= 0 && at + shift + bytes <= size) || count * RECORD_BYTES > bytes)
    throw new DamagedZipError(
      `its directory should hold ${count} files in ${bytes} bytes at byte ${at}, the file has ${size}`,
    );
  return { count, at: at + shift, bytes, shift };
}

/** The place of the Zip64 end in the tail: where the locator says, or right before it in a zip behind something. */
function longEnd(view: DataView, locator: number, start: number): number {
  const places = [u64(view, locator + 8) - start, locator - LONG_END_BYTES];
  const found = places.find(
    (at) => at >= 0 && at <= locator - LONG_END_BYTES && view.getUint32(at, true) === LONG_END,
  );
  if (found !== undefined) return found;
  throw new DamagedZipError('the Zip64 end of its directory is not where it should be');
}

/** Sizes and place that do not fit in 32 bits stand in an extra field, in this order, only those. */
function longNumbers(extra: Uint8Array, numbers: readonly number[], name: string): readonly number[] {
  if (!numbers.includes(FULL_32)) return numbers;
  const view = viewOf(extra);
  let at = 0;
  while (at + 4 <= extra.length) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    at += 4;
    if (id === LONG_EXTRA) {
      const end = Math.min(extra.length, at + length);
      return numbers.map((number) => {
        if (number !== FULL_32) return number;
        if (at + 8 > end) throw new DamagedZipError(`${name} lacks its Zip64 sizes`);
        at += 8;
        return u64(view, at - 8);
      });
    }
    at += length;
  }
  return numbers;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

/** Packers write UTF-8 or what their system had; names only label, so the latter may read oddly but never fails. */
export function readName(bytes: Uint8Array): string {
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    text = western.decode(bytes);
  }
  return text.replaceAll('\\', '/');
}

/**
 * What the directory lists, folders too, in its order.
 * @param directory the bytes at `place.at`, `place.bytes` of them
 * @throws DamagedZipError where it is broken
 */
export function readDirectory(directory: Uint8Array, { count, shift }: DirectoryPlace): ZipRecord[] {
  const view = viewOf(directory);
  const records: ZipRecord[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const which = `entry ${i + 1} of ${count} in its directory`;
    if (at + RECORD_BYTES > directory.length || view.getUint32(at, true) !== RECORD)
      throw new DamagedZipError(`${which} is broken`);
    const nameAt = at + RECORD_BYTES;
    const extraAt = nameAt + view.getUint16(at + 28, true);
    const commentAt = extraAt + view.getUint16(at + 30, true);
    const next = commentAt + view.getUint16(at + 32, true);
    if (next > directory.length) throw new DamagedZipError(`${which} is too long`);
    const name = readName(directory.subarray(nameAt, extraAt));
    const [bytes, packedBytes, place] = longNumbers(
      directory.subarray(extraAt, commentAt),
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
      name,
    );
    records.push({
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes,
      bytes,
      localHeader: place + shift,
    });
    at = next;
  }
  return records;
}
