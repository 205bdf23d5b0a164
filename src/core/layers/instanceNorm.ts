// Each channel of each example by its own mean and variance (Ulyanov et al. 2016), then a factor and an addend per channel.
import { defineLayer, soleShape } from './define';
import { scaleAndShift, volume } from './shapes';

export const instanceNorm = defineLayer<object>()({
  kind: 'instanceNorm',
  options: {},
  facts(_, inputs, name) {
    const output = soleShape(inputs, name);
    return { output, weights: scaleAndShift(output[output.length - 1]), multiplyAdds: volume(output) };
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: () => '',
});
