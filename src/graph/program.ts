// A graph as steps that run one after the other in one block of memory: reshapes vanish, doubling joins the node behind
// it where a target's kernels do that, functions of one number work in place. Which numbers a step works on is the
// target's; the C export, the native binary and the cost profile share the plan.
import { planArena, type Lifetime } from './arena';
import { Readers, soleInput, soleOutput, valueOf } from './edges';
import { applyRule, volume, type ExportGraph, type GraphKind, type GraphNode, type Rules } from './graph';
import { joined, joinsInC } from './joins';

/** Where a step reads or writes: the caller's arrays or a place in the arena, in values. */
export type Place = 'latent' | 'image' | { readonly offset: number };

export interface ProgramStep {
  /** Index of the node. */
  readonly index: number;
  /** Its image is read as if it were doubled. */
  readonly doubled: boolean;
  readonly from: readonly Place[];
  readonly to: Place;
}

export interface Program {
  readonly steps: readonly ProgramStep[];
  /** Of one byte for each value. */
  readonly arenaBytes: number;
}

/** How a node uses memory: a value of its own, the value that it reads, or nothing at all. */
type Use = 'own' | 'inPlace' | 'alias';

const own = (): Use => 'own';
const inPlace = (): Use => 'inPlace';

const USES: Rules<GraphKind, [], Use> = {
  dense: own,
  conv2d: own,
  depthwiseConv2d: own,
  conv2dTranspose: own,
  scaleShift: own,
  upsample: own,
  zeroPad: own,
  reflectionPad: own,
  crop: own,
  resize: own,
  averagePool: own,
  maxPool: own,
  add: own,
  concat: own,
  softmax: own,
  prelu: own,
  exampleNorm: own,
  pixelNorm: own,
  embedding: own,
  reshape: () => 'alias',
  relu: inPlace,
  leakyRelu: inPlace,
  curve: inPlace,
};

export const useOf = (node: GraphNode): Use => applyRule(USES, node);

/** A block that one or several values take one after the other. */
interface Block {
  readonly bytes: number;
  readonly from: number;
  to: number;
}

interface BlockStep {
  readonly index: number;
  readonly doubled: boolean;
  readonly from: readonly Block[];
  readonly to: Block;
}

/** @throws UnsupportedModelError for a graph of several inputs or outputs */
export function planProgram(graph: ExportGraph): Program {
  const readers = new Readers(graph);
  const input: Block = { bytes: volume(soleInput(graph).shape), from: -1, to: -1 };
  const blockOf = new Map<string, Block>([[soleInput(graph).name, input]]);
  const blocks: Block[] = [];
  const doubled = new Set<string>();
  const steps: BlockStep[] = [];
  for (const [index, node] of graph.nodes.entries()) {
    const from = node.from.map((name) => valueOf(blockOf, name));
    const joins = joined(node, readers, joinsInC);
    if (joins) doubled.add(joins.name);
    if (joins || useOf(node) === 'alias') {
      blockOf.set(node.name, from[0]);
      continue;
    }
    for (const block of from) block.to = steps.length;
    const reuses =
      useOf(node) === 'inPlace' && from[0] !== input && isLastReader(graph, node, from[0], blockOf);
    const to = reuses ? from[0] : { bytes: volume(node.output), from: steps.length, to: steps.length };
    if (!reuses) blocks.push(to);
    blockOf.set(node.name, to);
    steps.push({ index, doubled: doubled.has(node.name), from, to });
  }
  const last = valueOf(blockOf, soleOutput(graph));
  return placed(steps, blocks, { input, last });
}

/** Whether nobody else reads what lies in the block from this node on. */
function isLastReader(
  { nodes, outputs }: ExportGraph,
  node: GraphNode,
  block: Block,
  blockOf: ReadonlyMap<string, Block>,
): boolean {
  const holds = (name: string): boolean => blockOf.get(name) === block;
  return !outputs.some(holds) && !nodes.slice(nodes.indexOf(node) + 1).some(({ from }) => from.some(holds));
}

function placed(
  steps: readonly BlockStep[],
  blocks: readonly Block[],
  { input, last }: { readonly input: Block; readonly last: Block },
): Program {
  const stored = blocks.filter((block) => block !== last);
  const arena = planArena(stored);
  const placeOf = (block: Block): Place => {
    if (block === input) return 'latent';
    return block === last ? 'image' : { offset: arena.offsets[stored.indexOf(block)] };
  };
  return {
    arenaBytes: arena.sizeBytes,
    steps: steps.map(({ index, doubled, from, to }) => ({
      index,
      doubled,
      from: from.map(placeOf),
      to: placeOf(to),
    })),
  };
}

/**
 * Bytes of activations that an interpreter such as TensorFlow Lite Micro needs at its busiest: it keeps a copy of a
 * doubled image and works nowhere in place, but reshapes nothing.
 */
export function interpreterArena(graph: ExportGraph, bytesPerValue = 1): number {
  const lives = new Map<string, { bytes: number; from: number; to: number }>();
  for (const { name, shape } of graph.inputs)
    lives.set(name, { bytes: bytesPerValue * volume(shape), from: 0, to: 0 });
  for (const [index, node] of graph.nodes.entries()) {
    for (const name of node.from) valueOf(lives, name).to = index + 1;
    const made = { bytes: bytesPerValue * volume(node.output), from: index + 1, to: index + 1 };
    lives.set(node.name, useOf(node) === 'alias' ? valueOf(lives, node.from[0]) : made);
  }
  for (const name of graph.outputs) valueOf(lives, name).to = graph.nodes.length + 1;
  const values: readonly Lifetime[] = [...new Set(lives.values())];
  return planArena(values).sizeBytes;
}
