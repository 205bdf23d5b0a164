import { describe, expect, it } from 'vitest';
import { comesWith, wholeChunk } from './wholeChunk';

const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  door: ['facts'],
  engine: ['session', 'facts', 'later-too'],
  session: ['engine', 'layers'], // a circle ends, too
  layers: [],
  facts: [],
  'later-too': [],
  later: ['later-too'],
};
const graph = {
  getModuleInfo: (id: string) => (id in IMPORTS ? { importedIds: IMPORTS[id] } : null),
};

describe('comesWith', () => {
  it('finds what is imported from the start, however far', () => {
    expect([...comesWith(['engine'], graph)].sort()).toEqual([
      'engine',
      'facts',
      'later-too',
      'layers',
      'session',
    ]);
  });

  it('finds nothing where a build does not have the module', () => {
    expect([...comesWith(['kiosk'], graph)]).toEqual([]);
  });
});

describe('wholeChunk', () => {
  it('takes what comes with the module, also what a later part shares, and leaves what others fetch without it', () => {
    const { name } = wholeChunk('engine', 'engine', ['door']);
    const named = Object.keys(IMPORTS).filter((id) => name(id, graph) === 'engine');
    expect(named).toEqual(['engine', 'session', 'layers', 'later-too']);
  });

  it('looks at each build anew', () => {
    const { name } = wholeChunk('engine', 'engine', []);
    expect(name('layers', graph)).toBe('engine');
    expect(name('layers', { getModuleInfo: () => null })).toBeNull();
  });
});
