// The parts of HDF5 that Keras files are made of: superblock, object headers with their messages, groups as symbol tables
// or as links, and the global heap of texts. Reads what it is asked for; nothing is followed twice without end.
// Specification: https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html
import type { BoundedBytes } from '../boundedBytes';
import { DamagedModelError, ForeignModelError } from '../../readers/errors';
import { denseMessages } from './denseMessages';
import type { Steps } from './steps';

const UNDEFINED = Infinity; // all bits set, which is more than a double holds
export interface Message {
  readonly type: number;
  readonly at: number;
  readonly size: number;
}

export const MESSAGE = {
  dataspace: 0x01,
  linkInfo: 0x02,
  datatype: 0x03,
  link: 0x06,
  layout: 0x08,
  pipeline: 0x0b,
  attribute: 0x0c,
  continuation: 0x10,
  symbolTable: 0x11,
  attributeInfo: 0x15,
} as const;

const unknownForm = (what: string): never => {
  throw new ForeignModelError(
    `The HDF5 file has ${what}, which this page does not read.`,
    'Save the model again with Keras.',
  );
};

const SHARED = 2;

/** Address of the root group's object header. */
export function rootAddress(file: BoundedBytes): number {
  const version = file.u8(8);
  const [offsets, lengths] = version < 2 ? [file.u8(13), file.u8(14)] : [file.u8(9), file.u8(10)];
  if (version > 3 || offsets !== 8 || lengths !== 8) unknownForm(`a superblock of version ${version}`);
  if (version >= 2) return file.u64(36);
  return file.u64(version === 0 ? 64 : 68);
}

/** All messages of an object header. */
export function messagesAt(file: BoundedBytes, address: number, steps: Steps): Message[] {
  file.check(address, 16);
  const modern = file.text(address, 4) === 'OHDR';
  const messages: Message[] = [];
  const flags = modern ? file.u8(address + 5) : 0;
  const head = modern ? 4 + (flags & 4 ? 2 : 0) : 8;
  const read = (from: number, length: number): void => {
    file.check(from, length);
    for (let at = from; at + head <= from + length;) {
      steps.take();
      const size = file.u16(at + (modern ? 1 : 2));
      const type = modern ? file.u8(at) : file.u16(at);
      const shared = file.u8(at + (modern ? 3 : 4)) & SHARED;
      const message = { type, at: file.check(at + head, size), size };
      if (shared && (type === MESSAGE.datatype || type === MESSAGE.dataspace))
        unknownForm('a shared data type');
      if (type === MESSAGE.continuation) {
        const [block, blockLength] = [file.u64(message.at), file.u64(message.at + 8)];
        if (modern) read(block + 4, blockLength - 8);
        else read(block, blockLength);
      } else messages.push(message);
      at += head + size;
    }
  };
  if (modern) {
    const sizeAt = address + 6 + (flags & 0x20 ? 16 : 0) + (flags & 0x10 ? 4 : 0);
    const width = 1 << (flags & 3);
    read(sizeAt + width, file.unsigned(sizeAt, width));
  } else {
    if (file.u8(address) !== 1) throw new DamagedModelError(`there is no object header at byte ${address}`);
    read(address + 16, file.u32(address + 8));
  }
  return messages;
}

function* symbols(
  file: BoundedBytes,
  tree: number,
  names: number,
  steps: Steps,
): Generator<[string, number]> {
  steps.take();
  const kind = file.text(tree, 4);
  if (kind === 'TREE') {
    const count = file.u16(tree + 6);
    for (let i = 0; i < count; i++) yield* symbols(file, file.u64(tree + 32 + 16 * i), names, steps);
  } else if (kind === 'SNOD') {
    const count = file.u16(tree + 6);
    for (let i = 0; i < count; i++) {
      steps.take();
      const entry = tree + 8 + 40 * i;
      yield [file.zeroEnded(names + file.u64(entry)), file.u64(entry + 8)];
    }
  } else throw new DamagedModelError(`there is no list of names at byte ${tree}`);
}

function linkOf(file: BoundedBytes, start: number): [string, number] | null {
  const flags = file.u8(start + 1);
  let at = start + 2;
  const type = flags & 8 ? file.u8(at++) : 0;
  if (flags & 4) at += 8;
  if (flags & 16) at += 1;
  const width = 1 << (flags & 3);
  const length = file.unsigned(at, width);
  const name = file.text(at + width, length);
  return type === 0 ? [name, file.u64(at + width + length)] : null; // soft and external links are left out
}

/** Places of messages in the heap and the tree whose addresses stand at `at`; none where there is no heap. */
function* denseAt(file: BoundedBytes, at: number, steps: Steps): Generator<number> {
  const [heap, tree] = [file.u64(at), file.u64(at + 8)];
  if (heap !== UNDEFINED) yield* denseMessages(file, heap, tree, steps);
}

/** Places of an object's attributes, in its header and beside it. */
export function* attributesOf(
  file: BoundedBytes,
  messages: readonly Message[],
  steps: Steps,
): Generator<number> {
  for (const { type, at } of messages) {
    if (type === MESSAGE.attribute) yield at;
    if (type === MESSAGE.attributeInfo) yield* denseAt(file, at + 2 + (file.u8(at + 1) & 1 ? 2 : 0), steps);
  }
}

/** Names of a group's members with the addresses of their headers; null for an object that is no group. */
export function membersOf(
  file: BoundedBytes,
  messages: readonly Message[],
  steps: Steps,
): Map<string, number> | null {
  const table = messages.find(({ type }) => type === MESSAGE.symbolTable);
  if (table) {
    const heap = file.u64(table.at + 8);
    if (file.text(heap, 4) !== 'HEAP') throw new DamagedModelError(`there are no names at byte ${heap}`);
    return new Map(symbols(file, file.u64(table.at), file.u64(heap + 24), steps));
  }
  const links = messages.filter(({ type }) => type === MESSAGE.link).map(({ at }) => at);
  const info = messages.find(({ type }) => type === MESSAGE.linkInfo);
  if (!info && links.length === 0) return null;
  if (info) links.push(...denseAt(file, info.at + 2 + (file.u8(info.at + 1) & 1 ? 8 : 0), steps));
  return new Map(links.map((at) => linkOf(file, at)).filter((link) => link !== null));
}

/** Sides of a dataspace; empty for one value. */
export function dimensionsAt(file: BoundedBytes, at: number): number[] {
  const [version, rank] = [file.u8(at), file.u8(at + 1)];
  const isNull = version === 2 && file.u8(at + 3) === 2;
  const start = at + (version === 2 ? 4 : 8);
  return isNull ? [0] : Array.from({ length: rank }, (_, i) => file.u64(start + 8 * i));
}

export interface DataType {
  readonly kind: 'float' | 'text' | 'longText' | 'other';
  /** Bytes of one value. */
  readonly size: number;
}

export function dataTypeAt(file: BoundedBytes, at: number): DataType {
  const size = file.u32(at + 4);
  const [low, bits] = [file.u8(at) & 15, file.u8(at + 1)];
  if (low === 1 && (bits & 1) === 0) return { kind: 'float', size };
  if (low === 3) return { kind: 'text', size };
  return { kind: low === 9 && (bits & 15) === 1 ? 'longText' : 'other', size };
}

/** A text of any length, referred to from `at`. */
export function heapText(file: BoundedBytes, at: number, steps: Steps): string {
  const [length, heap, index] = [file.u32(at), file.u64(at + 4), file.u32(at + 12)];
  if (length === 0) return '';
  if (file.text(heap, 4) !== 'GCOL') throw new DamagedModelError(`there are no texts at byte ${heap}`);
  const end = heap + file.u64(heap + 8);
  for (let entry = heap + 16; entry + 16 <= end;) {
    steps.take();
    const [found, size] = [file.u16(entry), file.u64(entry + 8)];
    if (found === index) return file.text(entry + 16, Math.min(length, size));
    if (found === 0) break;
    entry += 16 + 8 * Math.ceil(size / 8);
  }
  throw new DamagedModelError(`the text ${index} at byte ${heap} is missing`);
}
