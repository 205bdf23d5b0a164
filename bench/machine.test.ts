import { describe, expect, it } from 'vitest';
import { threadCounts, widestVectors } from './machine';

describe('widestVectors', () => {
  it.each([
    ['processor : 0\nflags\t\t: fpu sse2 avx avx2 avx512f avx512bw\n', 'AVX-512'],
    ['flags : fpu sse2 avx avx2\nbugs : avx512f', 'AVX2'],
    ['Features\t: fp asimd aes', 'NEON'],
    ['', 'unknown'],
  ])('of %j is %s', (cpuinfo, expected) => {
    expect(widestVectors(cpuinfo)).toBe(expected);
  });
});

it('compares one, two and all threads, each once', () => {
  expect([1, 2, 8].map(threadCounts)).toEqual([[1], [1, 2], [1, 2, 8]]);
});
