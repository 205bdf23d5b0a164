// An encoder's weights put into the classifier that is built upon it; its head keeps what it was drawn with.
import { tensor, tidy } from '@tensorflow/tfjs-core';
import type { EncoderDefinition } from '../../encoders/define';
import type { EncoderWeights } from '../../encoders/weights';
import type { Network } from '../../engine/network';
import { PREPARE } from './networks';

/** Blue, green and red: means of ImageNet's pictures, 0..255, as Keras subtracts them. */
const MEANS = [103.939, 116.779, 123.68] as const;
const HALF = 127.5;

/**
 * A 1 x 1 convolution that makes of a picture from -1 to 1 what the encoder was trained on; grey is the same in all three.
 * @returns kernel [1, 1, channels, 3], bias [3]
 */
export function preparation(
  { input }: Pick<EncoderDefinition, 'input'>,
  channels: number,
): { readonly kernel: Float32Array; readonly bias: Float32Array } {
  const isBgr = input === 'bgr-less-mean';
  const kernel = Float32Array.from({ length: 3 * channels }, (_, i) => {
    const [from, to] = [Math.floor(i / 3), i % 3];
    const isSame = channels === 1 || from === (isBgr ? 2 - to : to);
    return isSame ? (isBgr ? HALF : 1) : 0;
  });
  return { kernel, bias: Float32Array.from(MEANS, (mean) => (isBgr ? HALF - mean : 0)) };
}

/** @param channels of the pictures */
export function putEncoder(
  network: Network,
  definition: EncoderDefinition,
  weights: EncoderWeights,
  channels: number,
): void {
  const { kernel, bias } = preparation(definition, channels);
  const values = new Map([...weights, [`${PREPARE}/kernel`, kernel], [`${PREPARE}/bias`, bias]]);
  tidy(() => {
    for (const { name, variable } of network.weights) {
      const own = values.get(name);
      if (own) variable.assign(tensor(own, variable.shape));
    }
  });
}
