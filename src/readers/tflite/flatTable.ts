// Reads FlatBuffers tables out of bytes that nobody vouches for: every address is checked by DataView, and a table says
// what is missing. Knows no schema. https://flatbuffers.dev/internals/
import { KioskModelError } from '../../core/kioskManifest';

const HINT = 'The file is damaged or no model; export it again.';

/** The file is not what it says it is. */
export const damaged = (what: string): KioskModelError => new KioskModelError(what, HINT);

/** Vectors longer than this are no part of a generator; they would only fill memory. */
const MOST_ITEMS = 2 ** 26;

/** Tables of one list; a generator has a few hundred operators. */
const MOST_TABLES = 4096;

/** What `read` gives; addresses outside of the file are refused by name. @throws KioskModelError */
export function insideFile<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw damaged(`The file ends too early or points outside of itself.`);
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

  /** The root table of a file. @throws KioskModelError when the identifier differs */
  static root(bytes: Uint8Array, identifier: string): FlatTable {
    if (bytes.length < 8) throw damaged(`The file has ${bytes.length} bytes.`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const found = String.fromCharCode(...bytes.subarray(4, 8));
    if (found !== identifier)
      throw damaged(`The file begins with ${JSON.stringify(found)}, not ${identifier}.`);
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

  float32(slot: number, standard = 0): number {
    const at = this.#field(slot);
    return at === 0 ? standard : this.#view.getFloat32(at, true);
  }

  table(slot: number): FlatTable | null {
    const at = this.#field(slot);
    return at === 0 ? null : new FlatTable(this.#view, at + this.#view.getUint32(at, true));
  }

  text(slot: number): string {
    return new TextDecoder().decode(this.bytes(slot));
  }

  /** A vector of bytes, or of items of `itemBytes` each, as a copy. */
  bytes(slot: number, itemBytes = 1): Uint8Array<ArrayBuffer> {
    const { first, count } = this.#vector(slot);
    const end = first + count * itemBytes;
    if (end > this.#view.byteLength) throw damaged(`A list ends at byte ${end} of ${this.#view.byteLength}.`);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + first, end - first).slice();
  }

  int32s(slot: number): number[] {
    return [...new Int32Array(this.bytes(slot, 4).buffer)];
  }

  tables(slot: number): FlatTable[] {
    const { first, count } = this.#vector(slot);
    if (count > MOST_TABLES) throw damaged(`A list claims ${count} tables.`);
    return Array.from({ length: count }, (_, i) => {
      const at = first + 4 * i;
      return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
    });
  }

  #vector(slot: number): { readonly first: number; readonly count: number } {
    const at = this.#field(slot);
    if (at === 0) return { first: 0, count: 0 };
    const start = at + this.#view.getUint32(at, true);
    const count = this.#view.getUint32(start, true);
    if (count > MOST_ITEMS) throw damaged(`A list claims ${count} items.`);
    return { first: start + 4, count };
  }
}
