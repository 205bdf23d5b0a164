// The part of an address behind its `#` as it was written, where a mail program or a chat encoded it once more: `#/train%3Flock%3Dfix`
// is no place of the page, and a lock in it would not be seen. Pure.

/** Links that were encoded again and again are taken apart so often. */
const MOST_LAYERS = 3;

/** A question mark, encoded. */
const QUESTION = /%(?:25)*3F/i;

function decodedOnce(hash: string): string {
  // With its signs between names and values it is the question mark alone that was encoded, and what is left belongs to values.
  if (hash.includes('=')) return hash.replace(QUESTION, '?');
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash.replace(/%2F/gi, '/').replace(QUESTION, '?');
  }
}

/** @param hash with its `#` */
export function plainHash(hash: string): string {
  let plain = hash;
  for (let layer = 0; layer < MOST_LAYERS && !plain.includes('?') && QUESTION.test(plain); layer++)
    plain = decodedOnce(plain);
  return plain.replace(/^#\/{2,}/, '#/');
}
