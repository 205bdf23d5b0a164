// A zip read from a file by its directory, one content at a time: memory holds a window of the file and what is asked for,
// however large the zip is.
import { checkRecord, contentStart, LOCAL_HEADER_BYTES, unpack } from './content';
import { checkZipStart, findDirectory, readDirectory, TAIL_BYTES, type ZipRecord } from './directory';
import { DamagedZipError, UnreadableEntryError } from './errors';
import { FileWindow } from './fileWindow';
import { salvage } from './salvage';

export interface ZipFileEntry {
  readonly name: string;
  /** Unpacked, as the directory says. */
  readonly bytes: number;
  /**
   * Its checked content. In the order of the list it is read fastest; one at a time.
   * @throws UnreadableEntryError, DamagedZipError
   */
  read(): Promise<Uint8Array<ArrayBuffer>>;
}

export interface OpenedZipFile {
  /** In the order in which they lie, folders left out. */
  readonly entries: readonly ZipFileEntry[];
  /** Why there may have been more: the directory is lost, and what could be found without it is listed. Null for a whole zip. */
  readonly loss: string | null;
}

export interface ZipLimits {
  /** Files that the directory may list, folders too. */
  readonly entries: number;
  /** That one file may have unpacked; `read` refuses more. */
  readonly entryBytes: number;
}

async function readContent(
  file: FileWindow,
  record: ZipRecord,
  mostBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  checkRecord(record, mostBytes);
  const { name, localHeader, packedBytes } = record;
  const start = contentStart(await file.read(localHeader, LOCAL_HEADER_BYTES), record);
  const packed = await file.read(start, packedBytes);
  if (packed.length < packedBytes)
    throw new DamagedZipError(`${name} should end at byte ${start + packedBytes} of ${file.size}`);
  return new Uint8Array(unpack(packed, record));
}

async function listed(file: FileWindow, most: number): Promise<ZipRecord[]> {
  const tailBytes = Math.min(file.size, TAIL_BYTES);
  const place = findDirectory(await file.read(file.size - tailBytes, tailBytes), file.size);
  if (place.count > most)
    throw new UnreadableEntryError(`The zip lists ${place.count} files; ${most} are the most`, 'Pack fewer.');
  return readDirectory(await file.read(place.at, place.bytes), place);
}

/**
 * Opens a zip; one whose directory is lost is searched from its beginning.
 * @throws ForeignZipError when it is no zip, UnreadableEntryError when it lists too many files
 */
export async function openZipFile(blob: Blob, limits: ZipLimits): Promise<OpenedZipFile> {
  const file = new FileWindow(blob);
  let loss: string | null = null;
  const records = await listed(file, limits.entries).catch(async (error: unknown) => {
    if (!(error instanceof DamagedZipError)) throw error;
    checkZipStart(await file.read(0, 4), blob.size);
    const found = await salvage(file, limits.entries);
    loss = `${error.problem}; ${found.stopped}`;
    return found.records;
  });
  const entries = records
    .filter(({ name }) => !name.endsWith('/'))
    .sort((a, b) => a.localHeader - b.localHeader)
    .map((record) => ({
      name: record.name,
      bytes: record.bytes,
      read: () => readContent(file, record, limits.entryBytes),
    }));
  return { entries, loss };
}
