// The sum of several values of one shape: how a residual block takes its input along (He et al. 2015).
import { InvalidValueError } from '../errors';
import { defineLayer } from './define';
import { volume } from './shapes';

export const add = defineLayer<object>()({
  kind: 'add',
  options: {},
  facts(_, inputs, name) {
    const [output] = inputs;
    if (inputs.length < 2 || inputs.some((shape) => shape.join() !== output.join())) {
      throw new InvalidValueError(
        `${name} gets ${inputs.map((shape) => `[${shape.join(', ')}]`).join(' and ') || 'nothing'}.`,
        'It adds two or more values of one shape.',
      );
    }
    return { output, weights: [], multiplyAdds: (inputs.length - 1) * volume(output) };
  },
  channels: { kind: 'added' },
  keepsOutput: true,
  detail: () => '',
});
