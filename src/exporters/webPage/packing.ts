// The model file as text within a page: bytes of equal weight together (where numbers are wide their high bytes are much alike),
// deflated, seven bits a character. Read back exactly, or refused.
import { deflateSync } from 'fflate';
import { inflateExactly } from '../../archives/inflate';
import { crc32 } from '../../core/crc32';
import { GanvasError } from '../../core/errors';
import { fromSevenBits, toSevenBits } from '../../core/sevenBits';

export interface Packing {
  /** Bytes of one number: 1, 2 or 4. */
  readonly stride: number;
  readonly deflated: number;
  readonly bytes: number;
  readonly crc32: number;
}

/** Deflate makes at most so many bytes of one. */
const MOST_TIMES = 1032;

/** The page's own model cannot be read. */
export class DamagedPageError extends GanvasError {
  constructor(problem: string) {
    super(`This page is damaged: ${problem}.`, 'Get the file again from whoever made it.');
  }
}

/** Where byte `i` lies when the first bytes of all numbers come first, then the second ones; bytes left over stay behind. */
function placeOf(i: number, length: number, stride: number): number {
  const numbers = Math.floor(length / stride);
  return i < numbers * stride ? (i % stride) * numbers + Math.floor(i / stride) : i;
}

export function packModel(bytes: Uint8Array, stride: number): { text: string; packing: Packing } {
  const spread = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) spread[placeOf(i, bytes.length, stride)] = bytes[i];
  const deflated = deflateSync(spread, { level: 9 });
  const packing = { stride, deflated: deflated.length, bytes: bytes.length, crc32: crc32(bytes) };
  return { text: toSevenBits(deflated), packing };
}

/** @throws DamagedPageError */
export function unpackModel(
  text: string,
  { stride, deflated, bytes, crc32: sum }: Packing,
): Uint8Array<ArrayBuffer> {
  const packed = fromSevenBits(text);
  // What is said of it comes from the page: no more memory than such a stream can fill.
  if (bytes > MOST_TIMES * deflated)
    throw new DamagedPageError(`its model says it has ${bytes} bytes, of ${deflated} deflated`);
  if (packed.length < deflated)
    throw new DamagedPageError(`${packed.length} of ${deflated} bytes of its model are there`);
  const spread = inflateExactly(
    packed.subarray(0, deflated),
    bytes,
    'its model',
    (problem) => new DamagedPageError(problem),
  );
  const whole = new Uint8Array(bytes);
  for (let i = 0; i < bytes; i++) whole[i] = spread[placeOf(i, bytes, stride)];
  if (crc32(whole) !== sum) throw new DamagedPageError('its model is not the one that was written');
  return whole;
}
