// What a network takes once its numbers are integers of 8 bits, from its description alone. Pure.
import { resolveNetwork, volume, type NetworkSpec } from '../../core/network';

/** Of a channel: a bias of 32 bits, and a factor of 32 with an exponent of 8. */
const CHANNEL_BYTES = 4 + 5;

/** Bytes of all weights, with batch norms folded into the convolutions before them. */
export const int8Bytes = (spec: NetworkSpec): number =>
  resolveNetwork(spec)
    .flatMap(({ weights }) => weights.filter(({ role }) => role === 'kernel'))
    .reduce((sum, { shape }) => {
      const channels = shape.length === 4 && shape[3] === 1 ? shape[2] : shape[shape.length - 1];
      return sum + volume(shape) + CHANNEL_BYTES * channels;
    }, 0);
