// A raw deflate stream whose length is known, unpacked exactly.
import { inflateSync } from 'fflate';

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
  let content: Uint8Array;
  try {
    content = inflateSync(packed, { out: new Uint8Array(length) });
  } catch (error) {
    throw damaged(`${what} cannot be unpacked (${error instanceof Error ? error.message : String(error)})`);
  }
  if (content.length !== length)
    throw damaged(`${what} unpacks to ${content.length} bytes, expected ${length}`);
  return content;
}
