// Where the chunks of a dataset lie: a version 1 B-tree, one chunk alone, chunks one after the other, or a fixed array.
// Specification: III.A.1, IV.A.2.i and VIII of the HDF5 file format.
import type { BoundedBytes } from '../boundedBytes';
import { DamagedModelError, ForeignModelError } from '../../readers/errors';
import type { Steps } from './steps';

export interface Chunk {
  /** Place of its first value in the dataset. */
  readonly corner: readonly number[];
  readonly at: number;
  /** Bytes in the file. */
  readonly stored: number;
  /** Bit i is set where filter i was left out. */
  readonly skipped: number;
}

export interface ChunkLayout {
  /** Values of a chunk along each axis. */
  readonly sides: readonly number[];
  readonly chunks: readonly Chunk[];
}

interface Wanted {
  readonly file: BoundedBytes;
  readonly shape: readonly number[];
  /** Bytes of one value. */
  readonly size: number;
  readonly filtered: boolean;
  readonly steps: Steps;
}

const unknownForm = (): never => {
  throw new ForeignModelError(
    'The HDF5 file keeps a weight in pieces in a way that this page does not read.',
    'Save the model again with Keras.',
  );
};

function* tree({ file, shape, steps }: Wanted, at: number, above = Infinity): Generator<Chunk> {
  if (file.text(at, 4) !== 'TREE' || file.u8(at + 4) !== 1)
    throw new DamagedModelError(`there is no list of chunks at byte ${at}`);
  const [level, count] = [file.u8(at + 5), file.u16(at + 6)];
  if (level >= above) throw new DamagedModelError(`the list of chunks at byte ${at} runs in a circle`);
  const keyBytes = 8 + 8 * (shape.length + 1);
  for (let i = 0; i < count; i++) {
    steps.take();
    const key = at + 24 + i * (keyBytes + 8);
    const child = file.u64(key + keyBytes);
    if (level > 0) yield* tree({ file, shape, size: 0, filtered: false, steps }, child, level);
    else {
      const corner = shape.map((_, axis) => file.u64(key + 8 + 8 * axis));
      yield { corner, at: child, stored: file.u32(key), skipped: file.u32(key + 4) };
    }
  }
}

/** Corner of chunk `index`, counted along the last axis first. */
function cornerOf(index: number, shape: readonly number[], sides: readonly number[]): number[] {
  let left = index;
  return shape
    .map((side, axis) => {
      const inAxis = Math.ceil(side / sides[axis]);
      return { axis, inAxis };
    })
    .reverse()
    .map(({ axis, inAxis }) => {
      const corner = (left % inAxis) * sides[axis];
      left = Math.floor(left / inAxis);
      return corner;
    })
    .reverse();
}

function fixedArray(wanted: Wanted, header: number, sides: readonly number[], bytes: number): Chunk[] {
  const { file, shape, steps } = wanted;
  if (file.text(header, 4) !== 'FAHD') throw new DamagedModelError(`there is no array at byte ${header}`);
  const [entryBytes, pageBits] = [file.u8(header + 6), file.u8(header + 7)];
  const [count, block] = [file.u64(header + 8), file.u64(header + 16)];
  if (count > 2 ** pageBits) unknownForm();
  if (file.text(block, 4) !== 'FADB') throw new DamagedModelError(`there is no array at byte ${block}`);
  const filtered = file.u8(header + 5) === 1;
  const sizeBytes = entryBytes - 12;
  if (filtered && (sizeBytes < 1 || sizeBytes > 8)) unknownForm();
  return Array.from({ length: count }, (_, i) => {
    steps.take();
    const entry = block + 14 + i * entryBytes;
    const corner = cornerOf(i, shape, sides);
    if (!filtered) return { corner, at: file.u64(entry), stored: bytes, skipped: 0 };
    let stored = 0;
    for (let b = sizeBytes - 1; b >= 0; b--) stored = stored * 256 + file.u8(entry + 8 + b);
    return { corner, at: file.u64(entry), stored, skipped: file.u32(entry + 8 + sizeBytes) };
  });
}

function newest(wanted: Wanted, layout: number): ChunkLayout {
  const { file, shape, size } = wanted;
  const [flags, rank, width] = [file.u8(layout + 2), file.u8(layout + 3), file.u8(layout + 4)];
  if (rank !== shape.length + 1 || ![1, 2, 4, 8].includes(width)) unknownForm();
  const sides = shape.map((_, axis) => file.unsigned(layout + 5 + width * axis, width));
  const bytes = sides.reduce((product, side) => product * side, size);
  const at = layout + 5 + width * rank;
  const corner = shape.map(() => 0);
  switch (file.u8(at)) {
    case 1: {
      const filtered = (flags & 2) !== 0;
      const [stored, skipped] = filtered ? [file.u64(at + 1), file.u32(at + 9)] : [bytes, 0];
      return { sides, chunks: [{ corner, at: file.u64(at + (filtered ? 13 : 1)), stored, skipped }] };
    }
    case 2: {
      const first = file.u64(at + 1);
      const count = chunkCount(shape, sides);
      wanted.file.check(first, count * bytes);
      const chunks = Array.from({ length: count }, (_, i) => {
        wanted.steps.take();
        return { corner: cornerOf(i, shape, sides), at: first + i * bytes, stored: bytes, skipped: 0 };
      });
      return { sides, chunks };
    }
    case 3:
      return { sides, chunks: fixedArray(wanted, file.u64(at + 2), sides, bytes) };
    default:
      return unknownForm();
  }
}

/** How many chunks cover the dataset. */
export const chunkCount = (shape: readonly number[], sides: readonly number[]): number =>
  shape.reduce((product, side, axis) => product * Math.ceil(side / sides[axis]), 1);

/**
 * The chunks of a dataset whose layout message lies at `layout`.
 * @throws ForeignModelError for an index of another kind, DamagedModelError
 */
export function chunkLayout(wanted: Wanted, layout: number): ChunkLayout {
  const { file, shape } = wanted;
  if (file.u8(layout) > 3) return newest(wanted, layout);
  if (file.u8(layout + 2) !== shape.length + 1) unknownForm();
  const sides = shape.map((_, axis) => file.u32(layout + 11 + 4 * axis));
  return { sides, chunks: [...tree(wanted, file.u64(layout + 3))] };
}
