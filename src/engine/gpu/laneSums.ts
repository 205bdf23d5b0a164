// Sums over lanes of a workgroup: by halving rounds through workgroup memory, or, where the device has subgroups, by one
// round and then by exchange within a subgroup. Both add the same pairs in the same order, so subgroups change no bit of
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

const byMemory = ({ name, memory, over: [from, below] }: LaneSum): string => `
  ${memory}[lane] = ${name};
  workgroupBarrier();
  for (var half = ${below / 2}u; half >= ${from}u; half /= 2u) {
    if (lane % ${below}u < half) { ${memory}[lane] += ${memory}[lane + half]; }
    workgroupBarrier();
  }
  ${name} = ${memory}[lane - lane % ${below}u + lane % ${from}u];`;

/** The elements that lie `distance` apart, added as halving rounds add them. */
function pairwise(memory: string, count: number, distance: number): string {
  const sum = (first: number, apart: number): string =>
    apart === count
      ? `${memory}[lane + ${first * distance}u]`
      : `(${sum(first, 2 * apart)} + ${sum(first + apart, 2 * apart)})`;
  return sum(0, 1);
}

function bySubgroups({ name, memory, over: [from, below], to }: LaneSum, subgroup: number): string {
  /** Lanes that are left when memory has done its part. */
  const left = Math.min(below, Math.max(from, subgroup));
  const exchange = halves(from, left).map((half) => `${name} += subgroupShuffleXor(${name}, ${half}u);`);
  if (left === below) return exchange.join('\n  ');
  const gather = `
  ${memory}[lane] = ${name};
  workgroupBarrier();
  if (lane % ${below}u < ${left}u) { ${name} = ${pairwise(memory, below / left, left)}; }
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
