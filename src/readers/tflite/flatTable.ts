// Reads FlatBuffers tables out of bytes that nobody vouches for: every address is checked by DataView, and a table says
// what is missing. Knows no schema. https://flatbuffers.dev/internals/
import { DamagedModelError, ForeignModelError } from '../errors';

/** Vectors longer than this are no part of a generator; they would only fill memory. */
const MOST_ITEMS = 2 ** 26;

/** Tables of one list; a generator has a few hundred operators. */
const MOST_TABLES = 4096;

/** Sides of a tensor, operands of an operator. */
const MOST_NUMBERS = 64;

/** Bytes of a name or a description. */
const MOST_TEXT = 2 ** 16;

/** What `read` gives; addresses outside of the file are refused by name. @throws DamagedModelError */
export function insideFile<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError)
      throw new DamagedModelError('it ends too early or points outside of itself');
    throw error;
  }
}

export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  private constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  /** The root table of a file. @throws ForeignModelError when the identifier differs */
  static root(bytes: Uint8Array, identifier: string): FlatTable {
    if (bytes.length < 8) throw new DamagedModelError(`it has ${bytes.length} bytes`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const found = String.fromCharCode(...bytes.subarray(4, 8));
    if (found !== identifier)
      throw new ForeignModelError(`The file begins with ${JSON.stringify(found)}, not ${identifier}.`);
    return new FlatTable(view, view.getUint32(0, true));
  }

  /** Address of a field, 0 when it has its default. */
  #field(slot: number): number {
    const table = this.#at - this.#view.getInt32(this.#at, true);
    const size = this.#view.getUint16(table, true);
    const entry = 4 + 2 * slot;
    const offset = entry < size ? this.#view.getUint16(table + entry, true) : 0;
    return offset === 0 ? 0 : this.#at + offset;
  }

  int8(slot: number, standard = 0): number {
    const at = this.#field(slot);
    return at === 0 ? standard : this.#view.getInt8(at);
  }

  int32(slot: number, standard = 0): number {
    const at = this.#field(slot);
    return at === 0 ? standard : this.#view.getInt32(at, true);
  }

  /** A whole number of 8 bytes; beyond 2^53 it is rounded, and lies outside of every file. */
  uint64(slot: number): number {
    const at = this.#field(slot);
    return at === 0 ? 0 : Number(this.#view.getBigUint64(at, true));
  }

  float32(slot: number, standard = 0): number {
    const at = this.#field(slot);
    return at === 0 ? standard : this.#view.getFloat32(at, true);
  }

  table(slot: number): FlatTable | null {
    const at = this.#field(slot);
    return at === 0 ? null : new FlatTable(this.#view, at + this.#view.getUint32(at, true));
  }

  text(slot: number): string {
    const { first, count } = this.#vector(slot, 1, MOST_TEXT);
    return new TextDecoder().decode(this.range(first, count));
  }

  /** A vector of bytes, or of items of `itemBytes` each; a view of the file, not a copy. */
  bytes(slot: number, itemBytes = 1): Uint8Array {
    const { first, count } = this.#vector(slot, itemBytes, MOST_ITEMS);
    return this.range(first, count * itemBytes);
  }

  /** Bytes of the file from `at` on, wherever they stand; a view. @throws DamagedModelError */
  range(at: number, length: number): Uint8Array {
    if (at + length > this.#view.byteLength)
      throw new DamagedModelError(`a list ends at byte ${at + length} of ${this.#view.byteLength}`);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + at, length);
  }

  /** A few numbers. */
  int32s(slot: number): number[] {
    const { first, count } = this.#vector(slot, 4, MOST_NUMBERS);
    return Array.from({ length: count }, (_, i) => this.#view.getInt32(first + 4 * i, true));
  }

  tables(slot: number): FlatTable[] {
    const { first, count } = this.#vector(slot, 4, MOST_TABLES);
    return Array.from({ length: count }, (_, i) => {
      const at = first + 4 * i;
      return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
    });
  }

  #vector(slot: number, itemBytes: number, most: number): { readonly first: number; readonly count: number } {
    const at = this.#field(slot);
    if (at === 0) return { first: 0, count: 0 };
    const start = at + this.#view.getUint32(at, true);
    const count = this.#view.getUint32(start, true);
    if (count > most) throw new DamagedModelError(`a list claims ${count} items; ${most} are the most`);
    if (start + 4 + count * itemBytes > this.#view.byteLength)
      throw new DamagedModelError(`a list claims ${count} items and the file ends before them`);
    return { first: start + 4, count };
  }
}
