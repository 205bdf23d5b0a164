// The content of one file of a zip: where it begins, and its bytes, unpacked and checked against size and CRC-32.
import { crc32 } from '../core/crc32';
import type { ZipRecord } from './directory';
import { DamagedZipError, UnreadableEntryError } from './errors';
import { inflateExactly } from './inflate';

export const LOCAL_HEADER = 0x04034b50;
export const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATE = 8;
/** No deflate stream grows more than this. */
const MOST_GROWTH = 1032;

const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  98: 'PPMd',
  99: 'AES',
};

/**
 * Where the content begins.
 * @param header the bytes at `record.localHeader`
 * @throws DamagedZipError when no local header stands there
 */
export function contentStart(header: Uint8Array, { name, localHeader }: ZipRecord): number {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_HEADER)
    throw new DamagedZipError(`${name} does not begin where its directory says (byte ${localHeader})`);
  return localHeader + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

/**
 * Refuses what cannot be unpacked before memory is taken for it.
 * @param mostBytes that this file may have unpacked
 * @throws UnreadableEntryError, DamagedZipError
 */
export function checkRecord(record: ZipRecord, mostBytes: number): void {
  const { name, method, encrypted, packedBytes, bytes } = record;
  if (encrypted) throw new UnreadableEntryError(`${name} is packed with a password`);
  if (method !== STORED && method !== DEFLATE) {
    const known = METHODS[method];
    throw new UnreadableEntryError(
      `${name} is packed with ${known ? `${known} (method ${method})` : `method ${method}`}`,
    );
  }
  if (method === STORED ? bytes !== packedBytes : bytes > packedBytes * MOST_GROWTH)
    throw new DamagedZipError(`${name} claims ${bytes} bytes in ${packedBytes} packed ones`);
  if (bytes > mostBytes)
    throw new UnreadableEntryError(
      `${name} would unpack to ${bytes} bytes; ${mostBytes} are the most`,
      'Make it smaller.',
    );
}

/**
 * Unpacks a content that `checkRecord` let pass; a view of `packed` where it is stored.
 * @throws DamagedZipError
 */
export function unpack(packed: Uint8Array, { name, method, bytes, crc }: ZipRecord): Uint8Array {
  const damaged = (problem: string): Error => new DamagedZipError(problem);
  const content = method === DEFLATE ? inflateExactly(packed, bytes, name, damaged) : packed;
  if (crc32(content) !== crc) throw new DamagedZipError(`the checksum of ${name} does not fit`);
  return content;
}
