// Zips as all kinds of packers write them, also those that no common packer here writes: Zip64, sizes behind the content,
// foreign methods, something before the first byte. For tests only.
import { deflateSync } from 'fflate';
import { crc32 } from '../core/crc32';

export interface OddEntry {
  readonly name: string | Uint8Array;
  readonly bytes: Uint8Array;
  readonly deflate?: boolean;
  /** In place of the method that it is packed with. */
  readonly method?: number;
  readonly password?: boolean;
  /** Sizes and CRC stand behind the content. */
  readonly streamed?: boolean;
  /** Sizes and place stand in 64 bits. */
  readonly long?: boolean;
  /** In place of the right one. */
  readonly crc?: number;
}

const u16 = (value: number): number[] => [value & 255, (value >>> 8) & 255];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
const u64 = (value: number): number[] => [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
const FULL = 0xffffffff;

function joined(parts: readonly (Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param options.before bytes that stand before the zip; `long`: its end says where the directory lies in 64 bits */
export function oddZip(
  entries: readonly OddEntry[],
  options: { readonly before?: Uint8Array; readonly long?: boolean; readonly comment?: string } = {},
): Uint8Array<ArrayBuffer> {
  const parts: (Uint8Array | readonly number[])[] = [];
  const directory: (Uint8Array | readonly number[])[] = [];
  let at = 0;
  const put = (...some: (Uint8Array | readonly number[])[]): void => {
    for (const part of some) {
      parts.push(part);
      at += part.length;
    }
  };
  for (const entry of entries) {
    const { bytes, streamed = false, long = false } = entry;
    const name = typeof entry.name === 'string' ? new TextEncoder().encode(entry.name) : entry.name;
    const packed = entry.deflate ? deflateSync(bytes) : bytes;
    const flags =
      (streamed ? 8 : 0) | (entry.password ? 1 : 0) | (typeof entry.name === 'string' ? 0x800 : 0);
    const facts = [...u16(flags), ...u16(entry.method ?? (entry.deflate ? 8 : 0)), ...u32(0)];
    const crc = u32(entry.crc ?? crc32(bytes));
    const sizes = [...u32(packed.length), ...u32(bytes.length)];
    const place = at;
    put([...u32(0x04034b50), ...u16(long ? 45 : 20), ...facts]);
    put(
      streamed ? new Array<number>(12).fill(0) : [...crc, ...sizes],
      [...u16(name.length), ...u16(0)],
      name,
      packed,
    );
    if (streamed) put([...u32(0x08074b50), ...crc, ...sizes]);
    const extra = long
      ? [...u16(1), ...u16(24), ...u64(bytes.length), ...u64(packed.length), ...u64(place)]
      : [];
    directory.push(
      [...u32(0x02014b50), ...u16(20), ...u16(20), ...facts, ...crc],
      long ? [...u32(FULL), ...u32(FULL)] : sizes,
      [...u16(name.length), ...u16(extra.length), ...u16(0), ...u16(0), ...u16(0), ...u32(0)],
      [...u32(long ? FULL : place)],
      name,
      extra,
    );
  }
  const start = at;
  for (const part of directory) put(part);
  const bytes = at - start;
  const long = options.long ?? entries.length > 0xffff;
  if (long) {
    const end = at;
    put([...u32(0x06064b50), ...u64(44), ...u16(45), ...u16(45), ...u32(0), ...u32(0)]);
    put([...u64(entries.length), ...u64(entries.length), ...u64(bytes), ...u64(start)]);
    put([...u32(0x07064b50), ...u32(0), ...u64(end), ...u32(1)]);
  }
  const count = u16(long ? 0xffff : entries.length);
  const comment = new TextEncoder().encode(options.comment ?? '');
  put([...u32(0x06054b50), ...u16(0), ...u16(0), ...count, ...count]);
  put([...u32(long ? FULL : bytes), ...u32(long ? FULL : start), ...u16(comment.length)], comment);
  return joined([options.before ?? [], ...parts]);
}
