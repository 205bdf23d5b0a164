// A transposed convolution of a Keras or TensorFlow.js file as layers of this project, which know `same` padding alone;
// graph/unpadded.ts says what one without padding is made of.
import { pairOf, type PaddingMode, type Sides } from '../core/network';
import type { NodeOf } from '../graph/graph';
import { fromPlace } from '../graph/kernelLayouts';
import { unpaddedTranspose } from '../graph/unpadded';
import { UnsupportedLayerError } from '../readers/errors';
import type { LayerWeights, NetworkAssembly } from './assembly';
import { layerOf } from './graphNetwork';

interface Transposed {
  readonly filters: number;
  readonly kernel: Sides;
  readonly stride: Sides;
  readonly padding: PaddingMode;
}

/**
 * Appends the layers.
 * @param weights kernel [kernel, kernel, filters, channels] and bias [filters], or no bias
 * @throws UnsupportedLayerError for what has no counterpart
 */
export function addTransposed(
  assembly: NetworkAssembly,
  label: string,
  { filters, kernel, stride, padding }: Transposed,
  weights: LayerWeights & { readonly kernel?: Float32Array },
  supported: string,
): void {
  const hasBias = weights.bias !== undefined;
  if (padding === 'same') {
    const bias = hasBias ? {} : { useBias: false };
    assembly.add({ kind: 'conv2dTranspose', filters, kernel, stride, ...bias }, label, weights);
    return;
  }
  const node: NodeOf<'conv2dTranspose'> = {
    kind: 'conv2dTranspose',
    name: label,
    from: [assembly.at],
    inputs: [assembly.shape],
    output: assembly.shape,
    kernel: pairOf(kernel),
    stride: pairOf(stride),
    weights: weights.kernel ?? new Float32Array(),
    bias: weights.bias ?? new Float32Array(filters),
    relu: false,
  };
  const nodes = unpaddedTranspose({ ...node, weights: fromPlace(node, node.weights, 'engine') });
  if (!nodes)
    throw new UnsupportedLayerError(label, `it has stride ${node.stride[0]} and no padding`, supported);
  for (const part of nodes) {
    const [layer, { bias, ...others } = {}] = layerOf(part);
    if (hasBias || !bias || (layer.kind !== 'dense' && layer.kind !== 'conv2d'))
      assembly.add(layer, label, bias ? { ...others, bias } : others);
    else assembly.add({ ...layer, useBias: false }, label, others);
  }
}
