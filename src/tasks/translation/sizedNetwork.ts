// A network over pictures of another size than it was built for, with the same weights. Plans are kept for the size asked for last.
import { pictureInput, withPictureSides } from '../../core/pictureInput';
import type { Network } from '../../engine/network';

interface Sized {
  readonly height: number;
  readonly width: number;
  readonly network: Network;
}

const last = new WeakMap<Network, Sized>();

/** Its weights stay those of `network`: nothing is to be disposed. @throws InvalidValueError when the layers do not fit the size */
export function sizedNetwork(network: Network, height: number, width: number): Network {
  const own = pictureInput(network.spec);
  if (own && own[0] === height && own[1] === width) return network;
  const known = last.get(network);
  if (known && known.height === height && known.width === width) return known.network;
  const sized = network.part(withPictureSides(network.spec, height, width));
  last.set(network, { height, width, network: sized });
  return sized;
}
