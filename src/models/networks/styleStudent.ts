// A small fast network that paints pictures in a style in one pass: halvings, residual blocks, and back up by nearest neighbours
// and a convolution (Johnson et al. 2016, https://arxiv.org/abs/1603.08155, with kernels of 3 x 3 throughout). Of several
// styles all share the convolutions (Dumoulin et al. 2017, https://arxiv.org/abs/1610.07629).
import { CLASS_INPUT } from '../../core/chosenClass';
import { NetworkBuilder } from '../../core/networkBuilder';
import type { LayerSpec, NetworkSpec } from '../../core/network';
import { mirroredConvolution, RELU, TANH, toWholeHalves, type ImageNetworkSettings } from './blocks';

export interface StyleStudentSettings extends Omit<ImageNetworkSettings, 'normalization'> {
  /** Residual blocks in the middle, from 0. */
  readonly blocks: number;
  /** Styles; of more than one the network is told the number of one. */
  readonly classes: number;
}

const KERNEL = 3;

/** What a normalization takes away again needs no bias. */
const unbiased = (layers: readonly LayerSpec[]): readonly LayerSpec[] =>
  layers.map((layer) => (layer.kind === 'conv2d' ? { ...layer, useBias: false } : layer));

/** Image [h, w, c] in [-1, 1], and a class index where there are several styles, to image [h, w, channels] in [-1, 1]. */
export function styleStudent(settings: StyleStudentSettings): NetworkSpec {
  const { shape, channels, width, depth, blocks, classes } = settings;
  const network = new NetworkBuilder('generator');
  const { value: whole, cut } = toWholeHalves(network, network.input('image', shape), settings);
  const chosen = classes > 1 ? network.input(CLASS_INPUT, [1]) : null;
  /** Layers, the last of which is normalized. */
  const normalized = (from: string, ...layers: readonly LayerSpec[]): string => {
    const made = network.add(from, ...unbiased(layers));
    return chosen === null
      ? network.add(made, { kind: 'instanceNorm' })
      : network.join([made, chosen], { kind: 'conditionalInstanceNorm', classes });
  };
  let value = network.add(normalized(whole, ...mirroredConvolution(width, KERNEL)), RELU);
  for (let level = 1; level <= depth; level++) {
    const halved: LayerSpec = { kind: 'conv2d', filters: width * 2 ** level, kernel: KERNEL, stride: 2 };
    value = network.add(normalized(value, halved), RELU);
  }
  const widest = width * 2 ** depth;
  for (let block = 0; block < blocks; block++) {
    const once = network.add(normalized(value, ...mirroredConvolution(widest, KERNEL)), RELU);
    const twice = normalized(once, ...mirroredConvolution(widest, KERNEL));
    value = network.join([value, twice], { kind: 'add' });
  }
  for (let level = depth - 1; level >= 0; level--) {
    const doubled: LayerSpec = { kind: 'conv2d', filters: width * 2 ** level, kernel: KERNEL };
    value = network.add(normalized(value, { kind: 'upsample' }, doubled), RELU);
  }
  return network.build(network.add(value, ...mirroredConvolution(channels, KERNEL), TANH, ...cut));
}
