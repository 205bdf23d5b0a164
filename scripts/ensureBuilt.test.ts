import { describe, expect, it } from 'vitest';
import { isCurrent } from './ensureBuilt';

describe('isCurrent', () => {
  it('asks for a build when nothing is built, or anything built is older than a source', () => {
    expect(isCurrent([1, 2], [])).toBe(false);
    expect(isCurrent([1, 5], [4, 9])).toBe(false);
  });

  it('is content when all outputs are at least as new as all sources', () => {
    expect(isCurrent([1, 5], [5, 9])).toBe(true);
    expect(isCurrent([], [1])).toBe(true);
  });
});
