// A learned vector for each class: one class index in, row `index` of kernel [classes, units] out.
import { InvalidValueError } from '../errors';
import { defineLayer, soleShape } from './define';
import { whole } from './options';
import { KERNEL_OPTIONS, kernelWeights, type Initializer } from './shapes';

interface EmbeddingOptions {
  readonly classes: number;
  readonly units: number;
  readonly init?: Initializer;
}

export const embedding = defineLayer<EmbeddingOptions>()({
  kind: 'embedding',
  options: { classes: whole(), units: whole(), init: KERNEL_OPTIONS.init },
  facts({ classes, units }, inputs, name) {
    const input = soleShape(inputs, name);
    if (input.join() !== '1') {
      throw new InvalidValueError(`${name} gets [${input.join(', ')}].`, 'It takes one class index.');
    }
    return {
      output: [units],
      weights: kernelWeights([classes, units], units, { useBias: false }),
      multiplyAdds: 0,
    };
  },
  channels: { kind: 'made', inputAxis: 0, outputAxis: 1 },
  keepsOutput: true,
  detail: ({ classes }) => `${classes} classes`,
});
