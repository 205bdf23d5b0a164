import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkPairs } from '../core/linkPairs';
import { pageStart, recall, remember } from './pageMemory';

const flags = { autostart: false, headless: false, run: null, language: null };
const remembered = { query: 'dataset=mnist&seed=3', run: 'abc' };

const AGAIN = { speaks: true, again: true };

describe('what a tab remembers', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('comes back as it was', () => {
    expect(recall()).toBeNull();
    remember(remembered);
    expect(recall()).toEqual(remembered);
    remember({ query: 'seed=1', run: null });
    expect(recall()).toEqual({ query: 'seed=1', run: null });
  });

  it.each(['', 'null', '7', '{}', '{"query":1,"run":null}', '{"query":"a=b","run":2}'])(
    'is nothing when it reads %s',
    (text) => {
      kept.set('ganvas/page', text);
      expect(recall()).toBeNull();
    },
  );

  it('is nothing where the browser denies it, and nobody is told', () => {
    vi.stubGlobal('sessionStorage', {
      getItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
      setItem: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    remember(remembered);
    expect(recall()).toBeNull();
  });
});

describe('pageStart', () => {
  const before = linkPairs('dataset=mnist&seed=3');

  it('goes on with what was remembered where the address says nothing of settings', () => {
    expect(pageStart({ pairs: [], flags }, AGAIN, remembered)).toEqual({ pairs: before, run: 'abc' });
    expect(
      pageStart({ pairs: linkPairs('seed=9'), flags }, { speaks: false, again: false }, remembered),
    ).toEqual({
      pairs: before,
      run: 'abc',
    });
  });

  it('brings the run back where the address says the same settings without it', () => {
    const pairs = linkPairs('seed=3&dataset=mnist');
    expect(pageStart({ pairs, flags }, AGAIN, remembered)).toEqual({ pairs, run: 'abc' });
    const byLink = { speaks: true, again: false };
    expect(pageStart({ pairs, flags }, byLink, remembered)).toEqual({ pairs, run: null });
  });

  it('lets a link count more', () => {
    const pairs = linkPairs('dataset=mnist&seed=4');
    expect(pageStart({ pairs, flags }, AGAIN, remembered)).toEqual({ pairs, run: null });
    const linked = { ...flags, run: 'xyz' };
    expect(pageStart({ pairs: [], flags: linked }, AGAIN, remembered)).toEqual({ pairs: [], run: 'xyz' });
  });

  it('remembers nothing for a script', () => {
    for (const flag of ['autostart', 'headless'] as const)
      expect(pageStart({ pairs: [], flags: { ...flags, [flag]: true } }, AGAIN, remembered)).toEqual({
        pairs: [],
        run: null,
      });
    expect(pageStart({ pairs: [], flags }, AGAIN, null)).toEqual({ pairs: [], run: null });
  });
});
