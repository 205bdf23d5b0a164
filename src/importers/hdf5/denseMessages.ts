// Where HDF5 keeps the links and attributes of objects with more than a few: in a fractal heap, found through a version 2
// B-tree. As deep as some thousand need. Specification: III.A.2 and III.G of the HDF5 file format.
import type { BoundedBytes } from '../boundedBytes';
import { DamagedModelError, ForeignModelError } from '../../readers/errors';
import type { Steps } from './steps';

const unknownForm = (): never => {
  throw new ForeignModelError(
    'The HDF5 file has a group of very many members or attributes, which this page does not read.',
    'Save the generator alone.',
  );
};

function expect(file: BoundedBytes, at: number, signature: string): void {
  if (file.text(at, 4) !== signature) throw new DamagedModelError(`there is no ${signature} at byte ${at}`);
}

/** A whole number of up to 7 bytes. */
function number(file: BoundedBytes, at: number, bytes: number): number {
  let value = 0;
  for (let i = bytes - 1; i >= 0; i--) value = value * 256 + file.u8(at + i);
  return value;
}

const bytesFor = (value: number): number => Math.ceil(Math.log2(value + 1) / 8);

/** An object too large for the blocks of the heap, which a tree of its own finds by number. */
function hugePlace(file: BoundedBytes, heap: number, id: number, steps: Steps): number {
  const idBytes = Math.min(8, file.u16(heap + 5) - 1);
  const wanted = number(file, id + 1, idBytes);
  for (const record of records(file, file.u64(heap + 22), steps, HUGE))
    if (file.u64(record + 16) === wanted) return file.u64(record);
  throw new DamagedModelError(`the heap at byte ${heap} has no object ${wanted}`);
}

/** Where an object of the heap lies, by its id. */
function heapPlaces(file: BoundedBytes, heap: number, steps: Steps): (id: number) => number {
  expect(file, heap, 'FRHP');
  if (file.u16(heap + 7) !== 0) unknownForm(); // compressed
  const width = file.u16(heap + 110);
  const [firstSize, largest] = [file.u64(heap + 112), file.u64(heap + 120)];
  const offsetBytes = Math.ceil(file.u16(heap + 128) / 8);
  const [root, rows] = [file.u64(heap + 132), file.u16(heap + 140)];
  return (id) => {
    const kind = file.u8(id) & 0x30;
    if (kind === 0x10) return hugePlace(file, heap, id, steps);
    if (kind !== 0) unknownForm(); // so small that it stands in the id
    let left = number(file, id + 1, offsetBytes);
    if (rows === 0) return root + left;
    expect(file, root, 'FHIB');
    for (let row = 0; row < rows; row++) {
      const size = firstSize * 2 ** Math.max(0, row - 1);
      if (size > largest) unknownForm();
      if (left < width * size) {
        const column = Math.floor(left / size);
        const entry = root + 13 + offsetBytes + 8 * (row * width + column);
        return file.u64(entry) + (left - column * size);
      }
      left -= width * size;
    }
    throw new DamagedModelError(`the heap at byte ${heap} has no object at ${left}`);
  };
}

/** What stands before the id in a record, by the type of the tree: a hash of the name, the order of creation, nothing. */
const MEMBERS: ReadonlyMap<number, number> = new Map([
  [5, 4],
  [6, 8],
  [8, 0],
  [9, 0],
]);
const HUGE: ReadonlyMap<number, number> = new Map([[1, 0]]);

/** Places of the ids in the tree's records. @param types of trees that may stand there */
function* records(
  file: BoundedBytes,
  tree: number,
  steps: Steps,
  types: ReadonlyMap<number, number>,
): Generator<number> {
  expect(file, tree, 'BTHD');
  const before = types.get(file.u8(tree + 5)) ?? unknownForm();
  const [nodeSize, recordSize, depth] = [file.u32(tree + 6), file.u16(tree + 10), file.u16(tree + 12)];
  if (depth > 1 || recordSize === 0) unknownForm();
  const countBytes = bytesFor(Math.floor((nodeSize - 10) / recordSize));
  function* node(at: number, count: number, level: number): Generator<number> {
    expect(file, at, level === 0 ? 'BTLF' : 'BTIN');
    for (let i = 0; i < count; i++) {
      steps.take();
      yield at + 6 + i * recordSize + before;
    }
    if (level === 0) return;
    for (let i = 0; i <= count; i++) {
      steps.take();
      const child = at + 6 + count * recordSize + i * (8 + countBytes);
      yield* node(file.u64(child), number(file, child + 8, countBytes), 0);
    }
  }
  yield* node(file.u64(tree + 16), file.u16(tree + 24), depth);
}

/** Places of the messages of links or attributes that an object keeps so. */
export function* denseMessages(
  file: BoundedBytes,
  heap: number,
  tree: number,
  steps: Steps,
): Generator<number> {
  const placeOf = heapPlaces(file, heap, steps);
  for (const id of records(file, tree, steps, MEMBERS)) yield placeOf(id);
}
