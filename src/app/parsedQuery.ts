// The query of an address for the router. Its own reader takes names that every object has (`constructor`, `toString`) for words
// that stand there twice, and writes the code of those functions into the address. Pure.
import type { LocationQuery } from 'vue-router';

type Word = LocationQuery[string];

function decoded(text: string): string {
  const plain = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(plain);
  } catch {
    return plain;
  }
}

/** @param search with or without a question mark; of a name that stands there again all values come, in their order */
export function parsedQuery(search: string): LocationQuery {
  const found = new Map<string, Word>();
  for (const part of search.replace(/^\?/, '').split('&')) {
    if (part === '') continue;
    const sign = part.indexOf('=');
    const name = decoded(sign < 0 ? part : part.slice(0, sign));
    const value = sign < 0 ? null : decoded(part.slice(sign + 1));
    const before = found.get(name);
    found.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(found);
}
