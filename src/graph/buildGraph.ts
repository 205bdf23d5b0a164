// From a network description and its trained weights to the graph that exporters write: layers become nodes, then the
// passes of folding.ts join what is one function. Dropout does nothing at inference and is left out.
import { chosenFirst } from './chosenFirst';
import {
  BATCH_NORM_EPSILON,
  LEAKY_ALPHA,
  pairOf,
  resolveNetwork,
  type LayerKind,
  type LayerSpec,
  type NetworkSpec,
  type ResolvedNode,
  type WeightSpec,
} from '../core/network';
import { foldForward, foldRelus, foldScales, scalesOnImages, type Chain } from './folding';
import {
  UnsupportedModelError,
  volume,
  type ExportGraph,
  type GraphKind,
  type GraphNode,
  type TrainedWeights,
  type WeightedNode,
} from './graph';
import { fromPlace } from './kernelLayouts';

/** A layer with its weights by role, checked against the shapes that the network asks for. */
class TrainedLayer {
  constructor(
    readonly resolved: ResolvedNode,
    readonly from: readonly string[],
    private readonly weights: TrainedWeights,
  ) {}

  /** Every node has these; `kind` and what the kind adds come on top. */
  base<K extends GraphKind>(kind: K) {
    const { name, inputs, output } = this.resolved;
    return { kind, name, from: this.from, inputs, output };
  }

  /** @throws UnsupportedModelError when the layer has no such weight, or one of another shape */
  weight(role: WeightSpec['role']): Float32Array {
    const { name, weights } = this.resolved;
    const spec = weights.find((w) => w.role === role);
    const found = this.weights.get(`${name}/${role}`);
    const shape = found?.shape.join(' x ') ?? 'missing';
    const needed = spec?.shape ?? [];
    if (!spec || !found || shape !== needed.join(' x ') || found.values.length !== volume(needed)) {
      throw new UnsupportedModelError(
        `The weight ${name}/${role} is ${shape}; the network needs ${needed.join(' x ') || 'none'}.`,
        'The run was saved by another version of the model; train it again.',
      );
    }
    return found.values;
  }

  /** A copy; zeros for a layer without. */
  bias(count: number): Float32Array {
    const has = this.resolved.weights.some(({ role }) => role === 'bias');
    return has ? this.weight('bias').slice() : new Float32Array(count);
  }
}

/** The node with its kernel, which is the engine's, turned round. */
const withKernel = <N extends WeightedNode>(node: N): N => ({
  ...node,
  weights: fromPlace(node, node.weights, 'engine'),
});

type LayerRules = {
  readonly [K in LayerKind]: (layer: LayerSpec<K>, trained: TrainedLayer) => Made;
};

/** One node, several in order the last of which has the layer's name, or none where a layer does nothing. */
type Made = GraphNode | readonly GraphNode[] | null;

/** A kind that no graph holds. */
const refuse =
  (does: string, wayOut: string) =>
  (_: object, { resolved: { name } }: TrainedLayer): never => {
    throw new UnsupportedModelError(
      `Layer ${name} ${does}, which TensorFlow Lite, ONNX, C source, the native program and the kiosk cannot hold here.`,
      wayOut,
    );
  };

const exampleNorm = (over: 'layer' | 'instance', trained: TrainedLayer): GraphNode => ({
  ...trained.base('exampleNorm'),
  over,
  gamma: trained.weight('gamma'),
  beta: trained.weight('beta'),
});

/** The sum of any number of values, two at a time. */
function sums(trained: TrainedLayer): GraphNode[] {
  const { name, output } = trained.resolved;
  const [first, ...others] = trained.from;
  let sum = first;
  return others.map((value, i) => {
    const from = [sum, value];
    sum = i === others.length - 1 ? name : `${name}_${i + 1}`;
    return { kind: 'add', name: sum, from, inputs: [output, output], output };
  });
}

const windowOf = ({ size, stride = size, padding = 'valid' }: Omit<LayerSpec<'averagePool'>, 'kind'>) => ({
  kernel: pairOf(size),
  stride: pairOf(stride),
  padding,
});

const LAYERS: LayerRules = {
  dense: ({ units }, trained) =>
    withKernel({
      ...trained.base('dense'),
      weights: trained.weight('kernel'),
      bias: trained.bias(units),
      relu: false,
    }),
  conv2d: ({ filters, kernel, stride = 1, padding = 'same' }, trained) =>
    withKernel({
      ...trained.base('conv2d'),
      weights: trained.weight('kernel'),
      bias: trained.bias(filters),
      relu: false,
      kernel: pairOf(kernel),
      stride: pairOf(stride),
      padding,
    }),
  depthwiseConv2d: ({ kernel, stride = 1 }, trained) =>
    withKernel({
      ...trained.base('depthwiseConv2d'),
      weights: trained.weight('kernel'),
      bias: trained.bias(trained.resolved.input[2]),
      relu: false,
      kernel: pairOf(kernel),
      stride: pairOf(stride),
    }),
  conv2dTranspose: ({ filters, kernel, stride }, trained) =>
    withKernel({
      ...trained.base('conv2dTranspose'),
      weights: trained.weight('kernel'),
      bias: trained.bias(filters),
      relu: false,
      kernel: pairOf(kernel),
      stride: pairOf(stride),
    }),
  batchNorm: ({ epsilon = BATCH_NORM_EPSILON }, trained) => {
    const [gamma, beta] = [trained.weight('gamma'), trained.weight('beta')];
    const [mean, variance] = [trained.weight('movingMean'), trained.weight('movingVariance')];
    const weights = gamma.map((g, i) => g / Math.sqrt(variance[i] + epsilon));
    const bias = beta.map((b, i) => b - (mean[i] * gamma[i]) / Math.sqrt(variance[i] + epsilon));
    return { ...trained.base('scaleShift'), weights, bias, relu: false };
  },
  activation: ({ fn, alpha = LEAKY_ALPHA }, trained) => {
    if (fn === 'relu') return trained.base(fn);
    return fn === 'leakyRelu' ? { ...trained.base(fn), alpha } : { ...trained.base('curve'), fn };
  },
  reshape: (_, trained) => trained.base('reshape'),
  flatten: (_, trained) => trained.base('reshape'),
  upsample: (_, trained) => trained.base('upsample'),
  zeroPad: ({ top, bottom, left, right }, trained) => ({
    ...trained.base('zeroPad'),
    top,
    bottom,
    left,
    right,
  }),
  dropout: () => null,
  layerNorm: (_, trained) => exampleNorm('layer', trained),
  instanceNorm: (_, trained) => exampleNorm('instance', trained),
  conditionalInstanceNorm: (_, { resolved }) => chosenFirst(resolved),
  pixelNorm: (_, trained) => trained.base('pixelNorm'),
  minibatchStd: refuse(
    'compares the images of a batch (minibatchStd)',
    'Choose PyTorch, whose files hold it, or train a model without such a layer.',
  ),
  add: (_, trained) => sums(trained),
  concat: (_, trained) => trained.base('concat'),
  averagePool: (layer, trained) => ({ ...trained.base('averagePool'), ...windowOf(layer) }),
  maxPool: (layer, trained) => ({ ...trained.base('maxPool'), ...windowOf(layer) }),
  globalAveragePool: (_, trained) => {
    const { name, input, output } = trained.resolved;
    const [height, width, channels] = input;
    const [means, pixel] = [`${name}_means`, [1, 1, channels]];
    const window = windowOf({ size: [height, width] });
    return [
      { ...trained.base('averagePool'), ...window, name: means, output: pixel },
      { kind: 'reshape', name, from: [means], inputs: [pixel], output },
    ];
  },
  prelu: (_, trained) => ({ ...trained.base('prelu'), slopes: trained.weight('alpha') }),
  resize: (_, trained) => trained.base('resize'),
  crop: ({ top, bottom, left, right }, trained) => ({ ...trained.base('crop'), top, bottom, left, right }),
  softmax: (_, trained) => trained.base('softmax'),
  reflectionPad: ({ top, bottom, left, right }, trained) => ({
    ...trained.base('reflectionPad'),
    top,
    bottom,
    left,
    right,
  }),
  embedding: (_, trained) => ({ ...trained.base('embedding'), table: trained.weight('kernel') }),
};

const nodeOf = <K extends LayerKind>(layer: LayerSpec<K>, trained: TrainedLayer): Made =>
  LAYERS[layer.kind](layer, trained);

/** In order: what one pass leaves, the next may fold. */
const PASSES: readonly ((chain: Chain) => Chain)[] = [foldScales, foldRelus, scalesOnImages, foldForward];

/**
 * The graph of a trained network, equal to it at inference up to float32 rounding.
 * @param weights by the engine's names (`dense_1/kernel`, ...), kernels as TensorFlow lays them out
 * @throws UnsupportedModelError when a weight is missing, has another shape, or a layer cannot be written
 */
export function buildGraph(spec: NetworkSpec, weights: TrainedWeights): ExportGraph {
  const nodes: GraphNode[] = [];
  /** What a layer that does nothing stands for. */
  const instead = new Map<string, string>();
  const valueOf = (name: string): string => instead.get(name) ?? name;
  for (const resolved of resolveNetwork(spec)) {
    const from = resolved.layer.from.map(valueOf);
    const made = nodeOf(resolved.layer, new TrainedLayer(resolved, from, weights));
    if (made) nodes.push(...[made].flat());
    else instead.set(resolved.name, from[0]);
  }
  const built: Chain = { nodes, outputs: spec.outputs.map(valueOf) };
  return { name: spec.name, inputs: spec.inputs, ...PASSES.reduce((chain, pass) => pass(chain), built) };
}
