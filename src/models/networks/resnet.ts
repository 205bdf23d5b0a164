// A residual network from image to image: a few halvings, blocks that add what they change to what they got, and back up
// (Johnson et al. 2016, https://arxiv.org/abs/1603.08155; with mirrored borders as in Zhu et al. 2017).
import { NetworkBuilder } from '../../core/networkBuilder';
import type { NetworkSpec } from '../../core/network';
import { mirroredConvolution, normOf, RELU, TANH, toWholeHalves, type ImageNetworkSettings } from './blocks';

export interface ResnetSettings extends ImageNetworkSettings {
  /** Residual blocks in the middle, from 0. */
  readonly blocks: number;
}

/** Image [h, w, c] in [-1, 1] to image [h, w, channels] in [-1, 1]. */
export function resnet(settings: ResnetSettings): NetworkSpec {
  const { shape, channels, width, depth, blocks } = settings;
  const norm = normOf(settings);
  const network = new NetworkBuilder('generator');
  const { value: whole, cut } = toWholeHalves(network, network.input('image', shape), settings);
  let value = whole;
  value = network.add(value, ...mirroredConvolution(width, 7), ...norm, RELU);
  for (let level = 1; level <= depth; level++) {
    value = network.add(
      value,
      { kind: 'conv2d', filters: width * 2 ** level, kernel: 3, stride: 2 },
      ...norm,
      RELU,
    );
  }
  const widest = width * 2 ** depth;
  for (let block = 0; block < blocks; block++) {
    const changed = network.add(
      value,
      ...mirroredConvolution(widest, 3),
      ...norm,
      RELU,
      ...mirroredConvolution(widest, 3),
      ...norm,
    );
    value = network.join([value, changed], { kind: 'add' });
  }
  for (let level = depth - 1; level >= 0; level--) {
    value = network.add(
      value,
      { kind: 'upsample' },
      { kind: 'conv2d', filters: width * 2 ** level, kernel: 3 },
      ...norm,
      RELU,
    );
  }
  return network.build(network.add(value, ...mirroredConvolution(channels, 7), TANH, ...cut));
}
