// Addresses of comparisons: what the gallery writes is read back, and nothing else becomes a run.
import { expect, it } from 'vitest';
import { linkPairs } from '../core/linkPairs';
import { comparePath, readCompareLink, readComparedRuns } from './comparedRuns';

it('reads back what it wrote', () => {
  const ids = ['a1', 'b_2', 'c-3'];
  const query = new URLSearchParams(comparePath(ids).split('?')[1]);
  expect(readComparedRuns(query.get('runs') ?? '')).toEqual({ ids, leftOut: 0 });
});

it.each([
  ['', [], 0],
  [',,', [], 0],
  ['a,a,b', ['a', 'b'], 0],
  ['../up,a,%2e,b c', ['a'], 3],
  [`a,${'x'.repeat(65)}`, ['a'], 1],
  ['a,b,c,d,e,f,g,h', ['a', 'b', 'c', 'd', 'e', 'f'], 2],
] as const)('takes from %j the ids %j', (text, ids, leftOut) => {
  expect(readComparedRuns(text)).toEqual({ ids, leftOut });
});

it('lists words that a comparison does not have', () => {
  const { ids, unknown } = readCompareLink(linkPairs('runs=a,b&run5=c&seed=1&lang=de'));
  expect(ids).toEqual(['a', 'b']);
  expect(unknown.map(({ reason }) => reason)).toEqual([
    'A link to a comparison has no setting named "run5"; did you mean runs?',
    'A link to a comparison has no setting named "seed".',
  ]);
});
