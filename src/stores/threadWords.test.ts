import { expect, it } from 'vitest';
import { threadWords } from './threadWords';

it.each([
  [true, true, false, /^The page is isolated .* threads can share memory\.$/],
  [true, false, false, /this browser lets no threads share memory: there is one thread only/],
  [false, false, true, /^The page that embeds this one .* one thread only\. Opened on its own/],
  [false, false, false, /^The server did not isolate the page/],
] as const)(
  'isolated %s, shared memory %s, framed %s',
  (crossOriginIsolated, sharedMemory, framed, words) => {
    expect(threadWords({ crossOriginIsolated, sharedMemory }, framed)).toMatch(words);
  },
);
