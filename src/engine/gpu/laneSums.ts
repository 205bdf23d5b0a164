// Sums over lanes of a workgroup: by halving rounds through workgroup memory, or, where the device has subgroups, by one
// round or a few and then by exchange within a subgroup. Both add the same pairs in the same order, so subgroups change no bit of
// a result, whatever their size; `subgroupAdd` would, its order is the driver's.
import type { KernelVariant } from './variant';

export interface LaneSum {
  /** A variable of every lane: its part before, the sum of its lanes after, on those that `to` says. */
  readonly name: string;
  /** A workgroup array with an element of that type for every lane. */
  readonly memory: string;
  /** Lanes belong together whose numbers differ in no other bits than those from `over[0]` up to below `over[1]`, powers of two. */
  readonly over: readonly [from: number, below: number];
  /** Who needs the sum: the first lane of those that belong together, or all of them. */
  readonly to: 'first' | 'all';
}

/** Powers of two below `below`, largest first, down to `from`. */
function halves(from: number, below: number): number[] {
  const list: number[] = [];
  for (let half = below / 2; half >= from; half /= 2) list.push(half);
  return list;
}

/** At most so many elements are added without a round: a few lanes should not read for long while the others wait. */
const MOST_AT_ONCE = 8;

/** Brings the parts into memory, and halves the lanes that hold one of each group down to `left`. */
const rounds = ({ name, memory, over: [, below] }: LaneSum, left: number): string => `
  ${memory}[lane] = ${name};
  workgroupBarrier();${
    left === below
      ? ''
      : `
  for (var half = ${below / 2}u; half >= ${left}u; half /= 2u) {
    if (lane % ${below}u < half) { ${memory}[lane] += ${memory}[lane + half]; }
    workgroupBarrier();
  }`
  }`;

const byMemory = (of: LaneSum): string => {
  const { name, memory, over } = of;
  const [from, below] = over;
  return `${rounds(of, from)}
  ${name} = ${memory}[lane - lane % ${below}u + lane % ${from}u];`;
};

/** The elements that lie `distance` apart, added as halving rounds add them. */
function pairwise(memory: string, count: number, distance: number): string {
  const sum = (first: number, apart: number): string =>
    apart === count
      ? `${memory}[lane + ${first * distance}u]`
      : `(${sum(first, 2 * apart)} + ${sum(first + apart, 2 * apart)})`;
  return sum(0, 1);
}

function bySubgroups(of: LaneSum, subgroup: number): string {
  const { name, memory, over, to } = of;
  const [from, below] = over;
  /** Lanes that are left when memory has done its part. */
  const left = Math.min(below, Math.max(from, subgroup));
  const exchange = halves(from, left).map((half) => `${name} += subgroupShuffleXor(${name}, ${half}u);`);
  if (left === below) return exchange.join('\n  ');
  const atOnce = Math.min(MOST_AT_ONCE, below / left);
  const gather = `${rounds(of, atOnce * left)}
  if (lane % ${below}u < ${left}u) { ${name} = ${pairwise(memory, atOnce, left)}; }
  ${exchange.join('\n  ')}`;
  if (to === 'first') return gather;
  return `${gather}
  workgroupBarrier();
  if (lane % ${below}u < ${from}u) { ${memory}[lane] = ${name}; }
  workgroupBarrier();
  ${name} = ${memory}[lane - lane % ${below}u + lane % ${from}u];`;
}

/** Statements for uniform control flow, in which every lane takes part. Another sum may use `memory` after a barrier. */
export function sumLanes(of: LaneSum, { subgroup }: KernelVariant): string {
  const [from, below] = of.over;
  if (from === below) return '';
  return subgroup > 1 ? bySubgroups(of, subgroup) : byMemory(of);
}
