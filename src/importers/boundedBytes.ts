// Little-endian numbers out of bytes that are not trusted: every place is checked against the length.
import { DamagedModelError } from '../readers/errors';

export class BoundedBytes {
  readonly #view: DataView;

  /** @param what names the file or its part, for messages */
  constructor(
    readonly bytes: Uint8Array,
    private readonly what: string,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  /** @throws DamagedModelError unless `length` bytes lie at `at` */
  check(at: number, length: number): number {
    if (Number.isSafeInteger(at) && at >= 0 && length >= 0 && at + length <= this.bytes.length) return at;
    throw new DamagedModelError(
      `${this.what} should have ${length} bytes at ${at}, it has ${this.bytes.length} altogether`,
    );
  }

  u8(at: number): number {
    return this.#view.getUint8(this.check(at, 1));
  }

  u16(at: number): number {
    return this.#view.getUint16(this.check(at, 2), true);
  }

  u32(at: number): number {
    return this.#view.getUint32(this.check(at, 4), true);
  }

  /** A whole number of 8 bytes; those that a double cannot hold become Infinity, which no check lets pass. */
  u64(at: number): number {
    const value = this.#view.getBigUint64(this.check(at, 8), true);
    return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : Infinity;
  }

  /** Unsigned number of 1, 2, 4 or 8 bytes. */
  unsigned(at: number, size: number): number {
    if (size === 8) return this.u64(at);
    if (size === 4) return this.u32(at);
    return size === 2 ? this.u16(at) : this.u8(at);
  }

  /** A view of the bytes; copy it before changing it. */
  slice(at: number, length: number): Uint8Array {
    this.check(at, length);
    return this.bytes.subarray(at, at + length);
  }

  text(at: number, length: number): string {
    return new TextDecoder().decode(this.slice(at, length));
  }

  /** Text up to a zero byte. */
  zeroEnded(at: number): string {
    this.check(at, 1);
    const end = this.bytes.indexOf(0, at);
    if (end < 0) throw new DamagedModelError(`${this.what} has a text at ${at} that does not end`);
    return this.text(at, end - at);
  }
}
