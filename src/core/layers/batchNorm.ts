// Each channel by its mean and variance over the batch (Ioffe & Szegedy 2015); at inference by their moving averages.
import { defineLayer, soleShape } from './define';
import { amount, optional } from './options';
import { scaleAndShift, volume } from './shapes';

interface BatchNormOptions {
  /** Share of a moving average that a step keeps. */
  readonly momentum: number;
  readonly epsilon?: number;
}

export const BATCH_NORM_EPSILON = 1e-3; // Keras' default, which the application note uses

export const batchNorm = defineLayer<BatchNormOptions>()({
  kind: 'batchNorm',
  options: { momentum: amount(0, 1), epsilon: optional(amount(0, 1e6)) },
  facts(_, inputs, name) {
    const input = soleShape(inputs, name);
    const channels = [input[input.length - 1]];
    return {
      output: input,
      weights: [
        ...scaleAndShift(channels[0]),
        { role: 'movingMean', shape: channels, trainable: false },
        { role: 'movingVariance', shape: channels, trainable: false },
      ],
      multiplyAdds: volume(input),
    };
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: ({ momentum }) => `momentum ${momentum}`,
});
