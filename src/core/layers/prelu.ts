// A rectifier whose slope below zero is learned, one `alpha` for each channel (He et al. 2015).
import { defineLayer, soleShape } from './define';

export const prelu = defineLayer<object>()({
  kind: 'prelu',
  options: {},
  facts(_, inputs, name) {
    const output = soleShape(inputs, name);
    return {
      output,
      weights: [{ role: 'alpha', shape: [output[output.length - 1]], trainable: true }],
      multiplyAdds: 0,
    };
  },
  channels: { kind: 'kept' },
  keepsOutput: true,
  detail: () => '',
});
