// A graph as the layers that one kernel call runs: doubling joins the convolution behind it, a curve the weighted node
// before it, and reshaping vanishes. What no kernel joins stays a plain node. Joins only across edges with one reader.
import { isFusedActivation } from '../core/network';
import { NO_ACTIVATION, type ActivationSpec } from '../engine/simd/conv/activation';
import { Readers, valueOf } from '../graph/edges';
import type { ExportGraph, GraphKind, GraphNode, NodeOf } from '../graph/graph';
import { joined, joinsInEngine } from '../graph/joins';

/** Kinds that the packed kernels run. */
export type PackedKind = 'dense' | 'conv2d' | 'conv2dTranspose';

interface LayerBase {
  /** Values that it reads: inputs of the graph, or what layers before it make. */
  readonly from: readonly string[];
  /** The value that it makes. */
  readonly name: string;
}

/** A weighted node with the curve behind it; `doubled`: its input is doubled first, as `node` has it already. */
export interface FusedLayer extends LayerBase {
  readonly kind: 'weighted';
  readonly node: NodeOf<PackedKind>;
  readonly activation: ActivationSpec;
  readonly doubled: boolean;
}

/** A normalization of every channel of an image by itself, with the rectifier behind it. */
export interface FusedNorm extends LayerBase {
  readonly kind: 'norm';
  readonly node: NodeOf<'exampleNorm'>;
  readonly activation: 'linear' | 'relu' | 'leakyRelu';
  readonly alpha: number;
}

export interface PlainLayer extends LayerBase {
  readonly kind: 'plain';
  readonly node: NodeOf<Exclude<GraphKind, PackedKind>>;
}

export type Layer = FusedLayer | FusedNorm | PlainLayer;

export interface FusedGraph {
  readonly layers: readonly Layer[];
  /** The value that a name of the graph stands for. */
  readonly valueNamed: (name: string) => string;
}

const RELU: ActivationSpec = { activation: 'relu', alpha: 0 };

/** The curve that a node is and that kernels know, or null. */
function curveOf(node: GraphNode | null): ActivationSpec | null {
  if (node?.kind === 'leakyRelu') return { activation: node.kind, alpha: node.alpha };
  if (node?.kind === 'relu') return RELU;
  if (node?.kind === 'curve' && isFusedActivation(node.fn)) return { activation: node.fn, alpha: 0 };
  return null;
}

const isPacked = (node: GraphNode): node is NodeOf<PackedKind> =>
  node.kind === 'dense' || node.kind === 'conv2d' || node.kind === 'conv2dTranspose';

/** One that the engine's kernel does: several channels of several pixels. */
const isNormed = (node: GraphNode): node is NodeOf<'exampleNorm'> => {
  if (node.kind !== 'exampleNorm' || node.over !== 'instance') return false;
  const [height, width, channels] = node.output;
  return node.output.length === 3 && height * width > 1 && channels > 1;
};

/** The node that alone reads a value, beyond reshapes. */
function readerBeyond(readers: Readers, name: string): GraphNode | null {
  const reader = readers.only(name);
  return reader?.kind === 'reshape' ? readerBeyond(readers, reader.name) : reader;
}

/** The layers of a graph in order. */
export function fuseLayers(graph: ExportGraph): FusedGraph {
  const readers = new Readers(graph);
  const values = new Map(graph.inputs.map(({ name }) => [name, name]));
  const doubled = new Set<string>();
  const curves = new Map<GraphNode, string>();
  const layers: Layer[] = [];
  for (const node of graph.nodes) {
    const from = node.from.map((name) => valueOf(values, name));
    const doubles = joined(node, readers, joinsInEngine);
    if (doubles) doubled.add(doubles.name);
    const done = curves.get(node) ?? (doubles || node.kind === 'reshape' ? from[0] : null);
    values.set(node.name, done ?? node.name);
    if (done !== null) continue;
    const { name } = node;
    if (isNormed(node)) {
      const next = readerBeyond(readers, name);
      const curve = curveOf(next);
      const rectifier = curve?.activation === 'relu' || curve?.activation === 'leakyRelu' ? curve : null;
      if (next && rectifier) curves.set(next, name);
      const activation = rectifier?.activation === 'leakyRelu' ? 'leakyRelu' : rectifier ? 'relu' : 'linear';
      layers.push({ kind: 'norm', node, from, name, activation, alpha: rectifier?.alpha ?? 0 });
      continue;
    }
    if (!isPacked(node)) {
      layers.push({ kind: 'plain', node, from, name });
      continue;
    }
    const next = node.relu ? null : readerBeyond(readers, name);
    const curve = curveOf(next);
    if (next && curve) curves.set(next, name);
    const activation = node.relu ? RELU : (curve ?? NO_ACTIVATION);
    layers.push({ kind: 'weighted', node, from, name, activation, doubled: doubled.has(name) });
  }
  return { layers, valueNamed: (name) => valueOf(values, name) };
}
