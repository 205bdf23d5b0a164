// FlatBuffers tables read with every offset checked. https://flatbuffers.dev/internals/
import type { BoundedBytes } from '../boundedBytes';
import { DamagedModelError } from '../../readers/errors';

/** Entries of one list, whatever they are. */
const MOST_ENTRIES = 2 ** 16;
const MOST_TABLES = 4096;

export class FlatTable {
  readonly #vtable: number;
  readonly #fields: number;

  constructor(
    readonly file: BoundedBytes,
    readonly at: number,
  ) {
    this.#vtable = at - file.i32(at);
    const bytes = file.u16(this.#vtable);
    file.check(this.#vtable, bytes);
    this.#fields = Math.floor((bytes - 4) / 2);
  }

  static root(file: BoundedBytes): FlatTable {
    return new FlatTable(file, file.u32(0));
  }

  #place(slot: number): number | null {
    const offset = slot < this.#fields ? this.file.u16(this.#vtable + 4 + 2 * slot) : 0;
    return offset === 0 ? null : this.at + offset;
  }

  i8(slot: number, standard = 0): number {
    const at = this.#place(slot);
    return at === null ? standard : this.file.i8(at);
  }

  i32(slot: number, standard = 0): number {
    const at = this.#place(slot);
    return at === null ? standard : this.file.i32(at);
  }

  u64(slot: number): number {
    const at = this.#place(slot);
    return at === null ? 0 : this.file.u64(at);
  }

  f32(slot: number, standard = 0): number {
    const at = this.#place(slot);
    return at === null ? standard : this.file.f32(at);
  }

  table(slot: number): FlatTable | null {
    const at = this.#place(slot);
    return at === null ? null : new FlatTable(this.file, at + this.file.u32(at));
  }

  text(slot: number): string {
    const list = this.#list(slot, 1);
    return list ? this.file.text(list.at, list.length) : '';
  }

  bytes(slot: number): Uint8Array | null {
    const list = this.#list(slot, 1, this.file.length);
    return list ? this.file.slice(list.at, list.length) : null;
  }

  /** @param most entries that make sense */
  i32s(slot: number, most: number): number[] {
    return this.#items(slot, 4, (at) => this.file.i32(at), most);
  }

  f32s(slot: number): number[] {
    return this.#items(slot, 4, (at) => this.file.f32(at));
  }

  /** Low halves of 64-bit numbers, which is all that zero points need. */
  i64s(slot: number): number[] {
    return this.#items(slot, 8, (at) => this.file.i32(at));
  }

  tables(slot: number): FlatTable[] {
    return this.#items(slot, 4, (at) => new FlatTable(this.file, at + this.file.u32(at)), MOST_TABLES);
  }

  #items<T>(slot: number, size: number, read: (at: number) => T, most?: number): T[] {
    const list = this.#list(slot, size, most);
    return list ? Array.from({ length: list.length }, (_, i) => read(list.at + i * size)) : [];
  }

  #list(
    slot: number,
    size: number,
    most = MOST_ENTRIES,
  ): { readonly at: number; readonly length: number } | null {
    const place = this.#place(slot);
    if (place === null) return null;
    const start = place + this.file.u32(place);
    const length = this.file.u32(start);
    if (length > most) throw new DamagedModelError(`it has a list of ${length} entries at byte ${start}`);
    this.file.check(start + 4, length * size);
    return { at: start + 4, length };
  }
}
