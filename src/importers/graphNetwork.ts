// From a graph back to a network description with weights: the inverse of graph/buildGraph up to what folding joined. A
// factor and an addend per channel becomes a batch norm without statistics, a rectifier that a node carries an activation.
import { pairOf, readLayer, type LayerSpec, type Sides } from '../core/network';
import { soleInput, soleOutput, valueOf } from '../graph/edges';
import {
  applyRule,
  isWeighted,
  type ExportGraph,
  type GraphKind,
  type GraphNode,
  type NodeOf,
  type Rules,
  type WeightedKind,
} from '../graph/graph';
import { toPlace } from '../graph/kernelLayouts';
import { NetworkAssembly, shapeText, type LayerWeights, type ReadNetwork } from './assembly';
import { DamagedModelError } from '../readers/errors';

/** A layer, and all weights that it has in the engine's layout. */
type Made = readonly [layer: LayerSpec, weights?: LayerWeights];

/** One number where both sides are the same, as descriptions of squares have it. */
const short = (sides: Sides): Sides => {
  const [height, width] = pairOf(sides);
  return height === width ? height : sides;
};

const windowOf = ({ kernel, stride }: Readonly<Record<'kernel' | 'stride', Sides>>) => ({
  kernel: short(kernel),
  stride: short(stride),
});

const weightsOf = (node: NodeOf<WeightedKind>): LayerWeights => ({
  kernel: toPlace(node, node.weights, 'engine'),
  bias: node.bias,
});

const bordersOf = ({ top, bottom, left, right }: NodeOf<'zeroPad' | 'reflectionPad' | 'crop'>) => ({
  top,
  bottom,
  left,
  right,
});

const poolOf = ({ kernel, stride, padding }: NodeOf<'averagePool' | 'maxPool'>) => ({
  size: short(kernel),
  stride: short(stride),
  padding,
});

const LAYERS: Rules<GraphKind, [], Made> = {
  dense: (node) => [{ kind: 'dense', units: node.bias.length }, weightsOf(node)],
  conv2d: (node) => [
    { kind: 'conv2d', filters: node.bias.length, ...windowOf(node), padding: node.padding },
    weightsOf(node),
  ],
  depthwiseConv2d: (node) => [{ kind: 'depthwiseConv2d', ...windowOf(node) }, weightsOf(node)],
  conv2dTranspose: (node) => [
    { kind: 'conv2dTranspose', filters: node.bias.length, ...windowOf(node) },
    weightsOf(node),
  ],
  scaleShift: ({ weights, bias }) => [
    { kind: 'batchNorm', momentum: 0.99, epsilon: 0 },
    {
      gamma: weights,
      beta: bias,
      movingMean: new Float32Array(bias.length),
      movingVariance: new Float32Array(bias.length).fill(1),
    },
  ],
  upsample: () => [{ kind: 'upsample' }],
  reshape: ({ output }) => [{ kind: 'reshape', shape: output }],
  zeroPad: (node) => [{ kind: 'zeroPad', ...bordersOf(node) }],
  reflectionPad: (node) => [{ kind: 'reflectionPad', ...bordersOf(node) }],
  crop: (node) => [{ kind: 'crop', ...bordersOf(node) }],
  resize: ({ inputs: [[height, width]], output: [rows, columns] }) => [
    { kind: 'resize', factor: short([rows / height, columns / width]) },
  ],
  averagePool: (node) => [{ kind: 'averagePool', ...poolOf(node) }],
  maxPool: (node) => [{ kind: 'maxPool', ...poolOf(node) }],
  add: () => [{ kind: 'add' }],
  concat: () => [{ kind: 'concat' }],
  softmax: () => [{ kind: 'softmax' }],
  prelu: ({ slopes }) => [{ kind: 'prelu' }, { alpha: slopes }],
  exampleNorm: ({ over, gamma, beta }) => [
    { kind: over === 'layer' ? 'layerNorm' : 'instanceNorm' },
    { gamma, beta },
  ],
  pixelNorm: () => [{ kind: 'pixelNorm' }],
  embedding: ({ table, output: [units] }) => [
    { kind: 'embedding', classes: table.length / units, units },
    { kernel: table },
  ],
  relu: () => [{ kind: 'activation', fn: 'relu' }],
  leakyRelu: ({ alpha }) => [{ kind: 'activation', fn: 'leakyRelu', alpha }],
  curve: ({ fn }) => [{ kind: 'activation', fn }],
};

/** The layer that a node is, without the rectifier that it may carry. */
export const layerOf = (node: GraphNode): Made => applyRule(LAYERS, node);

function addNode(assembly: NetworkAssembly, node: GraphNode, from: readonly string[]): void {
  const { name, output } = node;
  assembly.moveTo(from[0]);
  const [layer, weights] = layerOf(node);
  const flattens = node.kind === 'dense' && assembly.shape.length !== 1;
  if (flattens) assembly.add({ kind: 'flatten' }, name);
  readLayer({ ...layer }, name);
  assembly.join(layer, name, flattens ? [assembly.at] : from, weights);
  if (isWeighted(node) && node.relu) assembly.add({ kind: 'activation', fn: 'relu' }, name);
  if (assembly.shape.join() === output.join()) return;
  throw new DamagedModelError(`${name} makes ${shapeText(assembly.shape)} and says ${shapeText(output)}`);
}

/**
 * The network that computes what a graph computes, equal up to float32 rounding.
 * @param graph of one input and one output, from a file that nobody vouches for
 * @throws UnsupportedModelError for more inputs or outputs; DamagedModelError where a node contradicts itself;
 *   UnsupportedLayerError, InvalidValueError and OversizedModelError for what no page draws with
 */
export function networkOfGraph(graph: ExportGraph): ReadNetwork {
  const { name: input, shape } = soleInput(graph);
  const assembly = new NetworkAssembly(shape);
  const values = new Map([[input, assembly.at]]);
  for (const node of graph.nodes) {
    addNode(
      assembly,
      node,
      node.from.map((name) => valueOf(values, name)),
    );
    values.set(node.name, assembly.at);
  }
  assembly.moveTo(valueOf(values, soleOutput(graph)));
  return assembly.finish();
}
