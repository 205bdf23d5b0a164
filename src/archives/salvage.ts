// What can be had of a zip whose directory is lost, cut off as a rule: files from the first on whose local headers say their
// sizes and that are there whole. Guesses nothing: the first that does not say stops it.
import { LOCAL_HEADER, LOCAL_HEADER_BYTES } from './content';
import { readName, type ZipRecord } from './directory';
import type { FileWindow } from './fileWindow';

const SIZES_FOLLOW = 8; // flag: sizes stand behind the content
const FULL_32 = 0xffffffff;
const LONGEST_NAME = 0xffff;

/** @returns what is whole, and in words where it stopped */
export async function salvage(
  file: FileWindow,
  most: number,
): Promise<{ readonly records: ZipRecord[]; readonly stopped: string }> {
  const records: ZipRecord[] = [];
  let at = 0;
  while (records.length < most) {
    const header = await file.read(at, LOCAL_HEADER_BYTES + LONGEST_NAME);
    const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
    if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_HEADER)
      return {
        records,
        stopped: `${records.length} files were found before byte ${at}, how many follow is unknown`,
      };
    const [flags, packedBytes, bytes] = [
      view.getUint16(6, true),
      view.getUint32(18, true),
      view.getUint32(22, true),
    ];
    const nameLength = view.getUint16(26, true);
    const name = readName(header.subarray(LOCAL_HEADER_BYTES, LOCAL_HEADER_BYTES + nameLength));
    const end = at + LOCAL_HEADER_BYTES + nameLength + view.getUint16(28, true) + packedBytes;
    if ((flags & SIZES_FOLLOW) !== 0 || packedBytes === FULL_32)
      return { records, stopped: `the size of ${name} and of what follows stood in it` };
    if (end > file.size) return { records, stopped: `it ends within ${name}` };
    const [method, crc] = [view.getUint16(8, true), view.getUint32(14, true)];
    records.push({ name, method, encrypted: (flags & 1) === 1, crc, packedBytes, bytes, localHeader: at });
    at = end;
  }
  return { records, stopped: `the first ${most} files were found` };
}
