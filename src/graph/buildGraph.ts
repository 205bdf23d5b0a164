// From a network description and its trained weights to the graph that exporters write. Batch norms are folded into a
// neighbouring weighted layer where that is exact (not across zero padding), and kept as one factor and addend per
// channel where it is not. Dropout does nothing at inference and is left out.
import {
  inputShape,
  BATCH_NORM_EPSILON,
  LEAKY_ALPHA,
  chainLayers,
  type NetworkSpec,
  type ResolvedNode,
  type WeightSpec,
} from '../core/network';
import { foldForward, foldRelu, foldScale } from './fold';
import {
  UnsupportedModelError,
  volume,
  type ExportGraph,
  type GraphNode,
  type NodeBase,
  type TrainedWeights,
} from './graph';

/** Weights of one layer by role, checked against the shapes that the network asks for. */
type RoleReader = (role: WeightSpec['role']) => Float32Array | null;

function roleReader(layer: ResolvedNode, weights: TrainedWeights): RoleReader {
  return (role) => {
    const spec = layer.weights.find((w) => w.role === role);
    if (!spec) return null;
    const found = weights.get(`${layer.name}/${role}`);
    const shape = found?.shape.join(' x ') ?? 'missing';
    if (!found || shape !== spec.shape.join(' x ') || found.values.length !== volume(spec.shape)) {
      throw new UnsupportedModelError(
        `The weight ${layer.name}/${role} is ${shape}; the network needs ${spec.shape.join(' x ')}.`,
        'The run was saved by another version of the model; train it again.',
      );
    }
    return found.values;
  };
}

/** Reorders `values` of the given axes so that axis i of the result is axis `order[i]` of the source. */
export function transpose(
  values: Float32Array,
  shape: readonly number[],
  order: readonly number[],
): Float32Array {
  const strides = shape.map((_, i) => volume(shape.slice(i + 1)));
  const sides = order.map((axis) => shape[axis]);
  const steps = order.map((axis) => strides[axis]);
  const result = new Float32Array(values.length);
  const at = sides.map(() => 0);
  let from = 0;
  for (let i = 0; i < result.length; i++) {
    result[i] = values[from];
    for (let axis = sides.length - 1; axis >= 0; axis--) {
      from += steps[axis];
      if (++at[axis] < sides[axis]) break;
      from -= sides[axis] * steps[axis];
      at[axis] = 0;
    }
  }
  return result;
}

const required = (values: Float32Array | null, name: string): Float32Array => {
  if (values) return values;
  throw new UnsupportedModelError(
    `Layer ${name} has no weights.`,
    'Report this with the model that you chose.',
  );
};

function batchNorm(base: NodeBase, read: RoleReader, epsilon: number): GraphNode[] {
  const gamma = required(read('gamma'), base.name);
  const beta = required(read('beta'), base.name);
  const mean = required(read('movingMean'), base.name);
  const variance = required(read('movingVariance'), base.name);
  const weights = gamma.map((g, i) => g / Math.sqrt(variance[i] + epsilon));
  const bias = beta.map((b, i) => b - (mean[i] * gamma[i]) / Math.sqrt(variance[i] + epsilon));
  const node = { kind: 'scaleShift', weights, bias, relu: false } as const;
  if (base.input.length === 3) return [{ ...base, ...node }];
  const flat = base.input;
  const pixel = [1, 1, volume(flat)];
  return [
    { kind: 'reshape', name: `${base.name}_in`, input: flat, output: pixel },
    { ...base, ...node, input: pixel, output: pixel },
    { kind: 'reshape', name: `${base.name}_out`, input: pixel, output: flat },
  ];
}

function nodesOf(resolved: ResolvedNode, weights: TrainedWeights): GraphNode[] {
  const { layer, name, input, output } = resolved;
  const base: NodeBase = { name, input, output };
  const read = roleReader(resolved, weights);
  switch (layer.kind) {
    case 'dense': {
      const kernel = required(read('kernel'), name);
      const bias = Float32Array.from(read('bias') ?? new Float32Array(layer.units));
      return [
        {
          ...base,
          kind: 'dense',
          weights: transpose(kernel, [input[0], layer.units], [1, 0]),
          bias,
          relu: false,
        },
      ];
    }
    case 'conv2d': {
      const { filters, kernel, stride = 1, padding = 'same' } = layer;
      const values = transpose(
        required(read('kernel'), name),
        [kernel, kernel, input[2], filters],
        [3, 0, 1, 2],
      );
      const bias = Float32Array.from(read('bias') ?? new Float32Array(filters));
      return [{ ...base, kind: 'conv2d', weights: values, bias, relu: false, kernel, stride, padding }];
    }
    case 'depthwiseConv2d': {
      const { kernel, stride = 1 } = layer;
      const channels = input[2];
      const values = transpose(required(read('kernel'), name), [kernel, kernel, channels], [2, 0, 1]);
      const bias = Float32Array.from(read('bias') ?? new Float32Array(channels));
      return [{ ...base, kind: 'depthwiseConv2d', weights: values, bias, relu: false, kernel, stride }];
    }
    case 'conv2dTranspose': {
      const { filters, kernel, stride } = layer;
      const values = transpose(
        required(read('kernel'), name),
        [kernel, kernel, filters, input[2]],
        [2, 0, 1, 3],
      );
      const bias = Float32Array.from(read('bias') ?? new Float32Array(filters));
      return [{ ...base, kind: 'conv2dTranspose', weights: values, bias, relu: false, kernel, stride }];
    }
    case 'batchNorm':
      return batchNorm(base, read, layer.epsilon ?? BATCH_NORM_EPSILON);
    case 'activation':
      return layer.fn === 'leakyRelu'
        ? [{ ...base, kind: 'leakyRelu', alpha: layer.alpha ?? LEAKY_ALPHA }]
        : [{ ...base, kind: layer.fn }];
    case 'reshape':
    case 'flatten':
      return [{ ...base, kind: 'reshape' }];
    case 'upsample':
      return [{ ...base, kind: 'upsample' }];
    case 'zeroPad': {
      const { top, bottom, left, right } = layer;
      return [{ ...base, kind: 'zeroPad', top, bottom, left, right }];
    }
    case 'dropout':
      return [];
    default:
      throw new UnsupportedModelError(
        `Layer ${name} is of a kind that no export format here knows.`,
        'Choose a model made of dense, convolution, batch norm, upsampling and activation layers.',
      );
  }
}

/**
 * The graph of a trained network, equal to it at inference up to float32 rounding.
 * @param weights by the engine's names (`dense_1/kernel`, ...), kernels as TensorFlow lays them out
 * @throws UnsupportedModelError when a weight is missing, has another shape, or a layer cannot be written
 */
export function buildGraph(spec: NetworkSpec, weights: TrainedWeights): ExportGraph {
  const nodes: GraphNode[] = [];
  for (const layer of chainLayers(spec)) {
    const made = nodesOf(layer, weights);
    const norm = made.find((node) => node.kind === 'scaleShift');
    if (norm && foldScale(nodes, norm, layer.input)) continue;
    if (made[0]?.kind === 'relu' && foldRelu(nodes)) continue;
    nodes.push(...made);
  }
  return {
    name: spec.name,
    input: inputShape(spec),
    output: nodes.at(-1)?.output ?? inputShape(spec),
    nodes: foldForward(nodes),
  };
}
