// Why there are as many threads as there are, in a sentence. Pure.
import type { EngineReport } from '../protocol';

/** @param framed whether another page embeds this one */
export function threadWords(
  { crossOriginIsolated, sharedMemory }: Pick<EngineReport, 'crossOriginIsolated' | 'sharedMemory'>,
  framed: boolean,
): string {
  if (crossOriginIsolated && sharedMemory)
    return 'The page is isolated from other origins, so threads can share memory.';
  if (crossOriginIsolated)
    return 'The page is isolated from other origins, but this browser lets no threads share memory: there is one thread only.';
  if (framed)
    return 'The page that embeds this one does not isolate it from other origins (headers of its own, and allow="cross-origin-isolated" on the frame), so there is one thread only. Opened on its own it may have more.';
  return 'The server did not isolate the page from other origins (COOP and COEP headers), so there is one thread only.';
}
