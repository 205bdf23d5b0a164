// Typed arrays with the same bytes are equal: told at once, where `toEqual` asks four microseconds for each element. Whatever else
// differs, or is equal in another way, goes on as ever, so that what is unlike is shown.
import { expect } from 'vitest';

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** @returns undefined where `expect` has to look itself */
export function equalBytes(one: unknown, other: unknown): true | undefined {
  if (!ArrayBuffer.isView(one) || !ArrayBuffer.isView(other)) return undefined;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return undefined;
  const [left, right] = [bytesOf(one), bytesOf(other)];
  if (left.length !== right.length) return undefined;
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return undefined;
  return true;
}

// Once for all files of a thread, which share this module.
expect.addEqualityTesters([equalBytes]);
