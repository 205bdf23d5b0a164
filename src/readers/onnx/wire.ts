// Reads protocol buffers that nobody vouches for: fields of one message, without copying. Knows no message's meaning.
// https://protobuf.dev/programming-guides/encoding/
import { DamagedModelError, OversizedModelError } from '../errors';

/** Fields of all messages of one file. */
const MOST_FIELDS = 2 ** 20;

/** How many fields may still be read of a file. */
export interface FieldBudget {
  left: number;
}

export const fieldBudget = (): FieldBudget => ({ left: MOST_FIELDS });

export interface WireField {
  readonly number: number;
  /** Of a varint, signed; 0 for other fields. Beyond 2^53 the nearest number. */
  readonly int: number;
  /** Of a length-delimited or fixed field; empty for a varint. */
  readonly bytes: Uint8Array;
}

const NOTHING = new Uint8Array();

class Cursor {
  at = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly what: string,
  ) {}

  /** The next varint as a signed number of 64 bits. */
  varint(): number {
    let [low, high] = [0, 0];
    for (let shift = 0; shift < 70; shift += 7) {
      if (this.at >= this.bytes.length) throw new DamagedModelError(`${this.what} ends inside a number`);
      const byte = this.bytes[this.at++];
      const part = byte & 127;
      if (shift < 28) low += part * 2 ** shift;
      else high += part * 2 ** (shift - 28);
      if (byte < 128) {
        const value = high % 2 ** 36 >= 2 ** 35 ? (high % 2 ** 36) - 2 ** 36 : high % 2 ** 36;
        return value * 2 ** 28 + low;
      }
    }
    throw new DamagedModelError(`${this.what} has a number of more than ten bytes`);
  }

  take(length: number): Uint8Array {
    const end = this.at + length;
    if (!(length >= 0 && end <= this.bytes.length))
      throw new DamagedModelError(
        `${this.what} has a field of ${length} bytes where ${this.bytes.length - this.at} are left`,
      );
    const taken = this.bytes.subarray(this.at, end);
    this.at = end;
    return taken;
  }
}

/**
 * The fields of a message in their order.
 * @param what the message, for messages
 * @throws DamagedModelError for bytes that are no message, OversizedModelError
 */
export function* wireFields(bytes: Uint8Array, what: string, budget: FieldBudget): Generator<WireField> {
  const cursor = new Cursor(bytes, what);
  while (cursor.at < bytes.length) {
    if (--budget.left < 0)
      throw new OversizedModelError(`The model has more than ${MOST_FIELDS} fields of its format.`);
    const tag = cursor.varint();
    const [number, wire] = [Math.floor(tag / 8), tag & 7];
    if (number < 1) throw new DamagedModelError(`${what} has a field with the number ${number}`);
    if (wire === 0) yield { number, int: cursor.varint(), bytes: NOTHING };
    else if (wire === 1) yield { number, int: 0, bytes: cursor.take(8) };
    else if (wire === 2) yield { number, int: 0, bytes: cursor.take(cursor.varint()) };
    else if (wire === 5) yield { number, int: 0, bytes: cursor.take(4) };
    else throw new DamagedModelError(`${what} has a field of the kind ${wire}`);
  }
}

/** Numbers of a repeated integer field, which holds one or, packed, several. @throws DamagedModelError */
export function intsOf({ bytes, int }: WireField, what: string): readonly number[] {
  if (bytes === NOTHING) return [int];
  const cursor = new Cursor(bytes, what);
  const numbers: number[] = [];
  while (cursor.at < bytes.length) numbers.push(cursor.varint());
  return numbers;
}

/** Text of a field. */
export const textOf = ({ bytes }: WireField): string => new TextDecoder().decode(bytes);

/** Little-endian floats of a repeated field, which holds one or, packed, several. @throws DamagedModelError */
export function floatsOf({ bytes }: WireField, what: string): Float32Array {
  if (bytes.length % 4 !== 0) throw new DamagedModelError(`${what} has ${bytes.length} bytes of floats`);
  return new Float32Array(bytes.slice().buffer);
}
