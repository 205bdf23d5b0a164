// Instance normalization whose factor and addend per channel are those of a class (Dumoulin et al. 2017,
// https://arxiv.org/abs/1610.07629): takes an image and one class index. What leaves has the class chosen (core/chosenClass).
import { InvalidValueError } from '../errors';
import { defineLayer } from './define';
import { whole } from './options';
import { volume } from './shapes';

interface ConditionalOptions {
  readonly classes: number;
}

export const conditionalInstanceNorm = defineLayer<ConditionalOptions>()({
  kind: 'conditionalInstanceNorm',
  options: { classes: whole() },
  facts({ classes }, inputs, name) {
    const [output, index] = inputs;
    if (inputs.length !== 2 || output.length !== 3 || index.join() !== '1') {
      throw new InvalidValueError(
        `${name} gets ${inputs.map((shape) => `[${shape.join(', ')}]`).join(' and ') || 'nothing'}.`,
        'It takes an image and one class index.',
      );
    }
    const shape = [classes, output[2]];
    return {
      output,
      weights: [
        { role: 'gamma', shape, trainable: true },
        { role: 'beta', shape, trainable: true },
      ],
      multiplyAdds: volume(output),
    };
  },
  // Of each row of its weights, one by one; what chooses channels has a class chosen first.
  channels: { kind: 'mixed' },
  keepsOutput: true,
  detail: ({ classes }) => `${classes} classes`,
});
