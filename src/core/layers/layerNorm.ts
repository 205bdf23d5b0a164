// Each example by its own mean and variance over all axes (Ba et al. 2016), then a factor and an addend per channel.
import { defineLayer, soleShape } from './define';
import { scaleAndShift, volume } from './shapes';

/** Of layer and instance normalization: keeps a constant input from dividing by zero. */
export const EXAMPLE_NORM_EPSILON = 1e-5;

export const layerNorm = defineLayer<object>()({
  kind: 'layerNorm',
  options: {},
  facts(_, inputs, name) {
    const output = soleShape(inputs, name);
    return { output, weights: scaleAndShift(output[output.length - 1]), multiplyAdds: volume(output) };
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: () => '',
});
