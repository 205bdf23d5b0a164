// Changes of files that make them wrong in the ways in which files are wrong: bits, words that are too large, pieces that are
// gone, doubled or out of another file, numbers in JSON. Containers are packed again, so that their checksums hold.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { crc32 } from '../core/crc32';
import type { createRandom } from '../core/random';

type Random = ReturnType<typeof createRandom>;
type Change = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const WORDS = [0, 1, -1, 0x7fffffff, -0x80000000, 0xffff, 0x10000, 0x40000000, 255, 1000];
const NUMBERS = [
  '0',
  '-1',
  '1e9',
  '2147483648',
  '9007199254740993',
  '1e308',
  '0.5',
  'null',
  '[]',
  '"x"',
  '{}',
  '1e-9',
];

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
};

/** Two places in order. */
function span(bytes: Uint8Array, random: Random): readonly [number, number] {
  const from = random.int(bytes.length + 1);
  return [from, Math.min(bytes.length, from + random.int(1 + Math.min(64, bytes.length)))];
}

const CHANGES: readonly Change[] = [
  (bytes, random) => {
    const changed = bytes.slice();
    for (let i = 0; i <= random.int(4); i++) changed[random.int(bytes.length)] ^= 1 << random.int(8);
    return changed;
  },
  (bytes, random) => {
    const changed = bytes.slice();
    const at = random.int(Math.max(1, bytes.length - 3));
    if (at + 4 <= changed.length)
      new DataView(changed.buffer).setInt32(at, WORDS[random.int(WORDS.length)], true);
    return changed;
  },
  (bytes, random) => bytes.slice(0, random.int(bytes.length + 1)),
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  (bytes, random) => {
    const [from, to] = span(bytes, random);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  (bytes, random, other) => {
    const [from, to] = span(other, random);
    const at = random.int(bytes.length + 1);
    return joined(
      bytes.subarray(0, at),
      other.subarray(from, to),
      bytes.subarray(Math.min(bytes.length, at + to - from)),
    );
  },
  (bytes, random) => {
    const numbers = [...strFromU8(bytes, true).matchAll(/-?\d+(\.\d+)?(e-?\d+)?/g)];
    if (numbers.length === 0) return bytes.slice(1);
    const { index, 0: found } = numbers[random.int(numbers.length)];
    const put = strToU8(NUMBERS[random.int(NUMBERS.length)]);
    return joined(bytes.subarray(0, index), put, bytes.subarray(index + found.length));
  },
];

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isNative = (bytes: Uint8Array): boolean =>
  strFromU8(bytes.subarray(0, 6), true) === 'GANVAS' && bytes.length > 64;

/** The file changed once or twice. @param other what pieces may come from */
export function mutated(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  if (isZip(bytes) && random.int(3) > 0) {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts);
    const name = names[random.int(names.length)];
    return zipSync({ ...parts, [name]: mutated(parts[name], random, other) }, { level: 0 });
  }
  let changed = bytes;
  for (let i = 0; i <= random.int(2); i++)
    changed = CHANGES[random.int(CHANGES.length)](changed, random, other);
  if (isNative(changed) && random.int(4) > 0) {
    changed = changed.slice();
    const view = new DataView(changed.buffer);
    view.setUint32(8, changed.length, true);
    view.setUint32(12, crc32(changed.subarray(16)), true);
  }
  return changed;
}
