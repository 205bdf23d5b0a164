// Several values side by side in their channels: how a U-Net takes its early maps along (Ronneberger et al. 2015).
import { InvalidValueError } from '../errors';
import { defineLayer } from './define';
import { plainFacts } from './shapes';

export const concat = defineLayer<object>()({
  kind: 'concat',
  options: {},
  facts(_, inputs, name) {
    const [first] = inputs;
    const outer = first?.slice(0, -1).join();
    if (inputs.length < 2 || inputs.some((shape) => shape.slice(0, -1).join() !== outer)) {
      throw new InvalidValueError(
        `${name} gets ${inputs.map((shape) => `[${shape.join(', ')}]`).join(' and ') || 'nothing'}.`,
        'It joins two or more values that differ in their last side alone.',
      );
    }
    const channels = inputs.reduce((sum, shape) => sum + shape[shape.length - 1], 0);
    return plainFacts([...first.slice(0, -1), channels]);
  },
  channels: { kind: 'concatenated' },
  keepsOutput: true,
  detail: () => '',
});
