// A raw deflate stream whose length is known, unpacked exactly: no more than that is ever unpacked, whatever the stream holds.
import { Inflate } from 'fflate';

/** Bytes that go in at once; deflate makes at most 1032 times as many of them, and each is held a few times over. */
const STEP = 2 ** 12;

/** It went on behind the length that it should have. */
class TooLong extends Error {}

/**
 * @param damaged makes the error: the stream's owner knows what is damaged
 * @throws what `damaged` makes, when the stream is broken or has another length
 */
export function inflateExactly(
  packed: Uint8Array,
  length: number,
  what: string,
  damaged: (problem: string) => Error,
): Uint8Array {
  const content = new Uint8Array(length);
  let filled = 0;
  const stream = new Inflate((made) => {
    if (filled + made.length > length) throw new TooLong();
    content.set(made, filled);
    filled += made.length;
  });
  try {
    for (let from = 0; from < packed.length; from += STEP)
      stream.push(packed.subarray(from, from + STEP), from + STEP >= packed.length);
  } catch (error) {
    if (error instanceof TooLong) throw damaged(`${what} unpacks to more than the expected ${length} bytes`);
    throw damaged(`${what} cannot be unpacked (${error instanceof Error ? error.message : String(error)})`);
  }
  if (filled !== length) throw damaged(`${what} unpacks to ${filled} bytes, expected ${length}`);
  return content;
}
