// A full-integer graph as the steps of a C program: reshapes vanish, doubling an image joins the convolution after it
// (no doubled copy in memory), functions of one number work in place. Two buffers are alive at a time.
import { planArena } from '../../graph/arena';
import { UnsupportedModelError, volume, type GraphNode } from '../../graph/graph';
import {
  isInt8Table,
  isInt8Weighted,
  type Int8Copy,
  type Int8Graph,
  type Int8Table,
  type Int8Weighted,
} from '../../graph/int8Graph';

/** Where a step reads or writes: the caller's arrays or a place in the arena. */
export type Place = 'latent' | 'image' | { readonly offset: number };

type Work =
  | { readonly kind: 'weighted'; readonly item: Int8Weighted; readonly doubled: boolean }
  | { readonly kind: 'table'; readonly item: Int8Table }
  | { readonly kind: 'copy'; readonly item: Int8Copy };

export type CStep = Work & { readonly from: Place; readonly to: Place };

export interface CProgram {
  readonly steps: readonly CStep[];
  readonly arenaBytes: number;
}

const joins = (node: GraphNode | undefined): boolean =>
  node?.kind === 'conv2d' || node?.kind === 'depthwiseConv2d';

function workOf(q: Int8Graph): Work[] {
  const work: Work[] = [];
  let doubled = false;
  for (const [index, item] of q.nodes.entries()) {
    if (item.node.kind === 'reshape') continue;
    if (isInt8Weighted(item)) {
      work.push({ kind: 'weighted', item, doubled });
      doubled = false;
    } else if (isInt8Table(item)) work.push({ kind: 'table', item });
    else if (item.node.kind === 'upsample' && joins(q.graph.nodes[index + 1])) doubled = true;
    else work.push({ kind: 'copy', item });
  }
  return work;
}

/** @throws UnsupportedModelError for a graph that computes nothing */
export function planProgram(q: Int8Graph): CProgram {
  const work = workOf(q);
  // A table works in place on a value that some step wrote; every other step writes a value of its own.
  const writes = work.map((w, i) => w.kind !== 'table' || i === 0);
  const lastWrite = writes.lastIndexOf(true);
  if (lastWrite < 0) {
    throw new UnsupportedModelError(
      `${q.graph.name} has no layers.`,
      'Choose a model with at least one layer.',
    );
  }
  const sizes = work.filter((_, i) => writes[i] && i < lastWrite).map((w) => volume(w.item.node.output));
  const arena = planArena(sizes);
  const steps: CStep[] = [];
  let at: Place = 'latent';
  let value = 0;
  for (const [i, w] of work.entries()) {
    const to: Place = !writes[i] ? at : i === lastWrite ? 'image' : { offset: arena.offsets[value++] };
    steps.push({ ...w, from: at, to });
    at = to;
  }
  return { steps, arenaBytes: arena.sizeBytes };
}
