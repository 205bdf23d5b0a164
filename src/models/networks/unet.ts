// A U-Net from image to image: every map on the way down is laid beside the map of its size on the way up, so that edges
// need not pass the narrow middle (Isola et al. 2017, https://arxiv.org/abs/1611.07004, section 3.2).
import { NetworkBuilder } from '../../core/networkBuilder';
import type { NetworkSpec } from '../../core/network';
import { LEAKY, normOf, RELU, TANH, toWholeHalves, type ImageNetworkSettings } from './blocks';

const MOST_WIDENING = 8;

/** Image [h, w, c] in [-1, 1] to image [h, w, channels] in [-1, 1]. */
export function unet(settings: ImageNetworkSettings): NetworkSpec {
  const { shape, channels, width, depth } = settings;
  const network = new NetworkBuilder('generator');
  const filters = (level: number): number => width * Math.min(MOST_WIDENING, 2 ** level);
  const { value: whole, cut } = toWholeHalves(network, network.input('image', shape), settings);
  let value = whole;
  const beside: string[] = [];
  for (let level = 0; level < depth; level++) {
    if (level > 0) beside.push(value);
    value = network.add(
      value,
      { kind: 'conv2d', filters: filters(level), kernel: 4, stride: 2 },
      ...(level > 0 ? normOf(settings) : []),
      LEAKY,
    );
  }
  for (let level = depth - 2; level >= 0; level--) {
    value = network.add(
      value,
      { kind: 'conv2dTranspose', filters: filters(level), kernel: 4, stride: 2 },
      ...normOf(settings),
      RELU,
    );
    value = network.join([value, beside[level]], { kind: 'concat' });
  }
  return network.build(
    network.add(value, { kind: 'conv2dTranspose', filters: channels, kernel: 4, stride: 2 }, TANH, ...cut),
  );
}
