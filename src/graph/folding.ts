// Passes that fold: a factor and an addend per channel, or a rectifier, moves into the weighted node beside it. Only
// where the result is the same function: across copies that one node alone reads, never across zero padding.
import { nodesByName, Readers } from './edges';
import { isWeighted, volume, type GraphNode, type NodeOf, type WeightedNode } from './graph';

/** A pass: nodes in, nodes out; names that the graph puts out stay. */
export interface Chain {
  readonly nodes: readonly GraphNode[];
  readonly outputs: readonly string[];
}

/** Leaves a node out: who read it reads what it read. */
export function without({ nodes, outputs }: Chain, gone: GraphNode): Chain {
  const [before] = gone.from;
  const instead = (name: string): string => (name === gone.name ? before : name);
  return {
    nodes: nodes
      .filter((node) => node !== gone)
      .map((node) => (node.from.includes(gone.name) ? { ...node, from: node.from.map(instead) } : node)),
    outputs: outputs.map(instead),
  };
}

const replaced = ({ nodes, outputs }: Chain, old: GraphNode, by: GraphNode): Chain => ({
  nodes: nodes.map((node) => (node === old ? by : node)),
  outputs,
});

/** The weighted node that alone feeds `node`, through nothing but copies of its channels. */
function feeder(chain: Chain, node: GraphNode, channels: number | null): WeightedNode | null {
  const readers = new Readers(chain);
  const byName = nodesByName(chain.nodes);
  let at = node;
  for (;;) {
    const before = byName.get(at.from[0]);
    if (!before || readers.only(before.name) !== at) return null;
    const copies =
      before.kind === 'reshape' ||
      (before.kind === 'upsample' && (channels === null || before.output[2] === channels));
    if (!copies) return isWeighted(before) && !before.relu ? before : null;
    at = before;
  }
}

/** The node with its output o multiplied by factors[o % factors.length] and shifted alike. */
function scaledOutputs(node: WeightedNode, factors: Float32Array, shift: Float32Array): WeightedNode {
  const perOutput = node.weights.length / node.bias.length;
  return {
    ...node,
    weights: node.weights.map((w, i) => w * factors[Math.floor(i / perOutput) % factors.length]),
    bias: node.bias.map((b, o) => b * factors[o % factors.length] + shift[o % factors.length]),
  };
}

/** Batch norms go into the weighted nodes before them. */
export function foldScales(chain: Chain): Chain {
  let result = chain;
  for (const { name } of chain.nodes) {
    const norm = result.nodes.find((node) => node.name === name);
    if (norm?.kind !== 'scaleShift') continue;
    const channels = norm.bias.length;
    const node = feeder(result, norm, channels);
    if (!node || node.bias.length % channels !== 0) continue;
    result = without(replaced(result, node, scaledOutputs(node, norm.weights, norm.bias)), norm);
  }
  return result;
}

/** Rectifiers go into the weighted nodes before them. */
export function foldRelus(chain: Chain): Chain {
  let result = chain;
  for (const { name } of chain.nodes) {
    const relu = result.nodes.find((node) => node.name === name);
    if (relu?.kind !== 'relu') continue;
    const node = feeder(result, relu, null);
    if (node) result = without(replaced(result, node, { ...node, relu: true }), relu);
  }
  return result;
}

/** What is left of batch norms over flat values works on an image of one pixel, as every format has it. */
export function scalesOnImages({ nodes, outputs }: Chain): Chain {
  const renamed = new Map<string, string>();
  const now = (name: string): string => renamed.get(name) ?? name;
  const result = nodes.flatMap((node): GraphNode[] => {
    const from = node.from.map(now);
    if (node.kind !== 'scaleShift' || node.output.length === 3) return [{ ...node, from }];
    const flat = node.output;
    const pixel = [1, 1, volume(flat)];
    const [before, after] = [`${node.name}_in`, `${node.name}_out`];
    renamed.set(node.name, after);
    return [
      { kind: 'reshape', name: before, from, inputs: [flat], output: pixel },
      { ...node, from: [before], inputs: [pixel], output: pixel },
      { kind: 'reshape', name: after, from: [node.name], inputs: [pixel], output: flat },
    ];
  });
  return { nodes: result, outputs: outputs.map(now) };
}

/** The batch norm that a dense node alone reads, through nothing but reshaping. */
function scaleBefore(chain: Chain, node: GraphNode): NodeOf<'scaleShift'> | null {
  const readers = new Readers(chain);
  const byName = nodesByName(chain.nodes);
  let at = node;
  for (;;) {
    const before = byName.get(at.from[0]);
    if (!before || readers.only(before.name) !== at) return null;
    if (before.kind !== 'reshape') return before.kind === 'scaleShift' && !before.relu ? before : null;
    at = before;
  }
}

/** What is left of batch norms goes into a dense node behind them. */
export function foldForward(chain: Chain): Chain {
  let result = chain;
  for (const { name } of chain.nodes) {
    const node = result.nodes.find((other) => other.name === name);
    if (node?.kind !== 'dense') continue;
    const norm = scaleBefore(result, node);
    if (!norm) continue;
    const inputs = volume(node.inputs[0]);
    const channels = norm.bias.length;
    const bias = node.bias.map((b, o) => {
      let sum = b;
      for (let i = 0; i < inputs; i++) sum += node.weights[o * inputs + i] * norm.bias[i % channels];
      return sum;
    });
    const weights = node.weights.map((w, i) => w * norm.weights[(i % inputs) % channels]);
    result = without(replaced(result, node, { ...node, weights, bias }), norm);
  }
  return result;
}
