// Sums over lanes as WGSL has them, run in lockstep as JavaScript: no device here has subgroups of 32 or 64 lanes.
import { describe, expect, it } from 'vitest';
import { normalArray } from '../../core/random';
import { sumLanes, type LaneSum } from './laneSums';
import { sumInOrder } from './subgroupTest';
import { offeredBy, PLAIN_KERNELS } from './variant';

const THREADS = 256;
type Shared = number | undefined;
/** Stops at barriers, and at exchanges, where it says its number and whose it wants. */
type Lane = Generator<readonly [number, number] | undefined, number, Shared>;

const toJs = (text: string): string =>
  text
    .replace(/(\d)u\b/g, '$1')
    .replace(/\bvar\b/g, 'let')
    .replace(/workgroupBarrier\(\);/g, 'yield;')
    .replace(/\((?=\(|memory\[)/g, 'fround(')
    .replace(/subgroupShuffleXor\((\w+), (\d+)\)/g, '(yield [$1, $2])')
    .replace(/(\w+(?:\[lane\])?) \+= ([^;]+);/g, '$1 = fround($1 + $2);');

/** What every lane of a workgroup holds in the end, in subgroups of `size` lanes. */
function inLockstep(text: string, parts: Float32Array, size: number): number[] {
  const body = `return function* (memory, lane, sum) { const { fround } = Math; ${toJs(text)}\n return sum; }`;
  const run: (memory: Float32Array, lane: number, sum: number) => Lane = new Function(body)();
  const memory = new Float32Array(THREADS).fill(NaN);
  const lanes = [...parts].map((part, lane) => run(memory, lane, part));
  let turns = lanes.map((lane) => lane.next());
  while (turns.some(({ done }) => !done)) {
    expect(new Set(turns.map(({ done, value }) => done || Array.isArray(value))).size).toBe(1);
    turns = turns.map(({ value }, lane) => {
      if (!Array.isArray(value)) return lanes[lane].next();
      const other = lane ^ value[1];
      const theirs = turns[other].value;
      if (Math.floor(lane / size) !== Math.floor(other / size)) return lanes[lane].next(NaN);
      return lanes[lane].next(Array.isArray(theirs) ? theirs[0] : NaN);
    });
  }
  return turns.map(({ value }) => Number(value));
}

const LAYOUTS: readonly LaneSum['over'][] = [
  [4, 256],
  [1, 256],
  [1, 64],
  [1, 8],
  [1, 2],
  [16, 256],
  [128, 256],
  [1, 1],
];

/** By lane: the sum of the lanes that belong together with it, added in the plain kernels' order. */
const expected = (parts: Float32Array, [from, below]: LaneSum['over']): number[] =>
  Array.from(parts, (_, lane) => {
    const first = lane - (lane % below) + (lane % from);
    const own = Array.from({ length: below / from }, (_part, k) => parts[first + k * from]);
    return sumInOrder(own, own.length);
  });

describe.each(LAYOUTS)('lanes over bits from %i to below %i', (...over) => {
  const parts = normalArray(THREADS, over[1]);
  const sums = expected(parts, over);

  it.each([1, 4, 8, 16, 32, 64, 128])('come out the same in subgroups of %i', (subgroup) => {
    for (const to of ['first', 'all'] as const)
      for (const size of subgroup === 1 ? [1] : [subgroup, 2 * subgroup]) {
        const text = sumLanes({ name: 'sum', memory: 'memory', over, to }, { ...PLAIN_KERNELS, subgroup });
        const got = inLockstep(text, parts, size);
        const counts = (_: unknown, lane: number) => to === 'all' || lane % over[1] < over[0];
        expect(got.filter(counts)).toEqual(sums.filter(counts));
      }
  });
});

it('a device offers subgroups by its features, as large as its smallest', () => {
  const features = new Set(['subgroups']);
  expect(offeredBy(features, { subgroupMinSize: 32 })).toEqual({ subgroup: 32, halves: false });
  expect(offeredBy(features, {})).toEqual({ subgroup: 4, halves: false });
  expect(offeredBy(new Set(['shader-f16']), {})).toEqual({ subgroup: 1, halves: true });
  expect(offeredBy(features, { subgroupMinSize: 24 })).toEqual(PLAIN_KERNELS);
  expect(offeredBy(new Set<string>(), { subgroupMinSize: 32 })).toEqual(PLAIN_KERNELS);
});
