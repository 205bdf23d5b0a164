// A dataset that is kept in chunks, with or without compression, as one piece. Sizes are checked against what deflate can
// make of the stored bytes before memory is taken.
import { inflateExactly } from '../../archives/inflate';
import type { BoundedBytes } from '../boundedBytes';
import { DamagedModelError, ForeignModelError, OversizedModelError } from '../../readers/errors';
import { chunkCount, chunkLayout } from './chunkIndex';
import type { Steps } from './steps';

const MOST_DEFLATE_RATIO = 1032; // no deflate stream grows more than this
const MOST_BYTES = 2 ** 28;
/** Unpacking as much is no matter, however small the weight. */
const LEAST_UNPACKED = 2 ** 22;
const FILTER = { deflate: 1, shuffle: 2, checksum: 3 } as const;

/** A file of Keras has three at most; each makes a copy of every piece. */
const MOST_FILTERS = 4;

interface Filter {
  readonly id: number;
  /** Its first setting. */
  readonly setting: number;
}

/** The filters of a pipeline message, in the order in which they were applied. */
function filtersAt(file: BoundedBytes, at: number): Filter[] {
  const [version, count] = [file.u8(at), file.u8(at + 1)];
  if (count > MOST_FILTERS) {
    throw new ForeignModelError(
      `The HDF5 file packs a weight with ${count} filters, one after the other; ${MOST_FILTERS} are the most.`,
      'Save the model again with Keras.',
    );
  }
  let next = at + (version === 1 ? 8 : 2);
  const filters = Array.from({ length: count }, () => {
    const id = file.u16(next);
    const named = version === 1 || id >= 256;
    const name = named ? file.u16(next + 2) : 0;
    const settings = file.u16(next + (named ? 6 : 4));
    const first = next + (named ? 8 : 6) + (version === 1 ? 8 * Math.ceil(name / 8) : name);
    next = first + 4 * (version === 1 ? settings + (settings % 2) : settings);
    return { id, setting: settings > 0 ? file.u32(first) : 0 };
  });
  // How large the pieces are between two of them, nothing says.
  if (filters.filter(({ id }) => id === FILTER.deflate).length > 1) {
    throw new ForeignModelError(
      'The HDF5 file packs a weight with gzip more than once.',
      'Save the model again with Keras.',
    );
  }
  return filters;
}

/** Puts the bytes of each value together again that stood apart for better compression. */
function unshuffled(bytes: Uint8Array, size: number): Uint8Array {
  if (size < 1 || size > 16) throw new DamagedModelError(`its values have ${size} bytes`);
  const count = Math.floor(bytes.length / size);
  const joined = bytes.slice();
  for (let b = 0; b < size; b++) {
    for (let i = 0; i < count; i++) joined[i * size + b] = bytes[b * count + i];
  }
  return joined;
}

const damaged = (problem: string): Error => new DamagedModelError(problem);

function unfilter(
  stored: Uint8Array,
  filters: readonly Filter[],
  skipped: number,
  bytes: number,
): Uint8Array {
  let content = stored;
  for (let i = filters.length - 1; i >= 0; i--) {
    if ((skipped >> i) & 1) continue;
    const { id, setting } = filters[i];
    const checksums = filters.slice(0, i).filter((f) => f.id === FILTER.checksum).length;
    // A zlib stream is two bytes, deflate, four bytes.
    if (id === FILTER.deflate)
      content = inflateExactly(content.subarray(2), bytes + 4 * checksums, 'a weight', damaged);
    else if (id === FILTER.shuffle) content = unshuffled(content, setting);
    else if (id === FILTER.checksum) content = content.subarray(0, -4);
    else {
      throw new ForeignModelError(
        `The HDF5 file compresses a weight with filter ${id}; gzip can be opened.`,
        'Save the model again with Keras, with gzip or without compression.',
      );
    }
  }
  if (content.length === bytes) return content;
  throw new DamagedModelError(`a piece of a weight has ${content.length} bytes, expected ${bytes}`);
}

interface Grid {
  readonly shape: readonly number[];
  readonly sides: readonly number[];
  readonly size: number;
}

/** Copies a chunk to its place; what reaches beyond the dataset is left out. */
function place(target: Uint8Array, chunk: Uint8Array, corner: readonly number[], grid: Grid): void {
  const { shape, sides, size } = grid;
  const counts = shape.map((side, axis) => Math.min(sides[axis], side - corner[axis]));
  const last = shape.length - 1;
  const visit = (axis: number, from: number, to: number): void => {
    if (axis === last) {
      const row = chunk.subarray(from * size, (from + counts[axis]) * size);
      target.set(row, (to + corner[axis]) * size);
      return;
    }
    for (let i = 0; i < counts[axis]; i++)
      visit(axis + 1, (from + i) * sides[axis + 1], (to + corner[axis] + i) * shape[axis + 1]);
  };
  visit(0, 0, 0);
}

/**
 * The bytes of a dataset in chunks.
 * @param layout, pipeline places of these messages; `pipeline` null for chunks that are not compressed
 * @throws ForeignModelError for other filters and indexes, DamagedModelError, OversizedModelError
 */
export function chunkedBytes(
  file: BoundedBytes,
  messages: { readonly layout: number; readonly pipeline: number | null },
  { shape, size }: { readonly shape: readonly number[]; readonly size: number },
  steps: Steps,
): Uint8Array<ArrayBuffer> {
  const filters = messages.pipeline === null ? [] : filtersAt(file, messages.pipeline);
  const wanted = { file, shape, size, filtered: filters.length > 0, steps };
  const { sides, chunks } = chunkLayout(wanted, messages.layout);
  const total = shape.reduce((product, side) => product * side, size);
  const bytes = sides.reduce((product, side) => product * side, size);
  const stored = chunks.reduce((sum, chunk) => sum + chunk.stored, 0);
  if (total > MOST_BYTES || bytes > MOST_BYTES) {
    throw new OversizedModelError(
      `A weight of the HDF5 file has ${total} bytes; ${MOST_BYTES} are the most.`,
    );
  }
  const holds = sides.every((side) => side >= 1) && chunks.length === chunkCount(shape, sides);
  if (!holds || total > stored * MOST_DEFLATE_RATIO || bytes > MOST_DEFLATE_RATIO * file.length)
    throw new DamagedModelError(`a weight of ${total} bytes has ${chunks.length} pieces of ${stored} bytes`);
  // Pieces reach beyond the weight at its edges, by less than their own size along each axis.
  if (chunks.length * bytes > total * 2 ** shape.length + LEAST_UNPACKED) {
    throw new OversizedModelError(
      `A weight of ${total} bytes has ${chunks.length} pieces that unpack to ${bytes} bytes each.`,
    );
  }
  const content = new Uint8Array(total);
  for (const chunk of chunks) {
    const whole = unfilter(file.slice(chunk.at, chunk.stored), filters, chunk.skipped, bytes);
    if (chunk.corner.some((from, axis) => from >= shape[axis] || from % sides[axis] !== 0))
      throw new DamagedModelError(`a piece of a weight lies at [${chunk.corner.join(', ')}]`);
    place(content, whole, chunk.corner, { shape, sides, size });
  }
  return content;
}
