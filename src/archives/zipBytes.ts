// A zip that lies in memory, read at once.
import { checkRecord, contentStart, LOCAL_HEADER_BYTES, unpack } from './content';
import {
  checkZipStart,
  findDirectory,
  readDirectory,
  TAIL_BYTES,
  type DirectoryPlace,
  type ZipRecord,
} from './directory';
import { DamagedZipError } from './errors';

export interface ZipEntry {
  readonly name: string;
  /** Unpacked, as the zip says it. */
  readonly sizeBytes: number;
  /**
   * Checked content; a view into the zip where the entry is stored, so copy it before changing it.
   * @throws UnreadableEntryError, DamagedZipError
   */
  read(): Uint8Array;
}

const MOST_ENTRY_BYTES = 2 ** 29; // what a page can hold; more is a mistake or a trap

function readContent(file: Uint8Array, record: ZipRecord): Uint8Array {
  checkRecord(record, MOST_ENTRY_BYTES);
  const { name, localHeader: at, packedBytes } = record;
  const start = contentStart(file.subarray(at, at + LOCAL_HEADER_BYTES), record);
  const end = start + packedBytes;
  if (end > file.length) throw new DamagedZipError(`${name} should end at byte ${end} of ${file.length}`);
  return unpack(file.subarray(start, end), record);
}

/**
 * Lists the files of a zip; folders are left out.
 * @throws ForeignZipError when the bytes are no zip, DamagedZipError when its directory is missing or broken
 */
export function readZip(file: Uint8Array): readonly ZipEntry[] {
  let place: DirectoryPlace;
  try {
    place = findDirectory(file.subarray(-TAIL_BYTES), file.length);
  } catch (error) {
    checkZipStart(file, file.length);
    throw error;
  }
  return readDirectory(file.subarray(place.at, place.at + place.bytes), place)
    .filter(({ name }) => !name.endsWith('/'))
    .map((record) => ({
      name: record.name,
      sizeBytes: record.bytes,
      read: () => readContent(file, record),
    }));
}
