// Writes a zip in which files keep their Unix modes, compressed by the platform so that nothing freezes meanwhile. Not for
// archives beyond 4 GB. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
import { crc32 } from '../../core/crc32';

export interface ArchiveEntry {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly executable?: boolean;
}

const VERSION = 20;
const MADE_ON_UNIX = (3 << 8) | VERSION;
const UTF8_NAMES = 1 << 11;
/** 1 January 1980, so that equal files make equal archives. */
const DOS_DATE = (1 << 5) | 1;
const REGULAR_FILE = 0o100000;
const METHODS = { stored: 0, deflated: 8 } as const;

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

interface Packed {
  readonly name: Uint8Array;
  readonly entry: ArchiveEntry;
  readonly data: Uint8Array;
  readonly method: number;
  readonly crc: number;
  readonly offset: number;
}

/** Little-endian numbers of 2 and 4 bytes, in order. */
function record(...fields: readonly (readonly [2 | 4, number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

const common = ({ name, entry, data, method, crc }: Omit<Packed, 'offset'>): (readonly [2 | 4, number])[] => [
  [2, VERSION],
  [2, UTF8_NAMES],
  [2, method],
  [2, 0],
  [2, DOS_DATE],
  [4, crc],
  [4, data.length],
  [4, entry.bytes.length],
  [2, name.length],
  [2, 0],
];

function centralRecord(packed: Packed): Uint8Array {
  const mode = REGULAR_FILE | (packed.entry.executable ? 0o755 : 0o644);
  const attributes = (mode << 16) >>> 0;
  return record(
    [4, 0x02014b50],
    [2, MADE_ON_UNIX],
    ...common(packed),
    [2, 0],
    [2, 0],
    [2, 0],
    [4, attributes],
    [4, packed.offset],
  );
}

/**
 * The archive, entries in the order given.
 * @param onEntry told before each entry
 */
export async function zipArchive(
  entries: readonly ArchiveEntry[],
  onEntry: (index: number) => void = () => undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const index: Packed[] = [];
  let size = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    size += part.length;
  };
  for (const [i, entry] of entries.entries()) {
    onEntry(i);
    const small = await deflated(entry.bytes);
    const helps = small.length < entry.bytes.length;
    const packed = {
      name: new TextEncoder().encode(entry.path),
      entry,
      data: helps ? small : entry.bytes,
      method: helps ? METHODS.deflated : METHODS.stored,
      crc: crc32(entry.bytes),
      offset: size,
    };
    index.push(packed);
    add(record([4, 0x04034b50], ...common(packed)));
    add(packed.name);
    add(packed.data);
  }
  const start = size;
  for (const packed of index) {
    add(centralRecord(packed));
    add(packed.name);
  }
  const count = index.length;
  add(record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size - start], [4, start], [2, 0]));
  const archive = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    archive.set(part, at);
    at += part.length;
  }
  return archive;
}
