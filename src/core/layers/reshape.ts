// The same values in another shape.
import { InvalidValueError } from '../errors';
import { defineLayer, soleShape, type Shape } from './define';
import { sides } from './options';
import { plainFacts, volume } from './shapes';

interface ReshapeOptions {
  readonly shape: Shape;
}

export const reshape = defineLayer<ReshapeOptions>()({
  kind: 'reshape',
  options: { shape: sides },
  facts({ shape }, inputs, name) {
    const input = soleShape(inputs, name);
    if (volume(shape) !== volume(input)) {
      throw new InvalidValueError(
        `${name} cannot turn [${input.join(', ')}] into [${shape.join(', ')}].`,
        'Both shapes must hold the same number of values.',
      );
    }
    return plainFacts(shape);
  },
  channels: { kind: 'regrouped' },
  keepsOutput: false,
  detail: () => '',
});
