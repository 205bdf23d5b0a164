// Reads a zip strictly: every offset is checked, every entry's CRC-32 too, so that no damaged byte passes unnoticed.
// No zip64, no encryption, no methods but stored and deflate. Format: PKWARE APPNOTE 6.3.10, sections 4.3.7-4.3.16.
import { inflateSync } from 'fflate';
import { crc32 } from '../core/crc32';
import { DamagedRunError, ForeignFileError } from './errors';

export interface ZipEntry {
  readonly name: string;
  /** Unpacked, as the zip says it. */
  readonly sizeBytes: number;
  /** Checked content; a view into the zip where the entry is stored, so copy it before changing it. */
  read(): Uint8Array;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const MAX_DEFLATE_RATIO = 1032; // no deflate stream grows more than this
const MAX_ENTRY_BYTES = 2 ** 29; // what a page can hold; more is a mistake or a trap
const DEFLATE = 8;

function findEndOfDirectory(bytes: Uint8Array, view: DataView): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at--) {
    const isEnd = view.getUint32(at, true) === END_OF_DIRECTORY;
    if (isEnd && at + END_BYTES + view.getUint16(at + 20, true) === bytes.length) return at;
  }
  const startsLikeZip = bytes.length >= 2 && bytes[0] === 0x50 && bytes[1] === 0x4b; // "PK"
  if (startsLikeZip) throw new DamagedRunError(`its zip ends too early, after ${bytes.length} bytes`);
  const start = Array.from(bytes.subarray(0, 4), (b) => b.toString(16).padStart(2, '0')).join(' ');
  throw new ForeignFileError(
    bytes.length === 0
      ? 'The file is empty; a saved run is a zip.'
      : `The file is no zip: ${bytes.length} bytes that begin with ${start}; a saved run begins with 50 4b 03 04.`,
    'Choose a run file that this page exported (its name ends in .zip).',
  );
}

interface DirectoryRecord {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly localHeader: number;
}

function readContent(file: Uint8Array, view: DataView, record: DirectoryRecord): Uint8Array {
  const { name, localHeader: at } = record;
  if (at + 30 > file.length || view.getUint32(at, true) !== LOCAL_HEADER) {
    throw new DamagedRunError(`${name} does not begin where the zip's directory says (byte ${at})`);
  }
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const end = start + record.packedBytes;
  if (end > file.length) throw new DamagedRunError(`${name} should end at byte ${end} of ${file.length}`);
  if (record.encrypted || (record.method !== 0 && record.method !== DEFLATE)) {
    throw new ForeignFileError(
      `${name} is packed with method ${record.method}${record.encrypted ? ' and a password' : ''}.`,
      'Pack the run again with the plain zip method, without a password.',
    );
  }
  const packed = file.subarray(start, end);
  const content = record.method === DEFLATE ? inflate(packed, record) : packed;
  if (content.length !== record.bytes) {
    throw new DamagedRunError(`${name} has ${content.length} bytes, expected ${record.bytes}`);
  }
  if (crc32(content) !== record.crc) throw new DamagedRunError(`the checksum of ${name} does not fit`);
  return content;
}

function inflate(packed: Uint8Array, record: DirectoryRecord): Uint8Array {
  if (record.bytes > packed.length * MAX_DEFLATE_RATIO) {
    throw new DamagedRunError(`${record.name} claims ${record.bytes} bytes in ${packed.length} packed ones`);
  }
  if (record.bytes > MAX_ENTRY_BYTES) {
    throw new DamagedRunError(
      `${record.name} would unpack to ${record.bytes} bytes; ${MAX_ENTRY_BYTES} are the most`,
      'Choose a smaller file; nothing was changed.',
    );
  }
  return inflateExactly(packed, record.bytes, record.name);
}

/**
 * Inflates a raw deflate stream whose length is known.
 * @throws DamagedRunError when the stream is broken or has another length
 */
export function inflateExactly(packed: Uint8Array, length: number, what: string): Uint8Array {
  let content: Uint8Array;
  try {
    content = inflateSync(packed, { out: new Uint8Array(length) });
  } catch (error) {
    throw new DamagedRunError(
      `${what} cannot be unpacked (${error instanceof Error ? error.message : error})`,
    );
  }
  if (content.length !== length) {
    throw new DamagedRunError(`${what} unpacks to ${content.length} bytes, expected ${length}`);
  }
  return content;
}

/**
 * Opens a zip and lists its files; folders are left out.
 * @throws ForeignFileError when the bytes are no zip
 * @throws DamagedRunError when the zip is cut off or its directory is broken; `read` throws it for a broken entry
 */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEndOfDirectory(bytes, view);
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) {
      throw new DamagedRunError(`entry ${i + 1} of ${count} in the zip's directory is broken`);
    }
    const nameBytes = view.getUint16(at + 28, true);
    const record: DirectoryRecord = {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      bytes: view.getUint32(at + 24, true),
      localHeader: view.getUint32(at + 42, true),
    };
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (at > end) throw new DamagedRunError(`entry ${i + 1} of ${count} in the zip's directory is too long`);
    if (!record.name.endsWith('/')) {
      const { name, bytes: sizeBytes } = record;
      entries.push({ name, sizeBytes, read: () => readContent(bytes, view, record) });
    }
  }
  return entries;
}
